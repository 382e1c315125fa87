"""Prints a dictionary for libFuzzer: the words of the tables that hspdf itself reads by.

Usage: dictionary.py SOURCE TARGET
"""
import pathlib
import re
import sys

TABLES = {
    "html": ["document/html_tags.h", "document/html_attributes.h", "document/css_properties.h"],
    "front": ["document/front_keys.h"],
    "style": ["style/schema.h"],
    "colors": ["support/color_names.h"],
}
SIGNS = {
    "markdown": ["# ", "\n- ", "\n1. ", "> ", "```\n", "| a | b |\n|---|:-:|\n", "[^1]", "[^1]: ", "![", "](", "**", "_",
                 "~~", "\n***\n", "<!--", "-->", "&amp;", "&#x202E;", "[ ]", "____", "[!NOTE]", "\\", "{{x}}", "\t",
                 "\u200f", "\u05d0", "\u4e2d", "\U0001f600", "\u0301", "\u200d", "http://a.b/", "---\n"],
    "html": ["<", "</", "/>", ">", '="', " style=\"", "px", "%", "em", "<![CDATA[", "<!DOCTYPE", "<table><tr><td>",
             "colspan=9", "rowspan=0", "&lt;"],
    "yaml": [": ", "- ", "&a ", "*a", "|\n", ">\n", "!!str ", "{", "}", "[", "]", "? ", "<<: ", "'", '"', "~", "0x1F",
             "2026-03-05", "1e9", "#f00", "mm", "pt", "em"],
    "mustache": ["{{", "}}", "{{{", "{{#", "{{^", "{{/", "{{>", "{{!", "{{=", "=}}", "{{.}}", "{{a.b}}", "\\0"],
    "records": [",", ";", "\r\n", '""', '"', "{", "}", "[", "]", ":", "\\u", "\\ud83d\\ude00", "null", "true", "1e400"],
    "image": ["\xff\xd8\xff", "\xff\xda", "JFIF", "Exif\0\0", "\x89PNG\r\n\x1a\n", "IHDR", "IDAT", "PLTE", "IEND",
              "iCCP", "RIFF", "WEBPVP8 ", "VP8X", "GIF89a", "<svg", "<use", "<filter", "<text", "<!ENTITY", "viewBox"],
}
WANTED = {
    "compile": ["markdown", "html", "front", "yaml", "mustache"],
    "html": ["html", "markdown", "colors"],
    "front": ["front", "yaml", "style"],
    "style": ["style", "yaml", "colors"],
    "merge": ["mustache", "records", "yaml"],
    "records": ["records", "yaml"],
    "image": ["image"],
}


def coded(text):
    bytes_ = text.encode("latin-1") if all(ord(c) < 256 for c in text) else text.encode()
    return "".join(chr(b) if 32 <= b < 127 and b not in (34, 92) else f"\\x{b:02X}" for b in bytes_)


def main():
    source, target = pathlib.Path(sys.argv[1]) / "src", sys.argv[2]
    words = set()
    for kind in WANTED.get(target, []):
        words.update(SIGNS.get(kind, []))
        for table in TABLES.get(kind, []):
            rows = re.findall(r"^[A-Z_]+\((.*)$", (source / table).read_text(), re.M)
            words.update(word for row in rows for word in re.findall(r'"([^"\\ ]{1,40})"', row))
    for word in sorted(words):
        print(f'"{coded(word)}"')


if __name__ == "__main__":
    main()
