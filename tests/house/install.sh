# An installed tree works where it lies, and the second user builds against it by pkg-config.
# Usage: install.sh CMAKE CC
set -eu
cmake=$1 cc=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$cmake" --install "$BUILD" --prefix "$work/usr" > "$work/log" || { cat "$work/log"; exit 1; }
unset HSPDF_DATA
cd "$work"
for file in bin/hspdf include/hspdf.h share/man/man1/hspdf.1 share/hspdf/styles/leaflet.yaml; do
    [ -e "usr/$file" ] || { echo "not installed: $file"; exit 1; }
done
printf '# Hello\n' > hello.md
usr/bin/hspdf hello.md
[ "$(head -c 5 hello.pdf)" = %PDF- ]
printf '%s\n' '---' 'title: Words' 'lang: lo' '---' '' 'ກະລຸນາຕິດຕໍ່ທ່ານໝໍ' > lao.md
usr/bin/hspdf lao.md 2> log || { cat log; exit 1; }
! grep breaks-missing log # the module is found in a tree that was moved

[ "$SANITIZED" = 1 ] && exit 0 # a plain program can not load a sanitized library
PKG_CONFIG_PATH=$(dirname "$(find "$work/usr" -name hspdf.pc)")
export PKG_CONFIG_PATH
# shellcheck disable=SC2046
"$cc" -std=c17 "$SOURCE/examples/embed.c" $(pkg-config --cflags --libs hspdf) -o embed
HSPDF_DATA=usr/share/hspdf LD_LIBRARY_PATH=${PKG_CONFIG_PATH%/pkgconfig} ./embed > embed.pdf
[ "$(head -c 5 embed.pdf)" = %PDF- ]
