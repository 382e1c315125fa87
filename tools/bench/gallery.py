"""Pictures side by side: the first page that each program makes of the same text, as docs/gallery.md shows them."""

import subprocess
import tempfile

from peers import PEERS
from PIL import Image, ImageOps

DPI, COLOURS, BYTES_MAX = 54, 24, 60_000
SHOWN = ("hspdf", "typst", "pandoc-latex", "weasyprint", "chromium", "asciidoctor", "groff", "rayomd", "wkhtmltopdf")
# Input, file and what it is.
SUBJECTS = [("leaflet", "leaflet", "A leaflet", "`examples/leaflet.md`, 14 pt, with its table."),
            ("odd", "wide", "A wide table", "`tools/bench/tables/wide.md`: fifteen columns on upright A4."),
            ("arabic", "arabic", "Arabic", "The text of `examples/poster-ar.md`: from right to left, letters that join.")]
ACROSS = 3


def picture(pdf, path):
    """The first page, without the white below what is on it."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", str(DPI), "-png", "-singlefile", str(pdf), folder + "/page"], check=True,
                       stderr=subprocess.DEVNULL)
        page = Image.open(folder + "/page.png").convert("RGB")
    used = ImageOps.invert(page.convert("L").crop((0, 0, page.width, int(page.height * 0.93)))).getbbox()
    page = ImageOps.expand(page.crop((0, 0, page.width, (used[3] if used else 0) + 12)), 1, "#bbbbbb")
    page.quantize(COLOURS).save(path, optimize=True)
    if path.stat().st_size > BYTES_MAX:
        raise SystemExit("%s is larger than %d bytes" % (path, BYTES_MAX))


def write(work, source, results):
    folder = source / "docs/images/gallery"
    folder.mkdir(parents=True, exist_ok=True)
    out = ["# Side by side\n", "The first page of the same text, as each program sets it with what its users write besides "
           "the text:\nmade by `tools/bench/run --gallery` of what [the benchmark](benchmarks.md) compiled.\n"]
    for made, stem, title, what in SUBJECTS:
        cells = []
        for peer in SHOWN:
            pdf = work / "out" / peer / made / (stem + ".pdf")
            unit = results["units"].get(made if made == stem else "%s-%s" % (made, stem), {}).get(peer, {})
            if "hole" in unit or not pdf.exists():
                continue
            name = "%s-%s.png" % (stem, peer)
            picture(pdf, folder / name)
            cells.append(("%s, %d page%s" % (PEERS[peer].label, unit["pages"], "s" * (unit["pages"] > 1)),
                          "![%s](images/gallery/%s)" % (PEERS[peer].label, name)))
        out.append("## %s\n\n%s\n" % (title, what))
        for at in range(0, len(cells), ACROSS):
            row = cells[at:at + ACROSS]
            row += [("", "")] * (ACROSS - len(row))
            out.append("| %s |\n|%s\n| %s |\n" % (" | ".join(cell[0] for cell in row), "---|" * ACROSS,
                                               " | ".join(cell[1] for cell in row)))
    (source / "docs/gallery.md").write_text("\n".join(out), encoding="utf-8")
