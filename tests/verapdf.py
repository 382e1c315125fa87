"""Holds every PDF to what it says of itself: PDF/UA-1 and PDF/A-2a, by veraPDF.

All cases, examples and some random texts are compiled and must pass both profiles. Then the check itself is checked: of
one good file copies are made, each with one fault in its bytes, and veraPDF must refuse each. All files of a profile
are looked at by one run of Java.

    verapdf.py --hspdf PROGRAM --source REPOSITORY --build FOLDER --jar FILE [--random N]

Exit status 77: Java, qpdf or veraPDF's archive is missing (`sh tools/bootstrap.sh test` gets them).
"""
import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys

import random_text
import run_cases

PROFILES = ["ua1", "2a"]
TOOLS = ["java", "qpdf", "fix-qdf"]

# Has one of everything that the faults below break.
GOOD = """---
title: A fine text
author: [Ada Ferrer, Bao Ngo]
keywords: [water, food]
description: What to drink.
rights: CC BY 4.0
version: 1.10
date: 2026-03-05
lang: en
---

# First

Text with a [link](https://example.org/ "Example") and a note[^1]. \u4e2d\u6587, \u0928\u092e\u0938\u094d\u0924\u0947.

## Second

- One
- <span lang="de">Zwei</span>
- [ ] Three

| Head | Other |
|---|---|
| a | b |

> A quote with `code`.

[^1]: What the note says.
"""

# What is broken, the profile that must notice, and the change to the file as qpdf writes it for editing.
FAULTS = [
    ("marked", "ua1", rb"/Marked true", rb"/Marked false"),
    ("language", "ua1", rb"/Lang \(en\)\n", rb""),
    ("language", "2a", rb"/Lang \(en\)\n", rb"/Lang (not a tag)\n"),
    ("display-title", "ua1", rb"/DisplayDocTitle true", rb"/DisplayDocTitle false"),
    ("title", "ua1", rb"<dc:title>.*?</dc:title>", rb""),
    ("ua-identification", "ua1", rb"<pdfuaid:part>1</pdfuaid:part>", rb""),
    ("a-identification", "2a", rb' pdfaid:part="2"', rb""),
    ("a-conformance", "2a", rb'pdfaid:conformance="A"', rb'pdfaid:conformance="B"'),
    ("extension-schema", "2a", rb"<pdfaExtension:schemas>.*</pdfaExtension:schemas>", rb""),
    ("creation-date", "2a", rb"<xmp:CreateDate>2026", rb"<xmp:CreateDate>2025"),
    ("change-date", "2a", rb"/ModDate \(D:2026", rb"/ModDate (D:2025"),
    ("author", "2a", rb"/Author \(Ada Ferrer, ", rb"/Author (Bo, "),
    ("information", "2a", rb"(/Subject [^\n]*\n  /Title) \(A fine text\)", rb"\1 (Another)"),
    ("metadata", "2a", rb"/Metadata \d+ 0 R\n", rb""),
    ("structure-root", "2a", rb"/StructTreeRoot \d+ 0 R\n", rb""),
    ("artifact", "ua1", rb"/Artifact BMC", rb"/Nothing BMC"),
    ("text-untagged", "ua1", rb"/Span << /MCID 1 >> BDC", rb"/Span << /Mcid 1 >> BDC"),
    ("parent-tree", "ua1", rb"/ParentTree \d+ 0 R\n", rb""),
    ("heading-level", "ua1", rb"/S /H2\n", rb"/S /H4\n"),
    ("header-scope", "ua1", rb"/Scope /\w+", rb"/Unknown /Column"),
    ("table-row", "ua1", rb"/S /TR\n", rb"/S /TD\n"),
    ("list-item", "ua1", rb"/S /LI\n", rb"/S /P\n"),
    ("list-label", "ua1", rb"/S /LBody\n", rb"/S /TD\n"),
    ("form-role", "ua1", rb"/Role /cb\n", rb""),
    ("note-id", "ua1", rb"/ID \(note-\d+\)\n", rb""),
    ("element-type", "ua1", rb"/S /BlockQuote\n", rb"/S /Citation\n"),
    ("link-element", "ua1", rb"/S /Link\n", rb"/S /Span\n"),
    ("link-contents", "ua1", rb"/Contents \(Example\)\n", rb""),
    ("link-parent", "ua1", rb"/StructParent \d+\n", rb""),
    ("link-print-flag", "2a", rb"/F 4\n", rb"/F 0\n"),
    ("link-described", "ua1", rb"/Contents \(Example\)\n", rb"/Contents ()\n"),
    ("tabs", "ua1", rb"/Tabs /S\n", rb""),
    ("output-intent", "2a", rb"/OutputIntents \[.*?\n  \]\n", rb""),
    ("cid-map", "2a", rb"/CIDToGIDMap /Identity\n", rb""),
    ("font-file", "ua1", rb"/FontFile2 \d+ 0 R\n", rb""),
    ("unicode-map", "2a", rb"/ToUnicode \d+ 0 R\n", rb""),
    ("transparency", "2a", rb"/CS /DeviceRGB\n", rb"/CS /DeviceCMYK\n"),
    ("javascript", "2a", rb"/S /URI\n", rb"/S /JavaScript /JS (x)\n"),
    ("file-id", "2a", rb"/ID \[<[^]]*\]", rb""),
]


def compile_text(program, source, pdf, *options):
    """Not every text can be compiled: some cases are faults. Diagnostics are run_cases.py's business."""
    subprocess.run([program, *options, str(source), "-o", str(pdf)], stderr=subprocess.DEVNULL, timeout=120)
    return pdf.exists()


def with_images(options, folder, text):
    """A copy of the text with the images that it shows beside it."""
    case = run_cases.Case(text, options)
    beside = folder / text.stem
    beside.mkdir(exist_ok=True)
    case.copy_images(beside)
    return pathlib.Path(shutil.copy(text, beside))


def claims(pdf, profile):
    if profile != "ua1":
        return True
    return b"<pdfuaid:part>1<" in subprocess.run(["pdfinfo", "-meta", str(pdf)], capture_output=True, check=True).stdout


def compile_all(options, folder):
    source = pathlib.Path(options.source).resolve()
    texts = sorted(source.glob("tests/cases/*.md")) + sorted(source.glob("examples/*.md"))
    texts += sorted((source.parent / "shared" / "acceptance").glob("*.md"))
    texts = [with_images(options, folder, text) for text in texts]
    for seed in range(options.random):
        text = folder / ("random-%d.md" % seed)
        text.write_text(random_text.make(seed), encoding="utf-8")
        texts.append(text)
    pdfs = [folder / (text.stem + ".pdf") for text in texts]
    made = [pdf for text, pdf in zip(texts, pdfs) if compile_text(options.hspdf, text, pdf)]
    return made + merge_some(options, folder, texts)


def merge_some(options, folder, texts):
    """Of some texts three letters in one file: the merged one's tree, IDs and keys are counted over all of them."""
    data = folder / "letters.csv"
    data.write_text("name,day\nAda,2027-01-12\nBao,2027-01-13\nCem,2027-01-14\n", encoding="utf-8")
    made = []
    for text in texts[::4]:
        pdf = folder / (text.stem + ".merged.pdf")
        done = subprocess.run([options.hspdf, "batch", str(text), "--data", str(data), "--merge", str(pdf)],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        if done.returncode == 0:
            made.append(pdf)
    if len(made) < len(texts) // 8:
        sys.exit("only %d files were merged" % len(made))
    return made


def break_all(options, folder):
    """The good file, and the files that have a fault, by profile."""
    good, editable = folder / "good.md", folder / "good.qdf"
    good.write_text(GOOD, encoding="utf-8")
    if not compile_text(options.hspdf, good, folder / "good.pdf", "--date=2026-03-05T08:30:00+01:00"):
        sys.exit("the good file was not made")
    subprocess.run(["qpdf", "--qdf", "--object-streams=disable", "--no-original-object-ids", str(folder / "good.pdf"),
                    str(editable)], check=True)
    content = editable.read_bytes()
    broken = {profile: [] for profile in PROFILES}
    for name, profile, pattern, replacement in FAULTS:
        changed, count = re.subn(pattern, replacement, content, flags=re.S)
        if count == 0:
            sys.exit("fault %r: the good file has nothing that it could change" % name)
        fixed = subprocess.run(["fix-qdf"], input=changed, stdout=subprocess.PIPE, check=True).stdout
        if name == "file-id":  # which fix-qdf keeps, and qpdf would make anew
            fixed = re.sub(pattern, replacement, fixed)
        path = folder / ("fault-%s-%s.pdf" % (name, profile))
        path.write_bytes(fixed)
        broken[profile].append(path)
    return broken


def verdicts(jar, profile, paths):
    """PASS or FAIL and what failed, by file."""
    command = ["java", "-XX:+UseSerialGC", "-Djava.awt.headless=true", "-cp", jar,
               "org.verapdf.apps.GreenfieldCliWrapper", "-f", profile, "--format", "text", "-v"]
    output = subprocess.run(command + [str(path) for path in paths], stdout=subprocess.PIPE).stdout.decode()
    found, last = {}, None
    for line in output.splitlines():
        match = re.match(r"(PASS|FAIL) (.*\.pdf) ", line)
        if match:
            last = found[pathlib.Path(match[2]).name] = [match[1]]
        elif last:
            last.append(line.strip())
    return found


def main():
    parser = argparse.ArgumentParser()
    for name in ["--hspdf", "--source", "--build", "--jar"]:
        parser.add_argument(name, required=True)
    parser.add_argument("--random", type=int, default=40)
    options = parser.parse_args()
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    if not os.path.exists(options.jar):
        missing.append(options.jar)
    if missing:
        print("skipped: missing " + ", ".join(missing))
        return 77
    folder = pathlib.Path(options.build) / "verapdf"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    good = compile_all(options, folder) + [folder / "good.pdf"]
    broken = break_all(options, folder)
    failed = 0
    for profile in PROFILES:
        found = verdicts(options.jar, profile, good + broken[profile])
        for path in good:
            if not claims(path, profile):
                continue
            verdict = found.get(path.name, ["no verdict"])
            if verdict[0] != "PASS":
                failed += 1
                print("%s is not %s: %s" % (path, profile, " ".join(verdict)[:600]))
        for path in broken[profile]:
            verdict = found.get(path.name, ["no verdict"])
            if verdict[0] != "FAIL":
                failed += 1
                print("%s: the fault was not seen by %s: %s" % (path, profile, verdict[0]))
    print("%d files by two profiles, %d faults, %d wrong verdicts"
          % (len(good), sum(map(len, broken.values())), failed))
    return 1 if failed or len(good) < 2 else 0


if __name__ == "__main__":
    sys.exit(main())
