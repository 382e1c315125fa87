"""What is built is hardened, as the files themselves say. Usage: hardening.py READELF FILE...

Each is position-independent, has no stack that can be run and no segment that can be both written and run, binds its
functions before it starts and then writes no table of them, and has canaries on its stack. The program and the library
call libc's functions that know the size of what they write to; a module may have no need of one. On x86 functions begin
with the mark that indirect branch tracking wants. That a file as a whole is fit for it would be said by a note, which the
linker leaves out where libc's own objects, as Debian 12's, do not say so."""
import pathlib
import platform
import re
import subprocess
import sys

ENDBR64 = b"\xf3\x0f\x1e\xfa"


def faults_of(readelf, path):
    def tell(what):
        return subprocess.run([readelf, "-W", what, path], capture_output=True, text=True, check=True).stdout

    segments, dynamic, symbols = tell("-l"), tell("-d"), tell("--dyn-syms")
    stack = re.search(r"GNU_STACK.* (RWE?|R E?) ", segments)
    if "Elf file type is DYN" not in segments:
        yield "is not position-independent"
    if not stack or "E" in stack[1]:
        yield "has a stack that can be run"
    if re.search(r"^\s+LOAD .* RWE ", segments, re.M):
        yield "has a segment that can be written and run"
    if "GNU_RELRO" not in segments or "BIND_NOW" not in dynamic:
        yield "leaves tables of functions that can be written"
    if "TEXTREL" in dynamic or re.search(r"\(R(UN)?PATH\)\s.*\[/", dynamic):
        yield "is relocated in its code, or looks for libraries in a fixed place"
    if "__stack_chk_fail" not in symbols:
        yield "has no canaries on its stack"
    if "/hspdf-" not in path and not re.search(r"__(?!stack)\w+_chk@", symbols):
        yield "calls none of libc's functions that check sizes"
    if platform.machine() == "x86_64" and pathlib.Path(path).read_bytes().count(ENDBR64) == 0:
        yield "has no marks where branches may lead"


def main():
    faults = ["%s %s" % (path, fault) for path in sys.argv[2:] for fault in faults_of(sys.argv[1], path)]
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
