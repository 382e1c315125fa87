"""The Markdown of the benchmark and of the leaflets in examples/, as Typst says it: same paper, fonts and sizes."""

import re

SPECIAL = re.compile(r"([\\#$*_`<>@~\[\]=/+\-\"'])")
FAMILIES = ("Noto Sans", "Noto Naskh Arabic", "Noto Sans Hebrew", "Noto Sans Devanagari", "Noto Sans Thai", "Noto Sans CJK SC")


def escape(text):
    return SPECIAL.sub(r"\\\1", text)


def inline(text):
    parts = re.split(r"\*\*(.+?)\*\*", text)
    return "".join(f"#strong[{escape(part)}]" if at % 2 else escape(part) for at, part in enumerate(parts))


def preamble(lang, size, leading, line_breaks):
    """`leading` is from baseline to baseline, a factor of `size`: Typst adds its own to the height of a line's box."""
    families = ", ".join(f'"{family}"' for family in FAMILIES)
    return "\n".join(
        (
            '#set page(paper: "a4", margin: 20mm)',
            f'#set text(font: ({families}), size: {size}pt, lang: "{lang}", hyphenate: false,',
            "  top-edge: 0.8em, bottom-edge: -0.2em)",
            f"#set par(leading: {leading - 1:.3f}em, spacing: {leading * 1.6 - 1:.3f}em, linebreaks: \"{line_breaks}\")",
            "",
        )
    )


def table(rows):
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    lines = [f"#table(columns: {len(cells[0])}, table.header(" + ", ".join(f"[{inline(c)}]" for c in cells[0]) + "),"]
    lines += ["  " + ", ".join(f"[{inline(cell)}]" for cell in row) + "," for row in cells[2:]]
    return "\n".join(lines) + ")"


def block(text):
    if text.startswith("#"):
        level = len(text) - len(text.lstrip("#"))
        return "=" * level + " " + inline(text[level:].strip())
    if text.startswith("|"):
        return table(text.split("\n"))
    if re.match(r"[-*] |\d+\. ", text):
        marks = ((re.sub(r"^(?:[-*]|\d+\.) ", "", line), line[0].isdigit()) for line in text.split("\n"))
        return "\n".join(("+ " if numbered else "- ") + inline(line) for line, numbered in marks)
    return inline(text)


def convert(markdown, lang="en", size=10, leading=1.25, line_breaks="optimized"):
    title = ""
    front = re.match(r"---\n(.*?)\n---\n", markdown, re.S)
    if front:
        markdown = markdown[front.end() :]
        named = re.search(r'^title: *"?(.*?)"?$', front.group(1), re.M)
        title = f"#set document(title: {repr_typst(named.group(1))})\n= {inline(named.group(1))}\n\n" if named else ""
    blocks = re.split(r"\n{2,}", markdown.strip())
    return preamble(lang, size, leading, line_breaks) + title + "\n\n".join(map(block, blocks)) + "\n"


def repr_typst(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
