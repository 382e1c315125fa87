"""What leads through a PDF stands where it should: links over their words, destinations and outline at their headings,
labels of pages; and the structure's elements on every page that they run over.

    navigation.py --hspdf PROGRAM --build FOLDER

Read by qpdf and poppler. Exit status 77: one of them is missing.
"""
import argparse
import json
import pathlib
import re
import shutil
import subprocess
import sys

LINE = "Many words make a line that runs to its end and goes on to the next one after it. "
TEXT = """---
title: The title
lang: en
style:
  page: {duplex: long-edge}
---

## One

Go to [Linkedplace](#the%%72e), to [Webplace](https://example.org/a?b=c&d=é), to [Nowhere](#missing) and
[Script](javascript:x), and see the note[^1].

### One and a half

#### Deep

%s

## Two

<p id="there">Therebegins a paragraph.</p>

[^1]: Notetext stands here.
""" % (LINE * 60)


class File:
    def __init__(self, path):
        output = subprocess.run(["qpdf", "--json=2", "--json-key=qpdf", str(path)], stdout=subprocess.PIPE, check=True)
        self.objects = json.loads(output.stdout)["qpdf"][1]
        self.path = path
        self.root = self.at(self.objects["trailer"]["value"]["/Root"])
        self.pages = self.at(self.root["/Pages"])["/Kids"]

    def at(self, reference):
        if isinstance(reference, str) and re.fullmatch(r"\d+ 0 R", reference):
            return self.objects["obj:" + reference]["value"]
        return reference

    def words(self):
        """(page, word, left, bottom, right, top) in PDF's coordinates."""
        html = subprocess.run(["pdftotext", "-bbox", str(self.path), "-"], stdout=subprocess.PIPE).stdout.decode()
        page, height = -1, 0
        for line in html.splitlines():
            match = re.search(r'<page width="[\d.]+" height="([\d.]+)"', line)
            if match:
                page, height = page + 1, float(match[1])
            match = re.search(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)</word>', line)
            if match:
                left, top, right, bottom = map(float, match.groups()[:4])
                yield page, match[5], left, height - bottom, right, height - top

    def place_of(self, text):
        return next(word for word in self.words() if text in word[1])

    def annotations(self):
        return [(number, self.at(annotation)) for number, page in enumerate(self.pages)
                for annotation in self.at(self.at(page).get("/Annots", []))]

    def outline(self, item, depth=0):
        entries, child = [], item.get("/First")
        while child:
            entry = self.at(child)
            entries.append((depth, entry["/Title"][2:], entry.get("/Count", 0), entry["/Dest"]))
            entries += self.outline(entry, depth + 1)
            child = entry.get("/Next")
        return entries


def leads_to(file, destination, word):
    """The destination is on the word's page, at the upper edge of its line."""
    page, _, _, bottom, _, top = file.place_of(word)
    return file.pages.index(destination[0]) == page and bottom < destination[3] < top + 12


def check_links(file):
    expected = {"Linkedplace": "u:Linkedplace", "Webplace": "u:Webplace", "note": "u:Notetext stands here."}
    annotations = file.annotations()
    assert len(annotations) == 4, "%d annotations" % len(annotations)
    assert [a["/Contents"] for _, a in annotations[:3]] == list(expected.values()), "other descriptions"
    for (page, annotation), word in zip(annotations, expected):
        left, bottom, right, top = annotation["/Rect"]
        there, _, word_left, word_bottom, word_right, word_top = file.place_of(word)
        middle = (word_bottom + word_top) / 2
        assert there == page and bottom < middle < top, "the link of %s is not on its line" % word
        assert word_left - 3 < right and left < word_right + 3, "the link of %s is not at its words" % word
        assert right - left < word_right - word_left + 8, "the link of %s is too wide" % word
    assert leads_to(file, annotations[0][1]["/Dest"], "Therebegins"), "the internal link leads elsewhere"
    assert annotations[1][1]["/A"]["/URI"] == "u:https://example.org/a?b=c&d=%C3%A9", "another address"
    assert leads_to(file, annotations[2][1]["/Dest"], "Notetext"), "the note's link leads elsewhere"
    assert leads_to(file, annotations[3][1]["/Dest"], "note"), "the note's mark does not lead back"


def check_outline(file):
    outline = file.outline(file.at(file.root["/Outlines"]))
    assert [entry[:3] for entry in outline] == [
        (0, "The title", 2), (1, "One", -1), (2, "One and a half", -1), (3, "Deep", 0), (1, "Two", 0)], outline
    for entry, word in zip(outline, ["title", "One", "half", "Deep", "Two"]):
        assert leads_to(file, entry[3], word), "the outline's %s leads elsewhere" % entry[1]
    assert file.at(file.root["/Outlines"])["/Count"] == 3, "the outline is not open to two levels"


def check_names(file):
    names = file.root["/Names"]["/Dests"]["/Names"]
    words = {"u:deep": "Deep", "u:one": "One", "u:one-and-a-half": "half", "u:there": "Therebegins", "u:two": "Two"}
    assert names[::2] == sorted(words), names  # an ID, and the anchors of headings that have none
    for name, place in zip(names[::2], names[1::2]):
        assert leads_to(file, place, words[name]), "the named destination %s is elsewhere" % name
    assert file.root["/PageLabels"]["/Nums"] == [0, {"/S": "/D"}], "other labels"
    preferences = {"/DisplayDocTitle": True, "/PrintScaling": "/None", "/Duplex": "/DuplexFlipLongEdge"}
    assert file.root["/ViewerPreferences"] == preferences, file.root["/ViewerPreferences"]


def check_structure(file):
    assert len(file.pages) > 1, "the text is on one page"
    tree = subprocess.run(["pdfinfo", "-struct-text", str(file.path)], stdout=subprocess.PIPE).stdout.decode()
    paragraphs = re.findall(r'^  P \(block\)\n((?: {4}".*?"\n)+)', tree, re.S | re.M)
    whole = [text for text in paragraphs if text.count("Many") == text.count("after it.") == 60]
    assert len(whole) == 1, "the paragraph over two pages is not one element"


def main():
    parser = argparse.ArgumentParser()
    for name in ["--hspdf", "--build"]:
        parser.add_argument(name, required=True)
    options = parser.parse_args()
    if not all(map(shutil.which, ["qpdf", "pdfinfo", "pdftotext"])):
        print("skipped: qpdf or poppler is missing")
        return 77
    folder = pathlib.Path(options.build) / "navigation"
    folder.mkdir(exist_ok=True)
    source, pdf = folder / "text.md", folder / "text.pdf"
    source.write_text(TEXT, encoding="utf-8")
    subprocess.run([options.hspdf, str(source), "-o", str(pdf)], check=True, stderr=subprocess.DEVNULL)
    file = File(pdf)
    for check in [check_links, check_outline, check_names, check_structure]:
        check(file)
    print("links, outline, names and structure are in place")
    return 0


if __name__ == "__main__":
    sys.exit(main())
