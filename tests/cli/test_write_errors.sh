# Each call that brings a file to the disk fails in turn, by strace: status 3 and the older file as it was, or, where
# another way is left, status 0 and the new one; never a part of it, and never anything beside it.
. "${0%/*}/lib.sh"
ASAN_OPTIONS=detect_leaks=0 # can not run under strace
export ASAN_OPTIONS
leaflet a.md
strace -o trace -e trace=openat "$HSPDF" a.md --sandbox=off 2> err || { echo "skipped: $(head -n 1 err)"; exit 77; }
nameless=$(grep -n O_TMPFILE trace | cut -d: -f1)

# broken STATUS CALL:error=NAME[:when=N]...
broken() {
    wanted=$1
    shift
    older_output x.pdf
    set -- $(printf -- '-e inject=%s ' "$@")
    strace -f -o trace "$@" "$HSPDF" a.md -o x.pdf --sandbox=$mode 2> err
    got=$?
    [ $got -eq "$wanted" ] || fail "status $got, not $wanted: $*"
    if [ "$wanted" -eq 0 ]; then
        cmp -s x.pdf a.pdf || fail "the PDF differs: $*"
    else
        unchanged x.pdf; says "cannot write 'x.pdf'"
    fi
    no_litter .
}

# By the program itself, and by the process that writes for a confined one.
for mode in off on; do
    broken 3 fsync:error=EIO:when=1
    broken 0 fsync:error=EIO:when=2 # of the folder
    broken 3 renameat:error=EACCES
    broken 0 write:error=EINTR:when=1
    broken 0 linkat:error=EPERM
    broken 0 fchmod:error=EPERM
done
mode=off
if [ -n "$nameless" ]; then
    broken 0 "openat:error=EOPNOTSUPP:when=$nameless"
    broken 3 "openat:error=EOPNOTSUPP:when=$nameless" renameat:error=EACCES
    broken 3 "openat:error=EACCES:when=$nameless+"
fi
finish
