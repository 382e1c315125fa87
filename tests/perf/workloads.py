"""The fixed workloads of the guard against growth: each is a row of WORKLOADS, and makes its input in a folder of its own.

Sizes are such that all together take half a minute under callgrind. Inputs come from a seed, and from files in the tree.
"""
import pathlib
import re
import shutil
import struct
import sys
import zlib

SOURCE = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(SOURCE / "tools" / "bench"))
import texts  # noqa: E402
from languages import LANGUAGES  # noqa: E402

FRONT = """---
title: A fixed workload
lang: %s
paper: a4
style:
  page: {measure: 50em}
  body: {size: 10pt, leading: 1.25}
%s---

"""
SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 120" font-family="sans-serif">
<linearGradient id="g"><stop offset="0" stop-color="#%06x"/><stop offset="1" stop-color="#fff"/></linearGradient>
<rect width="400" height="120" fill="url(#g)"/>%s<text x="20" y="60" font-size="24">Reading %d</text></svg>
"""


def front(lang="en", more=""):
    return FRONT % (lang, more)


def paragraphs(words, lang="en"):
    return [text for is_heading, text in texts.blocks(lang, words) if not is_heading]


def copied(name):
    """A text of examples/."""

    def text():
        return (SOURCE / "examples" / name).read_text(encoding="utf-8")
    return text


def prose():
    return front() + texts.markdown("en", 15_000)


def tables():
    words = iter(" ".join(paragraphs(9_000)).split())
    out = [front()]
    for number in range(24):
        columns = 3 + number % 4
        lengths = [1 + (column + number) % 6 for column in range(columns)]
        rows = ["| %s |" % " | ".join(" ".join(next(words) for _ in range(length)) for length in lengths) for _ in range(15)]
        out += ["## Table %d\n" % number, rows[0], "|---" * columns + "|", *rows[1:], ""]
    return "\n".join(out)


def languages():
    return front() + "\n\n".join('<div lang="%s">\n\n%s\n</div>' % (lang, texts.markdown(lang, 250)) for lang in LANGUAGES)


def images():
    return front() + "".join("![Picture %d](%s)\n\n" % (at, name) for at, name in enumerate(PICTURES))


def svg():
    return front() + "".join("![Drawing %d](%d.svg)\n\n" % (at, at) for at in range(12))


def notes():
    blocks = paragraphs(8_000)
    body, notes = blocks[::2], blocks[1::2]
    return front() + "\n\n".join(["%s[^%d]" % (text, at) for at, text in enumerate(body)] +
                                 ["[^%d]: %s" % (at, text[:200]) for at, text in enumerate(notes[:len(body)])] +
                                 body[len(notes):]) + "\n"


def contents():
    out = [front(more="toc: 3\nnumbering: true\n")]
    for at, text in enumerate(paragraphs(12_000)):
        level = 1 if at % 12 == 0 else 2 + (at % 3 == 0)
        out.append("%s %s\n\n%s\n" % ("#" * level, text[:40].rsplit(" ", 1)[0], text))
    return "\n".join(out)


def records(folder, _):
    """A hundred patients, of whom each has a name, a day and an hour of her own."""
    names = re.findall("[A-Z][a-z]+", texts.markdown("en", 5_000))[:100]
    rows = ["Mrs %s,2027-%02d-%02d,%02d:30,%s" % (name, 1 + at % 12, 1 + at % 28, 8 + at % 9, "yes" * (at % 2))
            for at, name in enumerate(names)]
    (folder / "records.csv").write_text("name,day,time,wax\n" + "\n".join(rows) + "\n", encoding="utf-8")


def png(width, height, channels, seed):
    """A ramp with a pattern, packed without compression: the same bytes whatever zlib Python has."""
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = b"".join(b"\0" + bytes((x * (seed + channel) // 7 + y * channel ^ x & y) & 255 for x in range(width)
                                  for channel in range(1, channels + 1)) for y in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, {1: 0, 3: 2, 4: 6}[channels], 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 0)) + chunk(b"IEND", b"")


def pictures(folder, build):
    for name in PICTURES:
        made = build / "tests" / "images" / name
        if name in MADE:
            (folder / name).write_bytes(png(*MADE[name]))
        else:
            shutil.copy(made if made.exists() else SOURCE / "examples" / "images" / name, folder)


def drawings(folder, _):
    for at in range(12):
        bars = "".join('<rect x="%d" y="%d" width="9" height="%d"/>' % (10 * x, 110 - (x * (at + 3)) % 70, (x * (at + 3)) % 70)
                       for x in range(38))
        (folder / ("%d.svg" % at)).write_text(SVG % (at * 0x12345, bars, at), encoding="utf-8")


# Width, height, channels, seed.
MADE = {"ramp.png": (400, 300, 3, 5), "grey-ramp.png": (300, 300, 1, 3), "alpha-ramp.png": (200, 200, 4, 9)}
PICTURES = [*MADE, "tablets.jpg", "print.jpg", "progressive.jpg", "cmyk.jpg", "turned-6.jpg", "print.png", "interlaced.png",
            "palette.png", "deep.png", "alpha.webp", "flag.gif"]
LETTER = copied("merge/letter.md")
ONE = ("{hspdf}", "--sandbox=off", "{text}", "-o", "{folder}/out.pdf")

# name, what makes the text, what makes files beside it (of the folder and the build), command
WORKLOADS = [
    ("leaflet", copied("leaflet.md"), None, ONE),
    ("text", prose, None, ONE),
    ("tables", tables, None, ONE),
    ("languages", languages, None, ONE),
    ("images", images, pictures, ONE),
    ("svg", svg, drawings, ONE),
    ("form", copied("intake-form.md"), None, ONE),
    ("notes", notes, None, ONE),
    ("contents", contents, None, ONE),
    ("batch", LETTER, records, ("{build}/tests/warm_batch", "{build}/share/hspdf", "{text}", "{folder}/records.csv")),
    ("merge", LETTER, records, ("{hspdf}", "batch", "{text}", "--data", "{folder}/records.csv", "--quiet",
                                "--merge", "{folder}/all.pdf")),
]
