"""What a text takes grows no worse than n log n in its length, whatever it is made of.

Usage: growth.py --hspdf PROGRAM [--from BYTES --to BYTES] [--by instructions|time] [--all | KIND...]

Each row of KINDS makes a text of about a given size from one construct, as much within itself as can be. From one size
to its double, what is counted may grow by what n log n grows and a tenth. Instructions, of the suite, are callgrind's,
the same in each run; the processor's time is for large texts, and for people (--by time), since it drifts. A text may be
refused by a limit: then what it takes is counted all the same.
"""
import argparse
import concurrent.futures
import math
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile

SLACK = 1.1


def repeated(piece, before="", after="", between=None):
    """`piece` over and over; {} in it is a number that counts up."""

    def text(size):
        each = len(piece.replace("{}", "00000").encode())
        return before + "".join(piece.replace("{}", "%05d" % at) for at in range(max(1, size // each))) + after
    return text


def enclosed(left, right, middle="word", line=""):
    """`left` as often as `right`, around one word."""

    def text(size):
        count = max(1, size // len((left + right).encode()))
        return line + left * count + middle + right * count + "\n"
    return text


def table_of_columns(size):
    count = max(2, size // 9)
    return "| a " * count + "|\n" + "|---" * count + "|\n" + "| b " * count + "|\n"


def table_of_rows(size):
    return "| one | two | three |\n|---|---|---|\n" + "| word | a few words | 12.5 mg |\n" * (size // 31)


def spanned_table(size):
    rows = "<tr><td rowspan=3>a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td></tr>\n"
    return "<table>\n<tr><th>One</th><th>Two</th></tr>\n" + rows * (size // len(rows)) + "</table>\n"


def footnotes(size):
    count = size // 40
    marks = "".join("word[^%d] " % at for at in range(count))
    return marks + "\n\n" + "".join("[^%d]: What note %d says.\n" % (at, at) for at in range(count))


def references(size):
    count = size // 36
    links = "".join("[w%d] " % at for at in range(count))
    return links + "\n\n" + "".join("[w%d]: https://example.org/%d\n" % (at, at) for at in range(count))


def contents(size):
    return "---\ntoc: true\n---\n\n" + "".join("# Heading %d\n\nText.\n\n" % at for at in range(size // 24))


def classes(size):
    return '<div class="%s">\n\ntext\n\n</div>\n' % " ".join("c%d" % at for at in range(size // 7))


def yaml_list(size):
    return "---\nkeywords: [" + ", ".join("w%d" % at for at in range(min(size // 7, 19000))) + "]\n---\n\ntext\n"


def yaml_keys(size):
    return "---\n" + "".join("key%d: value\n" % at for at in range(min(size // 15, 9500))) + "---\n\ntext\n"


def fields(size):
    return "---\nblanks: true\n---\n\n" + "{{name}} and " * min(size // 13, 60000) + "\n"


KINDS = {
    "words": repeated("plain words in lines of text\n", after="\n"),
    "paragraphs": repeated("A paragraph of plain words, of one line.\n\n"),
    "one-word": repeated("word"),
    "one-line": repeated("a word and "),
    "blank-lines": repeated("\n", "one", "two\n"),
    "spaces": repeated(" ", "one", "two\n"),
    "quotes": enclosed("> ", ""),
    "lazy-quotes": repeated("> one\ntwo\n"),
    "lists": repeated("- item {}\n"),
    "nested-lists": lambda size: "".join("  " * (at % 30) + "- a\n" for at in range(size // 33)),
    "loose-lists": repeated("1. item\n\n"),
    "tasks": repeated("- [ ] item {}\n"),
    "emphasis-open": repeated("*a "),
    "emphasis-both": repeated("*a_ "),
    "emphasis-nested": enclosed("*a **b ", " c** d*"),
    "strike": repeated("~a "),
    "brackets": repeated("["),
    "brackets-both": enclosed("[", "](u)"),
    "image-open": repeated("!["),
    "links": repeated("[a](#b{}) "),
    "links-open": repeated("[a]("),
    "autolinks": repeated("https://example.org/{} "),
    "angles": repeated("<"),
    "references": references,
    "code-spans": lambda size: "".join("`" * (1 + at % 60) + "a" for at in range(size // 31)) + "\n",
    "backticks": repeated("`a"),
    "code-blocks": repeated("```\ncode\n```\n\n"),
    "escapes": repeated("\\*"),
    "entities": repeated("&amp;&#228;"),
    "entities-broken": repeated("&"),
    "rules": repeated("---\n\n"),
    "headings": repeated("## Heading {}\n\n"),
    "same-headings": repeated("## Heading\n\n"),
    "contents": contents,
    "table-columns": table_of_columns,
    "table-rows": table_of_rows,
    "tables": repeated("| a | b |\n|---|---|\n| c | d |\n\n"),
    "table-spans": spanned_table,
    "table-header-again": repeated("| a |\n|---|\n"),
    "pipes": repeated("| "),
    "footnotes": footnotes,
    "footnote-marks": lambda size: "word[^1] " * (size // 9) + "\n\n[^1]: Note.\n",
    "html-open": repeated("<b>"),
    "html-div": repeated("<div>\n\n"),
    "html-nested": enclosed("<span>", "</span>"),
    "html-close": repeated("</b>"),
    "html-attributes": lambda size: "<span " + "".join('a%d="b" ' % at for at in range(size // 9)) + ">text</span>\n",
    "html-comments": repeated("<!-- a -->"),
    "html-comment-open": repeated("<!-- a "),
    "html-instructions": repeated("<?"),
    "html-table": repeated("<tr><td>a</td></tr>\n", "<table>\n", "</table>\n"),
    "classes": classes,
    "styles": lambda size: '<div style="%s">\n\ntext\n\n</div>\n' % ("color: red; " * (size // 12)),
    "bidi": repeated("\u202e\u2066a"),
    "arabic": repeated("كلمة "),
    "mixed-direction": repeated("word كلمة "),
    "marks": repeated("\u0301", "a"),
    "joiners": repeated("\U0001f468\u200d"),
    "thai": repeated("น้ำดื่ม"),
    "chinese": repeated("请多喝水。"),
    "many-scripts": repeated("a я א ก 水 "),
    "quotation": repeated("\"a' "),
    "dashes": repeated("-"),
    "dots": repeated("_"),
    "numbers": repeated("12.5 "),
    "breaks": repeated("a\\\n"),
    "images-missing": repeated("![a](b{}.png)\n\n"),
    "fields": fields,
    "yaml-list": yaml_list,
    "yaml-keys": yaml_keys,
}

# Those of the suite; the target `growth` has all, and larger ones.
FIRST = ["quotes", "nested-lists", "emphasis-both", "links", "brackets", "table-columns", "table-rows", "footnotes",
         "html-nested", "html-table", "entities", "bidi", "marks", "contents", "yaml-keys", "images-missing", "fields",
         "references"]


def count_instructions(program, folder):
    out = folder / "callgrind"
    done = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=%s" % out, program, "--sandbox=off",
                           "text.md", "-o", "text.pdf"], cwd=folder, capture_output=True, timeout=900)
    found = re.search(rb"refs:\s+([\d,]+)", done.stderr)
    if not found or done.returncode not in (0, 1):
        raise RuntimeError("status %d: %s" % (done.returncode, done.stderr[-600:].decode(errors="replace")))
    return int(found[1].replace(b",", b""))


def count_time(program, folder):
    least = math.inf
    for _ in range(2):
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        done = subprocess.run([program, "--sandbox=off", "text.md", "-o", "text.pdf", "--limit=time=600"], cwd=folder,
                              capture_output=True, timeout=900)
        if done.returncode not in (0, 1):
            raise RuntimeError("status %d: %s" % (done.returncode, done.stderr[-600:].decode(errors="replace")))
        least = min(least, resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before)
    return least


def take(options, text):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "text.md").write_text(text, encoding="utf-8")
        return (count_time if options.by == "time" else count_instructions)(options.hspdf, folder)


def faults_of(options, kind, base):
    """Of each step from a size to its double: the fault, or None; and a line that tells the figures."""
    taken, size, told, faults = [], options.first, [], []
    while size <= options.last:
        cost = take(options, KINDS[kind](size)) - base
        if taken and taken[-1] > base / 10:
            ratio, most = cost / taken[-1], 2 * math.log2(size) / math.log2(size / 2) * SLACK
            told.append("%.2f" % ratio)
            if ratio > most:
                faults.append("%s: from %d to %d bytes what it takes grows by %.2f, not %.2f" %
                              (kind, size // 2, size, ratio, most))
        taken.append(cost)
        size *= 2
    unit = 1 if options.by == "time" else 1e6
    return faults, "%-20s %s  %s" % (kind, " ".join("%8.2f" % (cost / unit) for cost in taken), " ".join(told))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--hspdf", required=True)
    parser.add_argument("--from", dest="first", type=int, default=8000)
    parser.add_argument("--to", dest="last", type=int, default=16000)
    parser.add_argument("--by", choices=["instructions", "time"], default="instructions")
    parser.add_argument("--all", action="store_true", help="not only those of the suite")
    parser.add_argument("kinds", nargs="*")
    options = parser.parse_args()
    if options.by == "instructions" and not shutil.which("valgrind"):
        print("skipped: there is no valgrind")
        return 77
    options.hspdf = os.path.abspath(options.hspdf)
    base = take(options, "word\n")
    jobs = 1 if options.by == "time" else min(4, len(os.sched_getaffinity(0)))
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        kinds = options.kinds or (list(KINDS) if options.all else FIRST)
        for kind, (faults, line) in zip(kinds, pool.map(lambda kind: faults_of(options, kind, base), kinds)):
            print(line, flush=True)
            for fault in faults:
                failed += 1
                print("FAIL: %s" % fault, flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
