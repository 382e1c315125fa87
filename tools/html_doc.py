"""Writes docs/html.md from the tables that drive the reader of HTML (src/document/html_tags.h, html_attributes.h,
css_properties.h), or with --check says whether it is up to date."""
import pathlib
import re
import sys

root = pathlib.Path(__file__).resolve().parent.parent
tables = root / "src/document"
INTRO = """# HTML

HTML may stand anywhere in Markdown, in blocks and in lines, nested through Markdown and across empty lines, as sites
export it. Case, quotes, missing and stray end tags are read as browsers read them. Nothing that is written is lost: what
can not be set as asked is set plainly, with a diagnostic at its line and column. Made by `tools/html_doc.py` from the
tables that the reader is driven by.

![The same islands of HTML, by hspdf at the left and by Chromium at the right](images/html.png)

That is [tests/cases/html-exported.md](../tests/cases/html-exported.md), by hspdf and by Chromium with its own stylesheet
in the same font (`tools/compare_html.py`). What differs is meant: emphasis is bold, not slanted; tables have rules, row
headers and scopes; a line to write on is 8 mm high; `details` stand open, since paper can not be clicked.

## Tags

A tag that is in none of these lists is transparent: its content is set, and `html-unknown` names it.
"""
KINDS = [  # heading, which rows
    ("Pictures", lambda row: row["action"] in ("IMAGE", "PICTURE")),
    ("Fields of forms, as lines to write on and boxes to tick", lambda row: row["action"] == "CONTROL"),
    ("Blocks", lambda row: row["role"] in ("BLOCK", "LEAF", "VERBATIM") or row["kind"] in ("THEMATIC_BREAK",)),
    ("Within lines", lambda row: row["role"] == "INLINE" or row["kind"] in ("LINE_BREAK", "TEXT")),
    ("Transparent, without a word: their content is set as if they were not there",
     lambda row: row["role"] == "PLAIN" and row["action"] != "EMBED" or row["action"] == "COLUMN"),
    ("Embedded: their content or a link is set, and `html-embedded` tells of them", lambda row: row["action"] == "EMBED"),
    ("Not set, since they show nothing by themselves", lambda row: row["role"] in ("SKIP", "VOID")),
]


def rows(file, macro, count):
    for line in (tables / file).read_text().splitlines():
        if line.startswith(macro + "("):
            parts = re.findall(r'"(?:[^"\\]|\\.)*"|[^,()"]+(?:\[[^]]*\][.\w]*)?', line[len(macro) + 1:line.rindex(")")])
            parts = [part.strip().strip('"') for part in parts if part.strip()]
            if len(parts) < count:
                sys.exit("%s: cannot read: %s" % (file, line))
            yield parts


def tag_lists():
    tags = [dict(zip(("name", "role", "kind", "action"), parts)) for parts in rows("html_tags.h", "HTML_TAG", 4)]
    for heading, takes in KINDS:
        taken = [tag for tag in tags if takes(tag)]
        tags = [tag for tag in tags if not takes(tag)]
        yield "- **%s**: %s" % (heading, " ".join("`%s`" % tag["name"] for tag in taken))
    if tags:
        sys.exit("html_tags.h: in no list: %s" % tags)


def document():
    lines = [INTRO, *tag_lists(), "", "## Attributes", "", "Others are ignored.", "", "| attribute | of | says |", "|---|---|---|"]
    lines += ["| `%s` | %s | %s |" % tuple(parts[1:4]) for parts in rows("html_attributes.h", "HTML_ATTRIBUTE", 4)]
    lines += ["", "## Properties of `style`", "", "Of others, those that would change what is read on paper are diagnosed"
              " (`css-property`).", "", "| property | what is read |", "|---|---|"]
    lines += ["| `%s` | %s |" % (parts[0], parts[-1]) for parts in rows("css_properties.h", "CSS_PROPERTY", 4)]
    return "\n".join(lines) + "\n"


path, text = root / "docs/html.md", document()
if sys.argv[1:] == ["--check"]:
    sys.exit(0 if path.exists() and path.read_text() == text else "docs/html.md is stale: run " + sys.argv[0])
path.write_text(text)
