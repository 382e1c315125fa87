"""What a PDF is worth, whatever made it: are its words there and in order, can they be seen, does it keep to its standards.

Three readers give the text back; each file is judged by the one that does best with it.
"""

import collections
import html
import pathlib
import re
import subprocess
import tempfile
import unicodedata

READERS = (["pdftotext", "{}", "-"], ["pdftotext", "-raw", "{}", "-"], ["mutool", "draw", "-q", "-F", "txt", "{}"])
BY_LETTER = {"th", "zh", "ja", "hi"}  # no spaces between words, or marks that readers set apart from their letters
IGNORED = re.compile("[\u00ad\u064b-\u065f\u0640\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\x0c]")
PROFILES = ("ua1", "2a")
SECONDS = 600


def output_of(command):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=SECONDS).stdout.decode(
        "utf-8", "replace")


def tokens(text, lang):
    text = IGNORED.sub("", unicodedata.normalize("NFKC", text))
    if lang in BY_LETTER:
        return [letter for letter in text if unicodedata.category(letter)[0] in "LMN"]
    return re.findall(r"[^\W_]+", text)


def compare(wanted, have):
    """How many are lost, and how many of the others are not in their order: what `diff` finds in common is in order."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [pathlib.Path(folder) / name for name in ("wanted", "have")]
        for path, words in zip(paths, (wanted, have)):
            path.write_text("".join(word + "\n" for word in words), encoding="utf-8")
        differing = sum(line.startswith("< ") for line in output_of(["diff", *map(str, paths)]).split("\n"))
    lost = sum((collections.Counter(wanted) - collections.Counter(have)).values())
    return lost, max(differing - lost, 0)


def words(pdf, text, lang):
    wanted = tokens(text, lang)
    found = []
    for reader in READERS:
        have = tokens(output_of([part.format(pdf) for part in reader]), lang)
        found.append(compare(wanted, have))
        if found[-1] == (0, 0):
            break
    lost, moved = min(found, key=sum)
    return {"words": len(wanted), "lost": lost, "moved": moved}


def missing_glyphs(pdf):
    """Glyphs that stand for no character: the font's box, which is its glyph 0."""
    trace = subprocess.Popen(["mutool", "trace", str(pdf)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return sum(b'glyph="0"' in line or b'glyph=".notdef"' in line for line in trace.stdout)


def sheets(pdf):
    """Of each page its width and height, and its words' boxes (left, top, right, bottom, text)."""
    for width, height, sheet in re.findall(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>',
                                           output_of(["pdftotext", "-bbox", str(pdf), "-"]), re.S):
        boxes = re.findall(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', sheet)
        yield float(width), float(height), [(*map(float, box[:4]), html.unescape(box[4])) for box in boxes]


def unseen(pdf):
    """Words that lie beyond the paper, or over another."""
    count = 0
    for width, height, boxes in sheets(pdf):
        count += sum(box[0] < 0 or box[2] > width + 1 or box[3] > height + 1 for box in boxes)
        rows = collections.defaultdict(list)
        for box in boxes:
            rows[round(box[1])].append(box)
        for row in rows.values():
            row.sort()
            count += sum(b[0] < a[2] - 2 for a, b in zip(row, row[1:]))
    return count


def facts(pdf):
    info = output_of(["pdfinfo", str(pdf)])
    pages = re.search(r"^Pages: *(\d+)", info, re.M)
    return {"pages": int(pages[1]) if pages else 0, "tagged": bool(re.search(r"^Tagged: *yes", info, re.M)),
            "bytes": pathlib.Path(pdf).stat().st_size}


def table_facts(pdf, markdown):
    """What became of a document that is one table: the paper it takes (pt), rows that a page's end breaks, pages that begin
    without the table's head, and the smallest type (pt)."""
    lines = [line for line in markdown.split("\n") if line.startswith("|")]
    rows = [tokens(line, "en") for line in [lines[0], *lines[2:]]]
    everywhere = collections.Counter(token for row in rows for token in set(row))
    height, pages_of, found = 0, collections.defaultdict(set), []
    for number, (_, paper, boxes) in enumerate(sheets(pdf)):
        inside = [box for box in boxes if 50 < box[1] and box[3] < paper - 50]  # without what stands in the margins
        height += max((box[3] for box in inside), default=0) - min((box[1] for box in inside), default=0)
        found.append("".join(box[4] for box in inside))
        for token in {token for box in inside for token in tokens(box[4], "en")}:
            pages_of[token].add(number)
    of_rows = [[pages_of[token] for token in row if everywhere[token] == 1] for row in rows[1:]]
    broken = sum(len(set().union(*pages)) > 1 for pages in of_rows)
    headless = sum(not all(token in page for token in rows[0]) for page in found if page)
    sizes = re.findall(r'<font name="[^"]*" size="([\d.]+)"', output_of(["mutool", "draw", "-q", "-F", "stext", str(pdf)]))
    return {"height": height, "broken": broken, "headless": headless, "smallest": min(map(float, sizes), default=0)}


def verdicts(jar, paths):
    """By path: the profiles of PROFILES that veraPDF finds a file to keep to."""
    passed = {str(path): [] for path in paths}
    for profile in PROFILES if paths else ():
        command = ["java", "-XX:+UseSerialGC", "-Djava.awt.headless=true", "-cp", str(jar),
                   "org.verapdf.apps.GreenfieldCliWrapper", "-f", profile, "--format", "text", *map(str, paths)]
        for verdict, path in re.findall(r"^(PASS|FAIL) (.*) %s" % profile, output_of(command), re.M):
            if verdict == "PASS":
                passed[path].append(profile)
    return passed
