#!/bin/sh
# Draws the README's pictures of the styles: a page of an example in each. Usage: gallery.sh HSPDF
set -eu
hspdf=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$(cd "$(dirname "$0")/.." && pwd)
while read -r style example page dpi; do
    "$hspdf" "$root/examples/$example.md" --style "$style" --format=png --dpi "$dpi" -o "$work/$style.png"
    # The name of one page has no number, those of several have.
    [ -f "$work/$style.png" ] || mv "$work/$style-$page.png" "$work/$style.png"
    cp "$work/$style.png" "$root/docs/images/style-$style.png"
done <<END
leaflet after-colonoscopy 1 40
large-print leaflet 1 40
letter letter 1 40
form intake-form 1 40
booklet booklet-zh 1 57
report report 3 40
poster poster-ar 1 28
trifold brochure 2 40
END
