# No state outlives a call: the library has no variable that can be written.
# Usage: static_state.sh OBJDUMP STATIC_LIBRARY
set -eu
[ "$SANITIZED" = 1 ] && { echo "skipped: the sanitizers keep variables of their own"; exit 77; }
# Constant tables of pointers are in .data.rel.ro, which is read-only once the program runs.
found=$("$1" -t "$2" | awk '$0 ~ /[ \t]\.(data|bss|tdata|tbss)(\.|[ \t])/ && $0 !~ /\.data\.rel\.ro/ && $NF !~ /^\./')
[ -z "$found" ] && exit 0
printf 'variables that can be written:\n%s\n' "$found"
exit 1
