"""What a screen reader is told: the structure tree of a PDF with its text, read by qpdf and this file alone.

    structure.py FILE.pdf

prints it, one element a line, indented by two a level: type, attributes, and in quotes the text. Where an element or a
piece of content says its ActualText, that is its text. Content that is neither in the tree nor an artifact is a fault,
and so are an element that the parent tree does not lead to, an ID that leads astray, a picture without its place and a
link without annotation.
"""
import base64
import json
import re
import subprocess
import sys

TOKEN = re.compile(rb"""
    (?P<space>[\s\0]+|%[^\r\n]*)
  | (?P<string>\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\))
  | (?P<hex><[0-9A-Fa-f\s]*>)
  | (?P<open><<|\[) | (?P<close>>>|\])
  | (?P<name>/[^\s()<>\[\]/%]*)
  | (?P<word>[^\s()<>\[\]/%]+)
""", re.X | re.S)
ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
INLINE = {"Span", "Link", "Code", "Reference", "Figure"}


class Fault(Exception):
    pass


def unescape(string):
    def one(match):
        body = match[1]
        if body[:1] in b"01234567":
            return bytes([int(body, 8) & 255])
        return b"" if body in (b"\n", b"\r\n") else ESCAPES.get(body, body)

    return re.sub(rb"\\([0-7]{1,3}|\r\n|.)", one, string, flags=re.S)


def tokens(stream):
    """Kind and value of each token."""
    at = 0
    while at < len(stream):
        match = TOKEN.match(stream, at)
        if not match:
            raise Fault("content that can not be read: %r" % stream[at:at + 20])
        at, kind = match.end(), match.lastgroup
        if kind == "string":
            yield "string", unescape(match[0][1:-1])
        elif kind == "hex":
            digits = re.sub(rb"\s", b"", match[0][1:-1])
            yield "string", bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
        elif kind != "space":
            yield kind, match[0]


def utf16(data):
    return data.decode("utf-16-be", "surrogatepass").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def text_string(data):
    return utf16(data[2:]) if data[:2] == b"\xfe\xff" else data.decode("latin-1")


class Font:
    """Codes to text, by the font's ToUnicode."""

    def __init__(self, cmap):
        self.texts, self.width, operands = {}, 1, []
        for kind, value in tokens(cmap):
            if kind == "string":
                operands.append(value)
            elif kind == "word" and value.startswith(b"end"):
                self.take(value, operands)
            if kind == "word":
                operands = []

    def take(self, operator, operands):
        if operator == b"endcodespacerange":
            self.width = len(operands[0])
        elif operator == b"endbfchar":
            for code, text in zip(operands[::2], operands[1::2]):
                self.texts[int.from_bytes(code, "big")] = utf16(text)
        elif operator == b"endbfrange":
            for first, last, text in zip(operands[::3], operands[1::3], operands[2::3]):
                first, last = int.from_bytes(first, "big"), int.from_bytes(last, "big")
                for code in range(first, last + 1):
                    self.texts[code] = utf16(text[:-2] + (int.from_bytes(text[-2:], "big") + code - first).to_bytes(2, "big"))

    def decode(self, data):
        codes = [data[i:i + self.width] for i in range(0, len(data), self.width)]
        return "".join(self.texts.get(int.from_bytes(code, "big"), "\ufffd") for code in codes)


class Pdf:
    def __init__(self, path):
        command = ["qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=inline", "--decode-level=generalized", str(path)]
        run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if run.returncode:
            raise Fault(run.stderr.decode()[-200:])
        self.objects = json.loads(run.stdout)["qpdf"][1]
        self.root = self.get(self.objects["trailer"]["value"]["/Root"])
        self.fonts = {}
        self.pages = list(self.walk_pages(self.root["/Pages"]))
        self.marks = [self.read_page(page) for page in self.pages]

    def entry(self, value):
        return self.objects["obj:" + value] if isinstance(value, str) and re.match(r"\d+ \d+ R$", value) else None

    def get(self, value):
        entry = self.entry(value)
        if entry is None:
            return value
        return entry["stream"]["dict"] if "stream" in entry else entry["value"]

    def stream(self, reference):
        return base64.b64decode(self.entry(reference)["stream"]["data"])

    @staticmethod
    def text(value):
        return bytes.fromhex(value[2:]).decode("latin-1") if value.startswith("b:") else value[2:]

    def walk_pages(self, reference):
        node = self.get(reference)
        if node["/Type"] == "/Page":
            yield reference
        for kid in node.get("/Kids", []):
            yield from self.walk_pages(kid)

    def font(self, reference):
        if reference not in self.fonts:
            font = self.get(reference)
            self.fonts[reference] = Font(self.stream(font["/ToUnicode"]))
        return self.fonts[reference]

    def read_page(self, reference):
        """Text by MCID."""
        page = self.get(reference)
        fonts = self.get(self.get(page["/Resources"]).get("/Font", {}))
        texts, stack, operands, nested, font = {}, [], [], [], None
        for kind, value in tokens(self.stream(page["/Contents"])):
            if kind != "word" or re.match(rb"[-+.\d]", value):
                operands.append((kind, value))
                continue
            if value in (b"BDC", b"BMC"):
                stack.append(self.begin(operands, stack, texts))
            elif value == b"EMC":
                stack.pop()
            elif value == b"Tf":
                font = self.font(fonts[operands[0][1].decode()])
            elif value in (b"Tj", b"TJ"):
                self.show(stack, texts, "".join(font.decode(data) for kind, data in operands if kind == "string"))
            elif value in (b"f", b"S", b"Do") and not stack:
                raise Fault("drawing that is neither tagged nor an artifact")
            operands = []
        return texts

    @staticmethod
    def begin(operands, stack, texts):
        """A frame: MCID, or None for an artifact; whether ActualText stands for what follows."""
        keys = {value: operands[i + 1] for i, (kind, value) in enumerate(operands[:-1]) if kind == "name"}
        if operands[0][1] == b"/Artifact":
            return None, False
        mcid, replaced = stack[-1] if stack else (None, False)
        if b"/MCID" in keys:
            mcid = int(keys[b"/MCID"][1])
            if mcid in texts:
                raise Fault("MCID %d twice on a page" % mcid)
            texts[mcid] = ""
        if b"/ActualText" in keys:
            if mcid is not None and not replaced:
                texts[mcid] += text_string(keys[b"/ActualText"][1])
            replaced = True
        return mcid, replaced

    @staticmethod
    def show(stack, texts, text):
        if not stack:
            raise Fault("text that is neither tagged nor an artifact: %r" % text)
        mcid, replaced = stack[-1]
        if mcid is not None and not replaced:
            texts[mcid] += text

    # ---- the tree

    def parents(self):
        """Keys of the parent tree to what they lead to."""
        numbers = self.get(self.get(self.root["/StructTreeRoot"])["/ParentTree"])["/Nums"]
        return dict(zip(numbers[::2], numbers[1::2]))

    def names_of_elements(self):
        names = self.get(self.get(self.root["/StructTreeRoot"]).get("/IDTree", {})).get("/Names", [])
        ids = [self.text(name) for name in names[::2]]
        if ids != sorted(set(ids)):
            raise Fault("IDs that are not in order")
        for name, reference in zip(ids, names[1::2]):
            if self.text(self.get(reference)["/ID"]) != name:
                raise Fault("the ID %s leads to another element" % name)
        return set(ids)

    def tree(self):
        """The root element: (type, attributes, kids), a kid being an element or a text."""
        self.unread = {(page, mcid) for page, texts in enumerate(self.marks) for mcid in texts}
        self.owners = self.parents()
        self.ids = self.names_of_elements()
        root = self.get(self.root["/StructTreeRoot"])["/K"]
        tree = self.element(root)
        tree[1]["/Lang"] = self.text(self.root["/Lang"])
        if self.unread:
            raise Fault("content that no element has: %s" % sorted(self.unread)[:3])
        return tree

    def mark(self, page, mcid, owner):
        page = self.pages.index(page)
        key = self.get(self.pages[page])["/StructParents"]
        if self.get(self.owners[key])[mcid] != owner:
            raise Fault("the parent tree leads elsewhere from page %d, MCID %d" % (page, mcid))
        self.unread.remove((page, mcid))
        return self.marks[page][mcid]

    def element(self, reference):
        element = self.get(reference)
        kids = element.get("/K", [])
        attributes = {key: str(value).lstrip("/") for key, value in self.get(element.get("/A", {})).items()
                      if key not in ("/O", "/BBox", "/Headers")}
        headers = [self.text(header) for header in self.get(element.get("/A", {})).get("/Headers", [])]
        if headers:
            attributes["/Headers"] = ",".join(headers)
        if not self.ids.issuperset(headers):
            raise Fault("a cell that names headers which are not there: %s" % headers)
        attributes.update({key: self.text(element[key]) for key in ("/Lang", "/Alt", "/ID") if key in element})
        content = []
        for kid in kids if isinstance(kids, list) else [kids]:
            if isinstance(kid, int):
                content.append(self.mark(element["/Pg"], kid, reference))
            elif isinstance(kid, dict) and kid["/Type"] == "/MCR":
                content.append(self.mark(kid["/Pg"], kid["/MCID"], reference))
            elif isinstance(kid, dict):
                annotation = self.get(kid["/Obj"])
                if self.owners[annotation["/StructParent"]] != reference:
                    raise Fault("the parent tree leads elsewhere from an annotation")
                target = self.get(annotation["/A"])["/URI"] if "/A" in annotation else "u:inside"
                attributes["/Target"] = self.text(target)
            else:
                content.append(self.element(kid))
        if "/ActualText" in element:
            content = [self.text(element["/ActualText"])]
        if element["/S"] == "/Figure" and len(self.get(element["/A"]).get("/BBox", [])) != 4:
            raise Fault("a picture whose place is not said")
        if element["/S"] == "/Link" and "/Target" not in attributes:
            raise Fault("a link that can not be followed")
        if element["/S"] == "/Figure":  # with cairo 1.18 it has a blank, since that marks text alone
            content = [kid for kid in content if not isinstance(kid, str) or kid.strip()]
        merged = []
        for kid in content:
            if isinstance(kid, str) and merged and isinstance(merged[-1], str):
                kid = merged.pop() + kid
            merged.append(kid)
        content = merged
        return element["/S"][1:], attributes, content

    def outline(self, reference=None, depth=0):
        """Lines of the outline, indented."""
        parent = self.get(reference or self.root.get("/Outlines", {}))
        item = parent.get("/First")
        while item:
            entry = self.get(item)
            yield "  " * depth + self.text(entry["/Title"])
            yield from self.outline(item, depth + 1)
            item = entry.get("/Next")


def plain_text(element):
    """All text, with a line end between blocks."""
    kind, _, kids = element
    parts = [kid if isinstance(kid, str) else plain_text(kid) for kid in kids]
    return "".join(parts) if kind in INLINE else "\n" + "".join(parts) + "\n"


def dump(element, depth=0):
    kind, attributes, kids = element
    words = ["  " * depth + kind] + ["%s=%s" % (key[1:], value) for key, value in sorted(attributes.items())]
    if kids and all(isinstance(kid, str) for kid in kids):
        words.append('"%s"' % "".join(kids))
        kids = []
    yield " ".join(words)
    for kid in kids:
        if isinstance(kid, str):
            yield "  " * (depth + 1) + '"%s"' % kid
        else:
            yield from dump(kid, depth + 1)


def main():
    pdf = Pdf(sys.argv[1])
    print("\n".join(dump(pdf.tree())))
    print("\n".join("outline: " + line for line in pdf.outline()))


if __name__ == "__main__":
    main()
