"""Breaking out of the sandbox, for real, from within each stage. Usage: escape.py --hspdf PROGRAM --escape escape.so
--images DIR

escape.so stands in for a function that a stage calls, and tries there to read, write, remove, run, connect and so on.
With --sandbox=off each try must work, or it shows nothing; with strict and on, none may. The PDF is right in any case.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile

STAGES = ["records", "source", "document", "raster", "svg", "text", "paint", "pdf"]
TEXT = """---
title: Water
lang: en
---

# Water for {{name}}

![A flag](flag.png)

![A drop](drop.svg)

Drink water.
"""
DROP = """<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">
<circle cx="20" cy="20" r="15" fill="#2060a0"/></svg>
"""
# LeakSanitizer makes a process to look for leaks from, so these builds may: it has no more power than we.
OPEN_TO_SANITIZERS = {"fork", "exec"} if os.environ.get("SANITIZED") == "1" else set()


def run(options, work, mode, escape):
    project = os.path.join(work, mode, "project")
    os.makedirs(project)
    os.makedirs(os.path.join(work, mode, "outside"))
    files = {"project/water.md": TEXT, "project/drop.svg": DROP, "project/ada.json": '{"name": "Ada"}',
             "project/leave": "left alone", "outside/secret": "secret"}
    for name, text in files.items():
        with open(os.path.join(work, mode, name), "w", encoding="utf-8") as file:
            file.write(text)
    shutil.copy(os.path.join(options.images, "print.png"), os.path.join(project, "flag.png"))
    environment = dict(os.environ, ASAN_OPTIONS="verify_asan_link_order=0:detect_leaks=0")
    if escape:
        environment |= {"LD_PRELOAD": options.escape, "HSPDF_ESCAPE": os.path.join(work, mode, "outside")}
    done = subprocess.run([options.hspdf, "water.md", "--data=ada.json", "-o", "../water.pdf",
                           "--sandbox=" + mode.split("-")[0]], cwd=project, env=environment, capture_output=True,
                          text=True, timeout=120)
    pdf = os.path.join(work, mode, "water.pdf")
    return done, open(pdf, "rb").read() if os.path.exists(pdf) else b"", project


def faults_of(mode, done, pdf, wanted_pdf, project):
    said = re.findall(r"^escape (\w+) ([\w-]+): (out|held)", done.stderr, re.M)
    tries = {name for _, name, _ in said}
    if done.returncode != 0 or pdf != wanted_pdf:
        yield f"status {done.returncode}, {len(pdf)} bytes: {done.stderr[:400]}"
    if len(tries) < 15:
        yield f"only {len(tries)} kinds of tries"
    for stage in STAGES:
        for name in sorted(tries - {n for s, n, _ in said if s == stage}):
            yield f"{stage}: {name} was not tried"
    wanted = "out" if mode == "off" else "held"
    for stage, name, how in said:
        if how != wanted and not (mode != "off" and name in OPEN_TO_SANITIZERS):
            yield f"{stage}: {name}: {how}, not {wanted}"
    if mode != "off":
        left = sorted(os.listdir(project))
        if left != ["ada.json", "drop.svg", "flag.png", "leave", "water.md"]:
            yield f"the folder holds {left}"
        elif open(os.path.join(project, "leave"), encoding="utf-8").read() != "left alone":
            yield "a file was changed"


def main():
    parser = argparse.ArgumentParser()
    for name in ("hspdf", "escape", "images"):
        parser.add_argument("--" + name, required=True)
    options = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory() as work:
        done, wanted_pdf, _ = run(options, work, "strict-alone", escape=False)
        if done.returncode == 3 and "lacks" in done.stderr:
            print("skipped: this kernel lacks Landlock or seccomp")
            return 77
        if done.returncode != 0 or done.stderr or not wanted_pdf.startswith(b"%PDF-"):
            print(f"FAIL: alone: status {done.returncode}: {done.stderr}")
            return 1
        for mode in ("off", "on", "strict"):
            done, pdf, project = run(options, work, mode, escape=True)
            for fault in faults_of(mode, done, pdf, wanted_pdf, project):
                failed += 1
                print(f"FAIL: --sandbox={mode}: {fault}")
            print(f"--sandbox={mode}: {len(re.findall('^escape ', done.stderr, re.M))} tries")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
