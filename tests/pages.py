"""Where pages end, in random texts of all styles: nothing lies outside the margins or over anything else, nothing is lost
or out of order, and no page and no column ends where it should not. Every third text is set in columns.

    pages.py --hspdf PROGRAM --build FOLDER [--random N] [--first SEED]

Each word says where it is from, so that a page tells which block and which line it holds: `p12w3` is the third word of
the twelfth block, a paragraph. Read by pdftotext -bbox; exit status 77: it is missing. What must hold:

  margins    each word lies within the margins, and within its column
  apart      no two words lie over each other
  order      each block's words are all there once, in their order, and so are the blocks
  widow      of a paragraph that goes on over the end of a page or column at least two lines stand on either
  heading    a heading's page, or column, has the first two lines of what follows, or all of it
  row        a table's row is in one of them
  note       a footnote begins on the page that refers to it
"""
import argparse
import html
import pathlib
import random
import re
import shutil
import subprocess
import sys

STYLES = ["leaflet", "large-print", "letter", "form", "booklet", "report", "poster", "trifold"]
PAPERS = {"poster": ["a3", "a4"]}
MARGIN = 40  # points, on all sides
GAP = 20  # between columns
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
TAG = re.compile(r"([phltn])(\d+)(?:r(\d+)c\d+)?w(\d+)")


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.count = 0
        self.notes = []
        self.sizes = {}  # words by kind and number of a block, or of a row

    def words(self, key, count):
        self.sizes[key] = count
        return " ".join("%sw%d" % (key, i) for i in range(count))

    def paragraph(self, key, most=90):
        text = self.words(key, self.random.randint(1, most))
        if self.random.random() < 0.15:
            note = "n%d" % self.count
            text += "[^%d]" % self.count
            self.notes.append("[^%d]: %s" % (self.count, self.words(note, self.random.randint(1, 40))))
        return text

    def heading(self, key):
        return "#" * self.random.randint(2, 4) + " " + self.words(key, self.random.randint(1, 9))

    def list(self, key):
        items = []
        for i in range(self.random.randint(2, 5)):
            self.count += i > 0
            items.append("- " + self.words("l%d" % self.count, self.random.randint(1, 30)))
        return "\n".join(items)

    def table(self, key):
        columns = self.random.randint(2, 3)
        rows = ["| " + " | ".join("head" for _ in range(columns)) + " |", "|" + "---|" * columns]
        for row in range(self.random.randint(2, 14)):
            rows.append("| " + " | ".join(self.words("%sr%dc%d" % (key, row, column), self.random.randint(1, 7))
                                          for column in range(columns)) + " |")
        return "\n".join(rows)

    def block(self):
        self.count += 1
        kind, make = self.random.choice([("p", self.paragraph)] * 5 + [("h", self.heading)] * 2
                                        + [("l", self.list), ("t", self.table)])
        return make("%s%d" % (kind, self.count))

    def document(self, style, columns):
        page = ", ".join("margin-%s: %dpt" % (side, MARGIN) for side in ("top", "right", "bottom", "left"))
        if columns > 1:
            page += ", columns: %d, column-gap: %dpt" % (columns, GAP)
        front = "---\nlang: en\nheader: none\nfooter: none\nstyle: {extends: %s, page: {%s}}\n---\n\n" % (style, page)
        body = "\n\n".join(self.block() for _ in range(self.random.randint(10, 40)))
        self.count += 1
        last = self.words("p%d" % self.count, 5)
        return front + "\n\n".join([body, last, *self.notes]) + "\n"


class Word:
    def __init__(self, page, left, width, columns, match):
        self.page = page
        self.left, self.top, self.right, self.bottom = (float(match[i]) for i in range(1, 5))
        self.left, self.right = self.left - left, self.right - left
        self.text = html.unescape(match[5])
        self.tag = TAG.match(self.text)
        margin = margin_of(width)
        step = (width - 2 * margin + GAP) / columns
        self.column = int((self.left + 1 - margin) / step)
        self.column_end = margin + (self.column + 1) * step - GAP
        self.frame = (page, self.column)

    def is_over(self, other):
        """Their boxes are as high as the font's tallest letters, which meet in tight lines."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return wide > 1 and high > 0.4 * min(self.bottom - self.top, other.bottom - other.top)


def margin_of(side):
    """On small paper margins give way."""
    return min(MARGIN, side / 8)


def panel_of(page, width, x):
    """The panel that a place is in, counted as it is read, how far left its text area's page would begin, and its width."""
    flap = width / 3 - 2 * 72 / 25.4
    wide = (width - flap) / 2
    numbers, lefts = (((4, 5, 0), (0, flap, flap + wide)), ((1, 2, 3), (0, wide, 2 * wide)))[page % 2]
    place = max(i for i in range(3) if lefts[i] <= x)
    return page // 2 * 6 + numbers[place], lefts[place] + (0 if numbers[place] in (3, 4) else (wide - flap) / 2), flap


def read_words(pdf, columns, has_panels):
    """And the pages' sizes, by page. Panels count as pages."""
    output = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                            check=True).stdout.decode()
    words, sizes = [], {}
    for number, page in enumerate(output.split("<page ")[1:]):
        width, height = (float(value) for value in re.match(r'width="([\d.]+)" height="([\d.]+)"', page).groups())
        for match in WORD.finditer(page):
            place = panel_of(number, width, float(match[1])) if has_panels else (number, 0, width)
            sizes[place[0]] = (place[2], height)
            words.append(Word(*place, columns, match))
    return sorted(words, key=lambda word: word.page), sizes


def key_of(word):
    kind, number, row, _ = word.tag.groups()
    return word.text[:word.tag.start(4) - 1] if row is not None else kind + number


def lines_of(words):
    """Pages and columns of a block's lines: words at one height are one."""
    lines = []
    for word in words:
        if not lines or lines[-1][0] != word.frame or abs(lines[-1][1] - word.bottom) > 2:
            lines.append((word.frame, word.bottom))
    return [frame for frame, _ in lines]


def check_margins(words, sizes, spans):
    for word in words:
        width, height = sizes[word.page]
        margin = margin_of(width)
        if not (word.left >= margin - 1 and word.right <= width - margin + 1 and word.bottom <= height - MARGIN + 1):
            yield "%s lies outside the margins of page %d" % (word.text, word.page + 1)
        if word.tag[1] != "n" and not spans and word.right > word.column_end + 1:
            yield "%s reaches out of its column on page %d" % (word.text, word.page + 1)


def check_apart(words):
    for page in {word.page for word in words}:
        placed = sorted((word for word in words if word.page == page), key=lambda word: word.top)
        for i, word in enumerate(placed):
            for other in placed[i + 1:]:
                if other.top > word.bottom:
                    break
                if word.is_over(other):
                    yield "%s and %s lie over each other on page %d" % (word.text, other.text, page + 1)


def check_order(blocks, sizes, spans):
    for key, count in sizes.items():
        numbers = [int(word.tag[4]) for word in blocks.get(key, [])]
        if numbers != list(range(count)):
            yield "of %s there are the words %s, not all of %d in order" % (key, numbers[:9], count)
    flow = sorted((key for key in blocks if key[0] in "phl"), key=lambda key: int(key[1:]))
    places = [(blocks[key][0].frame, blocks[key][0].bottom) for key in flow]
    if spans:
        return
    for before, after, key in zip(places, places[1:], flow[1:]):
        if after < before:
            yield "%s comes before what it follows" % key


def check_widows(lines):
    for key, pages in lines.items():
        if key[0] not in "pl" or len(pages) < 2:
            continue
        for page in set(pages):
            if pages.count(page) < 2 and len(set(pages)) > 1:
                yield "of %s a line stands alone (pages and columns of its lines: %s)" % (key, pages)


def check_headings(lines, order, spans):
    for key, after in zip(order, order[1:]):
        frames = [frame[0] if spans else frame for frame in lines[key] + lines[after][:2]]
        if key[0] == "h" and len(set(frames)) > 1:
            yield "the heading %s is parted from what follows it" % key


def check_rows(blocks, spans):
    pages = {}
    for key, words in blocks.items():
        if key[0] == "t":
            pages.setdefault(key[:key.index("c")], set()).update((word.page, 0 if spans else word.column) for word in words)
    for row, on in pages.items():
        if len(on) > 1:
            yield "the row %s is in several pages or columns: %s" % (row, sorted(on))


def check_notes(blocks):
    for key, words in blocks.items():
        if key[0] == "n" and words[0].page != blocks["p" + key[1:]][-1].page:
            yield "the note %s does not begin where it is referred to" % key


def block_order(blocks):
    """Keys by the number of their block; of a table its first row."""
    first = {}
    for key in blocks:
        if key[0] in "phl" or key[0] == "t" and key.endswith("r0c0"):
            first[int(re.match(r"[a-z](\d+)", key)[1])] = key
    return [first[number] for number in sorted(first)]


def faults(program, folder, seed):
    maker = Maker(seed)
    style = STYLES[seed % len(STYLES)]
    paper = maker.random.choice(PAPERS.get(style, ["a4", "letter", "a5"]))
    columns = maker.random.randint(2, 3) if seed % 3 == 2 else 1
    source, pdf = folder / ("%d.md" % seed), folder / ("%d.pdf" % seed)
    source.write_text(maker.document(style, columns))
    told = subprocess.run([program, "--paper", paper, str(source), "-o", str(pdf)], stderr=subprocess.PIPE, check=True,
                          timeout=120).stderr.decode()
    fewer = re.search(r"set in (\d) \[columns-narrow\]", told)
    spans = "[table-spans]" in told  # so that columns begin anew on a page
    words, sizes = read_words(pdf, int(fewer[1]) if fewer else columns, style == "trifold")
    words = [word for word in words if word.tag]
    blocks = {}
    for word in words:
        blocks.setdefault(key_of(word), []).append(word)
    for placed in blocks.values():
        placed.sort(key=lambda word: int(word.tag[4]))
    lines = {key: lines_of(placed) for key, placed in blocks.items()}
    yield from check_margins(words, sizes, spans)
    yield from check_apart(words)
    if "[table-blocks]" in told:  # which says headers again beside each cell
        return
    yield from check_order(blocks, maker.sizes, spans)
    yield from check_widows(lines)
    yield from check_headings(lines, block_order(blocks), spans)
    yield from check_rows(blocks, spans)
    yield from check_notes(blocks)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--hspdf", required=True)
    parser.add_argument("--build", required=True)
    parser.add_argument("--random", type=int, default=70)
    parser.add_argument("--first", type=int, default=0)
    options = parser.parse_args()
    if not shutil.which("pdftotext"):
        print("skipped: missing pdftotext")
        return 77
    folder = pathlib.Path(options.build) / "pages"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    failed = 0
    for seed in range(options.first, options.first + options.random):
        found = list(faults(options.hspdf, folder, seed))
        failed += bool(found)
        for fault in found[:5]:
            print("%s: %s" % (folder / ("%d.md" % seed), fault))
    print("%d texts, %d failed" % (options.random, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
