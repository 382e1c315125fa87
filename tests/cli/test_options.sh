# How the command line is read, and what is said of one that is wrong: always exit status 2.
. "${0%/*}/lib.sh"
leaflet a.md

expect 2; says 'Usage: hspdf'; says 'hspdf --help'
expect 0 --help; silent
for text in 'Usage: hspdf [OPTION]... INPUT... [-o FILE]' --output=PATH --paper=SIZE --strict Examples: 'Exit status:'; do
    prints "$text"
done
awk 'length($0) > 80 { exit 1 }' out || fail 'a line of --help is wider than 80 columns'
cp out help
expect 0 -h; cmp -s out help || fail '-h differs from --help'
expect 0 --version; silent
for name in 'hspdf 0.' cairo Pango HarfBuzz FreeType cmark-gfm libyaml zlib fonts; do prints "$name"; done

expect 2 --papr=a4 a.md; says "did you mean '--paper'?"
expect 2 -paper a.md; says "did you mean '--paper'?"
expect 2 --nonsense a.md; says "unknown option '--nonsense'"
expect 2 -x a.md; says "unknown option '-x'"
expect 2 --s a.md; says ambiguous; says --strict
expect 2 --strict=yes a.md; says 'takes no value'
expect 2 a.md --output; says 'wants a value'
expect 2 a.md -o; says 'wants a value'
expect 2 a.md --output=; says 'empty value'
expect 2 --diagnostics=xml a.md; says "'xml'"; says 'text|json'
expect 2 --dump=pages a.md; says 'document|layout'
expect 2 check -o x.pdf a.md; says 'does not go with'
expect 2 check
expect 2 fonts a.md; says 'takes no inputs'
expect 2 ''
expect 2 batch a.md; says "wants a folder"; expect 2 watch; says "wants inputs"
expect 2 a.md --paper=a99; says paper-unknown; says a99
expect 2 a.md --style=nonesuch; says style-missing
absent a.pdf

# Every spelling of -o, before and after the input.
for spelling in '-o x.pdf' '-ox.pdf' '--output x.pdf' '--output=x.pdf' '--outp=x.pdf'; do
    # shellcheck disable=SC2086
    expect 0 a.md $spelling; is_pdf x.pdf; rm -f x.pdf
    # shellcheck disable=SC2086
    expect 0 $spelling a.md; is_pdf x.pdf; rm -f x.pdf
done
expect 0 a.md -o x.pdf -o y.pdf; is_pdf y.pdf; absent x.pdf # the last one counts

# "--" ends options; a command's name is a file when it is written as one.
leaflet ./-strange.md; leaflet batch; leaflet check
expect 0 -- -strange.md; is_pdf ./-strange.pdf
expect 0 ./batch; is_pdf batch.pdf
expect 0 -- check; is_pdf check.pdf
expect 0 --strict check a.md; absent a.pdf
expect 0 check a.md; silent; absent a.pdf

expect 0 fonts; [ -s out ] || fail 'fonts printed nothing'
expect 0 styles; prints leaflet
if [ -w /dev/full ]; then
    "$HSPDF" --help > /dev/full 2> err; [ $? -eq 3 ] || fail '--help to a full disk'
    "$HSPDF" styles > /dev/full 2> err; [ $? -eq 3 ] || fail 'styles to a full disk'
fi
expect 0 --dump=document a.md; prints heading; absent a.pdf
expect 0 --dump=layout a.md; prints Drink; absent a.pdf
expect 0 --dump=layout a.md -o dump.txt; grep -q Drink dump.txt || fail '--dump with -o'
finish
