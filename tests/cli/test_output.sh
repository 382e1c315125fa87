# The output appears whole or not at all, and what can not be written is said once, with exit status 3.
. "${0%/*}/lib.sh"
leaflet a.md

expect 0 a.md -o out1.pdf; silent; is_pdf out1.pdf; no_litter .
expect 0 a.md -o -; cmp -s out out1.pdf || fail '-o - differs'
older_output x.pdf
expect 0 a.md -o x.pdf; cmp -s x.pdf out1.pdf || fail 'an older file stayed'
no_litter .

expect 3 a.md -o missing/x.pdf; says "hspdf: cannot write 'missing/x.pdf': No such file or directory"
expect 3 a.md -o a.md/x.pdf; says 'Not a directory'
mkdir folder
expect 3 a.md -o folder; says 'Is a directory'
expect 3 a.md -o folder/; says 'Is a directory'
expect 3 a.md -o new/; absent new
no_litter folder; no_litter .
[ "$(wc -l < err)" -eq 1 ] || fail 'one failure, one line'

# Mode: by the umask where new, kept where there was one.
(umask 027; "$HSPDF" a.md -o m.pdf); [ "$(stat -c %a m.pdf)" = 640 ] || fail 'mode of a new file'
chmod 600 m.pdf; expect 0 a.md -o m.pdf; [ "$(stat -c %a m.pdf)" = 600 ] || fail 'mode of a replaced file'
if [ "$(id -u)" -eq 0 ]; then
    chown 65534:65534 m.pdf; chmod 640 m.pdf; expect 0 a.md -o m.pdf
    [ "$(stat -c %u:%g:%a m.pdf)" = 65534:65534:640 ] || fail 'owner of a replaced file'
fi

# Links are followed, also where they lead to nothing yet.
mkdir real; older_output real/x.pdf; ln -s real/x.pdf link.pdf; ln -s real/new.pdf dangling.pdf; ln -s loop loop
expect 0 a.md -o link.pdf; is_pdf real/x.pdf; [ -L link.pdf ] || fail 'the link was replaced'
expect 0 a.md -o dangling.pdf; is_pdf real/new.pdf; [ -L dangling.pdf ] || fail 'the dangling link was replaced'
expect 3 a.md -o loop; no_litter real

# Pipes and devices are written as they are.
mkfifo pipe; timeout 20 cat pipe > piped & expect 0 a.md -o pipe; wait; cmp -s piped out1.pdf || fail 'a named pipe'
[ -p pipe ] || fail 'the pipe was replaced'
"$HSPDF" a.md -o /dev/stdout > x.pdf; cmp -s x.pdf out1.pdf || fail '/dev/stdout, a file'
"$HSPDF" a.md -o /dev/stdout | cmp -s - out1.pdf || fail '/dev/stdout, a pipe'
printf kept > x.pdf; "$HSPDF" a.md -o /dev/fd/7 7>> x.pdf; [ "$(head -c 4 x.pdf)" = kept ] || fail '/dev/fd, appended to'
expect 0 a.md -o /dev/null; [ -c /dev/null ] || fail '/dev/null was replaced'

# A standard output that fails.
if [ -w /dev/full ]; then
    "$HSPDF" a.md -o - > /dev/full 2> err; [ $? -eq 3 ] || fail '-o - to a full disk'
    says 'standard output'
    expect 3 a.md -o /dev/full; says 'No space left'
fi
"$HSPDF" a.md -o - >&- 2> err; [ $? -eq 3 ] || fail 'closed standard output'
(trap '' PIPE; "$HSPDF" a.md -o - 2> err; echo $? > status) | true
case $(cat status) in 0 | 3) ;; *) fail "a reader that went away: $(cat status)" ;; esac
[ -s err ] && fail 'a reader that went away needs no message'
# All three closed: the PDF holds no diagnostics.
printf '![](x.png)\n' > warns.md
"$HSPDF" warns.md -o closed.pdf <&- >&- 2>&-
[ ! -e closed.pdf ] || is_pdf closed.pdf

# A limit on the size of files stands for a full disk where nothing can be mounted.
older_output small.pdf
(ulimit -f 1; "$HSPDF" a.md -o small.pdf 2> err); status=$?
if [ "$(wc -c < out1.pdf)" -gt 1024 ]; then
    [ $status -eq 3 ] || fail "a limit on the size of files: status $status"
    says 'File too large'; unchanged small.pdf; no_litter .
fi

# Errors in the document leave the older file alone.
older_output x.pdf; printf 'caf\351\n' > latin1.md
expect 1 latin1.md -o x.pdf; unchanged x.pdf

# Permission, as a user whom it binds.
user=
if [ "$(id -u)" -ne 0 ]; then
    user=env
elif command -v setpriv > /dev/null; then
    user='setpriv --reuid=65534 --regid=65534 --clear-groups'
fi
chmod 755 . ; mkdir open closed; chmod 777 open; chmod 555 closed; older_output closed/x.pdf; chmod 666 closed/x.pdf
older_output open/kept.pdf; chmod 444 open/kept.pdf; leaflet secret.md; chmod 0 secret.md
# shellcheck disable=SC2086
if [ -n "$user" ] && $user test -x "$HSPDF"; then
    as_user() { wanted=$1; shift; $user "$HSPDF" "$@" > out 2> err; got=$?; [ $got -eq "$wanted" ] || fail "status $got, not $wanted: $*"; }
    as_user 0 a.md -o open/x.pdf
    as_user 3 a.md -o closed/x.pdf; says 'Permission denied'; unchanged closed/x.pdf
    as_user 3 a.md -o closed/new.pdf; absent closed/new.pdf
    as_user 3 a.md -o open/kept.pdf; says 'Permission denied'; unchanged open/kept.pdf
    as_user 3 secret.md -o open/y.pdf; says secret.md; says ermission; absent open/y.pdf
    no_litter open; no_litter closed
fi
finish
