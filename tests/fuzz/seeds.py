"""Makes seeds for a fuzz target from the cases, examples and styles of the tree, beside the stored corpus.

Usage: seeds.py SOURCE TEST_IMAGES TARGET FOLDER
"""
import hashlib
import pathlib
import re
import sys

LARGEST = 16 * 1024  # larger seeds slow the fuzzer down more than they show it


def texts(source):
    for path in sorted([*source.glob("tests/cases/*.md"), *source.glob("examples/*.md")]):
        yield path.read_bytes()


def front_of(text):
    match = re.match(rb"---\r?\n(.*?)\n---\r?\n", text, re.S)
    return match[1] if match else None


def seeds(source, images, target):
    if target == "compile":
        yield from texts(source)
    elif target == "html":
        yield from (text for text in texts(source) if b"</" in text)
    elif target == "front":
        yield from filter(None, map(front_of, texts(source)))
    elif target == "style":
        for path in source.glob("styles/*.yaml"):
            yield path.read_bytes()
        for front in filter(None, map(front_of, texts(source))):
            match = re.search(rb"^style:\n((?:  .*\n?)+)", front, re.M)
            if match:
                yield re.sub(rb"^  ", b"", match[1], flags=re.M)
    elif target in ("merge", "records"):
        table = (source / "examples/merge/letter.csv").read_bytes()
        data = [b"\0" + table, b"\1[{\"name\": \"Ada\", \"a\": {\"b\": [1, 2]}}]", b"\2- name: Ada\n  a: {b: [1]}\n"]
        yield from data if target == "records" else []
        for text in texts(source) if target == "merge" else []:
            yield from (text + b"\0" + one for one in data if b"{{" in text)
    elif target == "image":
        for path in sorted([*images.glob("*.*"), *source.glob("examples/images/*")]):
            yield path.read_bytes()
    elif target == "text":
        for text in texts(source):
            for line in text.splitlines():
                yield b"\x40\0\4\0" + line
    elif target == "reader":
        for at in range(0, 9000, 30):
            yield bytes([at % 5]) + at.to_bytes(3, "big") + bytes([at % 40]) + b"0 /"


def main():
    source, images, target, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3], sys.argv[4]
    pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
    for seed in seeds(source, images, target):
        if len(seed) <= LARGEST:
            (pathlib.Path(folder) / hashlib.sha1(seed).hexdigest()).write_bytes(seed)


if __name__ == "__main__":
    main()
