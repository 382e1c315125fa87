"""Random texts, nested at will, on paper that is wide or breaks their words: what a screen reader is told of each has all
words of its source, in order, and nothing is drawn that is neither told nor decoration.

    told.py --hspdf PROGRAM --build FOLDER [--random N] [--first SEED]

Exit status 77: qpdf or cmark-gfm is missing.
"""
import argparse
import pathlib
import shutil
import subprocess
import sys

import random_text
import run_cases


def fault(program, folder, seed):
    source, pdf = folder / ("%d.md" % seed), folder / ("%d.pdf" % seed)
    text = random_text.make(seed)
    source.write_text(text, encoding="utf-8")
    paper = "74x52mm" if seed % 2 else "a4"
    subprocess.run([program, "--paper", paper, str(source), "-o", str(pdf)], stderr=subprocess.DEVNULL, check=True, timeout=120)
    return run_cases.told_fault(text.encode(), folder, pdf)


def main():
    parser = argparse.ArgumentParser()
    for name in ["--hspdf", "--build"]:
        parser.add_argument(name, required=True)
    parser.add_argument("--random", type=int, default=40)
    parser.add_argument("--first", type=int, default=0)
    options = parser.parse_args()
    missing = [tool for tool in ["qpdf", "cmark-gfm"] if not shutil.which(tool)]
    if missing:
        print("skipped: missing " + ", ".join(missing))
        return 77
    folder = pathlib.Path(options.build) / "told"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    failed = 0
    for seed in range(options.first, options.first + options.random):
        found = fault(options.hspdf, folder, seed)
        if found:
            failed += 1
            print("%s: %s" % (folder / ("%d.md" % seed), found))
    print("%d texts, %d failed" % (options.random, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
