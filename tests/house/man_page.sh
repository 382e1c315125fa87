# The man page names what the parser takes, and groff has no complaint.
set -eu
page=$BUILD/hspdf.1
"$HSPDF" --help | grep -o -e '--[a-z-]*' | sort -u | while read -r option; do
    escaped=$(printf '%s' "$option" | sed 's/-/\\\\-/g')
    grep -q -e "$escaped" "$page" || { echo "$option is not in the man page"; exit 1; }
done
command -v groff > /dev/null || exit 0
complaints=$(groff -man -Tutf8 -ww "$page" 2>&1 > /dev/null)
[ -z "$complaints" ] || { printf '%s\n' "$complaints"; exit 1; }
