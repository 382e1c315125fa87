# A disk that fills up while the PDF is written: exit status 3, the older file as it was, nothing left behind.
. "${0%/*}/lib.sh"
[ "$(id -u)" -eq 0 ] || { echo 'skipped: only root may mount'; exit 77; }
mkdir disk
mount -t tmpfs -o size=64k tmpfs disk 2> err || { echo "skipped: $(cat err)"; exit 77; }
trap 'umount "$work/disk"; rm -rf "$work"' EXIT
leaflet a.md
older_output disk/a.pdf
cat /dev/zero > disk/filler 2> /dev/null
expect 3 a.md -o disk/a.pdf
says "hspdf: cannot write 'disk/a.pdf': No space left on device"
unchanged disk/a.pdf
no_litter disk
expect 3 a.md -o disk/b.pdf; absent disk/b.pdf
expect 3 --diagnostics=json a.md -o disk/b.pdf; says '"code":"output-failed"'
rm disk/filler
expect 0 a.md -o disk/a.pdf; is_pdf disk/a.pdf
finish
