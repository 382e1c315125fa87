#!/usr/bin/env python3
"""Measures hspdf beside its peers, and writes the tables of docs/benchmarks.md.

    cmake --build --preset release --target hspdf naive
    python3 tools/bench/bench.py [--update docs/benchmarks.md]

Typst is taken from --typst, else from PATH, else built by cargo into the work folder; where there is no cargo, PyPI's
binding stands in, with Python's start in its figures. All programs run in turn, round after round; a figure is the median
of the rounds. CPU is what the kernel charges to the process, user and system together; memory is its largest resident set.
"""

import argparse
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys

import texts
import typst_markup
from languages import LANGUAGES

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parents[1]
TYPST_VERSION = "0.15.1"
SIZE, LEADING = 10, 1.25
WORDS = 190_000  # of English: 300 pages and some
LANGUAGE_WORDS = 12_000
FRONT = f"""---
lang: {{}}
paper: a4
style:
  page: {{{{margin-top: 20mm, margin-right: 20mm, margin-bottom: 20mm, margin-left: 20mm, measure: 50em}}}}
  body: {{{{size: {SIZE}pt, leading: {LEADING}}}}}
---

"""
BINDING = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True)"


class Program:
    def __init__(self, name, command, output, environment=None):
        self.name, self.command, self.output = name, [str(part) for part in command], output
        self.environment = {**os.environ, **(environment or {})}
        self.cpu, self.wall, self.resident = [], [], []

    def run(self):
        measured = [sys.executable, "-I", "-S", str(HERE / "run_one.py"), *self.command]
        done = subprocess.run(measured, env=self.environment, capture_output=True, text=True, errors="replace")
        if done.returncode != 0:
            sys.exit(f"{self.name} failed: {done.stderr}")
        cpu, wall, resident = map(float, done.stdout.split()[-3:])
        self.cpu.append(cpu)
        self.wall.append(wall)
        self.resident.append(resident / 1000)

    def pages(self):
        text = subprocess.run(["pdfinfo", self.output], capture_output=True, text=True, check=True).stdout
        return int(re.search(r"^Pages: *(\d+)", text, re.M).group(1))

    def median(self, figures):
        return statistics.median(getattr(self, figures))


def measure(programs, rounds):
    for program in programs:  # warms the file cache, and is not counted
        program.run()
        program.cpu, program.wall, program.resident = [], [], []
    for _ in range(rounds):
        for program in programs:
            program.run()


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|---" + "|---:" * (len(head) - 1) + "|"]
    return "\n".join(lines + ["| " + " | ".join(map(str, row)) + " |" for row in rows]) + "\n"


class Bench:
    def __init__(self, arguments):
        self.work = pathlib.Path(arguments.work).resolve()
        self.work.mkdir(parents=True, exist_ok=True)
        self.build = pathlib.Path(arguments.build).resolve()
        self.fonts = self.build / "share/hspdf/fonts"
        self.rounds = arguments.rounds
        self.typst_command, self.typst_version = self.find_typst(arguments.typst)

    def find_typst(self, given):
        found = given or shutil.which("typst") or self.work / "cargo/bin/typst"
        if not pathlib.Path(found).exists() and shutil.which("cargo"):
            install = ["cargo", "install", "typst-cli", "--version", TYPST_VERSION, "--locked", "--no-default-features"]
            subprocess.run([*install, "--root", self.work / "cargo"], check=True)
        if pathlib.Path(found).exists():
            version = subprocess.run([found, "--version"], capture_output=True, text=True, check=True).stdout.split()[1]
            return str(found), version
        environment = self.work / "venv"
        if not environment.exists():
            subprocess.run([sys.executable, "-m", "venv", environment], check=True)
            subprocess.run([environment / "bin/pip", "install", "-q", "typst"], check=True)
        return None, "PyPI's binding"

    def file(self, name, content):
        path = self.work / name
        path.write_text(content, encoding="utf-8")
        return path

    def hspdf(self, source):
        output = source.with_suffix(".hspdf.pdf")
        return Program("hspdf", [self.build / "hspdf", source, "-o", output], output)

    def typst(self, name, source, *options, fonts=None):
        output = source.with_suffix(f".{len(options)}.pdf")
        if self.typst_command:
            where = ["--font-path", fonts or self.fonts, "--ignore-system-fonts"]
            return Program(name, [self.typst_command, "compile", *where, *options, source, output], output)
        return Program(name, [self.work / "venv/bin/python", "-c", BINDING, source, output, fonts or self.fonts], output)

    def naive(self, source):
        fonts = f'<fontconfig><dir>{self.fonts}</dir><cachedir>{self.work / "cache"}</cachedir></fontconfig>'
        configuration = self.file("fonts.conf", f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">{fonts}')
        output = source.with_suffix(".naive.pdf")
        command = [self.build / "naive", source, output, f"Noto Sans {SIZE}", LEADING]
        return Program("one PangoLayout a paragraph", command, output, {"FONTCONFIG_FILE": str(configuration)})

    def texts(self, lang, words):
        """The same text as Markdown with and without front matter, and for Typst."""
        text = texts.markdown(lang, words)
        stem = f"{lang}-{words}"
        return (
            self.file(f"{stem}.md", FRONT.format(lang) + text),
            self.file(f"{stem}.plain.md", text),
            self.file(f"{stem}.typ", typst_markup.convert(text, lang, SIZE, LEADING)),
            self.file(f"{stem}.simple.typ", typst_markup.convert(text, lang, SIZE, LEADING, "simple")),
        )

    # ---- the tables

    def dense(self):
        markdown, plain, optimized, simple = self.texts("en", WORDS)
        programs = [
            self.hspdf(markdown),
            self.naive(plain),
            self.typst("Typst, total fit, untagged", optimized, "--no-pdf-tags"),
            self.typst("Typst, total fit, tagged", optimized),
            self.typst("Typst, first fit, untagged", simple, "--no-pdf-tags"),
        ]
        measure(programs, self.rounds)
        own = programs[0].median("cpu")
        rows = []
        for program in programs:
            pages, cpu = program.pages(), program.median("cpu")
            size = program.output.stat().st_size / pages / 1000
            rows.append(
                (program.name, pages, f"{cpu:.2f}", f"{1000 * cpu / pages:.2f}", f"{own / cpu:.2f}",
                 f"{program.median('resident'):.0f}", f"{size:.1f}")
            )
        return table(("", "pages", "CPU, s", "ms a page", "hspdf is", "MB resident", "kB a page"), rows)

    def memory(self):
        rows, last = [], None
        for factor in (1, 2, 4, 10):
            program = self.hspdf(self.texts("en", factor * WORDS)[0])
            measure([program], 1)
            pages, resident = program.pages(), program.median("resident")
            slope = f"{1000 * (resident - last[1]) / (pages - last[0]):.0f}" if last else ""
            rows.append((pages, f"{program.median('cpu'):.2f}", f"{resident:.0f}", slope))
            last = pages, resident
        return table(("pages", "CPU, s", "MB resident", "kB for each further page"), rows)

    def languages(self):
        rows = []
        for lang in LANGUAGES:
            markdown, _, optimized, _ = self.texts(lang, LANGUAGE_WORDS)
            own, untagged = self.hspdf(markdown), self.typst("Typst", optimized, "--no-pdf-tags")
            measure([own, untagged], self.rounds)
            figures = [(program.pages(), 1000 * program.median("cpu") / program.pages()) for program in (own, untagged)]
            ratio = own.median("cpu") / untagged.median("cpu")
            rows.append((lang, *(f"{figure:.2f}" if at else figure for pair in figures for at, figure in enumerate(pair)),
                         f"{ratio:.2f}"))
        return table(("", "pages", "hspdf, ms a page", "Typst's pages", "Typst, ms a page", "hspdf is"), rows)

    def cold(self):
        few = self.work / "few-fonts"  # Typst opens every font of its folder
        few.mkdir(exist_ok=True)
        for font in self.fonts.glob("NotoSans-*.ttf"):
            shutil.copy(font, few)
        programs = []
        for name, lang in (("leaflet", "en"), ("leaflet-zh", "zh")):
            text = (SOURCE / f"examples/{name}.md").read_text(encoding="utf-8")
            own = self.hspdf(self.file(f"{name}.md", text))
            own.name = f"hspdf, {lang}"
            typst = self.file(f"{name}.typ", typst_markup.convert(text, lang, 14, 1.36))
            standard = ["--pdf-standard", "ua-1"]
            programs += [own, self.typst(f"Typst, {lang}", typst, *standard, fonts=few if lang == "en" else None)]
        measure(programs, 8 * self.rounds)
        rows = []
        for own, peer in zip(programs[::2], programs[1::2]):
            for program in (own, peer):
                wall = program.median("wall")
                rows.append((program.name, f"{1000 * wall:.1f}", f"{1000 * min(program.wall):.1f}",
                             f"{1000 * program.median('cpu'):.1f}", f"{own.median('wall') / wall:.2f}"))
        return table(("one page, start to exit", "ms, median", "ms, least", "CPU, ms", "hspdf is"), rows)

    def one_paragraph(self):
        rows = []
        for words in (7_500, 30_000, 120_000):
            text = texts.markdown("en", words).replace("## ", "").replace("\n\n", " ")
            program = self.hspdf(self.file(f"paragraph-{words}.md", FRONT.format("en") + text))
            measure([program], self.rounds)
            cpu = program.median("cpu")
            rows.append((f"{len(text) / 1000:.0f}", f"{1000 * cpu:.0f}", f"{1e6 * cpu / len(text):.2f}",
                         f"{program.median('resident'):.0f}"))
        return table(("kB without a blank line", "CPU, ms", "ms a kB", "MB resident"), rows)


SECTIONS = {
    "dense": "300 dense pages of English",
    "memory": "Memory",
    "languages": "Twelve languages",
    "cold": "A cold leaflet",
    "one_paragraph": "One paragraph",
}


def update(path, sections):
    text = path.read_text(encoding="utf-8")
    for name, content in sections.items():
        pattern = rf"(<!-- {name} -->\n).*?(<!-- end -->)"
        text, count = re.subn(pattern, lambda match: match.group(1) + content + match.group(2), text, flags=re.S)
        if count != 1:
            sys.exit(f"{path} has no place for {name}")
    path.write_text(text, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", default=SOURCE / "build/release", help="folder with hspdf and naive")
    parser.add_argument("--work", default=SOURCE / "build/bench", help="folder for texts, outputs and Typst")
    parser.add_argument("--typst", help="Typst's program")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", choices=SECTIONS, action="append", help="some tables only")
    parser.add_argument("--update", type=pathlib.Path, help="put the tables into this document")
    arguments = parser.parse_args()
    bench = Bench(arguments)
    sections = {}
    for name in arguments.only or SECTIONS:
        sections[name] = getattr(bench, name)()
        print(f"## {SECTIONS[name]}\n\n{sections[name]}", flush=True)
    print(f"Typst {bench.typst_version}, {bench.rounds} rounds")
    if arguments.update:
        update(arguments.update, sections)


if __name__ == "__main__":
    main()
