# hspdf.yaml at the root of a project: defaults for its texts. Front matter goes before it, the command line before both.
. "${0%/*}/lib.sh"

mkdir -p clinic/texts other
project() {
    printf '%s\n' "$@" > clinic/hspdf.yaml
}
text() {
    printf '%s\n' --- "$@" --- 'Drink water.' > clinic/texts/a.md
}
# layout ARGUMENT...: of clinic/texts/a.md.
layout() {
    expect 0 "$@" --dump=layout clinic/texts/a.md
    silent
}
# lacks TEXT: the last run's standard output has it not.
lacks() {
    ! grep -qF -e "$1" out || fail "standard output has: $1"
}

# Without the file, and with an empty one.
text 'title: Water' 'lang: en'
layout
lacks 'Clinic'
project ''
layout
project '# nothing yet'
layout

# Defaults, found from any folder, and what goes before them.
project 'organization: Clinic at the Market' 'paper: {default: a5, en-US: letter, de: a3}' 'version: 4' 'smart: true'
layout
prints '"Clinic at the Market · Version 4"'
prints ' 419.5 595.3'
(cd clinic/texts && "$HSPDF" --dump=layout a.md) > out || fail 'not from the folder of the text'
prints '"Clinic at the Market · Version 4"'
(cd clinic && "$HSPDF" --dump=layout - < texts/a.md) > out || fail 'not for standard input'
prints '"Clinic at the Market · Version 4"'
text 'title: Water' 'lang: en-US' 'organization: Ward 3' 'version:'
layout
prints '"Ward 3"'
prints ' 612.0 792.0'
text 'title: Water' 'lang: en-US' 'paper: {en: a6}'
layout
prints ' 297.6 419.5'
layout --paper=a3
prints ' 841.9 1190.6'
project 'lang: de'
text 'title: Wasser' 'review: 2027-03-05'
layout
prints 'Nächste Prüfung 5. März 2027'

# Styles: a name takes the place of the project's style, a mapping goes on top of it.
project 'style: {extends: large-print, page: {margin-left: 24mm}}'
text 'title: Water' 'lang: en'
layout
prints 'line 68.0'
text 'title: Water' 'lang: en' 'style: leaflet'
layout
prints 'line 56.7'
text 'title: Water' 'lang: en' 'style: {page: {margin-right: 60mm}}'
layout
prints 'line 68.0'
layout --style=leaflet
prints 'line 56.7'
text 'title: Water' 'lang: en' 'style: {extends: [leaflet]}'
expect 1 check clinic/texts/a.md
says "a.md:4:18: error: 'extends' wants the name of a style, but this is a list [front-type]"

# Faults have their place in the file; each is said once, however many texts there are.
text 'title: Water' 'lang: en'
cp clinic/texts/a.md clinic/texts/b.md
project 'organisation: Clinic' 'title: Same' 'toc: 7' 'paper: {english: a4}' 'x-own: 1' 'keywords: [a, {b: c}]'
expect 1 check clinic/texts/a.md clinic/texts/b.md
says "clinic/hspdf.yaml:1:1: error: unknown key 'organisation' in hspdf.yaml; did you mean 'organization'?"
says "clinic/hspdf.yaml:2:1: error: 'title' is of one text; it can not be a default for all;"
says "clinic/hspdf.yaml:3:6: error: 'toc' wants true or false, levels from 1 to 6, or a mapping of depth and title, but this is a number [front-type]"
says "clinic/hspdf.yaml:5:1: error: unknown key 'x-own' in hspdf.yaml;"
says "clinic/hspdf.yaml:6:15: error: 'keywords' wants text or a list of texts, but this is a mapping [front-type]"
[ "$(grep -c 'organisation' err)" = 1 ] || fail 'a fault was said more than once'
project 'paper: {elvish!: a4}' 'style: none-such'
expect 1 check clinic/texts/a.md
says "clinic/hspdf.yaml:1:9: error: 'elvish!' is no language, nor 'default';"
says "clinic/hspdf.yaml:2:8: error: there is no style 'none-such';"
project 'organization: "Clinic' 'version: 1'
expect 1 check clinic/texts/a.md
says 'clinic/hspdf.yaml:1:15: error: YAML: this quoted text is never closed [front-yaml]'
project '- a'
expect 1 check clinic/texts/a.md
says 'clinic/hspdf.yaml:1:1: error: hspdf.yaml is a list, not a mapping of keys to values;'
printf 'a: \000' > clinic/hspdf.yaml
expect 1 check clinic/texts/a.md
says '[input-nul]'
last=a
{
    echo 'a: &a [x, x, x, x, x, x, x, x, x]'
    for i in b c d e f g h; do
        echo "$i: &$i [*$last, *$last, *$last, *$last, *$last, *$last, *$last, *$last]"
        last=$i
    done
} > clinic/hspdf.yaml
expect 1 check clinic/texts/a.md
says '[front-limit]'

# Safely: no link out of the root, nothing large, nothing that is no file.
rm clinic/hspdf.yaml
echo 'organization: Elsewhere' > other/stolen.yaml
ln -s ../other/stolen.yaml clinic/hspdf.yaml
expect 1 check clinic/texts/a.md
says 'clinic/hspdf.yaml: error: cannot read: a link leads out of its folder [input-unreadable]'
rm clinic/hspdf.yaml
mkfifo clinic/hspdf.yaml
expect 1 check clinic/texts/a.md
says '[input-unreadable]'
rm clinic/hspdf.yaml
dd if=/dev/zero bs=1024 count=1025 2> /dev/null | tr '\000' '#' > clinic/hspdf.yaml
expect 1 check clinic/texts/a.md
says 'it is larger than 1 MB'

# Texts of two projects have each their own; --root says which counts.
project 'lang: de' 'organization: Clinic'
echo 'lang: fr' > other/hspdf.yaml
printf -- '---\ntitle: Eau\n---\n> [!WARNING]\n> Buvez.\n' > other/c.md
printf -- '---\ntitle: Wasser\n---\n> [!WARNING]\n> Trinken Sie.\n' > clinic/texts/a.md
expect 0 --dump=layout clinic/texts/a.md other/c.md
prints '"Warnung"'
prints '"Avertissement"'
expect 0 --dump=layout --root=other clinic/texts/a.md
prints '"Avertissement"'
expect 0 --dump=layout --root=. clinic/texts/a.md
prints '"Warning"'
finish
