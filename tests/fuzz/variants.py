"""Broken variants of real documents through batch: no crash, no hang, and every other document right.

Usage: variants.py --hspdf PROGRAM --source DIR [--count N] [--seed N] [--keep DIR]
A variant is a case or an example that was cut, had bits flipped, parts doubled, moved or taken from another. Between
them stand whole documents, whose PDFs must be those that each gives alone. Each variant is written, or refused with a
message; what ends a worker is a fault of hspdf.
"""
import argparse
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

FATAL = {"worker-lost", "timeout", "internal", "memory", "machine-failed"}
WHOLE_EVERY = 10


def part(text, generator):
    start = generator.randrange(len(text) + 1)
    return text[start:start + 1 + int(generator.expovariate(1 / 200))]


def cut(text, generator, _):
    return text[:generator.randrange(len(text) + 1)]


def cut_out(text, generator, _):
    return text.replace(part(text, generator), b"", 1)


def flip(text, generator, _):
    changed = bytearray(text)
    for _ in range(generator.choice([1, 1, 3, 30]) if changed else 0):
        changed[generator.randrange(len(changed))] ^= 1 << generator.randrange(8)
    return bytes(changed)


def double(text, generator, _):
    piece = part(text, generator) * generator.choice([1, 2, 5, 40])
    at = generator.randrange(len(text) + 1)
    return text[:at] + piece + text[at:]


def splice(text, generator, others):
    other = generator.choice(others)
    at, behind = generator.randrange(len(text) + 1), generator.randrange(len(other) + 1)
    return text[:at] + other[behind:] if generator.random() < 0.5 else text[:at] + part(other, generator) + text[at:]


def variants(texts, count, generator):
    kinds = [cut, cut_out, flip, double, splice]
    for number in range(count):
        text = generator.choice(texts)
        for _ in range(generator.choice([1, 1, 1, 2, 4])):
            text = generator.choice(kinds)(text, generator, texts)
        yield f"v{number:05}.md", text


def run(options, *arguments):
    return subprocess.run([options.hspdf, *arguments], capture_output=True, check=False, timeout=6 * 3600)


def write_inputs(options, texts, generator):
    """The names of the whole documents that stand among the variants."""
    wholes = []
    for number, (name, text) in enumerate(variants(texts, options.count, generator)):
        pathlib.Path("in", name).write_bytes(text)
        if number % WHOLE_EVERY == 0:
            whole = f"w{number:05}.md"
            wholes.append(whole)
            pathlib.Path("in", whole).write_bytes(texts[number // WHOLE_EVERY % len(texts)])
    return wholes


def faults_of_variants(report):
    for document in report["results"]:
        codes = {diagnostic["code"] for diagnostic in document.get("diagnostics", [])}
        if codes & FATAL:
            yield f"{document['input']}: {codes & FATAL}"
        elif document["outcome"] not in ("written", "unchanged") and not codes:
            yield f"{document['input']}: {document['outcome']}, and nothing was said"
        elif document["outcome"] == "written":
            pdf = pathlib.Path("out", pathlib.Path(document["input"]).stem + ".pdf").read_bytes()
            if not pdf.startswith(b"%PDF-") or not pdf.endswith(b"%%EOF\n"):
                yield f"{document['input']}: no whole PDF"


def faults_of_wholes(options, wholes):
    for name in wholes:
        stem = pathlib.Path(name).stem
        done = run(options, f"in/{name}", "-o", "alone.pdf")
        alone = pathlib.Path("alone.pdf").read_bytes() if done.returncode == 0 else None
        batch = pathlib.Path(f"out/{stem}.pdf")
        if (batch.read_bytes() if batch.exists() else None) != alone:
            yield f"{name}: other bytes than alone"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--hspdf", required=True)
    parser.add_argument("--source", required=True)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=20261123)
    parser.add_argument("--keep", help="a folder for the variants that were at fault")
    options = parser.parse_args()
    source = pathlib.Path(options.source).absolute()
    options.hspdf = os.path.abspath(options.hspdf)
    keep = pathlib.Path(options.keep).absolute() if options.keep else None
    paths = sorted([*source.glob("tests/cases/*.md"), *source.glob("examples/*.md")])
    texts = [text for text in (path.read_bytes() for path in paths) if len(text) < 20000]
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        os.mkdir("in")
        shutil.copytree(source / "examples/images", "in/images")
        wholes = write_inputs(options, texts, random.Random(options.seed))
        done = run(options, "batch", "in", "-o", "out", "--timeout", "60", "--report", "report.json", "--quiet")
        if done.returncode not in (0, 1):
            sys.exit(f"status {done.returncode}: {done.stderr.decode(errors='replace')[-4000:]}")
        report = json.loads(pathlib.Path("report.json").read_text(encoding="utf-8"))
        faults = [*faults_of_variants(report), *faults_of_wholes(options, wholes)]
        for fault in faults:
            print(fault)
            if keep:
                keep.mkdir(parents=True, exist_ok=True)
                shutil.copy("in/" + pathlib.Path(fault.split(":")[0]).name, keep)
        outcomes = [document["outcome"] for document in report["results"]]
        print(f"{options.count} variants, {len(wholes)} whole documents between them; "
              f"{outcomes.count('written')} written, {outcomes.count('refused')} refused, {len(faults)} faults")
        os.chdir("/")
    return len(faults) > 0 or len(outcomes) != options.count + len(wholes)


if __name__ == "__main__":
    sys.exit(main())
