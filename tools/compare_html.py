"""Islands of HTML as hspdf sets them, at the left, and as Chromium prints them, at the right: one picture.

    compare_html.py --hspdf PROGRAM --modules FOLDER FILE.md PICTURE.png

Chromium has its own stylesheet, but the font, the size of type and the paper. Needs cmark-gfm, poppler, chromium, and
Pillow in the folder of modules (tools/bootstrap.sh test has all; the folder is build/tools/readers).
"""
import argparse
import pathlib
import re
import subprocess
import sys
import tempfile

DPI = 60
SHEET = "@page { size: A4; margin: 16mm 20mm } body { margin: 0; font: 14pt/1.36 'Noto Sans', 'Noto Sans CJK JP', sans-serif }"
CHROMIUM = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]


def pages(pdf, folder, name):
    from PIL import Image
    subprocess.run(["pdftoppm", "-r", str(DPI), "-png", str(pdf), str(folder / name)], check=True)
    return [Image.open(path) for path in sorted(folder.glob(name + "-*.png"))]


def printed(text, folder):
    body = re.sub(r"\A---\n.*?\n---\n", "", text.read_text(), flags=re.S)
    html = subprocess.run(["cmark-gfm", "--unsafe", "-e", "table"], input=body, stdout=subprocess.PIPE, text=True,
                          check=True).stdout
    page, pdf = folder / "page.html", folder / "page.pdf"
    page.write_text("<!doctype html><meta charset=utf-8><style>%s</style>%s" % (SHEET, html))
    subprocess.run([*CHROMIUM, "--print-to-pdf=%s" % pdf, page.as_uri()], check=True, timeout=120, stderr=subprocess.DEVNULL)
    return pdf


def joined(left, right):
    """Columns of pages, without the white below the last."""
    from PIL import Image, ImageOps
    columns = []
    for images in (left, right):
        above_foot = [image.crop((0, 0, image.width, int(image.height * 0.94))) for image in images]
        cut = [image.crop((0, 0, image.width, ImageOps.invert(image.convert("L")).getbbox()[3] + 12)) for image in above_foot]
        column = Image.new("RGB", (cut[0].width, sum(image.height for image in cut)), "white")
        for i, image in enumerate(cut):
            column.paste(image, (0, sum(other.height for other in cut[:i])))
        columns.append(column)
    both = Image.new("RGB", (sum(column.width for column in columns) + 4, max(column.height for column in columns)), "white")
    both.paste("#888888", (columns[0].width + 1, 0, columns[0].width + 3, both.height))
    both.paste(columns[0], (0, 0))
    both.paste(columns[1], (columns[0].width + 4, 0))
    return both


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--hspdf", required=True)
    parser.add_argument("--modules", required=True)
    parser.add_argument("text", type=pathlib.Path)
    parser.add_argument("picture")
    options = parser.parse_args()
    sys.path.insert(0, options.modules)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        own = folder / "own.pdf"
        subprocess.run([options.hspdf, str(options.text), "-o", str(own)], check=True)
        picture = joined(pages(own, folder, "own"), pages(printed(options.text, folder), folder, "browser"))
        picture.convert("P", palette=1, colors=64).save(options.picture, optimize=True)


if __name__ == "__main__":
    main()
