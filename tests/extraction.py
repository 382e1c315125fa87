#!/usr/bin/env python3
"""What readers make of the text: pdftotext gives each sentence of examples/scripts.md back.

    extraction.py --hspdf PROGRAM --source FOLDER --build FOLDER [--table]

Each sentence is a document of its own, on paper so narrow that it takes several lines. LETTERS must come back letter for
letter, apart from line ends, in reading order and with -raw; of the others at least so many words of a hundred in order.
--table prints what was found, for docs/scripts.md. Exit status 77: pdftotext is missing.
"""

import argparse
import difflib
import html
import pathlib
import re
import shutil
import subprocess
import sys
import unicodedata

# Least shares of words in order, of a hundred: reading order, -raw. Why they fall short: docs/scripts.md.
SHARES = {"ar": (90, 75), "fa": (80, 75), "ur": (80, 75), "he": (90, 90)}
# Readers put spaces between letters there: letters must be right.
LETTERS_ALONE = {"km", "lo", "bo", "si", "te", "pa", "gu"}
MODES = ((), ("-raw",), ("mutool",))


def plain(text):
    text = unicodedata.normalize("NFC", html.unescape(text))
    return re.sub("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]", "", text)


def sentences(source):
    example = (source / "examples" / "scripts.md").read_text(encoding="utf-8")
    rows = re.findall(r'<tr><th scope="row">([^<]*)</th><td lang="([^"]*)">([^<]*)</td></tr>', example)
    assert len(rows) > 30, "examples/scripts.md has another form"
    return rows


def extract(pdf, mode):
    if mode == ("mutool",):
        command = ["mutool", "draw", "-q", "-F", "txt", str(pdf)]
    else:
        command = ["pdftotext", *mode, str(pdf), "-"]
    text = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode()
    return plain(text.replace("\f", "\n"))


def without_spaces(text):
    return re.sub(r"\s", "", text)


def words(text):
    return re.findall(r"[\w\u0300-\u036f\u064b-\u0652]+", text)


def share_in_order(wanted, have):
    blocks = difflib.SequenceMatcher(None, wanted, have, autojunk=False).get_matching_blocks()
    return 100 * sum(block.size for block in blocks) // max(len(wanted), 1)


def compile_sentence(program, folder, lang, text):
    source, pdf = folder / (lang + ".md"), folder / (lang + ".pdf")
    source.write_text("---\nlang: %s\npaper: 74x105mm\n---\n\n%s\n" % (lang, text), encoding="utf-8")
    subprocess.run([program, str(source), "-o", str(pdf)], check=True, stderr=subprocess.DEVNULL)
    return pdf


def fault(lang, text, pdf):
    for index, mode in enumerate(MODES[:2]):
        have, wanted = extract(pdf, mode), plain(text)
        if lang in SHARES:
            share = share_in_order(words(wanted), words(have))
            if share < SHARES[lang][index]:
                return "%s: %d%% of the words in order, not %d" % (" ".join(mode), share, SHARES[lang][index])
        elif without_spaces(have) != without_spaces(wanted):
            return "%s: %r, not %r" % (" ".join(mode), have.strip(), wanted)
        elif lang not in LETTERS_ALONE and " " in wanted and words(have) != words(wanted):
            return "%s: the words are %r" % (" ".join(mode), words(have))
    return None


def verdict(text, have):
    wanted = plain(text)
    if words(have) == words(wanted):
        return "exact"
    if without_spaces(have) == without_spaces(wanted):
        return "letters"
    return "%d" % share_in_order(words(wanted), words(have))


def main():
    parser = argparse.ArgumentParser()
    for option in ("--hspdf", "--source", "--build"):
        parser.add_argument(option, required=True)
    parser.add_argument("--table", action="store_true")
    options = parser.parse_args()
    if not shutil.which("pdftotext"):
        print("pdftotext is missing")
        return 77
    folder = pathlib.Path(options.build) / "extraction"
    folder.mkdir(exist_ok=True)
    failed = 0
    for name, lang, text in sentences(pathlib.Path(options.source)):
        if lang == "en" and name == "Emoji":
            continue
        pdf = compile_sentence(options.hspdf, folder, lang, text)
        found = fault(lang, text, pdf)
        failed += found is not None
        if options.table:
            print("| %s | %s |" % (name, " | ".join(verdict(text, extract(pdf, mode)) for mode in MODES)))
        elif found:
            print("%s (%s): %s" % (name, lang, found))
    print("%d sentences did not come back" % failed if failed else "all came back")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
