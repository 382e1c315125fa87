"""The benchmark's pictures, as SVG: the same bytes for the same figures."""

import statistics

import matplotlib
from peers import PEERS

matplotlib.use("svg")
matplotlib.rcParams.update({"svg.hashsalt": "hspdf", "svg.fonttype": "none", "font.family": "sans-serif", "font.size": 9,
                            "axes.spines.top": False, "axes.spines.right": False})
from matplotlib import pyplot  # noqa: E402

OWN, OTHER = "#1d5c8a", "#b9b9b9"


def save(figure, path):
    figure.savefig(path, format="svg", metadata={"Date": None, "Creator": None}, bbox_inches="tight")
    pyplot.close(figure)


def bars(found, key, scale, unit, title, path):
    """A bar each, by a scale of tens: they differ by a hundredfold."""
    rows = sorted(((statistics.median(row[key]) * scale, PEERS[peer].label) for peer, row in found.items()), reverse=True)
    figure, axes = pyplot.subplots(figsize=(7, 0.3 * len(rows) + 0.7))
    axes.barh([label for _, label in rows], [value for value, _ in rows],
              color=[OWN if label.startswith("hspdf") else OTHER for _, label in rows])
    for at, (value, _) in enumerate(rows):
        axes.text(value * 1.06, at, "%.3g" % value, va="center")
    axes.set_xscale("log")
    axes.set_xlim(min(value for value, _ in rows) / 3, max(value for value, _ in rows) * 3)
    axes.set_xlabel(unit + " (logarithmic)")
    axes.set_title(title, loc="left")
    save(figure, path)


def growth(report, path):
    figure, (times, memory) = pyplot.subplots(1, 2, figsize=(7.5, 3))
    for peer, colour in (("hspdf", OWN), ("typst", "#8c8c8c")):
        names = [name for name in report.units if name.startswith("growth-")]
        units = [report.measured(name)[peer] for name in names if peer in report.measured(name)]
        points = sorted((unit["pages"], statistics.median(unit["cpu"]), statistics.median(unit["memory"])) for unit in units)
        if points:
            pages, cpu, resident = zip(*points)
            times.plot(pages, cpu, "o-", color=colour, label=PEERS[peer].label)
            memory.plot(pages, resident, "o-", color=colour)
    for axes, title in ((times, "CPU, s"), (memory, "memory, MB")):
        axes.set(xscale="log", yscale="log", xlabel="pages")
        axes.set_title(title, loc="left")
    times.legend(frameon=False)
    save(figure, path)


def draw(report, folder):
    for name, key, scale, unit, title in (
            ("leaflet", "wall", 1000, "ms, from start to exit", "A leaflet"),
            ("text", "cpu", 1, "s of CPU", "300 pages of text"), ("tables", "cpu", 1, "s of CPU", "100 pages of tables")):
        found = report.measured(name)
        if found:
            bars(found, key, scale, unit, title, folder / ("bench-%s.svg" % name))
    if report.measured("growth-1"):
        growth(report, folder / "bench-growth.svg")
