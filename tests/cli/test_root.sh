# Which files a text may show: those within its root, and no others.
. "${0%/*}/lib.sh"
command -v pdfimages > /dev/null || { echo 'skipped: no pdfimages'; exit 77; }

picture=$BUILD/tests/images/print.png
mkdir -p project/text project/images outside
cp "$picture" project/images/in.png
cp "$picture" outside/out.png
ln -s ../../outside/out.png project/images/link.png
ln -s in.png project/images/inner.png
ln -s "$work/outside" project/images/folder
printf '![A flag](%s)\n' ../images/in.png > project/text/in.md

# images PDF: how many it holds, each once.
images() {
    pdfimages -list "$1" | awk 'NR > 2 && $3 == "image" { print $11 }' | sort -u | wc -l
}

# shows NAME TEXT: the image is shown, without a word. hides NAME CODE: it is not, and that is why.
shows() {
    printf '![A flag](%s)\n' "$1" > project/text/in.md
    expect 0 project/text/in.md -o out.pdf
    silent
    [ "$(images out.pdf)" = 1 ] || fail "not shown: $1"
}

hides() {
    printf '![A flag](%s)\n' "$1" > project/text/in.md
    expect 0 project/text/in.md -o out.pdf
    says "[$2]"
    [ "$(images out.pdf)" = 0 ] || fail "shown: $1"
}

# The folder of the input alone, where nothing marks a project.
hides ../images/in.png image-outside
cp "$picture" project/text/beside.png
shows beside.png
shows ./beside.png

# A project, by either mark.
for mark in .git hspdf.yaml; do
    : > "project/$mark"
    shows ../images/in.png
    shows ../images/inner.png
    shows ../text/../images/in.png
    shows "$work/project/images/in.png"
    hides ../../outside/out.png image-outside
    hides ../images/link.png image-outside
    hides ../images/folder/out.png image-outside
    hides "$work/outside/out.png" image-outside
    hides /etc/passwd image-outside
    rm "project/$mark"
done

# --root.
printf '![A flag](../images/in.png)\n' > project/text/in.md
expect 0 --root project project/text/in.md -o out.pdf
silent
expect 0 --root "$work" project/text/in.md -o out.pdf
silent
expect 0 --root project/text project/text/in.md -o out.pdf
says '[image-outside]'
expect 2 --root none project/text/in.md -o none.pdf
says '[root-missing]'
absent none.pdf
expect 2 --root project/text/in.md project/text/in.md -o none.pdf
absent none.pdf

# Standard input counts as a file of this folder.
expect 0 - -o out.pdf < project/text/in.md
says '[image-outside]'
cp "$picture" here.png
printf '![A flag](here.png)\n' > here.md
expect 0 - -o out.pdf < here.md
silent

# Of several inputs each has its own folder.
mkdir -p one two
cp "$picture" one/flag.png
printf '![A flag](flag.png)\n' | tee one/in.md > two/in.md
expect 0 one/in.md two/in.md -o out.pdf
says 'two/in.md:1:1: warning: image'
[ "$(images out.pdf)" = 1 ] || fail "the first one's image is not shown"

# A picture that is shown often stands in the file once.
printf '![a](here.png)\n\n![b](here.png) and ![c](./here.png)\n' > often.md
expect 0 often.md -o often.pdf
silent
[ "$(images often.pdf)" = 1 ] || fail "it stands there more than once"

# What is no regular file is not waited for.
mkfifo pipe.png
printf '![A pipe](pipe.png)\n' > pipe.md
expect 0 pipe.md -o pipe.pdf
says '[image-unreadable]'

# A drawing loads nothing: no picture beside it, no entity, no stylesheet.
cat > loads.svg << 'SVG'
<?xml version="1.0"?>
<?xml-stylesheet type="text/css" href="style.css"?>
<!DOCTYPE svg [<!ENTITY secret SYSTEM "secret.txt">]>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="300" height="100">
<image xlink:href="here.png" width="50" height="50"/><text y="80">Seen &secret;</text>
</svg>
SVG
echo 'entity' > secret.txt
echo 'text { display: none }' > style.css
printf '![A drawing](loads.svg)\n' > loads.md
expect 0 loads.md -o loads.pdf
if grep -q image-broken err; then
    : # this librsvg refuses it whole
else
    pdftotext loads.pdf - | grep -q Seen || fail 'the stylesheet was read, or text is not text'
    ! pdftotext loads.pdf - | grep -q entity || fail 'an entity was read from a file'
fi
[ "$(images loads.pdf)" = 0 ] || fail 'a picture beside it was read'

# Strict: an image that is not shown fails the run.
expect 1 --strict two/in.md -o strict.pdf
absent strict.pdf
finish
