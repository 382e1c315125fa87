"""Writes docs/diagnostics.md from src/support/codes.h, or with --check says whether it is up to date."""
import pathlib
import re
import sys

root = pathlib.Path(__file__).resolve().parent.parent
row = re.compile(r'^DIAGNOSTIC\((\w+), "([^"]+)", (\w+), "(.*?)", "(.*)"\)$')
lines = [
    "# Diagnostics",
    "",
    "What hspdf says of an input, by code. An error means that nothing was written; with `--strict` warnings are errors.",
    "Made from `src/support/codes.h` by `tools/diagnostics_doc.py`.",
    "",
    "| code | severity | message | hint |",
    "|---|---|---|---|",
]
rows = []
for line in (root / "src/support/codes.h").read_text().splitlines():
    match = row.match(line)
    if match:
        message = re.sub(r"%(\.\*|0\d)?[suX]", "…", match[4]).replace("|", "\\|")
        rows.append("| `%s` | %s | %s | %s |" % (match[2], match[3].lower(), message, match[5]))
    elif line.startswith("DIAGNOSTIC("):
        sys.exit("codes.h: cannot read: " + line)
text = "\n".join(lines + sorted(rows)) + "\n"
path = root / "docs/diagnostics.md"
if sys.argv[1:] == ["--check"]:
    sys.exit(0 if path.exists() and path.read_text() == text else "docs/diagnostics.md is stale: run " + sys.argv[0])
path.write_text(text)
