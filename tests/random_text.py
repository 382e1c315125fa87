"""Random Markdown in which blocks and inlines nest in each other, for what must hold of any text.

    random_text.py SEED

The same seed gives the same text.
"""
import random
import sys

WORDS = ("blood cells renew the body every day and night, a small amount of water helps; doctors call it a dose of "
         "100 mg (twice) — naïve “quoted” words & signs < > * kept 3.5 % ½ Ωmega строка 中文字 שלום").split(" ")
LANGUAGES = ["de", "fr", "es", "zh-Hans", "ru"]


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.notes = 0
        self.anchors = 0

    def some(self, most, make, separator):
        return separator.join(make() for _ in range(self.random.randint(1, most)))

    def words(self, most=12):
        return self.some(most, lambda: self.random.choice(WORDS), " ").replace("<", "&lt;").replace("*", "\\*")

    def note(self):
        self.notes += 1
        return "word[^%d]" % self.notes

    def inline(self, depth=2):
        plain = [self.words, self.words, self.words, lambda: "`%s`" % self.random.choice(["a b", "x=1", "code"])]
        if depth == 0:
            return self.random.choice(plain)()
        inner = self.inline(depth - 1).strip()
        return self.random.choice(plain + [
            lambda: "**%s**" % inner,
            lambda: "*%s*" % inner,
            lambda: "~~%s~~" % inner,
            lambda: "a <sup>%s</sup>" % inner,
            lambda: '<span lang="%s">%s</span>' % (self.random.choice(LANGUAGES), inner),
            lambda: "[%s](https://example.org/%s \"A title\")" % (self.words(4), self.random.choice("abcé")),
            lambda: "[%s](#anchor-%d)" % (self.words(4), self.random.randint(1, 4)),
            lambda: "[%s](nowhere.html)" % self.words(4),
            lambda: "<someone@example.org>",
            lambda: "%s  \n%s" % (self.words(4), self.words(4)),
            self.note,
            self.blank,
            lambda: "![%s](none.png){width=%d%%}" % (self.words(3), self.random.randint(1, 100)),
            lambda: "[%s]{%s}" % (self.words(3), self.random.choice([".mark", ".underline #s-%d" % self.random.randint(1, 9),
                                                                      "lang=%s" % self.random.choice(LANGUAGES), "broken"])),
            lambda: "[%s](https://example.org){.wide #l%d}" % (self.words(3), self.random.randint(1, 9)),
        ])()

    def blank(self):
        return self.random.choice(["Name: ______", "(___) ___-____", "Date: __/__/____ ", "\\_\\_\\_\\_", "____ mg",
                                   "Nom : ..............", "line ______\nline ______", "__________________________"])

    def alert(self, depth):
        kind = self.random.choice(["NOTE", "tip", "Important", "WARNING", "CAUTION"])
        return "> [!%s]\n%s" % (kind, self.indented(self.blocks(depth - 1, 3), "> ", "> "))

    def signature(self):
        return "%s\n\n____________________     ____________\nSigned here              on this day" % self.words(4)

    def captioned(self):
        return self.random.choice(["Table: %s\n\n%s", ": %s\n\n%s"]) % (self.words(4), self.table())

    def heading(self):
        attributes = self.random.choice(["", "", " {#h-%d .wide lang=fr}" % self.random.randint(1, 99), " {broken"])
        return "#" * self.random.randint(1, 6) + " " + self.words(6).replace("\n", " ") + attributes

    def form(self):
        return "| %s | %s |\n|---|---|\n%s" % (self.words(2), self.words(2), "| %s | |\n" % self.words(2) * 3)

    def text(self):
        return self.some(4, self.inline, " ")

    def indented(self, text, first, rest):
        lines = text.split("\n")
        return "\n".join([first + lines[0]] + [rest + line if line else rest.rstrip() for line in lines[1:]])

    def item(self, depth):
        mark = self.random.choice(["- ", "- ", "- [ ] ", "- [x] "])
        return self.indented(self.blocks(depth - 1, 2), mark, "  ")

    def cells(self, count):
        return "| " + " | ".join(self.random.choice(
            ["", "—", "%.1f mg" % self.random.uniform(0, 200), self.words(5).replace("|", "")]) for _ in range(count)) + " |"

    def table(self):
        count = self.random.randint(1, 4)
        rows = [self.cells(count), "|" + "---|" * count]
        rows += [self.cells(self.random.choice([count, count, 1])) for _ in range(self.random.randint(0, 6))]
        return "\n".join(rows)

    def html_table(self):
        span = lambda: self.random.choice(["", "", "", ' colspan="2"', ' rowspan="2"', ' rowspan="0"',
                                           ' colspan="3" rowspan="3"'])
        row = lambda tag: "<tr>%s</tr>" % "".join(
            '<%s%s>%s</%s>' % (tag, span(), self.words(3), tag) for _ in range(self.random.randint(1, 3)))
        return "<table><caption>%s</caption>%s%s</table>" % (
            self.words(4), row("th"), "".join(row("td") for _ in range(self.random.randint(0, 4))))

    def division(self):
        self.anchors += 1
        return '<div id="anchor-%d" lang="%s">\n\n%s\n\n</div>' % (
            self.anchors, self.random.choice(LANGUAGES), self.text())

    def block(self, depth):
        flat = [self.text, self.text, self.table, self.html_table, self.division,
                self.heading, self.signature, self.captioned, self.form,
                lambda: "```\n%s\n\n    %s\n```" % (self.words(), self.words(4)),
                lambda: "~~~{.sh}\n%s\n%s\n~~~" % ("long_word_" * 20, self.words(40)),
                lambda: self.random.choice(["\\newpage", "<!-- pagebreak -->", "[TOC]"]),
                lambda: "***"]
        if depth == 0:
            return self.random.choice(flat)()
        return self.random.choice(flat + [
            lambda: self.some(4, lambda: self.item(depth), "\n"),
            lambda: self.indented(self.blocks(depth - 1, 2), "7. ", "   "),
            lambda: self.indented(self.blocks(depth - 1, 2), "998) ", "     "),
            lambda: self.alert(depth),
            lambda: self.indented(self.blocks(depth - 1, 3), "> ", "> "),
        ])()

    def blocks(self, depth, most):
        return self.some(most, lambda: self.block(depth), "\n\n")

    def document(self):
        wishes = self.random.choice(["", "", "toc: true\n", "toc: 2\nnumbering: true\nlinks: print\n",
                                     "numbering: {headings: 1, tables: true}\nlinks: beside\n"])
        front = self.random.choice(["", "---\ntitle: A title & more\nlang: %s\nauthor: Nobody <x>\n%s---\n\n"
                                    % (self.random.choice(LANGUAGES + ["en", "ar"]), wishes)])
        body = self.blocks(3, 25)
        notes = "".join("\n\n[^%d]: %s" % (i, self.words()) for i in range(1, self.notes + 1))
        return front + body + notes + "\n"


def make(seed):
    return Maker(seed).document()


if __name__ == "__main__":
    sys.stdout.write(make(int(sys.argv[1])))
