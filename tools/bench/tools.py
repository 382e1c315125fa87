"""Where the programs are, which versions they have, and the fonts that all of them get."""

import os
import pathlib
import platform
import re
import shutil
import subprocess

import peers

FONTS_ALL = ["NotoSans-*.ttf", "NotoNaskhArabic-*.ttf", "NotoSansHebrew-*.ttf", "NotoSansDevanagari-*.ttf",
             "NotoSansThai-*.ttf", "NotoSansCJK-Regular.otf", "NotoSansCJK-Bold.otf"]
SETS = {"few": ["NotoSans-*.ttf"], "form": ["NotoSans-*.ttf", "NotoSansSymbols2-Regular.ttf"], "all": FONTS_ALL}
SETS["every"] = [*FONTS_ALL, "NotoSansSymbols2-Regular.ttf"]
SET_OF = {"languages": "all", "form": "form", "arabic": "all", "odd": "every"}  # of an input; few for all others
FACES = {"ar": "NotoNaskhArabic-Regular.ttf", "he": "NotoSansHebrew-Regular.ttf", "hi": "NotoSansDevanagari-Regular.ttf",
         "th": "NotoSansThai-Regular.ttf", "zh": "NotoSansCJK-Regular.otf", "ja": "NotoSansCJK-Regular.otf",
         "ko": "NotoSansCJK-Regular.otf"}
FONTCONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>%s</dir><cachedir>%s</cachedir>
<match target="pattern"><edit name="family" mode="append_last"><string>Noto Sans</string></edit></match>
<match target="pattern"><test name="family" qual="all" compare="not_eq"><string>sans-serif</string></test>
<edit name="family" mode="append_last"><string>sans-serif</string></edit></match></fontconfig>
"""
# Asked for their version in another way than by --version, or not at all.
VERSIONS = {"rayomd": ["{}", "--version"], "python": ["{}", "-c", "import typst; print('typst', typst.__version__)"],
            "lowdown": ["dpkg-query", "-W", "-f", "${Version}", "lowdown"],
            "naive": ["pkg-config", "--modversion", "pango"],
            "xelatex": ["dpkg-query", "-W", "-f", "${Version}", "texlive-xetex"],
            "groff": ["dpkg-query", "-W", "-f", "groff ${Version}", "groff"]}


DEBIANS = ("xelatex", "chromium", "wkhtmltopdf", "asciidoctor-pdf", "lowdown", "groff")


class Tools:
    def __init__(self, options):
        self.work, self.build = options.work, options.build
        found = options.work / "peers"
        python = found / "python"
        self.programs = {
            "hspdf": options.build / "hspdf", "naive": options.build / "naive", "measure": options.build / "measure",
            "typst": options.typst or found / "cargo/bin/typst", "static": options.static, "rayomd": options.rayomd,
            "glu": options.glu, "python": python / "bin/python", "weasyprint": python / "bin/weasyprint",
            "pandoc": next(python.glob("lib/python3*/site-packages/pypandoc/files/pandoc"), None),
            **{name: shutil.which(name) for name in DEBIANS},
        }
        self.programs = {name: str(path) for name, path in self.programs.items() if path and os.access(path, os.X_OK)}
        self.fonts = {name: self.stage(name, patterns) for name, patterns in SETS.items()}
        self.bin = self.work / "bin"  # pandoc looks for a program that is called typst
        self.bin.mkdir(parents=True, exist_ok=True)
        link = self.bin / "typst"
        link.unlink(missing_ok=True)
        if "typst" in self.programs:
            link.symlink_to(self.programs["typst"])

    def stage(self, name, patterns):
        folder = self.work / "fonts" / name
        folder.mkdir(parents=True, exist_ok=True)
        for pattern in patterns:
            for font in (self.build / "share/hspdf/fonts").glob(pattern):
                shutil.copy(font, folder)
        (folder.parent / (name + ".conf")).write_text(FONTCONFIG % (folder, self.work / "fontconfig" / name))
        return folder

    def environment(self, peer, places, input_name):
        """Programs that go by fontconfig see the same fonts as those that are given a folder."""
        own = {key: fill(value, places) for key, value in peer.environment.items()}
        fonts = self.fonts[SET_OF.get(input_name, "few")]
        return {**os.environ, "FONTCONFIG_FILE": str(fonts) + ".conf", "PATH": "%s:%s" % (self.bin, os.environ["PATH"]),
                "XDG_RUNTIME_DIR": str(self.work), "SOURCE_DATE_EPOCH": "1790000000", **own}

    def places(self, peer, made, document, source, out):
        fonts = self.fonts[SET_OF.get(made.name, "few")]
        return {**self.programs, "fonts": fonts, "face": fonts / FACES.get(document.lang, "NotoSans-Regular.ttf"),
                "size": "%g" % made.size, "leading": "%g" % made.leading, "lang": document.lang, "stem": document.stem,
                "source": source, "folder": source.parent, "out": out, "scratch": self.work / "scratch",
                "setup": source.parent.parent / (source.parent.name + "-setup") / (document.stem + setup_suffix(peer))}

    def pandoc(self, markdown, form):
        return subprocess.run([self.programs["pandoc"], "-f", "gfm", "-t", form], input=markdown, stdout=subprocess.PIPE,
                              text=True, encoding="utf-8", check=True).stdout

    def version(self, name):
        command = [part.replace("{}", self.programs[name]) for part in VERSIONS.get(name, ["{}", "--version"])]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        found = re.search(r"\d+\.\d+[\w.~+-]*", done.stdout)
        return found[0] if found else "?"


def setup_suffix(peer):
    return {peers.asciidoctor_theme: ".yml", peers.css: ".css", peers.css_unpatched: ".css"}.get(peer.setup, ".yaml")


def fill(text, places):
    return re.sub(r"\{(\w[\w-]*)\}", lambda match: str(places.get(match[1], match[0])), text)


def machine():
    model = re.search(r"^model name\s*: (.*)$", pathlib.Path("/proc/cpuinfo").read_text(), re.M)
    release = re.search(r'^PRETTY_NAME="(.*?)"', pathlib.Path("/etc/os-release").read_text(), re.M)
    return {"processor": model[1] if model else platform.machine(), "cpus": os.cpu_count(),
            "system": release[1] if release else platform.system(), "kernel": platform.release().split("-")[0]}
