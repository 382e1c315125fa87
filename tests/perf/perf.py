"""Holds the work that hspdf takes: instructions of fixed workloads, counted by callgrind, against a stored figure.

    perf.py --hspdf PROGRAM --build FOLDER --compiler "NAME VERSION" [--accept] [NAME...]

Times on a shared machine drift by a fifth, instructions by a thousandth: growth over GROWTH fails. `tools/perf_accept`
stores new figures, on purpose, and prints what changed for the commit's message. Figures hold for one compiler, set of
libraries and kind of processor (libraries choose by it which of their functions run); elsewhere the test is skipped, exit
status 77, and says what differs.
"""
import argparse
import concurrent.futures
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import tempfile

import workloads

STORE = pathlib.Path(__file__).resolve().parent / "instructions.txt"
HEAD = "# Millions of instructions of each workload. Written by tools/perf_accept, held by `ctest -L perf`.\n"
GROWTH = 0.03
SKIPPED = 77


def libraries(build):
    """File names, which hold versions, of all that the program and its modules load."""
    names = {"glibc " + platform.libc_ver()[1]}
    for program in [build / "hspdf", *sorted((build / "lib").rglob("hspdf-*.so"))]:
        listed = subprocess.run(["ldd", str(program)], capture_output=True, text=True, check=True).stdout
        for path in re.findall(r"=> (/\S+)", listed):
            if not path.endswith((".so.6", ".so.2")) or "libc" not in path:
                names.add(pathlib.Path(path).resolve().name)
    return ", ".join(sorted(names))


def processor():
    flags = re.search(r"^flags\s*:(.*)$", pathlib.Path("/proc/cpuinfo").read_text(), re.M)
    has = set(flags[1].split()) if flags else set()
    return " ".join([platform.machine(), *sorted(has & {"avx2", "bmi2", "pclmulqdq"})])


def circumstances(options):
    return {"compiler": options.compiler, "processor": processor(), "libraries": libraries(options.build)}


def stored():
    lines = [line for line in STORE.read_text().splitlines() if line and not line.startswith("#")]
    pairs = dict(line.split(": ", 1) for line in lines)
    found = {key: pairs.pop(key) for key in ("compiler", "processor", "libraries")}
    return found, {name: float(figure) for name, figure in pairs.items()}


def count(options, workload):
    """Millions of instructions."""
    name, text, beside, arguments = workload
    with tempfile.TemporaryDirectory(prefix="perf-") as temporary:
        folder = pathlib.Path(temporary)
        path = folder / "text.md"
        path.write_text(text(), encoding="utf-8")
        if beside:
            beside(folder, options.build)
        places = {"hspdf": options.hspdf, "build": options.build, "text": path, "folder": folder}
        command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=%s/count" % folder]
        command += [argument.format(**places) for argument in arguments]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace")
        if done.returncode != 0:
            sys.exit("%s failed:\n%s" % (name, done.stderr[-2000:]))
        return int(re.search(r"^==\d+== Collected : (\d+)", done.stderr, re.M)[1]) / 1e6


def measured(options):
    chosen = [row for row in workloads.WORKLOADS if not options.names or row[0] in options.names]
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        return dict(zip((row[0] for row in chosen), pool.map(lambda row: count(options, row), chosen)))


def accept(options, figures):
    old = stored()[1] if STORE.exists() else {}
    for name, figure in figures.items():
        change = " (%+.1f %%)" % (100 * (figure / old[name] - 1)) if name in old else ""
        print("%-10s %8.2f M%s" % (name, figure, change))
    merged = {row[0]: figures.get(row[0], old.get(row[0])) for row in workloads.WORKLOADS}
    lines = ["%s: %s" % pair for pair in circumstances(options).items()]
    lines += ["%s: %.2f" % (name, figure) for name, figure in merged.items() if figure]
    STORE.write_text(HEAD + "\n".join(lines) + "\n")
    print("stored in %s; say in the commit's message why" % STORE.relative_to(workloads.SOURCE))


def hold(options):
    wanted, old = stored()
    found = circumstances(options)
    for key, value in wanted.items():
        if found[key] != value:
            print("SKIPPED: the figures were taken with other %s:\n  %s\nnot\n  %s" % (key, value, found[key]))
            return SKIPPED
    grown = False
    for name, figure in measured(options).items():
        change = figure / old[name] - 1 if name in old else float("inf")
        grown |= change > GROWTH
        print("%-10s %8.2f M, %+.2f %%%s" % (name, figure, 100 * change, ": GROWN" if change > GROWTH else
                                           ": less; tools/perf_accept would hold it" if change < -GROWTH else ""))
    if grown:
        print("over %d %%: find out why (callgrind_annotate), or accept it by tools/perf_accept" % (100 * GROWTH))
    return 1 if grown else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--hspdf", required=True, type=pathlib.Path)
    parser.add_argument("--build", required=True, type=lambda path: pathlib.Path(path).resolve())
    parser.add_argument("--compiler", required=True)
    parser.add_argument("--accept", action="store_true", help="store the figures")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("names", nargs="*", help="these workloads alone")
    options = parser.parse_args()
    if not shutil.which("valgrind"):
        print("SKIPPED: there is no valgrind")
        return SKIPPED
    if options.accept:
        accept(options, measured(options))
        return 0
    return hold(options)


if __name__ == "__main__":
    sys.exit(main())
