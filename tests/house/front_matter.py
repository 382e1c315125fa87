"""docs/front-matter.md has a row for each key of front_keys.h, with what it takes and whether hspdf.yaml may give it, and
no others. Usage: front_matter.py REPOSITORY"""
import pathlib
import re
import sys

KEY = re.compile(r'^FRONT_(KEY|KEY_ONLY|FLAG)\("([^"]+)"(?:, ([A-Z]+))?', re.M)
OWN = re.compile(r'^FRONT_OWN\("([^"]+)"\)', re.M)
WANTS = re.compile(r'\[WANTS_([A-Z]+)\] = "([^"]+)"')
ROW = re.compile(r"^\| `([^`]+)` \| ([^|]+) \| (yes|no) \| (.+) \|$", re.M)


def main():
    root = pathlib.Path(sys.argv[1])
    keys = (root / "src" / "document" / "front_keys.h").read_text(encoding="utf-8")
    wants = dict(WANTS.findall((root / "src" / "document" / "metadata.c").read_text(encoding="utf-8")))
    own = set(OWN.findall(keys))
    coded = {}
    for macro, key, want in KEY.findall(keys):
        coded[key] = (wants["BOOL" if macro == "FLAG" else want], "no" if key in own else "yes")
    told = {}
    faults = []
    for key, takes, is_default, _ in ROW.findall((root / "docs" / "front-matter.md").read_text(encoding="utf-8")):
        if key in told:
            faults.append("'%s' has two rows" % key)
        told[key] = (takes, is_default)
    for key in sorted(own - set(coded)):
        faults.append("'%s' is said to be of one text, but is no key" % key)
    for key in sorted(set(coded) | set(told)):
        if coded.get(key) != told.get(key):
            faults.append("'%s': front_keys.h has %s, docs/front-matter.md %s" % (key, coded.get(key), told.get(key)))
    print("\n".join(faults))
    return 1 if faults or not coded else 0


if __name__ == "__main__":
    sys.exit(main())
