# Which inputs make which document, and where it goes without -o.
. "${0%/*}/lib.sh"
command -v pdftotext > /dev/null || { echo 'skipped: no pdftotext'; exit 77; }

# order WORDS PDF: the words follow each other in the PDF's text.
order() {
    got=$(pdftotext "$2" - | grep -o '\(one\|two\|three\|four\)' | tr '\n' ' ')
    [ "$got" = "$1 " ] || fail "order is '$got', not '$1'"
}

leaflet a.md one; leaflet b.md two
expect 0 a.md; is_pdf a.pdf; silent
expect 0 a.md b.md -o ab.pdf; order 'one two' ab.pdf
[ "$(pdfinfo ab.pdf | awk '/^Pages/ { print $2 }')" = 2 ] || fail 'two inputs, each from a new page'
expect 0 b.md a.md; order 'two one' b.pdf # beside the first

mkdir texts texts/deeper.md
printf -- '---\nordering: 10\n---\nthree\n' > texts/a.md
printf -- '---\nordering: 2\n---\ntwo\n' > texts/b.md
printf -- 'four\n' > texts/c.md
printf -- '---\nordering: -1.5\n---\none\n' > texts/d.md
printf -- 'hidden\n' > texts/.e.md
printf -- 'not Markdown\n' > texts/f.txt
for folder in texts texts/ ./texts// ; do
    rm -f texts.pdf
    expect 0 "$folder"; order 'one two three four' texts.pdf
done
(cd texts && "$HSPDF" . ) || fail 'the folder .'
is_pdf texts.pdf; absent texts/..pdf
expect 0 texts a.md -o x.pdf; order 'one two three four one' x.pdf
mkdir empty
expect 1 empty; says 'this folder has no *.md'; absent empty.pdf
expect 2 /; says '-o FILE'

# Standard input.
"$HSPDF" - < a.md > x.pdf || fail 'standard input to standard output'
order one x.pdf
"$HSPDF" - -o y.pdf < a.md || fail 'standard input with -o'
cmp -s x.pdf y.pdf || fail 'standard output and -o differ'
cat a.md | "$HSPDF" b.md - -o x.pdf || fail 'a pipe'
order 'two one' x.pdf
expect 2 - -; says twice
"$HSPDF" - < /dev/null > out 2> err; [ $? -eq 1 ] || fail 'empty standard input'
says input-empty
"$HSPDF" - -o x.pdf <&- 2> err; [ $? -ne 0 ] || fail 'closed standard input'
if script -qec true /dev/null > /dev/null 2>&1; then # there are pseudo-terminals
    script -qec "'$HSPDF' - < a.md" /dev/null > out < /dev/null; [ $? -eq 2 ] || fail 'a PDF on a terminal'
    prints '-o FILE'
fi

# Of several inputs each is a part: contents have their titles, headings are numbered on, links lead into other inputs.
printf -- '---\ntitle: Babies\ntoc: true\nnumbering: true\n---\n[go](second.md#sleep)\n\n## Feeding\n\n### Breast\n' > first.md
printf '# Part two\n\n## Sleep\n\nOn the back.\n' > second.md
expect 0 first.md second.md -o parts.pdf; silent
text=$(pdftotext -raw parts.pdf - | sed 's/ *\. \.[ .]*/ /' | tr '\n' ' ')
case $text in *'Feeding 1'*'1.1'*'Breast 1'*'Part two 2'*'2'*'Sleep 2'*) ;; *) fail "contents are $text" ;; esac

# Names: suffixes of texts are taken off, others kept.
for pair in x.markdown:x.pdf x.txt:x.pdf x.MD:x.pdf v1.2:v1.2.pdf noext:noext.pdf .md:.md.pdf 'a b.md:a b.pdf'; do
    leaflet "${pair%%:*}"; rm -f "${pair##*:}"
    expect 0 "${pair%%:*}"; is_pdf "${pair##*:}"
done
leaflet "$(printf 'bad\377.md')"
expect 0 "$(printf 'bad\377.md')"; is_pdf "$(printf 'bad\377.pdf')"

# The output is never an input.
cp a.md keep
ln a.md hard.md; ln -s a.md link.md
for output in a.md ./a.md hard.md link.md; do
    expect 2 a.md -o "$output"; says overwrite
done
expect 2 b.md a.md -o a.md
expect 2 texts -o texts/a.md; says overwrite
cmp -s a.md keep || fail 'an input was overwritten'
finish
