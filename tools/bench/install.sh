#!/bin/sh
# Installs the programs that hspdf is compared with: what Debian has by apt, the others, at pinned versions, into one folder.
# What can not be had is said, and is left out of the comparison.
#
#     install.sh FOLDER [no-typst]      no-typst: another one is given
set -u
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
folder=$(cd "$1" && pwd)
log=$folder/install.log
typst_version=0.15.1
packages="chromium wkhtmltopdf ruby-asciidoctor-pdf lowdown groff cmark-gfm poppler-utils mupdf-tools
texlive-xetex texlive-latex-recommended texlive-lang-arabic texlive-lang-chinese lmodern python3-venv"

missing() {
    echo "NOT comparing with $1: see $log" >&2
}

for package in $packages; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' && continue
    [ "$(id -u)" = 0 ] && as_root= || as_root=sudo
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$package" >>"$log" 2>&1 ||
        missing "$package"
done

[ -x "$folder/python/bin/python" ] || python3 -m venv "$folder/python"
"$folder/python/bin/python" -m pip install -q --no-input -r "$here/requirements.txt" >>"$log" 2>&1 ||
    missing "what Python's registry has"

if [ "${2:-}" != no-typst ] && [ ! -x "$folder/cargo/bin/typst" ]; then
    echo "building Typst $typst_version, which takes a quarter of an hour" >&2
    cargo install typst-cli --version "$typst_version" --locked --no-default-features --root "$folder/cargo" >>"$log" 2>&1 ||
        missing Typst
fi
