"""Every language of styles/locale/phrases.yaml has the keys of English, each once, with the same placeholders; and each
key that the code asks for is there. Usage: phrases.py REPOSITORY"""
import pathlib
import re
import sys

MEMBER = re.compile(r"^([a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?): \{((?:.|\n )*)\}$", re.M)
PAIR = re.compile(r'\s*([a-z-]+): "([^"\\]+)"(?:,|$)')
LEAST_LANGUAGES = 30


def pairs_of(lang, body, faults):
    pairs, at = {}, 0
    while at < len(body):
        match = PAIR.match(body, at)
        if not match:
            faults.append("%s: can not be read from %r on" % (lang, body[at:at + 30]))
            break
        if match[1] in pairs:
            faults.append("%s: '%s' stands twice" % (lang, match[1]))
        pairs[match[1]] = match[2]
        at = match.end()
    return pairs


def placeholders(text):
    return sorted(re.findall(r"\{.*?\}", text))


def main():
    root = pathlib.Path(sys.argv[1])
    faults = []
    text = (root / "styles" / "locale" / "phrases.yaml").read_text(encoding="utf-8")
    members = MEMBER.findall(text)
    starts = [line.split(":")[0] for line in text.splitlines() if line and line[0] not in " #"]
    if starts != [lang for lang, _ in members]:
        faults.append("not each line that is not indented begins a language")
    if starts != sorted(set(starts)):
        faults.append("the languages are not sorted, or one stands twice")
    if len(starts) < LEAST_LANGUAGES:
        faults.append("there are only %d languages" % len(starts))
    phrases = {lang: pairs_of(lang, body, faults) for lang, body in members}
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
