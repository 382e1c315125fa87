"""Heights of tables as hspdf sets them, and as Chromium does by its automatic table layout.

    compare_tables.py --hspdf PROGRAM FILE.md...

Prints a Markdown table, a row for each file. Both set the same text at the same width, in the same font, size, leading,
padding and rules (styles/leaflet.yaml), on a page so long that nothing breaks. Needs chromium, cmark-gfm and Noto Sans.
Chromium sets dir, lang and fonts as it does by itself; hspdf's heights are those of --dump layout.
"""
import argparse
import pathlib
import re
import subprocess
import tempfile

WIDTH_MM = 170
PAGE = """<!doctype html><meta charset=utf-8><style>
body { margin: 0; font: 13pt/1.28 'Noto Sans', sans-serif; }
#column { width: %dmm; }
table { border-collapse: collapse; margin: 10pt 0; max-width: 100%%; }
th, td { border: 0.5pt solid; padding: 4pt 6pt; vertical-align: top; text-align: start; }
th { font-weight: bold; } p, ul, ol { margin: 0; } caption { text-align: start; font-weight: bold; }
</style><div id=column>%s</div><pre id=found></pre><script>
var tables = document.querySelectorAll('#column > table'), found = [];
for (var table of tables) {
    var caption = table.caption ? table.caption.offsetHeight : 0;
    var over = table.getBoundingClientRect().width - document.getElementById('column').getBoundingClientRect().width;
    found.push([table.getBoundingClientRect().height - caption, over]);
}
document.getElementById('found').textContent = 'found ' + JSON.stringify(found);
</script>"""


def body_of(path):
    text = path.read_text()
    return re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.S)


def chromium_height(path, folder):
    """Points, and by how many points tables are wider than the column."""
    html = subprocess.run(["cmark-gfm", "--unsafe", "-e", "table"], input=body_of(path), stdout=subprocess.PIPE,
                          text=True, check=True).stdout
    page = folder / "page.html"
    page.write_text(PAGE % (WIDTH_MM, html))
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--window-size=1200,800", "--dump-dom",
               page.as_uri()]
    dom = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True,
                         timeout=120).stdout
    found = eval(re.search(r"found (\[.*?\])</pre>", dom)[1])  # numbers alone
    return sum(height for height, _ in found) * 0.75, max(over for _, over in found) * 0.75


def hspdf_height(program, path):
    """Points, the codes of what hspdf said, and the size of type."""
    done = subprocess.run([program, "--paper", "210x3000mm", "--dump=layout", str(path)], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True, check=True)
    rules = [tuple(map(float, words[1:5])) for words in map(str.split, done.stdout.splitlines())
             if words[0] == "fill" and words[5] == "table"]
    rows = sorted((y, y + height) for _, y, width, height in rules if height > width)  # what stands beside rows
    total, end = 0, -1
    for top, bottom in rows:
        total += max(bottom, end) - max(top, end) if end >= 0 else bottom - top
        end = max(bottom, end)
    return total + 1, sorted(set(re.findall(r"\[([a-z-]+)\]", done.stderr)))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--hspdf", required=True)
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    print("| table | hspdf, pt | Chromium, pt | hspdf says | Chromium |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for path in options.files:
            height, over = chromium_height(path, pathlib.Path(folder))
            own, codes = hspdf_height(options.hspdf, path)
            print("| %s | %.0f | %.0f | %s | %s |" % (
                path.stem, own, height, ", ".join(codes) or "—",
                "%.0f pt wider than the page" % over if over > 1 else "—"))


if __name__ == "__main__":
    main()
