"""Pages as pictures show what the PDF shows: each example as PNG beside what poppler makes of its PDF, as SVG, and all
pages on one sheet.

    surfaces.py --hspdf PROGRAM --source REPOSITORY --build FOLDER

Exit status 77: pdftoppm is missing.
"""
import argparse
import pathlib
import shutil
import struct
import subprocess
import sys
import xml.etree.ElementTree
import zlib

import run_cases

DPI = 40
TOLERANCE = 45  # of 255: poppler widens thin rules to a pixel; a word that is lost makes 60 and more


def png_grey(path):
    """Rows of grey values of a PNG of 8 bits, in red, green and blue (ISO/IEC 15948, 9)."""
    data, at, packed = path.read_bytes(), 8, b""
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        if kind == b"IHDR":
            width, height, depth, colour = struct.unpack(">IIBB", data[at + 8:at + 18])
            assert (depth, colour) == (8, 2)
        if kind == b"IDAT":
            packed += data[at + 8:at + 8 + length]
        at += 12 + length
    raw, stride, rows, above = zlib.decompress(packed), 3 * width, [], bytes(3 * width)
    for y in range(height):
        method, line = raw[y * (stride + 1)], bytearray(raw[y * (stride + 1) + 1:(y + 1) * (stride + 1)])
        for x in range(stride):
            left, up, corner = (line[x - 3] if x > 2 else 0), above[x], (above[x - 3] if x > 2 else 0)
            near = min((left, up, corner), key=lambda value: abs(left + up - corner - value))
            line[x] = line[x] + (0, left, up, (left + up) // 2, near)[method] & 255
        rows.append([sum(line[x:x + 3]) // 3 for x in range(0, stride, 3)])
        above = bytes(line)
    return rows


def difference(a, b):
    """Of the cells' greyness: poppler counts pixels from the page's lower edge, which moves text by a part of one."""
    assert abs(len(a) - len(b)) <= 1 and abs(len(a[0]) - len(b[0])) <= 1, "sizes differ"
    return max(abs(x - y) for x, y in zip(run_cases.cell_means(a), run_cases.cell_means(b)))


def numbered(folder, stem, suffix):
    return sorted(folder.glob(stem + "*" + suffix))


def check(program, text, folder):
    def compile_to(name, *options):
        subprocess.run([program, str(text), "-o", str(folder / name), *options], check=True, stderr=subprocess.DEVNULL,
                       timeout=60)

    folder.mkdir(parents=True)
    compile_to("a.pdf")
    compile_to("png.png", "--format=png", "--dpi=%d" % DPI)
    compile_to("svg.svg", "--format=svg")
    compile_to("sheet.png", "--format=sheet", "--dpi=%d" % DPI)
    subprocess.run(["pdftoppm", "-gray", "-r", str(DPI), str(folder / "a.pdf"), str(folder / "poppler")], check=True)
    theirs, ours, vectors = (numbered(folder, *kind) for kind in (("poppler", ".pgm"), ("png", ".png"), ("svg", ".svg")))
    if not len(theirs) == len(ours) == len(vectors):
        return ["%d pages in the PDF, %d in PNG, %d in SVG" % (len(theirs), len(ours), len(vectors))]
    faults = []
    for poppler, own in zip(theirs, ours):
        worst = difference(run_cases.pgm_read(poppler), png_grey(own))
        if worst > TOLERANCE:
            faults.append("%s differs from %s by %.0f" % (own, poppler, worst))
    for path in vectors:
        root = xml.etree.ElementTree.parse(path).getroot()
        if not root.tag.endswith("svg") or len(list(root.iter())) < 10:
            faults.append("%s shows nothing" % path)
    page, sheet = png_grey(ours[0]), png_grey(folder / "sheet.png")
    gap = round(12 * DPI / 72)
    if difference([row[gap:gap + len(page[0])] for row in sheet[gap:gap + len(page)]], page) > TOLERANCE:
        faults.append("the sheet's first page is another")
    return faults


def main():
    parser = argparse.ArgumentParser()
    for name in ["--hspdf", "--source", "--build"]:
        parser.add_argument(name, required=True)
    options = parser.parse_args()
    if not shutil.which("pdftoppm"):
        print("skipped: missing pdftoppm")
        return 77
    folder = pathlib.Path(options.build) / "surfaces"
    shutil.rmtree(folder, ignore_errors=True)
    failed = 0
    for name in ["illustrated", "scripts", "leaflet"]:
        for fault in check(options.hspdf, pathlib.Path(options.source) / "examples" / (name + ".md"), folder / name):
            failed += 1
            print(fault)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
