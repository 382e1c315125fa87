"""The same Markdown as other programs want it. What is made here is made before the clock runs.

cmark-gfm reads the Markdown; its tree is written as Typst. HTML is cmark-gfm's own.
"""

import re
import subprocess
import xml.etree.ElementTree

EXTENSIONS = ("-e", "table", "-e", "tasklist", "-e", "strikethrough")
SPECIAL = re.compile(r"([\\#$*_`<>@~\[\]=/+\-\"'])")
BLANK = re.compile(r"_{2,}|\b_\b")


def split_front(text):
    """Front matter as a dict of strings, and the body."""
    match = re.match(r"---\n(.*?)\n---\n", text, re.S)
    if not match:
        return {}, text
    return dict(re.findall(r'^(\w+): *"?(.*?)"?$', match[1], re.M)), text[match.end():].lstrip("\n")


def plain_markdown(text):
    """What an author writes for others: the title as a heading, blanks to write on escaped, alerts as bold words."""
    front, body = split_front(text)
    body = BLANK.sub(lambda match: match[0].replace("_", r"\_"), body)
    body = re.sub(r"^> \[!(\w+)\]$", lambda match: "> **%s**  " % match[1].capitalize(), body, flags=re.M)
    return ("# %s\n\n" % front["title"] if "title" in front else "") + body


def cmark(markdown, form):
    return subprocess.run(["cmark-gfm", "--unsafe", "-t", form, *EXTENSIONS], input=markdown, stdout=subprocess.PIPE,
                          text=True, encoding="utf-8", check=True).stdout


def html(markdown, css, lang, title):
    direction = ' dir="rtl"' if lang in ("ar", "he") else ""
    return ('<!DOCTYPE html>\n<html lang="%s"%s><head><meta charset="utf-8"><title>%s</title><style>\n%s</style></head>'
            "<body>\n%s</body></html>\n" % (lang, direction, title, css, cmark(markdown, "html")))


# ---- Typst

def escape(text):
    return SPECIAL.sub(r"\\\1", text)


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def typst_table(node):
    rows = [[typst_inline(cell) for cell in row] for row in node]
    head, *body = [", ".join("[%s]" % cell for cell in row) for row in rows]
    return "#table(columns: %d, table.header(%s),\n%s)" % (len(rows[0]), head, "".join("  %s,\n" % row for row in body))


def typst_list(node):
    mark = "+" if node.get("type") == "ordered" else "-"
    items = []
    for item in node:
        box = {"false": "☐ ", "true": "☑ "}.get(item.get("completed"), "")
        items.append("%s %s%s" % (mark, box, "\n".join(map(typst_block, item)).replace("\n", "\n  ")))
    return "\n".join(items)


def typst_block(node):
    kind = node.tag.rsplit("}")[-1]
    if kind == "heading":
        return "=" * int(node.get("level")) + " " + typst_inline(node)
    if kind == "list":
        return typst_list(node)
    if kind == "table":
        return typst_table(node)
    if kind == "block_quote":
        return "#quote(block: true)[%s]" % "\n\n".join(map(typst_block, node))
    if kind == "thematic_break":
        return "#line(length: 100%)"
    if kind == "code_block":
        return "#raw(block: true, %s)" % quoted(node.text)
    return typst_inline(node)


def typst_inline(node):
    return "".join(map(typst_piece, node))


def typst_piece(node):
    kind = node.tag.rsplit("}")[-1]
    if kind == "text":
        return escape(node.text or "")
    if kind == "softbreak":
        return "\n"
    if kind == "linebreak":
        return " \\\n"
    if kind == "code":
        return "#raw(%s)" % quoted(node.text)
    if kind == "image":
        alternative = "".join(node.itertext())
        return "#image(%s, alt: %s)" % (quoted(node.get("destination")), quoted(alternative))
    inner = typst_inline(node)
    if kind == "link":
        return "#link(%s)[%s]" % (quoted(node.get("destination")), inner)
    return {"strong": "#strong[%s]", "emph": "#emph[%s]", "strikethrough": "#strike[%s]"}.get(kind, "%s") % inner


def typst(markdown, preamble):
    tree = xml.etree.ElementTree.fromstring(cmark(markdown, "xml"))
    return preamble + "\n\n".join(map(typst_block, tree)) + "\n"
