# What readers of a PDF lose without a word, and no validator sees. Each loss has a check of its own; those that can be
# seen in shaping are tests in unit/test_text.c too (no_character_is_lost: no cluster without glyphs, no glyph 0).
. "${0%/*}/lib.sh"
for tool in pdftotext pdftoppm qpdf; do
    command -v $tool > /dev/null || exit 77
done

# compiles NAME: its source comes by standard input; text is in NAME.text.
compiles() {
    cat > "$1.md"
    "$HSPDF" "$1.md" > out 2> err || fail "status $? for $1.md"
    pdftotext -raw "$1.pdf" "$1.text"
}

has() {
    grep -qF -e "$2" "$1.text" || fail "$1.pdf lacks the text: $2"
}

# ink NAME: bytes of its first page, packed: more, the more is on it.
ink() {
    pdftoppm -r 40 -gray "$1.pdf" | gzip -9 | wc -c
}

# 1. A CJK glyph is dropped: cairo 1.16 leaves 如 empty where its font has subroutines.
printf '<p lang="zh-Hans">如</p>\n' | compiles glyph
printf '<p lang="zh-Hans">始</p>\n' | compiles like
has glyph 如
[ "$(ink glyph)" -ge $(($(ink like) * 8 / 10)) ] || fail '如 has no ink'

# 2. A noncharacter ends the page: cairo drops all that is drawn after it.
printf 'before \357\267\220 and \357\277\277 behind\n\nlast\n' | compiles nonchar
has nonchar before; has nonchar behind; has nonchar last
says text-noncharacter

# 3. A run without ink is not written: spaces between words of different fonts, and pictures alone in a paragraph.
printf 'one **two** `three` 四 five\n\n👍\n\n💊 6\n' | compiles blank
has blank 'one two three'; has blank ' five'; has blank 👍; has blank '💊 6'
# A sequence among leftward words: readers turn its characters round with the words'.
printf '<p lang="he">קחו 👨‍👩‍👧 אחת</p>\n' | compiles leftward
pdftotext leftward.pdf leftward.text
has leftward 👨‍👩‍👧

# 4. A cluster without glyphs vanishes: marks that shaping merges, and joiners.
printf '<p lang="hi">क्षत्रिय की</p>\n\ncafe\314\201 x\314\206y\n' | compiles cluster
has cluster ी; has cluster क्ष; has cluster "$(printf 'cafe\314\201')"; has cluster y

# 5. A character without a glyph passes as .notdef: it is reported, and its text stays.
printf 'a 𞤀 b \315\270 c\n' | compiles notdef
says 'U+1E900'; says 'U+0378'; has notdef 𞤀
pdffonts notdef.pdf > fonts
grep -q NotoSansMono fonts || fail 'the digits of its code are not there'

# 6. A picture drawn twice doubles a key of the page's resources, and one drawn first on a page may end the file.
printf '💊 💊 💊\n\n# 💊\n' | compiles twice
qpdf --check twice.pdf > check 2>&1 || fail "qpdf: $(grep -i warning check | head -1)"
[ "$(grep -o 💊 twice.text | wc -l)" -eq 4 ] || fail 'not four pictures'
[ "$(pdfimages -list twice.pdf | awk '/ image / { print $11 }' | sort -u | wc -l)" -eq 1 ] || fail 'one picture is there twice'

# 7. The first text of a glyph is its text for ever: a soft hyphen set first must not become that of all spaces.
printf '\302\255soft hy\302\255phen, and spaces behind it\n' | compiles soft
has soft 'and spaces behind it'
if grep -q "$(printf '\302\255')" soft.text; then fail 'a soft hyphen is in the text'; fi

finish
