"""Compiles every case and every example, and holds each to what it must give.

A case is tests/cases/NAME.md. What it must give stands in NAME.expect, lines of `key: value`:
    holds: one sentence                       (required)
    exit: 0                                   (default 0)
    options: --paper a5
    diagnostic: 3:1: warning [alt-missing]    (one line each; one that is not announced fails the case)
    image: rgb.png                            (copied beside it, from the images made for tests, or from tests/cases)
    drawn: apart, since …                     (the words are drawn in another order than they are told)
and in files beside it, where they exist: NAME.document and NAME.layout, what --dump gives, NAME.tags, the structure tree
and the outline as structure.py reads them, and NAME.p1.png, page 1 at 40 dpi. Always, where a PDF is made: all words of
the source are in pdftotext's output in order, and in the structure tree (structure.py; pdfinfo -struct-text), qpdf and,
where it is there, MuPDF find no fault, and a second run in another folder, time zone and locale gives the same bytes.

    run_cases.py --hspdf PROGRAM --source REPOSITORY --build FOLDER [--accept] [NAME...]

--accept stores the dumps and pictures that exist anew; look at them before you commit. Exit status 77: a program that
is needed is missing.
"""
import argparse
import collections
import html.parser
import os
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import unicodedata
import zlib
from concurrent.futures import ThreadPoolExecutor

import structure

TOOLS = ["cmark-gfm", "pdfinfo", "pdftotext", "pdftoppm", "qpdf"]
PICTURE_DPI = 40
PICTURE_CELL = 16  # pixels
PICTURE_TOLERANCE = 24  # mean difference of grey values, of 255, in a cell: a letter moved by half its width is over it
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]")
# Scripts without spaces, and those whose spaces readers guess: compared by characters.
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u0900-\u0dff\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]")

BLANK = "\u2054"  # punctuation as the underscore is
ESCAPED = 0x10FF00  # and on: brackets and braces behind a backslash
SPAN = re.compile(r"\[([^][]*)\]\{([#.][\w-]+|\w+=[^\s{}]+)( [^{}\n]*)?\}")


class Text(html.parser.HTMLParser):
    """The words that a browser would show."""

    HIDDEN = {"script", "style", "title", "iframe", "rp", "svg", "template"}
    INLINE = {"b", "i", "em", "strong", "a", "code", "span", "sub", "sup", "del", "u", "s", "mark", "small", "input", "font",
              "abbr", "big", "kbd", "var", "cite", "samp", "bdo", "bdi"}
    VOID = {"br", "hr", "img", "input", "wbr", "col", "link", "meta", "source", "embed", "area", "param", "track"}

    def __init__(self, folder):
        super().__init__()
        self.folder = folder  # where images are: of one that is shown the alternative text is not on the page
        self.parts = []
        self.hidden = []  # what is open of it: the tags

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        is_hidden = "hidden" in values or re.search(r"display:\s*none|visibility:\s*hidden", values.get("style") or "",
                                                    re.I)
        is_hidden = is_hidden or tag == "dialog" and "open" not in values
        if tag in self.HIDDEN or (is_hidden or self.hidden) and tag not in self.VOID:
            self.hidden.append(tag)
        if tag == "img":
            attributes = dict(attributes)
            source = attributes.get("src") or ""
            shown = source.startswith("data:") or (self.folder / source).is_file()
            words = attributes.get("alt", os.path.basename(source)) or ""
            self.parts.append(" " if shown else " %s " % words)
        elif tag not in self.INLINE:
            self.parts.append(" ")

    def handle_endtag(self, tag):
        if tag in self.hidden:
            del self.hidden[max(i for i, other in enumerate(self.hidden) if other == tag):]
        if tag not in self.INLINE:
            self.parts.append(" ")

    def handle_data(self, data):
        if not self.hidden:
            self.parts.append(data)


def body_of(source):
    text = source.decode("utf-8", "replace").lstrip("\ufeff").replace("\r\n", "\n")
    match = re.match(r"---[ \t]*\n(?=\S)(.*?\n)?(---|\.\.\.)[ \t]*(\n|$)", text, re.S)
    return text[match.end():] if match else text


def escape_blanks(match):
    """`(___) ___-____` has no emphasis in it."""
    text = match[0]
    return text.replace("_", BLANK) if text.count("_") >= 3 and text.strip("_") else text


def take_span(match):
    """`[words]{.x}`; brackets of which one stands within a tag, as `[*a]{.b}*`, are none."""
    tags = re.findall(r"<(/?)\w", match[1])
    is_whole = tags.count("") == tags.count("/") and not re.search(r"</?(p|li|t[dh]|h\d|pre|div)\b", match[1])
    return match[1] if is_whole else match[0].replace("]{", "]\0{")


def take_spans(page):
    before = None
    while page != before:
        before, page = page, SPAN.sub(take_span, page)
    return page.replace("\0", "")


def source_words(source, folder):
    command = ["cmark-gfm", "-t", "html", "--unsafe"]
    for extension in ["footnotes", "table", "strikethrough", "autolink", "tasklist"]:
        command += ["-e", extension]
    body = body_of(source)
    if "]{" in body:
        body = re.sub(r"\\([][{}])", lambda match: chr(ESCAPED + "[]{}".index(match[1])), body)
    body = re.sub(r"(?<=[^\s~`])( #+)? *(?<!\])\{([#.][\w-]+|\w+=\S+)( [^{}\n]*)?\}$", "", body, flags=re.M)  # attributes
    body = re.sub(r"(?<=\))\{[^{}\n]*\}", "", body)
    body = re.sub(r"(?mi)^((?:[ >*-]|\[[ x]\]|\d+[.)])*)(?:table|figure|tabelle|abbildung)?: ", r"\1", body)  # of captions
    body = re.sub(r"(?<![^\s|])[_/().:+-]+(?![^\s|])", escape_blanks, body)
    page = subprocess.run(command, input=body.encode(), stdout=subprocess.PIPE, check=True).stdout.decode()
    page = take_spans(page.replace(BLANK, "_"))
    for i, character in enumerate("[]{}"):
        page = page.replace(chr(ESCAPED + i), character)
    page = re.sub(r'<a href="#fnref.*?</a>', "", page)  # the way back from a footnote is a browser's
    prints_links = re.search(rb"^links: (print|beside)$", source, re.M)
    if prints_links:  # notes are numbered anew
        page = re.sub(r'<sup class="footnote-ref">.*?</sup>', "", page)
    # What stands for something: it is not set as words.
    page = re.sub(r"(?i)(<blockquote>\s*<p>)\[!(note|tip|important|warning|caution)\](\s*(<br />)?\n|(?=</p>\s*<(?!/b)))",
                  r"\1", page)
    page = re.sub(r"(<(?:p|li)>(?:<input[^>]*> )?)\\(newpage|pagebreak|clearpage)(?=\s*<)", r"\1", page)
    page = re.sub(r"(?i)<p>(\[toc\]|\[\[<em>toc</em>\]\])</p>", "", page)
    page = re.sub(r"(?i)(<li>(<input[^>]*>)? *)\[toc\]\s*(?=</li>|<[uo]l|<p|<h\d|<table|<blockquote|<div)", r"\1", page)
    text = Text(folder)
    text.feed(page)
    text.close()
    words = clean("".join(text.parts))
    return re.findall(r"\w+", " ".join(words)) if prints_links else words  # between a link and a full stop is more then


def clean(text):
    """Words, without what shaping or line ends may change."""
    text = unicodedata.normalize("NFC", text)
    text = re.sub("[\ufffd\U000f0000-\U0010ffff-]", "", text)  # private use; poppler joins hyphens at line ends
    text = re.sub("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]", "", text)
    text = re.sub("[_\uff3f]{3,}", "___", text)  # rules to write on: as long as there is room
    text = re.sub("[.\u2026]{4,}", "...", text)
    return text.split()


def told_words(words):
    """Without what is told by other words: rules to write on."""
    return re.sub("_+|[.\u2026]{3,}", " ", " ".join(words)).split()


CLUSTERED = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff\u0590-\u0dff\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\ufb1d-\ufefc]")
SMART_MARKS = re.compile("[\"'.‐-…«»‹›「-』]")


def find_in_order(wanted, have):
    """The first wanted character that is not in `have` in order; None if all are. Spaces do not count, since a word
    may be broken where it is wider than its column."""
    text, at = "".join(have), 0
    for word in wanted:
        found = text.find(word, at)
        if found < 0:
            return word
        at = found + len(word)
    return None


def words_drawn(pdf):
    # -raw is the order in which text is drawn, ours; without it poppler reads some tables by columns.
    return subprocess.run(["pdftotext", "-raw", str(pdf), "-"], stdout=subprocess.PIPE, check=True).stdout.decode()


def words_of_structure(pdf):
    """What a screen reader is given: the text of the structure tree's elements, in its order."""
    tree = subprocess.run(["pdfinfo", "-struct-text", str(pdf)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          check=True).stdout.decode()  # it does not know forms on paper, and says so
    return " ".join(re.findall(r'^ *"(.*?)"$', tree, re.S | re.M))


def words_fault(source, folder, output, is_apart=False, is_told=False):
    wanted, have = source_words(source, folder), clean(output)
    wanted = told_words(wanted) if is_told else wanted
    if re.search(rb"^smart: true$", source, re.M):  # its marks are others than the source's
        wanted, have = ([SMART_MARKS.sub("", word) for word in words] for words in (wanted, have))
    if any(RIGHT_TO_LEFT.search(word) for word in wanted):
        # Readers order right-to-left text by guesses of their own (docs/architecture.md): most words must be there.
        there = sum(word in have for word in wanted)
        return None if there >= 0.75 * len(wanted) else "only %d of %d words are there" % (there, len(wanted))
    if any(UNSPACED.search(word) for word in wanted):
        missing = set("".join(wanted)) - set("".join(have))
        return "characters are missing: %r" % "".join(sorted(missing)) if missing else None
    if is_apart:
        missing = collections.Counter(wanted) - collections.Counter(have)
        return "words are not there: %r" % list(missing)[:3] if missing else None
    missing = find_in_order(wanted, have)
    return "the word %r is not there, or not in order" % missing if missing else None


def told_fault(source, folder, pdf):
    """What a screen reader is told, in each script and direction: each word, in the source's order."""
    try:
        told = structure.plain_text(structure.Pdf(pdf).tree())
    except structure.Fault as fault:
        return str(fault)
    wanted, have = told_words(source_words(source, folder)), clean(told)
    if re.search(rb"^smart: true$", source, re.M):
        wanted, have = ([SMART_MARKS.sub("", word) for word in words] for words in (wanted, have))
    missing = find_in_order(wanted, have)
    return "the word %r is not there, or not in order" % missing if missing else None


def mupdf_fault(pdf):
    """MuPDF mends what it can not read, and says so: there is nothing to mend."""
    if not shutil.which("mutool"):
        return None
    command = ["mutool", "draw", "-q", "-F", "stext", "-o", os.devnull, str(pdf)]
    said = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE).stderr.decode("utf-8", "replace")
    lines = [line for line in said.splitlines() if "ICC support is not available" not in line]
    return lines[0] if lines else None


def pgm_read(path):
    """Rows of grey values."""
    data = path.read_bytes()
    match = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", data)
    width, height = int(match[1]), int(match[2])
    return [list(data[match.end() + y * width:match.end() + (y + 1) * width]) for y in range(height)]


def png_read(path):
    """Rows of grey values of a picture that png_write wrote."""
    data, at, packed = path.read_bytes(), 8, b""
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        chunk = data[at + 8:at + 8 + length]
        if kind == b"IHDR":
            width, height = struct.unpack(">II", chunk[:8])
        if kind == b"IDAT":
            packed += chunk
        at += 12 + length
    data = zlib.decompress(packed)
    return [list(data[y * (width + 1) + 1:(y + 1) * (width + 1)]) for y in range(height)]


def png_write(path, rows):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 0, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + bytes(row) for row in rows))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b""))


def cell_means(rows):
    for y in range(0, len(rows), PICTURE_CELL):
        for x in range(0, len(rows[0]), PICTURE_CELL):
            values = [value for row in rows[y:y + PICTURE_CELL] for value in row[x:x + PICTURE_CELL]]
            yield sum(values) / len(values)


class Case:
    def __init__(self, path, options):
        self.path, self.options = path, options
        self.work = pathlib.Path(options.build) / "cases" / path.parent.name / path.stem
        self.faults = []
        self.exit, self.arguments, self.diagnostics, self.images, self.holds = 0, [], [], [], None
        expect = path.with_suffix(".expect")
        self.is_example = not expect.exists()
        # Panels stand elsewhere on the sheet than they are read.
        self.is_apart = self.is_example and re.search(r"^style: trifold$", path.read_text(), re.M) is not None
        for line in [] if self.is_example else expect.read_text().splitlines():
            key, _, value = line.partition(": ")
            if key == "holds":
                self.holds = value
            elif key == "exit":
                self.exit = int(value)
            elif key == "options":
                self.arguments = value.split()
            elif key == "diagnostic":
                self.diagnostics.append(value)
            elif key == "image":
                self.images.append(value)
            elif key == "drawn" and value.startswith("apart, since "):
                self.is_apart = True
            else:
                self.faults.append("unknown line in %s: %s" % (expect.name, line))
        if not self.is_example and not self.holds:
            self.faults.append("no line 'holds:' in " + expect.name)

    def copy_images(self, folder):
        beside = self.path.parent / "images"
        if self.is_example and beside.is_dir():
            shutil.copytree(beside, folder / "images", dirs_exist_ok=True)
        for name in self.images:
            made = pathlib.Path(self.options.build) / "tests" / "images" / name
            shutil.copyfile(made if made.exists() else self.path.parent / name, folder / name)

    def compile(self, folder, more=(), **environment):
        folder.mkdir(parents=True, exist_ok=True)
        copy = folder / self.path.name
        shutil.copyfile(self.path, copy)
        self.copy_images(folder)
        command = [self.options.hspdf, *self.arguments, *more, copy.name]
        environment = {**os.environ, **environment}
        environment.pop("SOURCE_DATE_EPOCH", None)  # would be written; tests/cli/test_metadata.sh has it
        return subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment,
                              timeout=120)

    def check_messages(self, run):
        if run.returncode != self.exit:
            self.faults.append("exit status %d, not %d: %s" % (run.returncode, self.exit, run.stderr.decode()[:300]))
        pattern = re.compile(r"^%s:(?:(\d+:\d+): |\s)?(\w+): .*\[([a-z0-9-]+)\]$" % re.escape(self.path.name))
        got = []
        for line in run.stderr.decode().splitlines():
            match = pattern.match(line)
            got.append("%s: %s [%s]" % (match[1] or "-", match[2], match[3]) if match else line)
        for line in sorted(set(got) - set(self.diagnostics)):
            self.faults.append("not announced: " + line)
        for line in sorted(set(self.diagnostics) - set(got)):
            self.faults.append("announced, but not given: " + line)

    def check_dump(self, kind):
        stored = self.path.with_suffix("." + kind)
        if not stored.exists():
            return
        dump = self.compile(self.work / "first", ["--dump=" + kind]).stdout
        if self.options.accept:
            stored.write_bytes(dump)
        elif stored.read_bytes() != dump:
            (self.work / stored.name).write_bytes(dump)
            self.faults.append("%s differs: diff %s %s" % (stored.name, stored, self.work / stored.name))

    def check_tags(self, pdf):
        stored = self.path.with_suffix(".tags")
        if not stored.exists():
            return
        read = structure.Pdf(pdf)
        text = "\n".join([*structure.dump(read.tree()), *("outline: " + line for line in read.outline())]) + "\n"
        if self.options.accept:
            stored.write_text(text, encoding="utf-8")
        elif stored.read_text(encoding="utf-8") != text:
            (self.work / stored.name).write_text(text, encoding="utf-8")
            self.faults.append("%s differs: diff %s %s" % (stored.name, stored, self.work / stored.name))

    def check_picture(self, pdf):
        stored = self.path.with_suffix(".p1.png")
        if not stored.exists():
            return
        new = self.work / stored.name
        subprocess.run(["pdftoppm", "-r", str(PICTURE_DPI), "-gray", "-singlefile", str(pdf), str(new)], check=True)
        got = pgm_read(new.with_name(new.name + ".pgm"))
        png_write(new, got)
        if self.options.accept:
            shutil.copyfile(new, stored)
            return
        wanted = png_read(stored)
        if len(wanted) != len(got) or len(wanted[0]) != len(got[0]):
            self.faults.append("%s has another size; new: %s" % (stored.name, new))
            return
        difference = [[255 - abs(a - b) for a, b in zip(*rows)] for rows in zip(wanted, got)]
        worst = max(255 - mean for mean in cell_means(difference))
        if worst > PICTURE_TOLERANCE:
            png_write(self.work / "difference.png", [a + b + c for a, b, c in zip(wanted, got, difference)])
            self.faults.append("%s differs by %.0f; stored, new and difference side by side: %s"
                               % (stored.name, worst, self.work / "difference.png"))

    def check_pdf(self, pdf):
        source = self.path.read_bytes()
        fault = words_fault(source, pdf.parent, words_drawn(pdf), self.is_apart)
        if fault:
            self.faults.append(fault)
        # poppler loses what follows a cluster whose text cairo says apart.
        if not CLUSTERED.search(source.decode("utf-8", "replace")):
            fault = words_fault(source, pdf.parent, words_of_structure(pdf), is_told=True)
            if fault:
                self.faults.append("in the structure tree, by poppler: " + fault)
        fault = told_fault(source, pdf.parent, pdf)
        if fault:
            self.faults.append("in the structure tree: " + fault)
        checked = subprocess.run(["qpdf", "--check", str(pdf)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if checked.returncode != 0 or b"WARNING" in checked.stdout:
            self.faults.append("qpdf: " + checked.stdout.decode()[-300:])
        fault = mupdf_fault(pdf)
        if fault:
            self.faults.append("mutool: " + fault)
        again = self.work / "again" / "elsewhere"
        self.compile(again, LC_ALL="tr_TR.UTF-8", TZ="Asia/Kathmandu", HOME="/nonexistent")
        if (again / pdf.name).read_bytes() != pdf.read_bytes():
            self.faults.append("a second run gives other bytes")

    def run(self):
        shutil.rmtree(self.work, ignore_errors=True)
        run = self.compile(self.work / "first")
        pdf = self.work / "first" / (self.path.stem + ".pdf")
        self.check_messages(run)
        if self.exit == 0 and pdf.exists():
            self.check_pdf(pdf)
            self.check_picture(pdf)
            self.check_tags(pdf)
        elif pdf.exists():
            self.faults.append("an output was written")
        elif self.exit == 0:
            self.faults.append("no output was written")
        self.check_dump("document")
        self.check_dump("layout")
        return self


def main():
    parser = argparse.ArgumentParser()
    for name in ["--hspdf", "--source", "--build"]:
        parser.add_argument(name, required=True)
    parser.add_argument("--accept", action="store_true")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    if missing:
        print("skipped: missing " + ", ".join(missing))
        return 77
    source = pathlib.Path(options.source).resolve()
    paths = sorted((source / "tests" / "cases").glob("*.md")) + sorted((source / "examples").glob("*.md"))
    paths += sorted((source.parent / "shared" / "acceptance").glob("*.md"))
    cases = [Case(path, options) for path in paths if not options.names or path.stem in options.names]
    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(Case.run, cases))
    failed = [case for case in done if case.faults]
    for case in failed:
        print("%s: %s" % (case.path.name, case.holds or "an example compiles without a diagnostic"))
        for fault in case.faults:
            print("    " + fault)
    print("%d cases, %d failed" % (len(done), len(failed)))
    return 1 if failed or not done else 0


if __name__ == "__main__":
    sys.exit(main())
