"""Breaking out of the sandbox, for real, from within each stage. Usage: escape.py --hspdf PROGRAM --escape escape.so
--images DIR

escape.so stands in for a function that a stage calls, and tries there to read, write, remove, run, connect and so on.
With --sandbox=off each try must work, or it shows nothing; with strict and on, none may. The PDF is right in any case.
Each command that compiles is tried.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

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


class Command:
    """A way in which texts are compiled: its arguments, where its PDF comes to lie, and the stages that it has."""

    def __init__(self, name, arguments, pdf, stages=STAGES, stays=False):
        self.name, self.arguments, self.pdf, self.stages, self.stays = name, arguments, pdf, stages, stays

    def run(self, arguments, **how):
        if not self.stays:
            return subprocess.run(arguments, capture_output=True, text=True, timeout=120, **how)
        with open(os.path.join(how["cwd"], "..", "said"), "w+", encoding="utf-8") as said:
            process = subprocess.Popen(arguments, stderr=said, stdout=subprocess.DEVNULL, **how)
            for _ in range(600):
                said.seek(0)
                if " page, " in said.read() or process.poll() is not None:
                    break
                time.sleep(0.05)
            process.terminate()
            status = process.wait(timeout=20)
            said.seek(0)
            lines = [line for line in said.read().splitlines(keepends=True) if not line.startswith("hspdf: ../")]
        return subprocess.CompletedProcess(arguments, 0 if status == 0 else status, "", "".join(lines))


# What reads the data of a batch, and with --name front matter, is its parent, which is not confined (docs/safety.md).
COMMANDS = [
    Command("compile", ["water.md", "--data=ada.json", "-o", "../water.pdf"], "water.pdf"),
    Command("batch", ["batch", "water.md", "--set=name=Ada", "--quiet", "-o", "../out"], "out/water.pdf", STAGES[1:]),
    Command("records", ["batch", "water.md", "--data=ada.json", "--quiet", "--name={{name}}.pdf", "-o", "../out"],
            "out/Ada.pdf", STAGES[2:]),
    Command("watch", ["watch", "water.md", "--data=ada.json", "-o", "../water.pdf"], "water.pdf", stays=True),
]


def run(options, command, work, mode, escape):
    work = os.path.join(work, command.name, mode)
    project = os.path.join(work, "project")
    os.makedirs(project)
    os.makedirs(os.path.join(work, "outside"))
    files = {"project/water.md": TEXT, "project/drop.svg": DROP, "project/ada.json": '[{"name": "Ada"}]',
             "project/leave": "left alone", "outside/secret": "secret"}
    for name, text in files.items():
        with open(os.path.join(work, name), "w", encoding="utf-8") as file:
            file.write(text)
    shutil.copy(os.path.join(options.images, "print.png"), os.path.join(project, "flag.png"))
    environment = dict(os.environ, ASAN_OPTIONS="verify_asan_link_order=0:detect_leaks=0")
    if escape:
        environment |= {"LD_PRELOAD": options.escape, "HSPDF_ESCAPE": os.path.join(work, "outside")}
    arguments = [options.hspdf, *command.arguments, "--sandbox=" + mode.split("-")[0]]
    done = command.run(arguments, cwd=project, env=environment)
    pdf = os.path.join(work, command.pdf)
    return done, open(pdf, "rb").read() if os.path.exists(pdf) else b"", project


def faults_of(command, mode, done, pdf, wanted_pdf, project):
    said = re.findall(r"^escape (\w+) ([\w-]+): (out|held)", done.stderr, re.M)
    tries = {name for _, name, _ in said}
    if done.returncode != 0 or pdf != wanted_pdf:
        yield f"status {done.returncode}, {len(pdf)} bytes: {done.stderr[:400]}"
    if len(tries) < 15:
        yield f"only {len(tries)} kinds of tries"
    for stage in command.stages:
        for name in sorted(tries - {n for s, n, _ in said if s == stage}):
            yield f"{stage}: {name} was not tried"
    wanted = "out" if mode == "off" else "held"
    for stage, name, how in said:
        if stage not in command.stages or (mode != "off" and name in OPEN_TO_SANITIZERS):
            continue
        if mode == "off" and name == "open-file" and command.name in ("compile", "watch"):
            continue  # no file is open there in any case
        if how != wanted:
            yield f"{stage}: {name}: {how}, not {wanted}"
    if mode != "off" and "source" in command.stages:
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
        for command in COMMANDS:
            done, wanted_pdf, _ = run(options, command, work, "strict-alone", escape=False)
            if done.returncode == 3 and "lacks" in done.stderr:
                print("skipped: this kernel lacks Landlock or seccomp")
                return 77
            if done.returncode != 0 or done.stderr or not wanted_pdf.startswith(b"%PDF-"):
                print(f"FAIL: {command.name} alone: status {done.returncode}: {done.stderr}")
                return 1
            for mode in ("off", "on", "strict"):
                done, pdf, project = run(options, command, work, mode, escape=True)
                for fault in faults_of(command, mode, done, pdf, wanted_pdf, project):
                    failed += 1
                    print(f"FAIL: {command.name} --sandbox={mode}: {fault}")
                print(f"{command.name} --sandbox={mode}: {len(re.findall('^escape ', done.stderr, re.M))} tries")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
