# The small second user of the library makes a PDF. Usage: embed.sh PROGRAM
set -eu
HSPDF_DATA=$BUILD/share/hspdf "$1" > embed.pdf
[ "$(head -c 5 embed.pdf)" = %PDF- ]
if command -v pdftotext > /dev/null; then
    pdftotext embed.pdf - | grep -q 'Drink plenty of water.'
fi
