"""Independent readers agree: on what a PDF shows, poppler, mupdf, pdfium and pdf.js; on its headings, lists, tables and
links, this repository's reader (structure.py), pdfium, pdfminer by way of pdfplumber, and the accessibility tree that
Chromium makes of pdf.js's viewer, which is what a screen reader gets there.

    readers.py --hspdf PROGRAM --source REPOSITORY --build FOLDER --modules FOLDER

Each text is set on one page, long enough for it, since readers tell the structure page by page. They are texts in which
the glyphs are the text: pdfium, pdfminer and pdf.js do not follow ActualText. Exit status 77: a reader is missing
(tools/bootstrap.sh test has them, and puts pypdfium2 and pdfplumber into the folder of modules).
"""
import argparse
import ctypes
import functools
import http.server
import importlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import threading
import unicodedata

import chromium
import run_cases
import structure

pdfplumber = pypdfium2 = pdfium = None  # import_readers()

VIEWER = pathlib.Path("/usr/share/javascript/pdf")  # Debian's libjs-pdf
DPI = 40
TOLERANCE = 45  # of 255, as in surfaces.py: they smooth differently; a word that is lost makes 60 and more
PAPER = "210x1400mm"
TEXTS = ["examples/after-colonoscopy", "examples/consent-form", "examples/hoja-es", "examples/illustrated",
         "examples/leaflet", "examples/leaflet-zh", "examples/letter", "tests/cases/alerts", "tests/cases/captions",
         "tests/cases/direction", "tests/cases/footnotes", "tests/cases/han-forms", "tests/cases/headings",
         "tests/cases/html-lists", "tests/cases/links", "tests/cases/lists", "tests/cases/quote-code",
         "tests/cases/table-spans", "tests/cases/tables-fees"]
HEADING = re.compile("H[1-6]$")


# ---- what each makes of the structure: (type, text of its own and its kids' in order)

def own_tree(pdf):
    return structure.Pdf(pdf).tree()


def plumber_tree(pdf):
    """pdfplumber says which marked content is in which element, pdfminer which characters are in which content."""
    with pdfplumber.open(pdf) as document:
        page = document.pages[0]
        texts = {}
        for char in page.chars:
            texts[char.get("mcid")] = texts.get(char.get("mcid"), "") + char["text"]

        def element(found):
            return (found["type"], {}, [texts.get(mcid, "") for mcid in found.get("mcids", [])]
                    + [element(child) for child in found.get("children", [])])
        return "Root", {}, [element(child) for child in page.structure_tree]


def pdfium_string(function, *arguments):
    """A string in UTF-16 from one of pdfium's functions, which say first how long it is."""
    size = function(*arguments, None, 0)
    buffer = ctypes.create_string_buffer(max(size, 2))
    function(*arguments, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)) if "Text" in function.__name__ else buffer,
             size)
    return buffer.raw[:max(size - 2, 0)].decode("utf-16-le")


def pdfium_texts(page):
    """Text by MCID."""
    text_page, texts = pdfium.FPDFText_LoadPage(page), {}
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        drawn = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(drawn) == pdfium.FPDF_PAGEOBJ_TEXT:
            mcid = pdfium.FPDFPageObj_GetMarkedContentID(drawn)
            texts[mcid] = texts.get(mcid, "") + pdfium_string(pdfium.FPDFTextObj_GetText, drawn, text_page)
    pdfium.FPDFText_ClosePage(text_page)
    return texts


def pdfium_tree(pdf):
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    texts, tree = pdfium_texts(page.raw), pdfium.FPDF_StructTree_GetForPage(page.raw)

    def element(found):
        kids = []
        for index in range(pdfium.FPDF_StructElement_CountChildren(found)):
            child = pdfium.FPDF_StructElement_GetChildAtIndex(found, index)
            if child:
                kids.append(element(child))
            else:
                kids.append(texts.get(pdfium.FPDF_StructElement_GetChildMarkedContentID(found, index), ""))
        return pdfium_string(pdfium.FPDF_StructElement_GetType, found), {}, kids

    kids = [element(pdfium.FPDF_StructTree_GetChildAtIndex(tree, index))
            for index in range(pdfium.FPDF_StructTree_CountChildren(tree))]
    pdfium.FPDF_StructTree_Close(tree)
    return "Root", {}, kids


# pdf.js calls every header cell a column's, and a table's head too.
TYPES_OF_ROLES = {"list": "L", "listitem": "LI", "table": "Table", "row": "TR", "columnheader": "TH", "rowheader": "TH",
                  "cell": "TD", "link": "Link"}


def browser_tree(nodes):
    """Of the accessibility tree's part that is the PDF's page, by its structure: pdf.js lays annotations over it again."""
    by_id = {node["nodeId"]: node for node in nodes}

    def element(node):
        role = node["role"]["value"]
        if role == "StaticText":
            return node["name"]["value"]
        kind = TYPES_OF_ROLES.get(role, role)
        if role == "heading":
            kind = "H%d" % next(each["value"]["value"] for each in node["properties"] if each["name"] == "level")
        kids = [element(by_id[child]) for child in node.get("childIds", []) if child in by_id]
        return "THead" if any(kid[0] == "TR" for kid in kids) and kind == "TH" else kind, {}, kids

    return element(next(node for node in nodes if node["role"]["value"] == "Canvas"))


# ---- what is compared

def letters(element):
    """Without spaces, and with three full stops for an ellipsis, as pdf.js has it."""
    if isinstance(element, str):
        return "".join(unicodedata.normalize("NFKC", element).split())
    return "".join(letters(kid) for kid in element[2])


def children(element, kind):
    """Those of a kind that are not inside another of it, nor inside another table or list."""
    for kid in element[2]:
        if isinstance(kid, str):
            continue
        if kid[0] == kind:
            yield kid
        elif kid[0] not in ("Table", "L"):
            yield from children(kid, kind)


def summary(element):
    if isinstance(element, str):
        return
    kind = element[0]
    if HEADING.match(kind) or kind in ("TH", "TD"):
        yield kind + " " + letters(element)
    elif kind == "L":
        yield "L of %d" % len(list(children(element, "LI")))
    elif kind == "Table":
        rows = children(element, "TR")
        yield "Table of " + ",".join(str(len(list(children(row, "TH"))) + len(list(children(row, "TD")))) for row in rows)
    elif kind == "Link":
        yield "Link"
    for kid in element[2]:
        yield from summary(kid)


# ---- pictures

def pdfium_picture(pdf):
    bitmap = pypdfium2.PdfDocument(pdf)[0].render(scale=DPI / 72, grayscale=True)
    data, stride = bytes(bitmap.buffer), bitmap.stride
    return [list(data[y * stride:y * stride + bitmap.width]) for y in range(bitmap.height)]


def poppler_picture(pdf):
    subprocess.run(["pdftoppm", "-gray", "-r", str(DPI), "-singlefile", str(pdf), str(pdf.with_suffix(""))], check=True)
    return run_cases.pgm_read(pdf.with_suffix(".pgm"))


def mupdf_picture(pdf):
    path = pdf.with_suffix(".mupdf.pgm")
    subprocess.run(["mutool", "draw", "-q", "-r", str(DPI), "-c", "gray", "-o", str(path), str(pdf), "1"], check=True)
    return run_cases.pgm_read(path)


BROWSER_PICTURE = """(async () => {
    const page = await PDFViewerApplication.pdfDocument.getPage(1);
    const viewport = page.getViewport({scale: %f}), canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [Math.round(viewport.width), Math.round(viewport.height)];
    const context = canvas.getContext('2d');
    await page.render({canvasContext: context, viewport}).promise;
    const {data, width, height} = context.getImageData(0, 0, canvas.width, canvas.height), rows = [];
    for (let y = 0; y < height; y++) {
        rows.push([]);
        for (let x = 0, at = 4 * y * width; x < width; x++, at += 4)
            rows[y].push((data[at] + data[at + 1] + data[at + 2]) / 3 | 0);
    }
    return rows;
})()"""


def difference(a, b):
    if abs(len(a) - len(b)) > 1 or abs(len(a[0]) - len(b[0])) > 1:
        return 255
    return max(abs(x - y) for x, y in zip(run_cases.cell_means(a), run_cases.cell_means(b)))


# ---- the browser

class Viewer:
    """pdf.js's own viewer in Chromium, from a server of this process."""

    def __init__(self, folder):
        for name in ("build", "web"):
            os.symlink(VIEWER / name, folder / name)
        handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=folder)
        handler.func.log_message = lambda *_: None
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.browser = chromium.Chromium("--window-size=1000,4000")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.browser.__exit__()
        self.server.shutdown()

    def read(self, name):
        """The structure, how many links can be followed, the picture."""
        self.browser.open("http://127.0.0.1:%d/web/viewer.html?file=/%s#zoom=50" % (self.server.server_port, name))
        self.browser.wait_for("window.PDFViewerApplication?.pdfDocument && document.querySelector('.structTree') != null")
        links = self.browser.value("PDFViewerApplication.pdfDocument.getPage(1).then(page => page.getAnnotations())"
                                   ".then(all => all.filter(each => each.url || each.dest).length)")
        return browser_tree(self.browser.accessible()), links, self.browser.value(BROWSER_PICTURE % (DPI / 72))


def annotations(pdf):
    read = structure.Pdf(pdf)
    return len(read.get(read.get(read.pages[0]).get("/Annots", [])))


# ----

def import_readers(modules):
    """Whether they are there."""
    global pdfplumber, pypdfium2, pdfium
    sys.path.insert(0, modules)
    try:
        pdfplumber, pypdfium2 = importlib.import_module("pdfplumber"), importlib.import_module("pypdfium2")
        pdfium = importlib.import_module("pypdfium2.raw")
    except ImportError:
        return False
    return True


def compare_trees(wanted, trees):
    for reader, tree in trees.items():
        found = list(summary(tree))
        for i, (ours, theirs) in enumerate(zip(wanted + [None], found + [None])):
            if ours != theirs:
                yield "%s reads %r, where we read %r (%d)" % (reader, theirs, ours, i)
                break


def check(viewer, pdf):
    browser, links, picture = viewer.read(pdf.name)
    wanted = list(summary(own_tree(pdf)))
    yield from compare_trees(wanted, {"pdfium": pdfium_tree(pdf), "pdfminer": plumber_tree(pdf), "pdf.js": browser})
    if links != annotations(pdf):
        yield "pdf.js follows %d links of %d" % (links, annotations(pdf))
    poppler = poppler_picture(pdf)
    for reader, shown in (("mupdf", mupdf_picture(pdf)), ("pdfium", pdfium_picture(pdf)), ("pdf.js", picture)):
        apart = difference(poppler, shown)
        if apart > TOLERANCE:
            yield "%s shows something else than poppler, by %.0f of 255" % (reader, apart)


def main():
    parser = argparse.ArgumentParser()
    for name in ["--hspdf", "--source", "--build", "--modules"]:
        parser.add_argument(name, required=True)
    options = parser.parse_args()
    missing = [tool for tool in ("chromium", "mutool", "pdftoppm", "qpdf") if not shutil.which(tool)]
    missing += [] if VIEWER.exists() else ["libjs-pdf"]
    missing += [] if import_readers(options.modules) else ["pypdfium2 and pdfplumber in " + options.modules]
    if missing:
        print("skipped: missing " + ", ".join(missing))
        return 77
    folder = pathlib.Path(options.build).resolve() / "readers"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    failed = compared = 0
    with Viewer(folder) as viewer:
        for text in TEXTS:
            source = pathlib.Path(options.source, text + ".md")
            pdf = folder / (source.stem + ".pdf")
            subprocess.run([options.hspdf, "--paper=" + PAPER, str(source), "-o", str(pdf)], stderr=subprocess.DEVNULL,
                           check=True, timeout=60)
            faults = list(check(viewer, pdf))
            compared += len(list(summary(own_tree(pdf))))
            failed += bool(faults)
            for fault in faults:
                print("%s: %s" % (pdf, fault))
    print("%d texts, %d headings, lists, tables, cells and links in each reader; %d failed" % (len(TEXTS), compared, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
