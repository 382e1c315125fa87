#!/bin/sh
# Runs fuzz targets of the preset `fuzz`, one after the other, and says what each did.
#
#     cmake --preset fuzz && cmake --build --preset fuzz
#     sh tools/fuzz.sh [TARGET|all [SECONDS [BUILD]]]        all, 600 s each, build/fuzz
#
# What is found lies in BUILD/fuzz/TARGET/found: mend it, and add it to tests/fuzz/corpus/TARGET, or as a case.
# The corpus that grows lies in BUILD/fuzz/TARGET/corpus, and is gone on with the next time.
set -eu
source=$(cd "$(dirname "$0")/.." && pwd)
target=${1:-all} seconds=${2:-600} build=${3:-$source/build/fuzz}
[ "$target" != all ] || target='compile front html image merge reader records style text'
LSAN_OPTIONS=suppressions=$source/tests/lsan.supp:print_suppressions=0
ASAN_OPTIONS=detect_stack_use_after_return=0:allocator_may_return_null=1
UBSAN_OPTIONS=print_stacktrace=1
export LSAN_OPTIONS ASAN_OPTIONS UBSAN_OPTIONS
status=0
for name in $target; do
    folder=$build/fuzz/$name
    mkdir -p "$folder/corpus" "$folder/found"
    python3 "$source/tests/fuzz/dictionary.py" "$source" "$name" > "$folder/dictionary"
    [ -e "$folder/seeds" ] || python3 "$source/tests/fuzz/seeds.py" "$source" "$build/tests/images" "$name" "$folder/seeds"
    # libFuzzer refuses an empty dictionary.
    [ -s "$folder/dictionary" ] || echo '"\x00"' > "$folder/dictionary"
    [ -e "$source/tests/fuzz/corpus/$name" ] && stored=$source/tests/fuzz/corpus/$name || stored=
    # One find ends the run; a leak is looked for at the end, since the engine lives as long as the process.
    if "$build/tests/fuzz_$name" -max_total_time="$seconds" -timeout=25 -rss_limit_mb=3000 -max_len=8192 -detect_leaks=0 \
        -print_final_stats=1 -dict="$folder/dictionary" -artifact_prefix="$folder/found/" "$folder/corpus" \
        "$folder/seeds" $stored > "$folder/log" 2>&1; then
        said='nothing found'
    else
        said="FOUND SOMETHING: $folder/log" status=1
    fi
    executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$folder/log")
    features=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$folder/log" | tail -n 1)
    printf '%-8s %5s s %9s executions %6s edges  %s\n' "$name" "$seconds" "${executions:-?}" "${features:-?}" "$said"
done
exit $status
