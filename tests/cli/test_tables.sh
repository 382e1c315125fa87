# Tables made to do harm: none hangs, none loses a word, and what is too much is said.
. "${0%/*}/lib.sh"
command -v pdftotext > /dev/null || exit 77

# compiles NAME STATUS: its source comes by standard input; text is in NAME.text.
compiles() {
    cat > "$1.md"
    expect "$2" "$1.md"
    [ "$2" -ne 0 ] || pdftotext -raw "$1.pdf" "$1.text"
}

has() {
    grep -qwF -e "$2" "$1.text" || fail "$1.pdf lacks the text: $2"
}

# cells FIRST LAST BEFORE: a cell for each number.
cells() {
    seq "$1" "$2" | sed "s/.*/$3c&/"
}

echo '<table><tr><td colspan=1000000>a<td>b<tr><td rowspan=99999>c<td rowspan=0>d<tr><td colspan=-3>e</table>' |
    compiles spans 0
for word in a b c d e; do has spans $word; done

{ for i in $(seq 25); do printf '<table><tr><td>level%d ' "$i"; done; } | compiles nested 0
has nested level1
{ for i in $(seq 60); do printf '<table><tr><td>level%d ' "$i"; done; } | compiles deep 1
says '[nesting-deep]'

{ echo '<table><tr>'; cells 1 10000 '<td>'; } | compiles columns 0
says '[table-blocks]'
for word in c1 c5000 c10000; do has columns $word; done

{ echo '<table><tr>'; cells 1 3000 '<td>'; cells 3001 6000 '<tr><td>'; } | compiles sparse 0
for word in c1 c3000 c6000; do has sparse $word; done

{ echo '<table><tr>'; cells 1 3000 '<td rowspan=65534>'; cells 3001 6000 '<tr><td>'; } | compiles square 1
says '[table-large]'

{ echo '<table>'; cells 1 3000 '<tr><td rowspan=2>x<td rowspan=3 colspan=2>'; } | compiles stairs 0
for word in c1 c1500 c3000; do has stairs $word; done

printf '%s\n\n' '<table></table>' '<table><tr></tr></table>' '<table><caption>alone</caption></table>' \
    '<table><td>rowless</table>' '<table><tr><td></td></tr></table>' '<table><thead><tr><th rowspan=5>head</thead></table>' \
    '<table><tr><td>late<caption>first<caption>second</table>' '<tr><td>stray</td></tr>' | compiles empty 0
for word in alone rowless head late first second stray; do has empty $word; done
finish
