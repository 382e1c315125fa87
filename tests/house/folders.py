"""A folder's private headers are its own, and no stage reads a later one. Usage: folders.py SRC

May include: a stage, its own headers and NAME/NAME.h of itself and of earlier stages (support is open to all); the
public face (src/*.c) its own, hspdf.h and any stage's header; a folder of the program, its own, hspdf.h and NAME/NAME.h
of those before it.
"""
import os
import re
import sys

STAGES = ["support", "source", "document", "style", "text", "image", "layout", "paint", "pdf", "check", "compile", "sandbox"]
PROGRAM = ["report", "batch", "watch", "cli"]
# Headers that a folder of the program lends to another.
LENT = {"watch": {"batch/packet.h", "batch/store.h", "support/module.h"}}
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"')
# <cairo.h> and the like, where only certain stages may have them.
FOREIGN = {
    re.compile(r"cmark"): {"document", ""},
    re.compile(r"^yaml\.h"): {"source", ""},
    re.compile(r"^cairo"): {"text", "image", "paint", ""},
    re.compile(r"^pango"): {"text", "image", ""},
    re.compile(r"^hb"): {"document", "text", "image", ""},  # document: what kind of character it is
    re.compile(r"^microhttpd"): {"watch"},
}


def folder_of(path):
    return path.split("/")[0] if "/" in path else ""


def fault(root, path, name):
    """What is wrong with `name` being included by `path`, both relative to src; or None."""
    user = folder_of(path)
    target = os.path.normpath(os.path.join(user, name)) if "/" not in name else name
    if not os.path.exists(os.path.join(root, target)):
        target = name
    if not os.path.exists(os.path.join(root, target)):
        return "no such header in src" if not name.startswith("fonts") else None
    owner = folder_of(target)
    if owner == user:
        return None
    if user in PROGRAM:
        if target == "hspdf.h" or target in LENT.get(user, ()):
            return None
        if owner not in PROGRAM or PROGRAM.index(owner) > PROGRAM.index(user):
            return "the program knows the library by hspdf.h alone, and its own folders in their order"
        return None if target == f"{owner}/{owner}.h" else f"private to {owner}"
    if owner == "":
        return "stages do not read the public face"
    if owner != "support" and target != f"{owner}/{owner}.h":
        return f"private to {owner}"
    if user and (owner not in STAGES or user not in STAGES or STAGES.index(owner) > STAGES.index(user)):
        return f"{owner} comes after {user}"
    return None


def main():
    root = sys.argv[1]
    faults = 0
    for folder, _, files in os.walk(root):
        for file in sorted(files):
            if not file.endswith((".c", ".h")):
                continue
            path = os.path.relpath(os.path.join(folder, file), root)
            for number, line in enumerate(open(os.path.join(root, path), encoding="utf-8"), 1):
                match = INCLUDE.match(line)
                found = fault(root, path, match.group(1)) if match else None
                system = re.match(r"\s*#\s*include\s+<([^>]+)>", line)
                for pattern, users in FOREIGN.items() if system else ():
                    if pattern.search(system.group(1)) and folder_of(path) not in users:
                        found = f"only {sorted(users - {''})} may use it"
                if found:
                    faults += 1
                    print(f"src/{path}:{number}: {line.strip()}: {found}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
