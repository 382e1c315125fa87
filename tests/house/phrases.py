"""Every language of styles/locale has the keys of English, each once, with the same placeholders; and each
key that the code asks for is there. Usage: phrases.py REPOSITORY"""
import pathlib
import re
import sys

TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
PAIR = re.compile(r'([a-z-]+): "([^"\\]+)"')
LEAST_LANGUAGES = 30


def pairs_of(path, faults):
    pairs = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        match = PAIR.fullmatch(line)
        if match and match[1] in pairs:
            faults.append("%s: '%s' stands twice" % (path.name, match[1]))
        if match:
            pairs[match[1]] = match[2]
        elif not line.startswith("# "):
            faults.append("%s: this is no phrase: %s" % (path.name, line))
    if not TAG.fullmatch(path.stem):
        faults.append("%s: this names no language" % path.name)
    return pairs


def placeholders(text):
    return sorted(re.findall(r"\{.*?\}", text))


def main():
    root = pathlib.Path(sys.argv[1])
    faults = []
    phrases = {path.stem: pairs_of(path, faults) for path in sorted((root / "styles" / "locale").iterdir())}
    if len(phrases) < LEAST_LANGUAGES:
        faults.append("there are only %d languages" % len(phrases))
    english = phrases.get("en", {})
    for lang, pairs in phrases.items():
        for key in sorted(set(english) ^ set(pairs)):
            faults.append("%s: '%s' %s" % (lang, key, "is missing" if key in english else "is not a key"))
        for key in sorted(set(english) & set(pairs)):
            if placeholders(pairs[key]) != placeholders(english[key]):
                faults.append("%s: '%s' has other placeholders than English" % (lang, key))
            if pairs[key] != pairs[key].strip():
                faults.append("%s: '%s' has spaces at its ends" % (lang, key))
    for path in sorted((root / "src").rglob("*.c")):
        for key in re.findall(r'stylesheet_phrase(?:_in)?\([^;]*?STR\("([^"]*)"\)', path.read_text(encoding="utf-8")):
            if key not in english:
                faults.append("%s: asks for '%s', which there is not" % (path.relative_to(root), key))
    captions = (root / "src" / "document" / "caption_words.h").read_text(encoding="utf-8")
    for lang, pairs in phrases.items():
        for key in ("table", "figure"):
            word = pairs.get(key, "").replace("{number}", "").strip().lstrip(". ")
            if '"%s",' % word not in captions:
                faults.append("src/document/caption_words.h: '%s', %s's word for a %s, is missing" % (word, lang, key))
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
