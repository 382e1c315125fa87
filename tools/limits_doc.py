"""Writes docs/limits.md from src/support/limit_table.h, or with --check says whether it is up to date."""
import pathlib
import re
import sys

MB = 1024 * 1024
root = pathlib.Path(__file__).resolve().parent.parent
table = (root / "src/support/limit_table.h").read_text()
codes = dict(re.findall(r'^DIAGNOSTIC\((\w+), "([^"]+)"', (root / "src/support/codes.h").read_text(), re.M))
names = {"KB": 1024, "MB": MB, "GB": 1024 * MB, "MILLION": 10**6, "SECONDS": 1000}


def row_pattern(*fields):
    return re.compile(",\\s*".join(fields) + r"\)$", re.M)


limit_row = row_pattern(r'^LIMIT\((\w+)', r'"([^"]+)"', r"(\w+)", r"([^,]+)", r"([^,]+)", r"([^,]+)", r"(\w+)", r'"(.*)"')
bound_row = row_pattern(r'^BOUND\((\w+)', r"([^,]+)", r'"([^"]+)"', r'"(.*)"')


def number(expression, known):
    words = re.findall(r"\w+|\*|-", expression)
    return eval(" ".join(str(known[word]) if word in known else word for word in words))


def shown(value, unit):
    if unit == "MILLISECONDS":
        return f"{value / 1000:,g} s" if value < 10**6 else f"{value // 1000:,} s"
    if unit == "NUMBER":
        return f"{value:,}"
    for size, name in ((1024 * MB, "GB"), (MB, "MB"), (1024, "kB"), (1, "bytes")):
        if value % size == 0:
            return f"{value // size:,} {name}"


bounds = bound_row.findall(table)
limits = limit_row.findall(table)
if len(limits) != len(re.findall("^LIMIT", table, re.M)) or len(bounds) != len(re.findall("^BOUND", table, re.M)):
    sys.exit("limit_table.h: cannot read all rows")
known = dict(names)
for name, value, _, _ in bounds:
    known["BOUND_" + name] = number(value, names)
lines = [
    "# Limits",
    "",
    "What a document may cost. `--limit=NAME=VALUE`, which may be given many times, sets a limit: sizes take k, M or G",
    "(times 1,024), times are seconds, as 0.5. Going beyond refuses the document with the diagnostic named here, at its",
    "place where there is one, and exit status 1; other documents of a batch go on. With the library it is",
    '`hspdf_request_set(request, "limit", "pages=20")`. Made from `src/support/limit_table.h` by `tools/limits_doc.py`.',
    "",
    "| limit | counts | where nothing is said | from | to | diagnostic |",
    "|---|---|---:|---:|---:|---|",
]
for _, name, unit, value, least, most, code, counts in limits:
    values = " | ".join(shown(number(each, known), unit) for each in (value, least, most))
    lines.append(f"| `{name}` | {counts} | {values} | `{codes[code]}` |")
lines += ["", "What can not be set:", "", "| at most | of | why |", "|---:|---|---|"]
for _, value, what, why in bounds:
    lines.append(f"| {number(value, names):,} | {what} | {why} |")
lines += [
    "",
    "Time is the processor's. It is looked at between paragraphs, nodes and steps; where a library takes longer on one",
    "of them, `hspdf` ends itself soon after (`time-limit`, exit status 1), and `hspdf batch` by `--timeout`.",
]
text = "\n".join(lines) + "\n"
path = root / "docs/limits.md"
if sys.argv[1:] == ["--check"]:
    sys.exit(0 if path.exists() and path.read_text() == text else "docs/limits.md is stale: run " + sys.argv[0])
path.write_text(text)
