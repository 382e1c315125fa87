# Shared by the command line's tests: a folder of their own, and words to say what must hold. Needs HSPDF, the program.
# A test goes on after a failure, and its exit status says whether there was one.
set -u
LC_ALL=C.UTF-8
export LC_ALL
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failures=0

fail() {
    failures=$((failures + 1))
    printf 'FAIL: %s\n' "$*"
    [ -s err ] && sed 's/^/    stderr: /' err | head -5
    return 1
}

# expect STATUS ARGUMENT...: runs hspdf; its output is in files out and err.
expect() {
    wanted=$1
    shift
    "$HSPDF" "$@" > out 2> err
    got=$?
    [ $got -eq "$wanted" ] || fail "status $got, not $wanted: hspdf $*"
    case $(cat err) in *Sanitizer* | *"runtime error"*) fail "a sanitizer spoke: hspdf $*" ;; esac
}

# says TEXT: the last run's standard error has it.
says() {
    grep -qF -e "$1" err || fail "standard error lacks: $1"
}

silent() {
    [ ! -s err ] || fail "standard error is not empty"
}

prints() {
    grep -qF -e "$1" out || fail "standard output lacks: $1"
}

is_pdf() {
    [ "$(head -c 5 "$1" 2> /dev/null)" = %PDF- ] || fail "$1 is not a PDF"
}

absent() {
    [ ! -e "$1" ] || fail "$1 was made"
}

# unchanged FILE: holds the word "older", as older_output left it.
older_output() {
    printf older > "$1"
}

unchanged() {
    [ "$(cat "$1")" = older ] || fail "$1 was touched"
}

# no_litter FOLDER: nothing temporary is left there.
no_litter() {
    [ -z "$(find "$1" -maxdepth 1 -name '.hspdf*')" ] || fail "litter in $1"
}

leaflet() {
    printf -- '---\ntitle: Water\nlang: en\n---\n# Water\n\nDrink %s.\n' "${2:-water}" > "$1"
}

finish() {
    [ "$failures" -eq 0 ] || echo "$failures failures"
    [ "$failures" -eq 0 ]
    exit
}
