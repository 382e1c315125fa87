"""No font binary is in the tree: fonts are staged from distribution packages. Usage: no_fonts.py SOURCE"""
import os
import sys

SIGNATURES = (b"OTTO", b"\0\1\0\0", b"ttcf", b"wOFF", b"wOF2", b"true")
found = []
for folder, names, files in os.walk(sys.argv[1]):
    names[:] = [n for n in names if n not in (".git", "build")]
    for file in files:
        path = os.path.join(folder, file)
        if os.path.islink(path):
            continue
        with open(path, "rb") as stream:
            if stream.read(4) in SIGNATURES:
                found.append(path)
for path in found:
    print("a font:", path)
sys.exit(1 if found else 0)
