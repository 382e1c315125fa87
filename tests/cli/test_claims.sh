# A file claims PDF/UA only where each image says what it shows, or that it shows nothing.
. "${0%/*}/lib.sh"

cp "$BUILD/tests/images/print.png" flag.png

# claims MARKDOWN: the file says that it is accessible. claims_not: it does not, and is still archival.
make() {
    printf '%b\n' "$1" > text.md
    expect 0 text.md -o out.pdf
    pdfinfo -meta out.pdf > metadata.xml
    grep -q '<pdfuaid:part>1<' metadata.xml
}

claims() {
    make "$1" || fail "no claim: $1"
}

claims_not() {
    make "$1" && fail "a claim: $1"
    grep -q 'pdfaid:part="2"' metadata.xml || fail "not archival: $1"
}

claims 'Words alone.'
claims '![A flag](flag.png)'
claims '<img src="flag.png" alt="">'
claims '![](flag.png "The flag of the clinic")'
claims_not '![](flag.png)'
claims_not 'In a line: ![](flag.png)'
claims_not '![](missing.png)'
