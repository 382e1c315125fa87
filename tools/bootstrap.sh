#!/bin/sh
# Makes hspdf from a bare Debian 12 or 13: installs what is missing, builds, compiles the examples.
#
#     sh tools/bootstrap.sh          build/release/hspdf, and the examples beside it
#     sh tools/bootstrap.sh test     the same, then all tests, in release and under the sanitizers
set -eu
cd "$(dirname "$0")/.."

# To build: compiler, CMake, Ninja; the libraries; the fonts' packages, hb-subset to stage them, and Unicode's list of
# emoji; dictionaries.
packages="gcc libc6-dev cmake ninja-build pkg-config
libcairo2-dev libfreetype-dev libharfbuzz-dev libpango1.0-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev
libdeflate-dev nettle-dev libicu-dev librsvg2-dev libpng-dev libjpeg62-turbo-dev libwebp-dev libgif-dev
libcsv-dev libjson-c-dev libmicrohttpd-dev
libharfbuzz-bin fonts-noto-core fonts-noto-mono fonts-noto-cjk fonts-noto-color-emoji fonts-symbola unicode-data
hyphen-af hyphen-be hyphen-bg hyphen-ca hyphen-cs hyphen-da hyphen-de hyphen-el hyphen-en-gb hyphen-en-us
hyphen-es hyphen-fr hyphen-gl hyphen-hr hyphen-hu hyphen-id hyphen-is hyphen-it hyphen-lt hyphen-lv hyphen-nl
hyphen-no hyphen-pl hyphen-pt-br hyphen-pt-pt hyphen-ro hyphen-ru hyphen-sk hyphen-sl hyphen-sr hyphen-sv
hyphen-uk"
# To test: unit tests, lists of words, readers of PDF, an independent reader of Markdown, the case runner, rules on the
# sources, system calls that fail, instructions counted; Java for veraPDF, and Maven for it; a browser with pdf.js, and pip for
# further readers of PDF; Slurm; what makes a package, and a bare Debian to install it in; git, and a reader of YAML, for
# the snippets for CI.
test_packages="libcmocka-dev libhyphen-dev wamerican wngerman wfrench wspanish witalian poppler-utils qpdf mupdf-tools
cmark-gfm python3 python3-fonttools python3-jsonschema binutils strace valgrind default-jre-headless maven
chromium libjs-pdf python3-pip slurm-wlm munge file dpkg-dev debootstrap git python3-yaml"

mode=${1:-build}
case $mode in
build) ;;
test) packages="$packages $test_packages" ;;
*)
    echo "usage: sh tools/bootstrap.sh [test]" >&2
    exit 2
    ;;
esac

mkdir -p build
log=build/bootstrap.log
: >"$log"

say() {
    printf '== %s\n' "$*"
}

# Runs quietly; what a failing step printed is shown.
quietly() {
    if ! "$@" >>"$log" 2>&1; then
        echo "failed: $*" >&2
        tail -n 40 "$log" >&2
        exit 1
    fi
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

missing=
for package in $packages; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $package"
done
if [ -n "$missing" ]; then
    say "installing$missing"
    quietly as_root apt-get update
    # No daemon is to be started for being installed: the test of Slurm starts its own.
    quietly as_root env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y --no-install-recommends $missing
fi

build() {
    say "building $1"
    if [ "$mode" = test ]; then testing=ON; else testing=OFF; fi
    quietly cmake --preset "$1" -DBUILD_TESTING=$testing
    quietly cmake --build "build/$1"
}

build release
say "compiling examples"
mkdir -p build/examples
for example in examples/*.md; do
    quietly build/release/hspdf "$example" -o "build/examples/$(basename "$example" .md).pdf"
done
quietly build/release/hspdf examples/merge/letter.md --data examples/merge/letter.csv -o build/examples/merge.pdf
quietly build/release/hspdf batch examples/merge/letter.md --data examples/merge/patients.csv \
    --merge build/examples/letters.pdf
say "the leaflet is build/examples/leaflet.pdf; the program is build/release/hspdf"

# Judges PDF/UA and PDF/A. Where it can not be had, its test is skipped, and ctest says so.
verapdf=greenfield-apps-1.28.2.jar
verapdf_sum=687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6

verapdf_is_good() {
    [ "$(sha256sum "$1/$verapdf" 2>/dev/null | cut -d ' ' -f 1)" = "$verapdf_sum" ]
}

fetch_verapdf() {
    verapdf_is_good build/tools && return
    say "fetching veraPDF"
    rm -rf build/tools/new
    mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy -DoutputDirectory="$PWD/build/tools/new" \
        -Dartifact=org.verapdf.apps:greenfield-apps:1.28.2 >>"$log" 2>&1 || true
    if verapdf_is_good build/tools/new; then
        mv "build/tools/new/$verapdf" build/tools/
    else
        say "NOT testing by veraPDF: it can not be had, or is not the one that was wanted"
    fi
    rm -rf build/tools/new
}

# pdfium, and pdfminer with what reads structure by it.
fetch_readers() {
    [ -e build/tools/readers/pdfplumber ] && return
    say "fetching pdfium and pdfplumber"
    rm -rf build/tools/new
    if python3 -m pip install -q --no-input --target build/tools/new pypdfium2==5.15.2 pdfplumber==0.11.10 >>"$log" 2>&1
    then
        mv build/tools/new build/tools/readers
    else
        say "NOT comparing with other readers: they can not be had"
    fi
    rm -rf build/tools/new
}

# The Mustache specification's examples, of which Debian's package for R has a copy; R itself is not wanted.
fetch_mustache() {
    [ -e build/tools/mustache/sections.json ] && return
    mkdir -p build/tools/new
    if (cd build/tools/new && apt-get download r-cran-whisker && dpkg-deb -x r-cran-whisker_*.deb .) >>"$log" 2>&1; then
        mv build/tools/new/usr/lib/R/site-library/whisker/specs build/tools/mustache
    else
        say "NOT testing by the Mustache specification: it can not be had"
    fi
    rm -rf build/tools/new
}

if [ "$mode" = test ]; then
    fetch_verapdf
    fetch_readers
    fetch_mustache
    if [ -e /proc/self ]; then
        build asan
        say "testing asan"
        ctest --preset asan
    else
        say "NOT testing asan: the sanitizers need /proc (mount -t proc proc /proc)"
    fi
    say "testing release"
    ctest --preset release
fi
