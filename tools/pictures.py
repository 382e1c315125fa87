"""The pictures of watch and batch in the README, from real runs: docs/images/watch.png and docs/images/batch.png.

Usage: pictures.py [--hspdf PROGRAM]
Needs Debian's chromium.
"""
import argparse
import base64
import html
import os
import pathlib
import pty
import re
import subprocess
import sys
import tempfile
import time

SOURCE = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(SOURCE / "tests"))
import chromium

TEXT = """---
title: Water and your tablets
lang: en
organization: Harbour Street Clinic
reference: KA-052
---

Take each tablet with a **full glass of water**, and stay upright for half an hour.

![A glass of water](glas.svg)

| When | How much | With food |
|---|---|---|
| Morning | 1 tablet, 250 mg | yes |
| Evening | 2 tablets, 500 mg | no |

Call us on 555 0142 if you feel dizzy.
"""
TERMINAL = """<!DOCTYPE html><meta charset="utf-8"><style>body{margin:0;background:#fff;display:inline-block}
pre{margin:0 0 8px;padding:12px 16px;background:#1e1e1e;color:#e4e4e4;font:15px/1.45 "DejaVu Sans Mono","Noto Sans Mono",
monospace;width:44em;white-space:pre-wrap}b{color:#9fd28f;font-weight:normal}i{color:#e5b567;font-style:normal}
u{color:#f08a80;text-decoration:none}</style>%s"""


def shoot(browser, file, selector=None):
    clip = {}
    if selector:
        box = browser.value("(b => ({x: b.x, y: b.y, width: b.width, height: b.height}))"
                            f"(document.querySelector('{selector}').getBoundingClientRect())")
        clip = {"clip": {**box, "scale": 1}}
    picture = browser.ask("Page.captureScreenshot", format="png", **clip)
    (SOURCE / "docs/images" / file).write_bytes(base64.b64decode(picture["data"]))


def picture_watch(browser, hspdf):
    pathlib.Path("tablets.md").write_text(TEXT, encoding="utf-8")
    watch = subprocess.Popen([hspdf, "watch", "tablets.md", "--serve"], stderr=subprocess.PIPE)
    try:
        address = re.search(rb"http://\S+", watch.stderr.readline()).group(0).decode()
        browser.open(address)
        browser.wait_for("!!document.querySelector('#messages button')")
        browser.value("document.querySelector('#messages button').click()")
        browser.wait_for("!!document.querySelector('#source-lines .at')")
        browser.wait_for("document.querySelector('#pages img')?.complete")
        time.sleep(0.3)  # until it is painted
        shoot(browser, "watch.png")
    finally:
        watch.terminate()
        watch.wait()


def colored(text):
    colors = {"31": "u", "33": "i", "36": "b"}
    out, is_open = "", None
    for part in re.split(r"(\x1b\[\d*m)", text):
        code = re.fullmatch(r"\x1b\[(\d*)m", part)
        if not code:
            out += html.escape(part)
            continue
        out += f"</{is_open}>" if is_open else ""
        is_open = colors.get(code.group(1))
        out += f"<{is_open}>" if is_open else ""
    return out


def screen(raw):
    """What stands on a terminal after `raw`: lines, of which the progress overwrites the last."""
    lines = [""]
    for piece in re.split(r"(\r\n|\n|\r\x1b\[K)", raw.decode()):
        if piece in ("\r\n", "\n"):
            lines.append("")
        elif piece == "\r\x1b[K":
            lines[-1] = ""
        else:
            lines[-1] += piece
    return "\n".join(lines)


def on_terminal(command):
    """All screens that a program shows."""
    pid, descriptor = pty.fork()
    if pid == 0:
        os.environ["TERM"] = "xterm"
        os.environ.pop("NO_COLOR", None)
        os.execvp(command[0], command)
    raw, screens = b"", []
    while True:
        try:
            more = os.read(descriptor, 65536)
        except OSError:
            break
        raw += more
        screens.append(screen(raw))
    os.waitpid(pid, 0)
    return screens


def picture_batch(browser, hspdf):
    for i in range(4000):
        path = pathlib.Path("texts", f"ward-{i % 20}", f"letter-{i:04}.md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT.replace("![A glass of water](glas.svg)", "").replace("250 mg", f"{i} mg"), encoding="utf-8")
    pathlib.Path("texts/ward-3/letter-0043.md").write_bytes(b"---\ntitle: Caf\xe9\n---\n")
    pathlib.Path("texts/ward-7/letter-0127.md").write_text(TEXT, encoding="utf-8")
    screens = on_terminal([hspdf, "batch", "texts/", "-o", "out/"])
    middle = [each for each in screens if " left, " in each and "letter-0127" in each] or screens
    command = "<b>$ hspdf batch texts/ -o out/</b>\n"
    page = "".join(f"<pre>{command}{colored(each.rstrip())}</pre>" for each in (middle[len(middle) // 2], screens[-1]))
    pathlib.Path("page.html").write_text(TERMINAL % page, encoding="utf-8")
    browser.open(pathlib.Path("page.html").resolve().as_uri())
    browser.wait_for("document.readyState === 'complete'")
    shoot(browser, "batch.png", "body")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--hspdf", default=str(SOURCE / "build/release/hspdf"))
    hspdf = os.path.abspath(parser.parse_args().hspdf)
    with tempfile.TemporaryDirectory() as folder, chromium.Chromium("--window-size=1100,760", "--hide-scrollbars") as browser:
        os.chdir(folder)
        browser.ask("Page.enable")
        picture_watch(browser, hspdf)
        picture_batch(browser, hspdf)
        os.chdir("/")


if __name__ == "__main__":
    main()
