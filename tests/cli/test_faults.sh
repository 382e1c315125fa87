# Inputs that are refused: a clear message with its place, exit status 1, an older output file untouched.
. "${0%/*}/lib.sh"
older_output x.pdf

# refused FILE PLACE CODE
refused() {
    expect 1 "$1" -o x.pdf
    says "$1$2"; says ": error: "; says "[$3]"
    unchanged x.pdf
}

printf 'one\ncaf\351\n' > utf8.md;                       refused utf8.md :2:4 input-utf8
: > empty.md;                                            refused empty.md : input-empty
printf '\357\273\277' > bom.md;                          refused bom.md : input-empty
printf 'one\na\0b\n' > nul.md;                           refused nul.md :2:2 input-nul
printf 'a\0b\0\n\0' > utf16.md;                          refused utf16.md :1:2 input-nul
printf -- '---\n- a\n- b\n---\ntext\n' > list.md;        refused list.md :2:1 front-not-mapping
printf -- '---\njust text\n---\ntext\n' > scalar.md;     refused scalar.md :2:1 front-not-mapping
printf -- '---\ntitle: Water\n\ntext\n' > unclosed.md;   refused unclosed.md :1:1 front-unclosed
printf -- '---\ntitle: a\n\tlang: en\n---\nx\n' > tab.md; refused tab.md :3: front-yaml
printf -- '---\ntitle: [a\n---\nx\n' > flow.md;          refused flow.md : front-yaml
expect 1 nosuch.md -o x.pdf; says nosuch.md; says input-missing; unchanged x.pdf
printf 'fine\n' > fine.md
expect 1 fine.md utf8.md -o x.pdf; says utf8.md:2:4; unchanged x.pdf

# Said twice would be once too often.
expect 1 utf8.md -o x.pdf; [ "$(wc -l < err)" -eq 1 ] || fail 'one fault, one line'

# CRLF and a byte-order mark are no faults, and do not move places.
printf '\357\273\277---\r\ntitle: Water\r\n---\r\n# Water\r\n\r\nDrink.\r\n' > crlf.md
expect 0 crlf.md -o crlf.pdf; silent
printf -- '---\ntitle: Water\n---\n# Water\n\nDrink.\n' > lf.md
expect 0 lf.md -o lf.pdf; cmp -s crlf.pdf lf.pdf || fail 'CRLF and a mark change the PDF'
printf '\357\273\277one\r\ncaf\351\r\n' > crlf.md; refused crlf.md :2:4 input-utf8

# check finds the same, and writes nothing.
expect 1 check utf8.md fine.md; says utf8.md:2:4; absent utf8.pdf; absent fine.pdf
expect 0 check fine.md; silent
finish
