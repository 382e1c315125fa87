# Pictures of pages: one file a page, numbered as they count, or one sheet of all; within limits.
. "${0%/*}/lib.sh"
leaflet a.md
printf 'One\n\n\\newpage\n\nTwo\n' > two.md

expect 0 a.md --format=png; silent; [ -s a.png ] || fail 'no picture beside the text'
expect 0 a.md --format=svg -o b.svg; silent; grep -q '<svg' b.svg || fail 'no SVG'
expect 0 two.md --format=png --dpi=20 -o t.v1.png; silent
[ -s t.v1-1.png ] && [ -s t.v1-2.png ] && [ ! -e t.v1.png ] || fail 'one file a page'
cp t.v1-2.png before.png; expect 0 two.md --format=png --dpi=20 -o t.v1.png; cmp -s before.png t.v1-2.png || fail 'not repeatable'
expect 0 two.md --format=sheet --dpi=20 -o -; head -c 8 out | tail -c 7 | grep -q PNG || fail 'a sheet goes to standard output'
expect 2 two.md --format=png -o -; says 'standard output takes one picture, and there are 2 pages'
expect 2 a.md --format=gif; expect 2 a.md --format=png --dpi=9; expect 2 a.md --format=png --dpi=601; expect 2 a.md --format=png --dpi=x
absent a-1.png
expect 1 a.md --format=png --dpi=600 --paper=800x800mm -o large.png; says 'surface-large'; absent large.png
expect 3 two.md --format=png -o missing/x.png; says "cannot write 'missing/x-1.png'"
