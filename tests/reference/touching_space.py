#!/usr/bin/env python3
"""Makes a font whose GPOS kerns letters with the space behind them, and sees that the stage tells it from others.

    touching_space.py STAGE_FONTS FONT EMOJI-DATA OUTPUT-FOLDER

FONT is a staged file; the made one is OUTPUT-FOLDER/fonts/touching/Touching.ttf, of the family "Touching". Status 77: there is no
fontTools.
"""
import pathlib
import re
import subprocess
import sys

try:
    from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
    from fontTools.ttLib import TTFont
except ImportError:
    print("skipped: no fontTools (python3-fonttools)")
    sys.exit(77)

FEATURES = """
languagesystem DFLT dflt;
languagesystem latn dflt;
feature kern {
    pos A space -150;
    pos T space -120;
    pos comma space 90;
} kern;
"""
FAMILY_NAME_IDS = (1, 4, 6, 16)


def make_font(source, target):
    font = TTFont(source)
    for tag in ("GPOS", "GSUB", "kern"):
        if tag in font:
            del font[tag]
    addOpenTypeFeaturesFromString(font, FEATURES)
    for record in font["name"].names:
        if record.nameID in FAMILY_NAME_IDS:
            record.string = "Touching"
    font.save(target)


def main():
    stage, source, emoji, output = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3], pathlib.Path(sys.argv[4])
    fonts, staged = output / "fonts", output / "staged"
    (fonts / "touching").mkdir(parents=True, exist_ok=True)
    staged.mkdir(exist_ok=True)
    make_font(source, fonts / "touching/Touching.ttf")
    (fonts / "Plain.ttf").write_bytes(source.read_bytes())
    table = output / "fonts.table"
    table.write_text("text Latn regular none touching/Touching.ttf 0 copy\ntext Latn regular none Plain.ttf 0 copy\n")
    code = output / "table.c"
    subprocess.run([stage, table, fonts, emoji, staged, code], check=True)
    # Behind the scripts: bold, italic, touches_space.
    found = re.findall(r'\{"(\w+)\.ttf", "[^"]*", "text", "Latn", \d, \d, (\d)', code.read_text())
    if found != [("Touching", "1"), ("Plain", "0")]:
        sys.exit(f"the stage says of fonts and whether they touch the space: {found}")


main()
