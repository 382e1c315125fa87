"""Tables as hspdf sets them, beside Chromium, WeasyPrint, Typst and LaTeX.

    compare_tables.py --hspdf PROGRAM FILE.md...

Prints two Markdown tables. The first has heights: of hspdf, and of Chromium's automatic table layout, on a page so long
that nothing breaks. The second has what each makes of A4 with margins of 20 mm: pages, and words that lie beyond the
paper's edge or over another. All set the same text in Noto Sans, 13 on 16.6 pt, with the padding and the rules of
styles/leaflet.yaml. Typst and LaTeX, by pandoc, which read no HTML, have the Markdown tables alone.

Needs cmark-gfm, poppler, chromium; WeasyPrint, Typst and pandoc (pypandoc) are left out where Python has no module of that
name: build/bench/peers/python/bin/python, which tools/bench/run makes, has all.
"""
import argparse
import json
import pathlib
import re
import subprocess
import tempfile

WIDTH_MM = 170
STYLE = """
@page { size: A4; margin: 20mm }
body { margin: 0; font: 13pt/1.28 'Noto Sans', sans-serif }
table { border-collapse: collapse; margin: 10pt 0; max-width: 100% }
th, td { border: 0.5pt solid; padding: 4pt 6pt; vertical-align: top; text-align: start }
th { font-weight: bold } p, ul, ol { margin: 0 } caption { text-align: start; font-weight: bold }
"""
MEASURE = """<pre id=found></pre><script>
var found = [], column = document.getElementById('column').getBoundingClientRect().width;
for (var table of document.querySelectorAll('#column > table')) {
    var box = table.getBoundingClientRect();
    found.push([box.height - (table.caption ? table.caption.offsetHeight : 0), box.width - column]);
}
document.getElementById('found').textContent = 'found ' + JSON.stringify(found);
</script>"""
TYPST = """#set page(paper: "a4", margin: 20mm)
#set text(font: "Noto Sans", size: 13pt)
#set par(leading: 0.5em)
#set table(inset: (x: 6pt, y: 4pt), stroke: 0.5pt)
"""


def body_of(path):
    return re.sub(r"\A---\n.*?\n---\n", "", path.read_text(), flags=re.S)


def html_of(path, folder, measures):
    body = subprocess.run(["cmark-gfm", "--unsafe", "-e", "table"], input=body_of(path), stdout=subprocess.PIPE,
                          text=True, check=True).stdout
    page = folder / "page.html"
    page.write_text("<!doctype html><meta charset=utf-8><style>%s</style><div id=column style='width: %dmm'>%s</div>%s" % (
        STYLE, WIDTH_MM, body, MEASURE if measures else ""))
    return page


def chromium(*arguments):
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--window-size=1200,800", *arguments]
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True,
                          timeout=120).stdout


def chromium_height(path, folder):
    """Points, and by how many points the widest table is wider than the column."""
    dom = chromium("--dump-dom", html_of(path, folder, measures=True).as_uri())
    found = json.loads(re.search(r"found (\[.*?\])</pre>", dom)[1])
    return sum(height for height, _ in found) * 0.75, max(over for _, over in found) * 0.75


def hspdf_height(program, path):
    """Points, and the codes of what hspdf said on A4."""
    command = [program, "--paper", "210x3000mm", "--dump=layout", str(path)]
    dump = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=True).stdout
    rules = [tuple(map(float, words[1:5])) for words in map(str.split, dump.splitlines())
             if words[0] == "fill" and words[5] == "table"]
    total, end = 0, None
    for top, bottom in sorted((y, y + height) for _, y, width, height in rules if height > width):  # beside rows
        total += max(bottom - (top if end is None else max(top, end)), 0)
        end = bottom if end is None else max(bottom, end)
    return total + 1  # the rule below the last row


def hspdf_pdf(program, path, pdf):
    done = subprocess.run([program, str(path), "-o", str(pdf)], stderr=subprocess.PIPE, text=True, check=True)
    return sorted(set(re.findall(r"\[([a-z-]+)\]", done.stderr)))


def typst_source(path):
    out = [TYPST]
    for line in body_of(path).splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("#"):
            out.append("= " + line.lstrip("# "))
        elif line.startswith("|") and re.fullmatch(r"[|:\- ]+", line):
            continue
        elif line.startswith("|"):
            texts = ["[%s]" % re.sub(r"([#@<>*_$`\\/=~+-])", r"\\\1", cell.strip("<>")) for cell in cells]
            is_first = not out[-1].startswith("  ")
            if is_first:
                out.append("#table(columns: %d,\n  table.header(%s)," % (len(cells), ", ".join(texts)))
                out.append("  ")
            else:
                out.append("  " + ", ".join(texts) + ",")
        elif out[-1].startswith("  "):
            out.append(")")
    return "\n".join(out + [")" if out[-1].startswith("  ") else ""])


def latex_pdf(path, pdf):
    import pypandoc
    options = ["--pdf-engine=xelatex", "-V", "mainfont=Noto Sans", "-V", "CJKmainfont=Noto Sans CJK SC", "-V", "papersize=a4",
               "-V", "geometry:margin=20mm", "-V", "fontsize=14pt", "-V", "documentclass=extarticle"]
    pypandoc.convert_text(body_of(path), "pdf", "markdown", outputfile=str(pdf), extra_args=options)


def fate(pdf):
    """Pages, and how many words lie beyond the paper, or over another."""
    page = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], stdout=subprocess.PIPE, text=True, check=True).stdout
    count, lost = 0, 0
    for sheet in re.findall(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', page, re.S):
        width, height = float(sheet[0]), float(sheet[1])
        boxes = [tuple(map(float, box)) for box in re.findall(
            r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">', sheet[2])]
        lost += sum(box[0] < 0 or box[2] > width + 1 or box[3] > height + 1 for box in boxes)
        rows = {}
        for box in boxes:
            rows.setdefault(round(box[1]), []).append(box)
        for row in rows.values():
            row.sort()
            lost += sum(b[0] < a[2] - 2 for a, b in zip(row, row[1:]))
        count += 1
    return "%d%s" % (count, ", %d lost" % lost if lost else "")


def fates(program, path, folder):
    pdf = folder / "out.pdf"
    yield ", ".join(hspdf_pdf(program, path, pdf)) or "—"
    yield fate(pdf)
    page = html_of(path, folder, measures=False)
    chromium("--no-pdf-header-footer", "--print-to-pdf=%s" % pdf, page.as_uri())
    yield fate(pdf)
    try:
        import weasyprint
        weasyprint.HTML(str(page)).write_pdf(str(pdf))
        yield fate(pdf)
    except ImportError:
        yield "not run"
    if "<t" in body_of(path):
        yield from ("—", "—")
        return
    try:
        import typst
        source = folder / "page.typ"
        source.write_text(typst_source(path))
        typst.compile(str(source), output=str(pdf))
        yield fate(pdf)
    except ImportError:
        yield "not run"
    try:
        latex_pdf(path, pdf)
        yield fate(pdf)
    except ImportError:
        yield "not run"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--hspdf", required=True)
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        print("| table | hspdf, pt | Chromium, pt | Chromium's is wider than the text by |\n|---|---:|---:|---:|")
        for path in options.files:
            height, over = chromium_height(path, folder)
            is_whole = not {"table-turned", "table-blocks"} & set(hspdf_pdf(options.hspdf, path, folder / "out.pdf"))
            own = "%.0f" % hspdf_height(options.hspdf, path) if is_whole else "landscape"
            print("| %s | %s | %.0f | %s |" % (path.stem, own, height, "%.0f pt" % over if over > 1 else ""))
        print("\n| table | hspdf says | hspdf | Chromium | WeasyPrint | Typst | LaTeX |\n|---|---|---|---|---|---|---|")
        for path in options.files:
            print("| %s | %s |" % (path.stem, " | ".join(fates(options.hspdf, path, folder))))


if __name__ == "__main__":
    main()
