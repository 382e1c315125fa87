# Only hspdf_ names leave the library, shared or static; and every function of hspdf.h is in both.
# Usage: symbols.sh NM SHARED STATIC, with SOURCE in the environment.
set -eu
nm=$1 shared=$2 static=$3
fail=0
wanted=$(grep -v '^typedef' "$SOURCE/src/hspdf.h" | grep -o '\bhspdf_[a-z_]*(' | tr -d '(' | sort -u)
# Names that the sanitizers define in every object are not ours.
check() {
    names=$(sed -n 's/.* [A-TV-Z] \([^ ]*\)$/\1/p' | grep -v -e '^__odr_asan' -e '^__asan' | sort -u)
    strangers=$(printf '%s\n' "$names" | grep -v '^hspdf_' || true)
    if [ -n "$strangers" ]; then
        printf '%s gives away:\n%s\n' "$1" "$strangers"
        fail=1
    fi
    for name in $wanted; do
        printf '%s\n' "$names" | grep -qx "$name" || { echo "$1 lacks $name"; fail=1; }
    done
    printf '%s: %s names\n' "$1" "$(printf '%s\n' "$names" | wc -l)"
}
"$nm" -D --defined-only "$shared" > symbols-shared.txt
"$nm" -g --defined-only "$static" > symbols-static.txt
check "$shared" < symbols-shared.txt
check "$static" < symbols-static.txt
exit $fail
