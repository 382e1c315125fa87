"""Where a person would end a page: each case fills a page but for some lines, and says what comes next, which line must be
the first of the second page, and why.

    page_ends.py --hspdf PROGRAM --build FOLDER

Words say where they are from: `a3` is in the third line of block a. Exit status 77: pdftotext is missing.
"""
import argparse
import pathlib
import re
import shutil
import subprocess
import sys

FRONT = """---
lang: en
header: none
footer: none
style: {extends: leaflet, page: {margin-top: 40pt, margin-right: 40pt, margin-bottom: 40pt, margin-left: 40pt}}
---

"""
PICTURE = ("![a](data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSI2MCIgaGVpZ2h0PSI2MCI+"
           "PHJlY3Qgd2lkdGg9IjYwIiBoZWlnaHQ9IjYwIi8+PC9zdmc+)")


def lines(name, count, end="\\\n"):
    return end.join("%s%d" % (name, i + 1) for i in range(count))


def rows(name, count):
    return "| head | head |\n|---|---|\n" + "\n".join("| %s%d | x |" % (name, i + 1) for i in range(count))


TAG = re.compile(r"[abcfnz]\d{1,2}|Warning|_+")


# What it is, lines that are left on the page, what follows the filling, the first such word of page 2, why there.
CASES = [
    ("widow", 3.7, lines("a", 4), "a1|a3", "a line alone at the top of a page hangs in the air: two go over, or the short paragraph"),
    ("widow in a long paragraph", 7.7, lines("a", 8), "a7", "of eight lines seven have room; the last takes one with it"),
    ("orphan", 1.7, lines("a", 8), "a1", "a first line alone at the foot is not worth the page's turn"),
    ("three lines", 2.7, lines("a", 3), "a1", "three lines can not be parted without one being alone"),
    ("a short paragraph", 2.7, lines("a", 4), "a1", "two and two would be allowed; whole it reads better, and the gap is small"),
    ("a long paragraph", 5.7, lines("a", 12), "a6", "as many lines as have room stay: five, and seven go on"),
    ("heading", 3.2, "## a1\n\n" + lines("b", 6), "a1", "below a heading two lines are wanted"),
    ("heading with room", 5.9, "## a1\n\n" + lines("b", 6), "b3", "heading and two lines have room, and stay"),
    ("two headings", 6.0, "## a1\n\n### b1\n\n" + lines("c", 6), "a1", "a heading is not parted from the one below it"),
    ("heading and table", 4.6, "## a1\n\n" + rows("b", 6), "a1", "a heading, the header and the first row belong together"),
    ("header row", 2.9, rows("b", 6), "b1", "a header row is no use without a row below it"),
    ("row of two lines", 5.4, "| head | head |\n|---|---|\n| b1 | x |\n| b2 | x |\n| b3<br>b4 | x |\n| b5 | x |", "b3",
     "a row is not split: it goes over, below its header, which stands there again"),
    ("table caption", 2.9, "Table: a1\n\n" + rows("b", 4), "a1", "a caption stays with its table"),
    ("picture", 2.2, "Figure: a1\n\n" + PICTURE, "a1", "a caption stays with its picture"),
    ("what leads to a list", 1.9, "a1:\n\n- b1\n- b2\n- b3", "a1", "who reads \"bring along:\" wants to see what"),
    ("item of two lines", 2.0, "- b1\n- b2\\\n  b3\n- b4", "b2", "an item of two lines is one thought, and stays whole"),
    ("alert", 3.9, "> [!WARNING]\n> a1\\\n> a2\\\n> a3", "Warning", "a warning that is cut in half is read in half"),
    ("code", 2.9, "```\n" + lines("a", 3, "\n") + "\n```", "a1", "three lines of code can not be parted without one being alone"),
    ("term", 1.9, "<dl><dt>a1<dd>b1<dt>a2<dd>b2</dl>", r"a1|f\d+", "a word stays with what it means; a few lines that lead to it may go over too"),
    ("forced", 9.0, "a1\n\n\\newpage\n\nb1", "b1", "the author asked for it"),
    ("kept together", 4.0, '<div style="break-inside: avoid">\n\na1\n\na2\n\na3\n\na4\n\n</div>', "a1", "the author asked for it"),
    ("kept with what follows", 2.0, '<p style="break-after: avoid">a1</p>\n\nb1\\\nb2\\\nb3', "a1", "the author asked for it"),
    ("footnote", 2.9, "a1[^1]\n\n[^1]: " + lines("n", 2, " \\\n    "), "a11?", "a note begins on the page that refers to it"),
    ("signature", 2.2, "a1\n\n________________________________________\nb1", "a1|_+", "the line to sign on stays with what stands below it"),
]


def page_words(program, folder, name, text):
    """Words by page."""
    source, pdf = folder / (name + ".md"), folder / (name + ".pdf")
    source.write_text(FRONT + text + "\n")
    subprocess.run([program, "--paper=a5", str(source), "-o", str(pdf)], stderr=subprocess.DEVNULL, check=True, timeout=60)
    output = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], stdout=subprocess.PIPE, check=True).stdout.decode()
    return [page.split() for page in output.split("\f")[:-1]]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--hspdf", required=True)
    parser.add_argument("--build", required=True)
    options = parser.parse_args()
    if not shutil.which("pdftotext"):
        print("skipped: missing pdftotext")
        return 77
    folder = pathlib.Path(options.build) / "page-ends"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    room = len(page_words(options.hspdf, folder, "room", lines("f", 60))[0])
    failed = 0
    for name, left, text, wanted, reason in CASES:
        # Of the filling's lines one is a space between paragraphs; what is not whole is as much less room.
        filling = lines("f", room - int(left) - 1)
        # What follows keeps the last page from being almost empty, which would cost more than what is asked here.
        text = text.replace("[^1]: ", lines("z", 12) + "\n\n[^1]: ") if "[^1]: " in text else text + "\n\n" + lines("z", 12)
        pages = page_words(options.hspdf, folder, re.sub(r"\W", "-", name), filling + "\n\n" + text)
        first = next((word for word in pages[1] if TAG.match(word)), None) if len(pages) > 1 else None
        if first is None or not re.fullmatch(wanted, TAG.match(first)[0]):
            failed += 1
            print("%s: page 2 begins with %s, not with %s: %s" % (name, first, wanted, reason))
    print("%d page ends, %d failed" % (len(CASES), failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
