# What a PDF says of itself. When it was made: --date says it, or SOURCE_DATE_EPOCH, and else nobody; the clock is never asked.
. "${0%/*}/lib.sh"
command -v pdfinfo > /dev/null || { echo 'skipped: no pdfinfo'; exit 77; }
unset SOURCE_DATE_EPOCH
TZ=UTC
export TZ

cat > a.md <<'END'
---
title: Wasser & <mehr>
author: [Ada Ferrer, Bao Ngo]
organization: Praxis am Markt
date: 2026-03-05T12:00:00Z
review: bald
version: 1.10
reference: PM-12
lang: de
description: Was zu trinken ist.
keywords: [Wasser, "Trinken"]
rights: © Praxis am Markt
---
Trinken Sie heute viel Wasser.
END

# made TIME ARGUMENT...: both places say that it was made then; with "" neither says.
made() {
    time=$1
    shift
    expect 0 a.md -o out.pdf "$@"
    silent
    pdfinfo -isodates out.pdf > info
    pdfinfo -meta out.pdf > meta
    for key in CreationDate ModDate; do
        got=$(sed -n "s/^$key: *//p" info)
        [ "$got" = "$time" ] || fail "$key is '$got', not '$time': $*"
    done
    for key in xmp:CreateDate xmp:ModifyDate xmp:MetadataDate; do
        got=$(sed -n "s|^<$key>\(.*\)</$key>$|\1|p" meta)
        [ "$got" = "$time" ] || fail "$key is '$got', not '$time': $*"
    done
}

made ''
made 2026-03-05T00:00:00Z --date=2026-03-05
made 2026-03-05T07:30:00Z --date 2026-03-05T08:30:00+01:00
made 1970-01-01T00:00:00Z --date @0
SOURCE_DATE_EPOCH=1772700000
export SOURCE_DATE_EPOCH
made 2026-03-05T08:40:00Z
made 2020-02-29T00:00:00Z --date=2020-02-29
cp out.pdf first.pdf
(mkdir elsewhere && cd elsewhere && cp ../a.md . && TZ=Asia/Kathmandu LC_ALL=tr_TR.UTF-8 SOURCE_DATE_EPOCH=1582934400 \
    "$HSPDF" a.md -o ../out.pdf)
cmp -s first.pdf out.pdf || fail 'the same date gives other bytes'

# What is no date.
for bad in yesterday -1 1.5 99999999999999999999999999; do
    SOURCE_DATE_EPOCH=$bad
    expect 2 a.md -o none.pdf
    says "SOURCE_DATE_EPOCH is '$bad'"
    absent none.pdf
done
expect 0 check a.md
SOURCE_DATE_EPOCH=
made ''
for bad in yesterday 2026-02-29 2026-3-5 10000-01-01 @; do
    expect 2 a.md -o none.pdf --date="$bad"
    says "'$bad' is not a date such as 2026-03-05"
    absent none.pdf
done

# All else that the front matter says.
for line in '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Wasser &amp; &lt;mehr&gt;</rdf:li></rdf:Alt></dc:title>' \
    '<dc:creator><rdf:Seq><rdf:li>Ada Ferrer</rdf:li><rdf:li>Bao Ngo</rdf:li></rdf:Seq></dc:creator>' \
    '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Was zu trinken ist.</rdf:li></rdf:Alt></dc:description>' \
    '<dc:language><rdf:Bag><rdf:li>de</rdf:li></rdf:Bag></dc:language>' \
    '<dc:publisher><rdf:Bag><rdf:li>Praxis am Markt</rdf:li></rdf:Bag></dc:publisher>' \
    '<dc:identifier>PM-12</dc:identifier>' \
    '<dc:date><rdf:Seq><rdf:li>2026-03-05</rdf:li></rdf:Seq></dc:date>' \
    '<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© Praxis am Markt</rdf:li></rdf:Alt></dc:rights>' \
    '<dc:subject><rdf:Bag><rdf:li>Wasser</rdf:li><rdf:li>Trinken</rdf:li></rdf:Bag></dc:subject>' \
    '<pdf:Keywords>Wasser, Trinken</pdf:Keywords>' \
    '<xmpMM:VersionID>1.10</xmpMM:VersionID>'; do
    grep -qxF -e "$line" meta || fail "the metadata lack: $line"
done
for line in 'Title: *Wasser & <mehr>' 'Author: *Ada Ferrer, Bao Ngo' 'Subject: *Was zu trinken ist.' \
    'Keywords: *Wasser, Trinken'; do
    grep -q "^$line\$" info || fail "the document information lacks: $line"
done

# A title for each: of the first heading, the file, or the text.
title_is() {
    got=$(pdfinfo -meta out.pdf | sed -n 's|^<dc:title>.*x-default">\(.*\)</rdf:li></rdf:Alt></dc:title>$|\1|p')
    [ "$got" = "$1" ] || fail "the title is '$got', not '$1'"
    pdfinfo out.pdf | grep -qx "Title: *$1" || fail "the document information has another title than '$1'"
}
printf 'Drink *water*.\n\n## Each day\n' > 'a.b c.md'
expect 0 'a.b c.md' -o out.pdf
title_is 'Each day'
printf 'Drink *water*.\n' > 'a.b c.md'
expect 0 'a.b c.md' -o out.pdf
title_is 'a.b c'
odd=$(printf 'odd\377\001name.md')
cp 'a.b c.md' "$odd"
expect 0 "$odd" -o out.pdf
title_is "odd� name"
"$HSPDF" - -o out.pdf < 'a.b c.md' || fail 'standard input'
title_is 'Drink water.'
finish
