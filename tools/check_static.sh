#!/bin/sh
# Static checks: cppcheck, clang-tidy by .clang-tidy, and gcc's analyzer. Says what is not there. Needs the preset `fuzz`
# configured, for clang's command lines.
#
#     sh tools/check_static.sh [FILE...]        all sources below src
set -eu
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- $(git ls-files 'src/*.c')
status=0

# cppcheck 2.10 can not read compound literals in conditional expressions (internalAstError), nor see that they are
# filled, or keep what they are given (uninitvar, memleak); that a function does not return (nullPointer…Redundant).
if command -v cppcheck > /dev/null; then
    echo '== cppcheck'
    cppcheck --quiet --error-exitcode=1 --enable=warning,performance,portability --std=c11 -Isrc -D_GNU_SOURCE \
        '-DHSPDF_VERSION=""' '-DHSPDF_DATA_FOLDER=""' '-DHSPDF_MODULE_FOLDER=""' '-DHSPDF_MODULE_FROM_DATA=""' \
        --suppress=missingIncludeSystem --suppress=internalAstError --suppress=unknownMacro --suppress=uninitvar \
        --suppress=memleak --suppress=nullPointerRedundantCheck --suppress=nullPointerArithmeticRedundantCheck \
        --suppress=ctunullpointer --suppress=bufferAccessOutOfBounds:src/image/raster/gif.c \
        --template='{file}:{line}: {severity}: {message} [{id}]' "$@" || status=1
else
    echo 'NOT checking by cppcheck: it is not there'
fi

if command -v clang-tidy > /dev/null && [ -e build/fuzz/compile_commands.json ]; then
    echo '== clang-tidy'
    clang-tidy -p build/fuzz --quiet --warnings-as-errors='*' "$@" 2> /dev/null || status=1
else
    echo 'NOT checking by clang-tidy: it is not there, or build/fuzz is not configured'
fi

echo '== gcc -fanalyzer'
for file in "$@"; do
    command=$(python3 - "$file" <<'PYTHON'
import json, os, shlex, sys
path = os.path.abspath(sys.argv[1])
for entry in json.load(open("build/release/compile_commands.json")):
    if entry["file"] == path:
        words = shlex.split(entry["command"])
        words[words.index("-o") + 1] = "/dev/null"
        words = [word for word in words if word != "ccache" and not word.endswith("/ccache")]
        print(f"cd {shlex.quote(entry['directory'])} && {shlex.join(words)}")
        break
PYTHON
    )
    # Of what jumps or is kept in an arena the analyzer of gcc 12 believes that it leaks.
    [ -z "$command" ] || sh -c "$command -fanalyzer -Wno-analyzer-malloc-leak -Wno-analyzer-file-leak \
        -Wno-analyzer-possible-null-argument -Wno-analyzer-use-of-uninitialized-value -Werror" || status=1
done
exit $status
