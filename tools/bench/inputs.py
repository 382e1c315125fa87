"""What is set: texts from a seed, and two of the examples. A row of INPUTS each.

An input is one document or many; each has its Markdown as hspdf reads it, and as an author would write it for others.
"""

import dataclasses
import pathlib
import random
import re

import markup
import texts
from languages import LANGUAGES

SOURCE = pathlib.Path(__file__).resolve().parents[2]
FRONT = """---
%slang: %s
paper: a4
style:
  page: {margin-top: 20mm, margin-right: 20mm, margin-bottom: 20mm, margin-left: 20mm, measure: 50em}
  body: {size: %gpt, leading: %g}
  table-text: {size: 1em, leading: 1.25}
  table: {size-min: 8pt, padding-x: 6pt, padding-y: 4pt}
---

"""
TEXT_WORDS = 190_000  # 300 pages and some
LANGUAGE_WORDS = 12_000
GROWTH_WORDS = {1: 450, 3: 1_700, 10: 6_100, 30: 18_500, 100: 61_000, 300: 183_000, 1000: 611_000, 3000: 1_833_000}
PARAGRAPH_WORDS = (7_500, 30_000, 120_000)
TABLES, IMAGES, LEAFLETS = 84, 100, 1_000
IMAGE_PX = (1200, 900)
FEW = {"growth": ("hspdf", "static", "typst"), "paragraph": ("hspdf",)}  # inputs that are not for all programs


@dataclasses.dataclass
class Document:
    stem: str
    lang: str
    own: str    # for hspdf
    plain: str  # for others


@dataclasses.dataclass
class Input:
    name: str
    title: str
    documents: list
    size: float = 10  # of type, pt
    leading: float = 1.25
    folder: pathlib.Path = None


def styled(stem, lang, body, size=10, leading=1.25, title=None):
    front = FRONT % ("title: %s\n" % title if title else "", lang, size, leading)
    return Document(stem, lang, front + body, ("# %s\n\n" % title if title else "") + body)


def example(name, lang="en"):
    text = (SOURCE / "examples" / (name + ".md")).read_text(encoding="utf-8")
    return Document(name, lang, text, markup.plain_markdown(text))


def leaflet(_):
    return Input("leaflet", "A leaflet", [example("leaflet")], 14, 1.36)


def form(_):
    return Input("form", "A form", [example("intake-form")], 12, 1.36)


def text(_):
    return Input("text", "300 pages of text", [styled("text", "en", texts.markdown("en", TEXT_WORDS), title="Text")])


def sentences(words, seed=1):
    """Words without end, of the English vocabulary."""
    writer = texts.Writer(LANGUAGES["en"], seed)
    while True:
        yield from writer.sentence(words).split()


def table(words, generator, rows, longest=8):
    lengths = [min(generator.choice((1, 1, 2, 3, 5, 8)), longest) for _ in range(generator.randint(3, 5))]
    lines = ["| %s |" % " | ".join(" ".join(next(words).strip("|*") for _ in range(length)) for length in lengths)
             for _ in range(rows)]
    return "\n".join([lines[0], "|---" * len(lengths) + "|", *lines[1:]])


def tables(_):
    words, generator = sentences(12), random.Random(3)
    parts = ["## Table %d\n\n%s" % (at + 1, table(words, generator, 22)) for at in range(TABLES)]
    return Input("tables", "100 pages of tables", [styled("tables", "en", "\n\n".join(parts) + "\n", title="Tables")])


def languages(_):
    made = [styled(lang, lang, texts.markdown(lang, LANGUAGE_WORDS), title=LANGUAGES[lang]["stems"].split()[0])
            for lang in LANGUAGES]
    return Input("languages", "Twelve languages", made)


def leaflets(_):
    """Each a page: paragraphs, a table, a list, all with words of its own."""
    words, made = sentences(11), []
    for at in range(LEAFLETS):
        generator = random.Random(at)
        take = lambda count: " ".join(next(words) for _ in range(count))  # noqa: E731
        items = "\n".join("- " + take(12) for _ in range(4))
        body = "%s\n\n%s\n\n## Before\n\n%s\n\n## After\n\n%s\n" % (take(40), table(words, generator, 5, 3), items, take(40))
        made.append(styled("leaflet-%04d" % at, "en", body, 12, 1.36, title="Leaflet %d" % at))
    return Input("batch", "1,000 leaflets", made, 12, 1.36)


def picture(path, seed):
    """A photograph's like: soft shapes, and grain as a sensor's."""
    from PIL import Image
    generator = random.Random(seed)
    small = Image.frombytes("RGB", (12, 9), generator.randbytes(12 * 9 * 3)).resize(IMAGE_PX, Image.BICUBIC)
    grain = Image.frombytes("L", IMAGE_PX, generator.randbytes(IMAGE_PX[0] * IMAGE_PX[1])).convert("RGB")
    Image.blend(small, grain, 0.08).save(path, quality=85)


def images(folder):
    for at in range(IMAGES):
        path = folder / ("picture-%03d.jpg" % at)
        if not path.exists():
            picture(path, at)
    pictures = ["Picture %d\n\n![What picture %d shows](picture-%03d.jpg)" % (at, at, at) for at in range(IMAGES)]
    body = "\n\n".join(pictures)
    return Input("images", "100 images", [styled("images", "en", body + "\n", title="Pictures")])


def growth(_):
    made = [styled(str(pages), "en", texts.markdown("en", words), title="Text")
            for pages, words in GROWTH_WORDS.items()]
    return Input("growth", "1 to 3,000 pages", made)


def paragraph(_):
    made = []
    for words in PARAGRAPH_WORDS:
        text = texts.markdown("en", words).replace("## ", "").replace("\n\n", " ")
        made.append(styled("%.0f" % (len(text) / 1000), "en", text))
    return Input("paragraph", "One paragraph", made)


def arabic(_):
    text = (SOURCE / "examples/poster-ar.md").read_text(encoding="utf-8")
    front, body = markup.split_front(text)
    made = styled("arabic", "ar", body, 14, 1.5, title=front["title"])
    return Input("arabic", "Arabic", [dataclasses.replace(made, plain=markup.plain_markdown(text))], 14, 1.5)


def odd(_):
    """Ten tables that nobody's stylesheet was made for."""
    paths = sorted((SOURCE / "tools/bench/tables").glob("*.md"))
    made = [styled(path.stem, "en", path.read_text(encoding="utf-8"), 11, 1.3) for path in paths]
    return Input("odd", "Odd tables", made, 11, 1.3)


INPUTS = {"leaflet": leaflet, "form": form, "text": text, "tables": tables, "languages": languages, "images": images,
          "batch": leaflets, "growth": growth, "paragraph": paragraph,
          "arabic": arabic, "odd": odd}


def make(name, work):
    """Writes the Markdown of both kinds below `work`, and gives the input."""
    folder = work / "inputs" / name
    for part in ("own", "plain"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    found = INPUTS[name](folder)
    found.folder = folder
    for document in found.documents:
        for part, content in (("own", document.own), ("plain", document.plain)):
            path = folder / part / (document.stem + ".md")
            if not path.exists() or path.read_text(encoding="utf-8") != content:
                path.write_text(content, encoding="utf-8")
            for picture_file in folder.glob("*.jpg"):
                link = folder / part / picture_file.name
                if not link.exists():
                    link.hardlink_to(picture_file)
    return found


def words_of(document):
    """The words that must be on the pages: of Markdown as written for others, without its signs."""
    body = re.sub(r"!\[[^]]*\]\([^)]*\)|\]\([^)]*\)|^\|[-|: ]+\|$|^Table: ", " ", document.plain, flags=re.M)
    return re.sub(r"[#*`>|\\\[\]~]|^\s*\d+\. ", " ", body, flags=re.M)
