"""The programs that are compared: a row of PEERS each, with what it is given and how it is called.

Each is set up as its own documentation says, for the same paper, margins, fonts, size and leading, without hyphens, tagged
where it can. `setup` is what its user has to write besides the text, and its lines are counted. Sources are made before the
clock runs. In `commands`, {source} and {out} are files or, for `batch`, folders; {folder} is the source's.
"""

import dataclasses
import pathlib
import typing

import markup

FAMILIES = {"ar": "Noto Naskh Arabic", "he": "Noto Sans Hebrew", "hi": "Noto Sans Devanagari", "th": "Noto Sans Thai",
            "zh": "Noto Sans CJK SC", "ja": "Noto Sans CJK JP", "ko": "Noto Sans CJK KR"}
CJK = ("zh", "ja", "ko")
LATIN = ("en", "de", "fr")
HERE = pathlib.Path(__file__).resolve().parent


@dataclasses.dataclass
class Peer:
    label: str
    suffix: str                            # of the source
    convert: typing.Callable               # (document, input, tools) -> the source's text
    command: list                          # compiles one document
    setup: typing.Callable = lambda document, made: ""  # (document, input) -> text
    program: str = "hspdf"                 # a name of Tools.programs; the peer is left out where there is none
    batch: list = None                     # many documents in one process; without it, a process each
    batch_count: int = 1_000               # documents of the batch that are set
    environment: dict = dataclasses.field(default_factory=dict)
    only: tuple = ()                       # inputs that it is for; empty: all
    cannot: dict = dataclasses.field(default_factory=dict)  # input or language: why not
    note: str = ""


def family(document):
    return FAMILIES.get(document.lang, "Noto Sans")


# ---- what users write besides the text

def css(document, made, scale=1):
    return """@page { size: A4; margin: 20mm }
body { margin: 0; font: %gpt/%g "%s", "Noto Sans"; hyphens: manual }
h1 { font-size: 1.7em } h2 { font-size: 1.35em }
table { border-collapse: collapse }
th, td { border: 0.5pt solid; padding: 4pt 6pt; vertical-align: top; text-align: start }
img { max-width: 100%% }
""" % (made.size * scale, made.leading, family(document))


def css_unpatched(document, made):
    """For wkhtmltopdf with Debian's Qt, which prints all at 0.78 of its size."""
    return css(document, made, scale=1.28)


def typst_preamble(document, made, breaks="optimized"):
    """Leading is from baseline to baseline; Typst adds its own to the height of a line's box."""
    return """#set document(title: [%s])
#set page(paper: "a4", margin: 20mm, numbering: "1")
#set text(font: ("%s", "Noto Sans"), size: %gpt, lang: "%s", hyphenate: false, top-edge: 0.8em, bottom-edge: -0.2em)
#set par(leading: %.3fem, spacing: %.3fem, linebreaks: "%s")
#set table(inset: (x: 6pt, y: 4pt), stroke: 0.5pt)
#show table.cell.where(y: 0): strong
""" % (document.stem, family(document), made.size, document.lang, made.leading - 1, made.leading * 1.6 - 1, breaks)


def pandoc_latex(document, made):
    name, lang = family(document), document.lang
    lines = ["pdf-engine: xelatex", "from: markdown", "variables:", "  documentclass: extarticle", "  papersize: a4",
             "  geometry: margin=20mm", "  fontsize: %gpt" % made.size, "  linestretch: %.2f" % (made.leading / 1.2),
             "  mainfont: %s" % ("Noto Sans" if lang in CJK else name), "  title-meta: %s" % document.stem,
             "  header-includes:",
             r"    - \hyphenpenalty=10000 \exhyphenpenalty=10000 \emergencystretch=3em"]
    if lang == "th":
        lines.append(r"""    - '\XeTeXlinebreaklocale "th"'""")
    if lang in CJK:
        lines.append("  CJKmainfont: %s" % name)
    lines += ["metadata:", "  lang: %s" % lang]
    if lang in ("ar", "he"):
        lines.append("  dir: rtl")
    return "\n".join(lines) + "\n"


def pandoc_typst(document, made):
    return """pdf-engine: typst
from: markdown
pdf-engine-opts: [--ignore-system-fonts, --font-path={fonts}]
variables:
  papersize: a4
  margin: {x: 20mm, y: 20mm}
  fontsize: %gpt
  mainfont: %s
  header-includes:
    - "#set text(hyphenate: false)"
    - "#show figure: set block(breakable: true)"
metadata:
  lang: %s
  title-meta: %s
""" % (made.size, family(document), document.lang, document.stem)


def asciidoctor_theme(document, made):
    cjk = "NotoSansCJK-%s.otf"
    files = {"ar": "NotoNaskhArabic-%s.ttf", "he": "NotoSansHebrew-%s.ttf", "hi": "NotoSansDevanagari-%s.ttf",
             "th": "NotoSansThai-%s.ttf", "zh": cjk, "ja": cjk, "ko": cjk}.get(document.lang, "NotoSans-%s.ttf")
    styles = [("normal", "Regular"), ("bold", "Bold"), ("italic", "Regular"), ("bold_italic", "Bold")]
    faces = ["      %s: %s" % (style, files % weight) for style, weight in styles]
    return "\n".join(["extends: base", "page:", "  size: A4", "  margin: 20mm", "font:", "  catalog:", "    Text:", *faces,
                      "base:", "  font_family: Text", "  font_size: %g" % made.size, "  line_height: %g" % made.leading,
                      "heading:", "  font_family: Text"]) + "\n"


# ---- the sources

def as_own(document, made, tools):
    return document.own


def as_markdown(document, made, tools):
    return document.plain


def as_html(document, made, tools):
    return markup.html(document.plain, css(document, made), document.lang, document.stem)


def as_html_unpatched(document, made, tools):
    return markup.html(document.plain, css_unpatched(document, made), document.lang, document.stem)


def as_typst(document, made, tools):
    return markup.typst(document.plain, typst_preamble(document, made))


def as_typst_first_fit(document, made, tools):
    return markup.typst(document.plain, typst_preamble(document, made, "simple"))


def as_asciidoc(document, made, tools):
    return tools.pandoc(document.plain, "asciidoc")


def as_glu(document, made, tools):
    return "---\ntitle: %s\ncss: {setup}\n---\n\n%s" % (document.stem, document.plain)


PANDOC = ["{pandoc}", "--defaults", "{setup}", "--resource-path", "{folder}", "{source}", "-o", "{out}"]
TYPST = ["{typst}", "compile", "--font-path", "{fonts}", "--ignore-system-fonts"]

PEERS = {
    "hspdf": Peer(
        "hspdf", "md", as_own, ["{hspdf}", "{source}", "-o", "{out}"],
        batch=["{hspdf}", "batch", "--quiet", "--jobs", "1", "--force", "{source}", "-o", "{out}"]),
    "static": Peer(
        "hspdf, static", "md", as_own, ["{static}", "{source}", "-o", "{out}"], program="static",
        batch=["{static}", "batch", "--quiet", "--jobs", "1", "--force", "{source}", "-o", "{out}"]),
    "naive": Peer(
        "one PangoLayout a paragraph", "md", as_markdown, ["{naive}", "Noto Sans {size}", "{leading}", "{source}", "{out}"],
        program="naive",
        batch=["sh", "-c", 'for source in {source}/*; do name=${source##*/}; set -- "$@" $source {out}/${name%.md}.pdf;'
               ' done; {naive} "Noto Sans {size}" {leading} "$@"', "sh"],
        only=("text", "languages", "batch"),
        note="tools/bench/naive.c, tables as running text"),
    "typst": Peer(
        "Typst", "typ", as_typst, [*TYPST, "--pdf-standard", "ua-1", "{source}", "{out}"], typst_preamble, "typst"),
    "typst-untagged": Peer(
        "Typst, untagged", "typ", as_typst, [*TYPST, "--no-pdf-tags", "{source}", "{out}"], typst_preamble, "typst",
        only=("leaflet", "form", "text", "tables", "images", "languages")),
    "typst-first-fit": Peer(
        "Typst, first fit, untagged", "typ", as_typst_first_fit, [*TYPST, "--no-pdf-tags", "{source}", "{out}"],
        typst_preamble, "typst", only=("text", "tables", "languages")),
    "typst-warm": Peer(
        "Typst in a process that stays", "typ", as_typst, [], typst_preamble, "python",
        batch=["{python}", str(HERE / "warm.py"), "typst", "{source}", "{out}", "{fonts}"],
        only=("batch",),
        note="PyPI's typst"),
    "pandoc-typst": Peer(
        "pandoc with Typst", "md", as_markdown, PANDOC, pandoc_typst, "typst", batch_count=50),
    "pandoc-latex": Peer(
        "pandoc with XeLaTeX", "md", as_markdown, PANDOC, pandoc_latex, "xelatex", batch_count=5),
    "weasyprint": Peer(
        "WeasyPrint", "html", as_html, ["{weasyprint}", "--pdf-variant", "pdf/ua-1", "{source}", "{out}"], css, "weasyprint",
        batch=["{python}", str(HERE / "warm.py"), "weasyprint", "{source}", "{out}"], batch_count=50),
    "chromium": Peer(
        "Chromium", "html", as_html,
        ["{chromium}", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
         "--font-render-hinting=none", "--no-pdf-header-footer",
         "--user-data-dir={scratch}/chromium", "--print-to-pdf={out}", "{source}"], css, "chromium", batch_count=10,
        note="memory: its largest process"),
    "wkhtmltopdf": Peer(
        "wkhtmltopdf", "html", as_html_unpatched,
        ["{wkhtmltopdf}", "-q", "--enable-local-file-access", "-s", "A4", "-T", "20", "-B", "20", "-L", "20", "-R", "20",
         "{source}", "{out}"], css_unpatched, "wkhtmltopdf", batch_count=20, environment={"QT_QPA_PLATFORM": "offscreen"}),
    "asciidoctor": Peer(
        "asciidoctor-pdf", "adoc", as_asciidoc,
        ["{asciidoctor-pdf}", "-q", "-a", "pdf-fontsdir={fonts}", "-a", "pdf-theme={setup}", "-a", "lang={lang}", "{source}",
         "-o", "{out}"], asciidoctor_theme, "asciidoctor-pdf",
        batch=["sh", "-c", "{asciidoctor-pdf} -q -a pdf-fontsdir={fonts} -a pdf-theme={setup} -D {out} {source}/*.adoc"],
        batch_count=50),
    "groff": Peer(
        "lowdown with groff", "md", as_markdown,
        ["sh", "-c", "{lowdown} -s -tms -o {out}.ms {source} && {groff} -k -t -ms -rHY=0 -Tpdf -P-pa4 {out}.ms > {out}"
         " 2> /dev/null"],
        lambda document, made: "", "groff", batch_count=50,
        cannot={**{lang: "has no font for it" for lang in ("arabic", "ru", "el", *FAMILIES)}, "images": "takes no JPEG"},
        note="its own Times at 10 pt, for it takes no TrueType"),
    "rayomd": Peer(
        "RayoMD", "md", as_markdown, ["{rayomd}", "--export", "{source}", "{out}", "native", "elegant", "margin=57pt"],
        program="rayomd",
        batch=["{rayomd}", "--batch", "{source}", "{out}", "native", "elegant", "margin=57pt", "--workers=1"],
        environment={"RAYOMD_FONT": "{face}"}, note="no shaping, its own sizes of type"),
    "glu": Peer(
        "glu", "md", as_glu, ["sh", "-c", "cd {scratch} && {glu} {source} && mv {folder}/{stem}.pdf {out}"], css, "glu"),
}
