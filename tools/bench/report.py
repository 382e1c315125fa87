"""Tables and pictures of what main.py found, put between the marks of docs/benchmarks.md and README.md.

What a program can not do is a hole, "—", and why stands below the table.
"""

import collections
import re
import statistics
import sys

import plots
from languages import LANGUAGES
from peers import PEERS
from quality import PROFILES

HOLE = "—"
FATES = {"lost": ("lost", "words that no reader gives back"), "unseen": ("cut", "words beyond the paper or over others"),
         "missing": ("boxes", "glyphs that are missing"), "broken": ("broken", "rows broken by the end of a page"),
         "headless": ("headless", "pages that begin without the head")}
TITLES = {"leaflet": "a leaflet", "form": "a form", "text": "300 pages of text", "tables": "100 pages of tables",
          "images": "100 images"}


def median(found, key):
    return statistics.median(found[key])


def time(seconds):
    """Three figures: milliseconds below a second."""
    if seconds < 1:
        return "%.3g ms" % (1000 * seconds)
    return "%.3g s" % seconds if seconds < 100 else "%.0f s" % seconds


def spread(found):
    edges = [re.sub(r" \w+$", "", time(edge(found["wall"]))) for edge in (min, max)]
    return "%s (%s–%s)" % (time(median(found, "wall")), *edges)


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|---" + "|---:" * (len(head) - 1) + "|"]
    return "\n".join(lines + ["| " + " | ".join(map(str, row)) + " |" for row in rows]) + "\n"


def ratio(own, other):
    return "%.2g" % (own / other) if own / other < 9.95 else "%.0f" % (own / other)


def fate(unit, totals):
    """A table's: pages and height, and whatever is wrong."""
    if unit is None:
        return "not made"
    said = ["%d p., %.0f pt" % (unit["pages"], unit["height"])]
    for key, (word, _) in FATES.items():
        totals[key] += unit[key]
        if unit[key]:
            said.append("%d %s" % (unit[key], word))
    if unit["smallest"] < 8.95:
        said.append("type of %.1f pt" % unit["smallest"])
    return "; ".join(said)


class Report:
    def __init__(self, results):
        self.units, self.results = results["units"], results

    def measured(self, name):
        """By peer, in the order of PEERS, what was measured and not a hole."""
        rows = self.units.get(name, {})
        return {peer: rows[peer] for peer in PEERS if peer in rows and "hole" not in rows[peer]}

    def holes(self, name):
        """Whom one might miss, and why."""
        rows = self.units.get(name, {})
        said = ["%s %s" % (PEERS[peer].label, rows[peer]["hole"]) for peer in PEERS
                if "hole" in rows.get(peer, {})]
        return "\nHoles: %s.\n" % "; ".join(said) if said else ""

    # ---- by input

    def speed(self, name):
        found = self.measured(name)
        own = found["hspdf"]
        key = "wall" if name in ("leaflet", "form") else "cpu"
        rows = []
        for peer, unit in found.items():
            rows.append((PEERS[peer].label, unit["pages"], spread(unit), time(median(unit, "cpu")),
                         ratio(median(own, key), median(unit, key)), "%.0f" % median(unit, "memory"),
                         "%.3g" % (unit["bytes"] / 1000), "yes" if unit["tagged"] else "no"))
        head = ("", "pages", "time", "CPU", "hspdf's is", "MB", "kB", "tagged")
        return table(head, rows) + self.copied(name) + self.holes(name)

    def copied(self, name):
        copy = self.units.get(name, {}).get("copy")
        if not copy:
            return ""
        own = self.measured(name)["hspdf"]
        return "\nTo copy the images' bytes into one file takes %s (CPU %s); hspdf takes %s times as long (CPU %s).\n" % (
            time(median(copy, "wall")), time(median(copy, "cpu")), ratio(median(own, "wall"), median(copy, "wall")),
            ratio(median(own, "cpu"), median(copy, "cpu")))

    def batch(self):
        rows, found = [], self.measured("batch")
        own = median(found["hspdf"], "cpu") / found["hspdf"]["documents"]
        for peer, unit in found.items():
            each = median(unit, "cpu") / unit["documents"]
            rows.append((PEERS[peer].label, unit["documents"], "one" if PEERS[peer].batch else "each its own", time(each),
                         ratio(own, each), "%.0f" % median(unit, "memory"), "%.3g" % (unit["bytes"] / 1000)))
        head = ("", "documents", "process", "CPU a document", "hspdf's is", "MB", "kB a document")
        return table(head, rows) + self.holes("batch")

    def languages(self):
        rows = []
        for lang in LANGUAGES:
            found = self.measured("languages-" + lang)
            if not {"hspdf", "typst"} <= set(found):
                continue
            own, peer = found["hspdf"], found["typst"]
            each = ["%.2f" % (1000 * median(unit, "cpu") / unit["pages"]) for unit in (own, peer)]
            rows.append((lang, own["pages"], each[0], peer["pages"], each[1],
                         ratio(median(own, "cpu"), median(peer, "cpu"))))
        return table(("", "pages", "hspdf, ms a page", "Typst's pages", "Typst, ms a page", "hspdf's CPU is"), rows)

    def readable(self):
        """Of a thousand words, or letters, how many no reader gives back, or not in their place."""
        rows = []
        for peer in PEERS:
            cells = []
            for lang in LANGUAGES:
                unit = self.measured("languages-" + lang).get(peer)
                share = 1000 * (unit["lost"] + unit["moved"]) / unit["words"] if unit else None
                cells.append(HOLE if unit is None else "0" if share == 0 else "%.0f" % share if share >= 1 else "<1")
            if set(cells) != {HOLE}:
                rows.append((PEERS[peer].label, *cells))
        return table(("of 1,000", *LANGUAGES), rows)

    def growth(self):
        rows = []
        names = sorted((name for name in self.units if name.startswith("growth-")), key=lambda name: int(name.split("-")[1]))
        last = {}
        for name in names:
            row = []
            for peer in ("hspdf", "typst"):
                unit = self.measured(name).get(peer)
                if not unit:
                    row += [HOLE] * 4
                    continue
                pages, memory, cpu = unit["pages"], median(unit, "memory"), median(unit, "cpu")
                before = last.get(peer)
                more = "%.0f" % (1000 * (memory - before[1]) / (pages - before[0])) if before and pages > before[0] else ""
                row += [pages, time(cpu), "%.0f" % memory, more]
                last[peer] = pages, memory
            rows.append(row)
        head = ("hspdf: pages", "CPU", "MB", "kB a further page", "Typst: pages", "CPU", "MB", "kB a further page")
        return table(head, rows)

    def one_paragraph(self):
        rows = []
        for name in sorted((name for name in self.units if name.startswith("paragraph-")), key=lambda name: int(name[10:])):
            unit, kilobytes = self.measured(name)["hspdf"], int(name[10:])
            cpu = 1000 * median(unit, "cpu")
            rows.append((kilobytes, "%.0f" % cpu, "%.2f" % (cpu / kilobytes), "%.0f" % median(unit, "memory")))
        return table(("kB without a blank line", "CPU, ms", "ms a kB", "MB"), rows)

    # ---- quality beside speed

    def quality(self):
        parts = []
        for name, title in TITLES.items():
            rows = []
            for peer, unit in self.measured(name).items():
                passed = unit.get("passed")
                verdicts = [HOLE if passed is None else "passes" if profile in passed else "no" for profile in PROFILES]
                rows.append((PEERS[peer].label, unit["words"], unit["lost"], unit["moved"], unit["missing"], unit["unseen"],
                             *verdicts, "yes" if unit["same"] else "no", unit["setup"]))
            if rows:
                head = ("", "words", "lost", "out of order", "missing glyphs", "cut or over others", "PDF/UA-1", "PDF/A-2a",
                        "same bytes", "lines of set-up")
                parts.append("%s:\n\n%s" % (title[0].upper() + title[1:], table(head, rows)))
        return "\n".join(parts)

    # ---- odd tables

    def odd(self):
        shown = ("hspdf", "chromium", "weasyprint", "typst", "pandoc-latex")
        rows, totals = [], {peer: collections.Counter() for peer in shown}
        for name in sorted(name for name in self.units if name.startswith("odd-")):
            found = self.measured(name)
            rows.append([name[4:], *(fate(found.get(peer), totals[peer]) for peer in shown)])
        labels = [PEERS[peer].label for peer in shown]
        sums = [("%s (%s)" % (title, word), *(totals[peer][key] for peer in shown)) for key, (word, title) in FATES.items()]
        return table(("", *labels), rows).replace("---:", "---") + "\nAll ten together:\n\n" + table(("", *labels), sums)

    # ---- what was wanted

    def compared(self, name, own, other, key):
        """What `own` takes, as a part of what `other` takes; nothing where one of them was not measured."""
        found = self.measured(name)
        if name == "images" and "copy" in self.units.get(name, {}):
            found["copy"] = self.units[name]["copy"]
        if own not in found or other not in found:
            return None
        sums = [median(found[peer], key) / found[peer].get("documents", 1) for peer in (own, other)]
        return sums[0] / sums[1]

    def grown(self, key, at_least):
        """By how much `key` grows with a page, between the sizes of `growth` from `at_least` pages on."""
        units = [self.measured(name)["hspdf"] for name in self.units if name.startswith("growth-")]
        points = sorted((unit["pages"], median(unit, key)) for unit in units if unit["pages"] >= at_least)
        return [(b[1] - a[1]) / (b[0] - a[0]) for a, b in zip(points, points[1:])]

    def is_smallest(self):
        names = [name for name in [*TITLES, "batch"] if "hspdf" in self.measured(name)]
        return [name for name in names if self.measured(name)["hspdf"]["bytes"] > min(
            unit["bytes"] for unit in self.measured(name).values() if unit["tagged"])]

    def wanted(self):
        worst = [self.compared("languages-" + lang, "hspdf", "typst", "cpu") for lang in LANGUAGES]
        slopes, memory = self.grown("cpu", 90), self.grown("memory", 290)
        larger = self.is_smallest()
        rows = [
            ("a leaflet, cold, of Typst's time", 0.5, self.compared("leaflet", "hspdf", "typst", "wall")),
            ("the same by a static build", 0.35, self.compared("leaflet", "static", "typst", "wall")),
            ("300 pages of text, of Typst's CPU", 0.27, self.compared("text", "hspdf", "typst", "cpu")),
            ("100 pages of tables, of Typst's CPU", 0.3, self.compared("tables", "hspdf", "typst", "cpu")),
            ("the worst of twelve languages, of Typst's CPU", 0.4, max((ratio for ratio in worst if ratio), default=None)),
            ("1,000 leaflets, of a warm naive Pango's CPU", 0.47, self.compared("batch", "hspdf", "naive", "cpu")),
            ("100 images, of the time to copy them", 1.3, self.compared("images", "hspdf", "copy", "wall")),
            ("a leaflet by a static build, of RayoMD's time", 1.5, self.compared("leaflet", "static", "rayomd", "wall")),
            ("MB for 300 pages", 40, median(self.measured("text")["hspdf"], "memory")),
            ("kB for a further page", 30, max(1000 * slope for slope in memory) if memory else None),
            ("steepest of the slopes from 100 to 3,000 pages, of the flattest", 1.05,
             max(slopes) / min(slopes) if slopes else None)]
        cells = [(title, "at most %g" % bar, HOLE if found is None else "%.3g" % found,
                  HOLE if found is None else "yes" if found <= bar else "no") for title, bar, found in rows]
        cells.append(("file, of all that are tagged", "smallest", "but for %s" % ", ".join(larger) if larger else "smallest",
                      "no" if larger else "yes"))
        return table(("", "wanted", "found", "met"), cells)

    # ---- the whole

    def headline(self):
        rows = []
        for peer in PEERS:
            cold, dense, batch = (self.measured(name).get(peer) for name in ("leaflet", "text", "batch"))
            if not cold:
                continue
            lost = [self.measured(name).get(peer) for name in TITLES]
            lost = sum(unit["lost"] for unit in lost if unit)
            passed = "+".join({"ua1": "UA-1", "2a": "A-2a"}[profile] for profile in cold.get("passed", [])) or "none"
            rows.append((PEERS[peer].label, time(median(cold, "wall")), time(median(dense, "cpu")) if dense else HOLE,
                         "%.0f" % median(dense, "memory") if dense else HOLE,
                         "%.2g" % (dense["bytes"] / 1e6) if dense else HOLE,
                         time(median(batch, "cpu") / batch["documents"]) if batch else HOLE, lost, passed))
        return table(("", "a leaflet, from start to exit", "300 pages, CPU", "MB of memory", "MB of file",
                      "a leaflet among many, CPU", "words lost", "leaflet passes"), rows)

    def losses(self):
        """Where a peer is better, by how much: of what costs, in each input."""
        rows = []
        for name, title in [*TITLES.items(), ("batch", "1,000 leaflets")]:
            found = self.measured(name)
            if "hspdf" not in found:
                continue
            for key, label in (("cpu", "CPU"), ("memory", "memory"), ("bytes", "size")):
                def value(unit):
                    each = unit["documents"] if name == "batch" and key == "cpu" else 1
                    return unit["bytes"] if key == "bytes" else median(unit, key) / each
                own = value(found["hspdf"])
                better = ["%s (%s of hspdf's)" % (PEERS[peer].label, ratio(value(unit), own)) for peer, unit in found.items()
                          if peer not in ("hspdf", "static") and value(unit) < 0.97 * own]
                if better:
                    rows.append((title, label, "; ".join(better)))
        return table(("", "of what", "who is better"), rows).replace("---:", "---")

    def circumstances(self):
        machine, versions = self.results["machine"], self.results["versions"]
        names = ", ".join("%s %s" % (name, versions[name]) for name in versions if name not in ("naive", "python"))
        notes = "; ".join("%s: %s" % (row.label, row.note) for peer, row in PEERS.items()
                          if row.note and peer in self.measured("text") | self.measured("batch"))
        return "Taken on %s: %s, %d CPUs, %s, Linux %s. %s, PyPI's typst %s, Pango %s.\n\nOf note: %s.\n" % (
            machine["date"], machine["processor"], machine["cpus"], machine["system"], machine["kernel"], names,
            versions.get("python", HOLE), versions.get("naive", HOLE), notes)


def put(path, name, content):
    text = path.read_text(encoding="utf-8")
    pattern = r"(<!-- %s -->\n).*?(<!-- end -->)" % name
    text, count = re.subn(pattern, lambda match: match[1] + content + match[2], text, flags=re.S)
    if count != 1:
        sys.exit("%s has no place for %s" % (path, name))
    path.write_text(text, encoding="utf-8")


def write(results, source):
    """What a partial run has not found yet stays as it was."""
    report = Report(results)
    document = source / "docs/benchmarks.md"
    parts = {name: lambda name=name: report.speed(name) for name in TITLES}
    parts |= {"batch": report.batch, "growth": report.growth, "one_paragraph": report.one_paragraph,
              "languages": report.languages, "readable": report.readable, "quality": report.quality,
              "headline": report.headline, "wanted": report.wanted, "losses": report.losses,
              "circumstances": report.circumstances}
    needs = {"growth": "growth-1", "one_paragraph": "paragraph-56", "languages": "languages-en", "readable": "languages-en",
             "quality": "text", "headline": "text", "wanted": "text", "losses": "text", "circumstances": "leaflet"}
    for name, make in parts.items():
        if report.measured(needs.get(name, name)):
            put(document, name, make())
    if report.measured("odd-wide"):
        put(source / "docs/tables.md", "odd", report.odd())
    if report.measured("text"):
        put(source / "README.md", "headline", report.headline())
    plots.draw(report, source / "docs/images")
