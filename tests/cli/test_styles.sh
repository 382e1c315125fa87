# Styles that are files: found beside the text or where the option says, within the root; explained key by key.
. "${0%/*}/lib.sh"

mkdir -p clinic/texts clinic/styles outside
touch clinic/hspdf.yaml
printf 'body: {size: 77pt}\n' > outside/big.yaml
printf 'extends: base.yaml\ncolors: {brand: navy}\n' > clinic/styles/clinic.yaml
printf 'extends: leaflet\ncolors: {brand: red}\nheading-1: {fill: brand, color: white, size: 33pt}\n' > clinic/styles/base.yaml
text() {
    printf '%s\n' --- "$@" --- '# Water' 'Drink water.' > clinic/texts/a.md
}
layout() {
    expect 0 "$@" --dump=layout
    silent
}

# Relative to the text that names it; what it extends, relative to it; a colour has the value of the last that says it.
text 'style: ../styles/clinic.yaml'
layout clinic/texts/a.md
prints " 39.6 heading \"Water\""
prints '#000080'
(cd clinic/texts && "$HSPDF" --dump=layout - < a.md) > out 2> err || fail 'standard input'
prints " 39.6 heading \"Water\""
text 'style: {extends: ../styles/clinic.yaml, heading-1: {size: 31pt}}'
layout clinic/texts/a.md
prints " 37.2 heading \"Water\""

# For all of a project: relative to hspdf.yaml. The option: relative to the working folder.
echo 'style: styles/clinic.yaml' > clinic/hspdf.yaml
text 'lang: en'
layout clinic/texts/a.md
prints " 39.6 heading \"Water\""
layout --style outside/big.yaml clinic/texts/a.md
prints " 107.8 paragraph"

# Not from outside of the root, not what is not there, no loops, and no style that is none.
text 'style: ../../outside/big.yaml'
expect 1 clinic/texts/a.md
says '2:8: error: the style '"'../../outside/big.yaml' can not be read: it lies outside"
ln -s ../../outside/big.yaml clinic/texts/link.yaml
text 'style: link.yaml'
expect 1 clinic/texts/a.md
says '[style-file]'
text 'style: nosuch.yaml'
expect 1 clinic/texts/a.md
says 'a.md:2:8: error: there is no style'
expect 2 --style ./nosuch.yaml clinic/texts/a.md
says '[style-missing]'
expect 2 --style ../leaflet clinic/texts/a.md
printf 'extends: two.yml\n' > clinic/texts/one.yaml
printf 'extends: one.yaml\n' > clinic/texts/two.yml
text 'style: one.yaml'
expect 1 clinic/texts/a.md
says 'error: the style '"'one.yaml' extends itself"
[ "$(wc -l < err)" -eq 1 ] || fail 'a loop is told once'
printf -- '- a\n- b\n' > clinic/texts/one.yaml
expect 1 clinic/texts/a.md
says 'one.yaml:1:1: error: the style is a list, not a mapping'
printf 'body: {siz: 3pt}\n' > clinic/texts/one.yaml
expect 1 clinic/texts/a.md
says "one.yaml:1:8: error: unknown key 'siz' in 'body'; did you mean 'size'? [style-unknown-key]"
: > clinic/texts/one.yaml
expect 0 clinic/texts/a.md

# It is among what the PDF was made of, and batch compiles again when it has changed.
text 'style: ../styles/clinic.yaml'
expect 0 --depfile dep clinic/texts/a.md
grep -q 'styles/clinic.yaml' dep && grep -q 'styles/base.yaml' dep || fail 'the styles are not in the depfile'
expect 0 batch clinic/texts -o made -v
expect 0 batch clinic/texts -o made -v
grep -q unchanged out err || fail 'not known again'
printf 'extends: leaflet\nheading-1: {size: 40pt}\n' > clinic/styles/base.yaml
expect 0 batch clinic/texts -o made -v
! grep -q ' unchanged' err || fail 'a changed style is not seen'

expect 0 styles --explain table.padding-x
prints 'default: 6pt'
expect 0 styles --explain heading-1
prints 'keep-with-next'
expect 2 styles --explain table.size
says "styles have no key 'table.size'"
expect 0 styles
prints large-print

finish
