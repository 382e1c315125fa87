# ICU is loaded when Khmer, Lao or Burmese is met and not before, from the places where it may lie; text without it is
# set all the same, and that is said once. Pango is opened by need, too.
# Usage: modules.sh OBJDUMP SHARED_LIBRARY MODULE
set -eu
objdump=$1 shared=$2 module=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() {
    printf '%s\n' "$1"
    exit 1
}
for file in "$HSPDF" "$shared"; do
    ! "$objdump" -p "$file" | grep -qE 'NEEDED.*(icu|rsvg|webp|gif|jpeg|microhttpd)' || fail "$file is linked to a module's library"
    ! "$objdump" -p "$file" | grep -q 'NEEDED.*pango' || fail "$file is linked to Pango"
done
printf '%s\n' '---' 'title: សុខភាព' 'lang: km' '---' '' 'សូមទាក់ទងគ្រូពេទ្យ' '' 'ផឹកទឹកឱ្យបានច្រើន' > "$work/km.md"
count() {
    "$HSPDF" "$work/km.md" -o "$work/km.pdf" 2> "$work/err" || fail "$(cat "$work/err")"
    grep -c breaks-missing "$work/err" || true
}
unset HSPDF_DATA
[ "$(count)" = 0 ] || fail "not found in the build folder"

# Data with no module near it.
mkdir -p "$work/a/b/data"
for folder in fonts styles; do
    ln -s "$BUILD/share/hspdf/$folder" "$work/a/b/data/$folder"
done
HSPDF_DATA=$work/a/b/data
export HSPDF_DATA
if [ "$(count)" = 0 ]; then
    echo "skipped: a module is installed where this build looks for one"
    exit 77
fi
[ "$(count)" = 1 ] || fail "said $(count) times that it is not found"
cp "$module" "$work/a/b/data/"
[ "$(count)" = 0 ] || fail "not found beside the data"
