"""The examples of the CommonMark and GFM specifications, as cmark-gfm's Debian package has them (spec.txt.gz): each
compiles, loses no word, and gives the tree that cmark-gfm gives, but for what hspdf reads otherwise on purpose:

    html        HTML is read into the tree: examples with HTML are compared by their words alone, and those with a
                processing instruction, which Python's reader takes to end at its first `>`, not by these
    front       each example stands behind an empty line, since `---` on the first line begins front matter
    empty       what holds nothing leaves no node: an empty quote, paragraph, heading or link
    figures     an image alone in its paragraph is a figure, its title the caption
    blanks      underscores are rules to write on, and a line of ten or more is no thematic break
    cells       hold paragraphs; rows are as long as their table is wide; cells beyond the header's join the last one, with
                a diagnostic [table-excess], and then the tree is not compared
    spaces      collapse in inline code where it is set, not yet in the tree

    spec.py --hspdf PROGRAM --build FOLDER        exit status 77: the specification, or a program, is missing
"""
import argparse
import gzip
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as Tree
from concurrent.futures import ThreadPoolExecutor

import run_cases

SPEC = pathlib.Path("/usr/share/doc/cmark-gfm/spec.txt.gz")
EXAMPLES_LEAST = 640
EXTENSIONS = ["footnotes", "table", "strikethrough", "autolink", "tasklist"]
KINDS = {"block_quote": "quote", "code_block": "code-block", "thematic_break": "thematic-break", "emph": "emphasis",
         "strikethrough": "strike", "table_header": "row", "table_row": "row", "table_cell": "cell",
         "linebreak": "line-break", "tasklist": "item"}
KEPT_EMPTY = {"document", "item", "cell", "row", "code-block", "thematic-break", "line-break", "text", "code", "image"}
DUMP_LINE = re.compile(r'( *)([a-z-]+)(?: \d+:\d+)?(?: "((?:[^"\\]|\\.)*)")?(.*)$')


def examples():
    text = gzip.decompress(SPEC.read_bytes()).decode()
    for match in re.finditer(r"^`{32} example[^\n]*\n(.*?)^\.\n(.*?)^`{32}$", text, re.S | re.M):
        yield match[1].replace("→", "\t")


def collapse(text):
    return re.sub(r"[ \t\r\n]+", " ", text)


class Node:
    def __init__(self, kind, text="", detail=""):
        self.kind, self.text, self.detail, self.kids = kind, text, detail, []

    def lines(self, depth=0):
        yield "  " * depth + " ".join(part for part in (self.kind, self.detail, repr(self.text) if self.text else "") if part)
        for kid in self.kids:
            yield from kid.lines(depth + 1)


def settled(node, is_first=True):
    """With neighbouring texts joined, and without what holds nothing."""
    kids = []
    for kid in (settled(kid) for kid in node.kids):
        if kid.kind == "text" and kids and kids[-1].kind == "text":
            kids[-1].text = collapse(kids[-1].text + kid.text)
        elif kid.kids or kid.kind in KEPT_EMPTY:
            kids.append(kid)
    if node.kind in ("paragraph", "heading", "caption"):
        if kids and kids[0].kind == "text":
            kids[0].text = kids[0].text.lstrip(" ")
        if kids and kids[-1].kind == "text":
            kids[-1].text = kids[-1].text.rstrip(" ")
    node.kids = [kid for kid in kids if kid.kind != "text" or kid.text]
    return node


def detail_of_list(is_ordered, start, delimiter, is_tight):
    return "%s %s" % ("from %s%s" % (start, delimiter) if is_ordered else "bullet", "tight" if is_tight else "loose")


def of_cmark(element):
    kind = element.tag.split("}")[1]
    get = element.get
    node = Node(KINDS.get(kind, kind))
    text = "".join(element.itertext()) if len(element) == 0 else ""
    if kind == "text":
        node.text = collapse(text)
    elif kind == "softbreak":
        return Node("text", " ")
    elif kind == "code":
        node.text = collapse(text)  # as of_dump does
    elif kind == "code_block":
        node.text = text
    elif kind == "heading":
        node.detail = get("level")
    elif kind == "list":
        node.detail = detail_of_list(get("type") == "ordered", get("start"), {"paren": ")"}.get(get("delim"), "."),
                                     get("tight") == "true")
    elif kind in ("link", "image"):
        node.detail = get("destination")
    node.kids = [of_cmark(child) for child in element]
    if kind == "table_cell":
        node.kids = [paragraph_of(node.kids)]
    if kind == "image":
        node.kids = []
    return node


def paragraph_of(kids):
    paragraph = Node("paragraph")
    paragraph.kids = kids
    return paragraph


def unquoted(text):
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] == "n" else match[1], text or "")


def of_dump(dump):
    root, stack = None, []
    for line in dump.splitlines():
        indent, kind, text, rest = DUMP_LINE.match(line).groups()
        node = Node(kind, unquoted(text))
        if kind == "heading":
            node.detail = rest.split()[0]
        elif kind == "list":
            match = re.match(r"(?: from (\d+)([.)]))? (tight|loose)", rest)
            node.detail = detail_of_list(match[1] is not None, match[1], match[2], match[3] == "tight")
        elif kind in ("link", "image"):
            target = re.search(r'target= "((?:[^"\\]|\\.)*)"', rest)
            node.detail = unquoted(target[1]) if target else ""
        elif kind == "blank":
            node.kind = "text"
        elif kind == "code":
            node.text = collapse(node.text)
        del stack[len(indent) // 2:]
        if stack:
            stack[-1].kids.append(node)
        else:
            root = node
        stack.append(node)
    return root


def without_figures(node):
    kids = []
    for kid in node.kids:
        without_figures(kid)
        if kid.kind == "figure":
            kids += [part for part in kid.kids if part.kind != "caption"]
        else:
            kids.append(kid)
    node.kids = [] if node.kind == "image" else kids
    return node


def without_blank_rules(text):
    return re.sub(r"^ {0,3}_{10,}$", "***", text, flags=re.M)


class Example:
    def __init__(self, number, text, options):
        self.text, self.options = "\n" + text, options
        self.path = pathlib.Path(options.build) / "spec" / ("%03d.md" % number)

    def program(self, *arguments):
        command = [self.options.hspdf, *arguments, self.path.name]
        return subprocess.run(command, cwd=self.path.parent, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)

    def cmark(self):
        command = ["cmark-gfm", "-t", "xml"] + [part for name in EXTENSIONS for part in ("-e", name)]
        said = subprocess.run(command, input=self.text.encode(), stdout=subprocess.PIPE, check=True).stdout.decode()
        said = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", said)
        return Tree.fromstring(re.sub(r"<!DOCTYPE[^>]*>", "", said))

    def tree_fault(self):
        wanted = self.cmark()
        if any("html_" in element.tag for element in wanted.iter()):
            return None
        self.path.write_text(without_blank_rules(self.text), encoding="utf-8")
        run = self.program("--dump=document")
        if b"[table-excess]" in run.stderr:
            return None
        got = of_dump(run.stdout.decode())
        wanted = list(settled(of_cmark(wanted)).lines())
        got = list(settled(without_figures(got)).lines())
        if wanted == got:
            return None
        return "the tree is\n%s\nnot\n%s" % ("\n".join(got), "\n".join(wanted))

    def fault(self):
        self.path.write_text(self.text, encoding="utf-8")
        run = self.program()
        pdf = self.path.with_suffix(".pdf")
        if run.returncode != 0:
            if b"[input-empty]" in run.stderr:
                return None
            return "exit status %d: %s" % (run.returncode, run.stderr.decode()[:300])
        fault = "<?" not in self.text and run_cases.words_fault(self.text.encode(), self.path.parent, run_cases.words_drawn(pdf))
        pdf.unlink()
        return fault or self.tree_fault()


def main():
    parser = argparse.ArgumentParser()
    for name in ["--hspdf", "--build"]:
        parser.add_argument(name, required=True)
    options = parser.parse_args()
    if not SPEC.exists() or not shutil.which("cmark-gfm") or not shutil.which("pdftotext"):
        print("skipped: %s, cmark-gfm or pdftotext is missing" % SPEC)
        return 77
    options.hspdf = str(pathlib.Path(options.hspdf).resolve())
    shutil.rmtree(pathlib.Path(options.build) / "spec", ignore_errors=True)
    (pathlib.Path(options.build) / "spec").mkdir(parents=True)
    made = [Example(number, text, options) for number, text in enumerate(examples(), 1)]
    with ThreadPoolExecutor(2) as pool:
        faults = list(pool.map(Example.fault, made))
    for example, fault in zip(made, faults):
        if fault:
            print("%s: %r\n%s\n" % (example.path.name, example.text, fault))
    print("%d examples, %d failed" % (len(made), len([fault for fault in faults if fault])))
    return 1 if any(faults) or len(made) < EXAMPLES_LEAST else 0


if __name__ == "__main__":
    sys.exit(main())
