#!/bin/sh
# Makes a Debian package of what is in the working tree: build/package/hspdf_VERSION_ARCHITECTURE.deb.
# Needs what `sh tools/bootstrap.sh` installs, and file, which tells CPack what is a program.
set -eu
cd "$(dirname "$0")/.."
cmake --preset package
cmake --build --preset package
