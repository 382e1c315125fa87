# The forms in which diagnostics are written, and that no byte of an input steers the reader's terminal.
. "${0%/*}/lib.sh"
printf 'One\n\n![](images/cells.png)\n' > warns.md

expect 0 warns.md; says "warns.md:3:1: warning: image 'images/cells.png' has no alternative text; "; says '[alt-missing]'
older_output x.pdf
expect 1 --strict warns.md -o x.pdf; says 'warns.md:3:1: error: '; unchanged x.pdf
expect 1 check --strict warns.md
expect 0 check warns.md

escape=$(printf '\033')
name=$(printf 'a\033[31m"b\\\n\342\200\256\377.md')
printf 'caf\351\n' > "$name"
expect 1 "$name"; says 'a\x1B[31m"b\'; says '\n\u202E\xFF.md:1:4: error: '
grep -q "$escape" err && fail 'an escape reached the terminal'
expect 2 "$(printf -- '--x\033]0;title\007')"; grep -q "$escape" err && fail 'an escape in an option'
printf '![](\033[2J.png)\n' > content.md
expect 0 content.md; grep -q "$escape" err && fail 'an escape from the content'

if [ -n "${PYTHON:-}" ]; then
    expect 1 --diagnostics=json warns.md "$name" nosuch.md -o x.pdf
    cp err json
    "$PYTHON" - json << 'END' || fail 'the JSON is not as it should be'
import json, sys
rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
keys = ["file", "line", "column", "severity", "code", "message", "hint"]
assert rows and all(list(row) == keys for row in rows), rows
by_code = {row["code"]: row for row in rows}
alt = by_code["alt-missing"]
assert (alt["file"], alt["line"], alt["column"], alt["severity"]) == ("warns.md", 3, 1, "warning"), alt
utf8 = by_code["input-utf8"]
assert utf8["file"] == 'a\x1b[31m"b\\\n\u202e\ufffd.md' and utf8["severity"] == "error", utf8
assert by_code["input-missing"]["file"] == "nosuch.md"
END
    expect 3 --diagnostics=json warns.md -o missing/x.pdf
    tail -n 1 err | "$PYTHON" -c 'import json, sys; row = json.load(sys.stdin); assert row["file"] == "missing/x.pdf"' ||
        fail 'an output that failed, as JSON'
fi

# A standard error that fails changes nothing.
if [ -w /dev/full ]; then
    "$HSPDF" warns.md -o y.pdf 2> /dev/full || fail 'standard error is full'
    is_pdf y.pdf
fi
finish
