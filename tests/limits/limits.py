"""Each limit at, below and above what a document takes: it is written with the least value that is enough, and with one
less it is refused, with the limit's own diagnostic, which names value and option, at its place. What a document takes
is known where the input says it, and else looked for by bisection.

A limit without a row here fails the test."""
import argparse
import pathlib
import re
import struct
import subprocess
import sys
import tempfile
import zlib

parser = argparse.ArgumentParser()
parser.add_argument("--hspdf", required=True)
parser.add_argument("--source", required=True, type=pathlib.Path)
options = parser.parse_args()
failures = []


def png(width, height):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def svg(body):
    return '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">' + body + "</svg>"


PICTURE = png(30, 20)
FILTER = ('<filter id="f"><feTurbulence baseFrequency="0.05" numOctaves="8"/></filter>'
          '<rect width="100" height="100" filter="url(#f)"/>')
WORDS = "Please come ten minutes early and bring your card. "
# Tables, headings and lists, of which each paragraph is looked at.
LONG = "".join(f"## Part {i}\n\n{WORDS * 3}\n\n- one\n- two\n\n" for i in range(300))

# limit: files, the text last; options; code; where it is said; what it takes, None: looked for between the two bounds
# that follow. "too little" instead of bounds: time can not be had to the unit.
ROWS = {
    "source": ({"a.md": "word " * 14000}, [], "input-too-large", "a.md", 70000),
    "nesting": ({"a.md": "# One\n\n" + "> " * 20 + "deep\n"}, [], "nesting-deep", "a.md:3:", None, (8, 100)),
    "nodes": ({"a.md": "one *two* three\n\nfour\n"}, [], "nodes-limit", "a.md:3:1", None, (1, 100)),
    "yaml-values": ({"a.md": "---\na: &a [" + "1, " * 99 + "1]\nb: [" + "*a, " * 9 + "*a]\n---\n\ntext\n"}, [],
                    "front-limit", "a.md:3:", None, (500, 2000)),
    "merge-bytes": ({"d.yaml": "list: [1, 2, 3, 4]\n", "a.md": "{{#list}}0123456789{{/list}}\n"},
                    ["--data=d.yaml"], "merge-large", "a.md:1:", 41),
    "merge-steps": ({"d.yaml": "list: [1, 2, 3, 4]\n", "a.md": "{{#list}}0{{.}}{{/list}}\n"},
                    ["--data=d.yaml"], "merge-long", "a.md:1:", None, (1, 100)),
    "table-columns": ({"a.md": "text\n\n| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n"}, [], "table-columns", "a.md:", 3),
    "table-cells": ({"a.md": "text\n\n| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 8}, [], "table-large", "a.md:", 18),
    "image-bytes": ({"p.png": PICTURE, "a.md": "text\n\n![Alt](p.png)\n"}, [], "image-large", "a.md:3:1", len(PICTURE)),
    "image-pixels": ({"p.png": PICTURE, "a.md": "text\n\n![Alt](p.png)\n"}, [], "image-pixels", "a.md:3:1", 600),
    "document-pixels": ({"p.png": PICTURE, "q.png": png(10, 10), "a.md": "![Alt](p.png)\n\n![Alt](q.png)\n"}, [],
                        "document-pixels", "a.md:3:1", 700),
    "svg-elements": ({"p.svg": svg("<rect/>" * 30), "a.md": "![Alt](p.svg)\n"}, [], "svg-elements", "a.md:1:1", 31),
    "svg-time": ({"p.svg": svg(FILTER), "a.md": "![Alt](p.svg)\n"}, [], "svg-time", "a.md:1:1", "0.001"),
    "glyphs": ({"a.md": "# One\n\nABC DEF\n"}, [], "glyphs-limit", "a.md:", None, (1, 100)),
    "pages": ({"a.md": "one\n\n" + "".join('<div style="page-break-before: always">more</div>\n\n' for _ in range(4))},
              [], "pages-limit", "a.md:9:", 5),
    "output": ({"a.md": WORDS}, [], "output-large", "hspdf", None, (1, 1000000)),
    "memory": ({"a.md": LONG}, [], "memory-limit", "hspdf", None, (1 << 20, 1 << 28)),
    "time": ({"a.md": LONG}, [], "time-limit", "a.md:", "0.001"),
}


def run(folder, arguments):
    return subprocess.run([options.hspdf, *arguments], cwd=folder, capture_output=True, text=True, timeout=300)


def compile_with(folder, row, limit, value):
    output = folder / "a.pdf"
    output.unlink(missing_ok=True)
    done = run(folder, ["a.md", "-o", "a.pdf", *row[1], f"--limit={limit}={value}"])
    if done.returncode not in (0, 1) or output.exists() != (done.returncode == 0):
        failures.append(f"{limit}={value}: status {done.returncode}: {done.stderr}")
    return done


def check_refusal(limit, row, value, done):
    shown = value if isinstance(value, str) else f"{value}"
    if done.returncode != 1:
        failures.append(f"{limit}={value}: status {done.returncode}, not 1: {done.stderr}")
        return
    lines = [line for line in done.stderr.splitlines() if f"[{row[2]}]" in line]
    wanted = (f"--limit={limit}=", ": error: ")
    if not lines or not lines[0].startswith(row[3]) or not all(each in lines[0] for each in wanted):
        failures.append(f"{limit}={value}: not told as it should: {done.stderr}")
    elif not re.search(rf"\b{re.escape(shown)}\b", lines[0]) and limit not in ("memory", "output", "source"):
        failures.append(f"{limit}={value}: does not tell the value: {done.stderr}")


def bisect(folder, limit, row):
    low, high = row[5]  # `low` is too little, or the least that may be asked for
    while high - low > 1:
        middle = (low + high) // 2
        if compile_with(folder, row, limit, middle).returncode == 0:
            high = middle
        else:
            low = middle
    return high


def check(limit, row):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for file, content in row[0].items():
            (folder / file).write_bytes(content if isinstance(content, bytes) else content.encode())
        if isinstance(row[4], str):
            check_refusal(limit, row, row[4], compile_with(folder, row, limit, row[4]))
            enough = "1000"
        else:
            enough = row[4] or bisect(folder, limit, row)
            check_refusal(limit, row, enough - 1, compile_with(folder, row, limit, enough - 1))
        for value in (enough, enough if isinstance(enough, str) else enough + 1):
            done = compile_with(folder, row, limit, value)
            if done.returncode != 0:
                failures.append(f"{limit}={value}: status {done.returncode}, not 0: {done.stderr}")
        print(f"{limit}: {enough}")


def check_batch():
    """A document beyond a limit is refused and named; the others are written, and are what they are alone."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "good.md").write_text("text\n")
        (folder / "large.md").write_text(ROWS["pages"][0]["a.md"])
        done = run(folder, ["batch", "good.md", "large.md", "-o", "out", "--limit=pages=2"])
        alone = run(folder, ["good.md", "-o", "good.pdf"])
        if done.returncode != 1 or alone.returncode != 0 or "[pages-limit]" not in done.stderr:
            failures.append(f"batch: status {done.returncode}: {done.stderr}")
        if (folder / "out/large.pdf").exists():
            failures.append("batch: what is beyond a limit was written")
        if (folder / "out/good.pdf").read_bytes() != (folder / "good.pdf").read_bytes():
            failures.append("batch: another document changed")


def check_arguments():
    for value in ("pages", "pages=", "pages=0", "pages=100001", "pages=1k", "pages=-1", "page=1", "=1", "source=1X",
                  "source=63k", "source=1.5", "source=999999999999999999999", "time=1m", "time=0", "time=.5", "nesting=7",
                  "memory=1023k", "pages=1 "):
        done = run("/", [f"--limit={value}", "a.md"])
        if done.returncode != 2 or value not in done.stderr:
            failures.append(f"--limit={value}: status {done.returncode}: {done.stderr}")
    for value in ("source=64k", "source=1.5M", "time=0.5", "time=2s", "memory=1G", "output=1"):
        with tempfile.TemporaryDirectory() as name:
            done = run(name, ["--limit", value, "a.md"])
            if done.returncode != 1 or "input-missing" not in done.stderr:
                failures.append(f"--limit {value}: status {done.returncode}: {done.stderr}")


table = re.findall(r'^LIMIT\(\w+,\s+"([^"]+)"', (options.source / "src/support/limit_table.h").read_text(), re.M)
if sorted(table) != sorted(ROWS):
    failures.append(f"limits without a row here, or rows without a limit: {set(table) ^ set(ROWS)}")
for limit, row in ROWS.items():
    check(limit, row)
check_batch()
check_arguments()
for failure in failures:
    print("FAIL:", failure)
sys.exit(1 if failures else 0)
