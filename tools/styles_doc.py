"""Writes the lists of docs/styles.md from src/style/schema.h, or with --check says whether they are up to date."""
import pathlib
import re
import sys

MARK = "<!-- Made from src/style/schema.h by tools/styles_doc.py, down to the end. -->\n"
root = pathlib.Path(__file__).resolve().parent.parent
path = root / "docs/styles.md"
FIELD = re.compile(r'\s*(?:"((?:[^"\\]|\\.)*)"|([^,"]+?))\s*(?:,|$)')


def fields(line):
    """The arguments of a row: strings unquoted."""
    line = re.sub(r"\)\s+// .*$", ")", line)
    inner = line[line.index("(") + 1:line.rindex(")")]
    return [word or re.sub(r"\\(.)", r"\1", text) for text, word in FIELD.findall(inner)]


rows = {name: [] for name in ("TYPE", "RANGE", "SECTION", "PROPERTY", "ROLE", "ROLE_PROPERTY")}
for line in (root / "src/style/schema.h").read_text().splitlines():
    match = re.match(r"([A-Z_]+)\(", line)
    if match and match[1] in rows:
        rows[match[1]].append(fields(line))
types = dict(rows["TYPE"])
ranges = {name: values for name, *values in rows["RANGE"]}


def takes(kind, name):
    if name == "NONE":
        return types[kind]
    unit = "times" if kind == "LEADING" else "em or lines"
    least_pt, most_pt, least, most = ranges[name]
    return "%s; %s to %s pt, or %s to %s %s" % (types[kind].split(" such")[0], least_pt, most_pt, least, most, unit)


def cell(text):
    return text.replace("|", "\\|")


out = ["", "## Sections", "", "| section | what it is for |", "|---|---|"]
out += ["| `%s` | %s |" % (name, cell(about)) for name, about in rows["SECTION"]]
for section in dict.fromkeys(row[0] for row in rows["PROPERTY"]):
    out += ["", "## " + section, "", "| key | what it does | takes | default |", "|---|---|---|---|"]
    for of, key, _, kind, limits, fallback, about in rows["PROPERTY"]:
        if of == section:
            out.append("| `%s` | %s | %s | %s |" % (key, cell(about), cell(takes(kind, limits)), fallback))
out += ["", "## Roles", "", "Each is a section with the keys of the table below it.", "", "| role | look of |", "|---|---|"]
out += ["| `%s` | %s |" % (name, cell(about)) for _, name, about in rows["ROLE"]]
out += ["", "## Keys of roles and classes", "", "| key | what it does | takes | where it is not given |", "|---|---|---|---|"]
for key, _, kind, limits, fallback, about in rows["ROLE_PROPERTY"]:
    out.append("| `%s` | %s | %s | %s |" % (key, cell(about), cell(takes(kind, limits)), fallback))
text = path.read_text().split(MARK)[0] + MARK + "\n".join(out) + "\n"
if sys.argv[1:] == ["--check"]:
    sys.exit(0 if path.read_text() == text else "docs/styles.md is stale: run " + sys.argv[0])
path.write_text(text)
