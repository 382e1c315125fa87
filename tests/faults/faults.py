"""Each allocation and each system call fails in turn: the right output, or exit status 3 with a message, and no harm.

Usage: faults.py --hspdf PROGRAM --inject inject.so --source DIR [--whole] [--table FILE] [NAME...]
A test is a document with a kind of fault. Without --whole, some numbers of each are tried: at random, the seed is fixed.

What must hold, whatever fails:
- status 0 and the bytes that the document always gives; or status 3 and a message;
- an older output is as it was, unless the new one is whole; nothing else is left in the folder;
- the run ends by itself, within 60 s, and no sanitizer speaks, of leaks either.
Before main() the loader and the constructors of libraries do as they like; there, only the files are looked at.
"""
import argparse
import os
import random
import re
import shutil
import struct
import subprocess
import sys
import tempfile

OLDER = b"older"
SANITIZER = "verify_asan_link_order=0:allocator_may_return_null=1"
# How often each kind is tried in the suite, in a document. All: with --whole.
SAMPLES = {"memory": 60, "memory+": 15, "call": 4, "short": 2, "signal": 6}
# System calls, and what they may fail with.
CALLS = {
    "read": ["EIO", "EINTR"],
    "write": ["ENOSPC", "EDQUOT", "EIO", "EINTR"],
    "fsync": ["EIO", "ENOSPC"],
    "renameat": ["EIO", "EACCES", "ENOSPC"],
    "linkat": ["EIO", "ENOSPC", "EPERM"],
    "openat": ["EMFILE", "ENFILE", "EIO", "EACCES", "ENOMEM", "EINTR"],
    "openat2": ["EMFILE", "ENOSYS", "EAGAIN", "EIO"],
    "newfstatat": ["EIO", "EACCES", "ENOMEM"],
    "statx": ["EIO", "EACCES"],
    "close": ["EIO", "ENOSPC", "EINTR"],
    "mmap": ["ENOMEM"],
    "mprotect": ["ENOMEM"],
    "brk": ["ENOMEM"],
    "lseek": ["EIO"],
    "pread64": ["EIO", "EINTR"],
    "fcntl": ["EMFILE", "EINTR"],
    "readlink": ["EIO", "EACCES"],
    "access": ["EIO", "EACCES"],
    "faccessat2": ["EIO", "ENOSYS"],
    "fchmod": ["EPERM", "EIO"],
    "fchown": ["EPERM", "EIO"],
    "getrandom": ["EAGAIN", "ENOSYS"],
    "fork": ["EAGAIN"],
}


def crashed_in_library(said):
    """Under the sanitizers, where hspdf leaves the signals to them, as it turns them into exit status 3 elsewhere."""
    if "AddressSanitizer failed to allocate" in said:
        return True  # the sanitizer's own memory
    crash = re.search(r"AddressSanitizer: (SEGV|stack-overflow|CHECK failed)", said)
    return crash and not re.search(r"#[0-3] [^\n]* \S*src/(?!libsanitizer)\w+/", said)


IMAGE_TOLD = "[image-unreadable]"  # EACCES is an answer, not a fault of the machine: the picture's text is set, and told


class Program:
    def __init__(self, options):
        self.options = options
        self.environment = dict(os.environ, HOME="/nonexistent", ASAN_OPTIONS=SANITIZER)

    def run(self, arguments, before=(), **environment):
        command = [*before, self.options.hspdf, *arguments]
        return subprocess.run(command, capture_output=True, timeout=60, stdin=subprocess.DEVNULL,
                              env={**self.environment, **environment})


class Document:
    """A document in a folder of its own, with its right output."""

    def __init__(self, program, name, write):
        self.program = program
        self.name = name
        self.files = write()
        self.output = self.wanted = None
        self.clean()
        done = program.run(self.arguments())
        if done.returncode != 0:
            sys.exit(f"{name}: status {done.returncode} without a fault: {done.stderr.decode(errors='replace')}")
        self.wanted = self.read()
        self.said = done.stderr

    def arguments(self):
        return [self.files[0], "-o", "out.pdf"]

    def read(self):
        with open("out.pdf", "rb") as file:
            return file.read()

    def clean(self):
        with open("out.pdf", "wb") as file:
            file.write(OLDER)

    def fault(self, done):
        """What is wrong with a run, or None."""
        said = done.stderr.decode(errors="replace")
        litter = set(os.listdir(".")) - set(self.files) - {"out.pdf", "counter"}
        for name in litter:
            os.unlink(name)
        found = self.read() if os.path.exists("out.pdf") else None
        if litter:
            return f"litter: {sorted(litter)}"
        if IMAGE_TOLD in said and done.returncode == 0:
            return None
        if found not in (OLDER, self.wanted):
            return "the output is neither the older one nor the right one" + said
        if crashed_in_library(said):
            return None
        if "Sanitizer" in said or "runtime error" in said:
            return "a sanitizer spoke:\n" + said
        if done.returncode == 0:
            return None if found == self.wanted else "status 0, and no output"
        if done.returncode != 3:
            return f"status {done.returncode}: {said}"
        return None if said.strip() else "status 3, and nothing was said"


class Folder(Document):
    """Three documents through batch, by one worker: a fault costs one of them, which is named, or the run."""

    NAMES = ["a", "b", "c"]

    def arguments(self):
        return ["batch", "texts", "-o", "out", "-j1", "--force"]

    def read(self):
        found = []
        for name in self.NAMES:
            try:
                with open(f"out/{name}.pdf", "rb") as file:
                    found.append(file.read())
            except FileNotFoundError:
                found.append(None)
        return found

    def clean(self):
        shutil.rmtree("out", ignore_errors=True)
        os.mkdir("out")
        for name in self.NAMES:
            with open(f"out/{name}.pdf", "wb") as file:
                file.write(OLDER)

    def fault(self, done):
        said = done.stderr.decode(errors="replace")
        found = self.read()
        if any(pdf not in (OLDER, right) for pdf, right in zip(found, self.wanted)) and IMAGE_TOLD not in said:
            return "an output is neither the older one nor the right one: " + said
        if set(os.listdir("out")) - {".hspdf", *(name + ".pdf" for name in self.NAMES)}:
            return f"litter: {os.listdir('out')}"
        if crashed_in_library(said):
            return None
        if "Sanitizer" in said or "runtime error" in said:
            return "a sanitizer spoke:\n" + said
        missing = [name for name, pdf, right in zip(self.NAMES, found, self.wanted) if pdf != right]
        if done.returncode == 0:
            return f"status 0 without {missing}" if missing else None
        if done.returncode == 1 and not all(f"texts/{name}.md" in said for name in missing):
            return f"status 1 without {missing}: {said}"
        if done.returncode not in (1, 3):
            return f"status {done.returncode}: {said}"
        return None if said.strip() else f"status {done.returncode}, and nothing was said"


# ---- documents

def several():
    os.mkdir("texts")
    for name in Folder.NAMES:
        with open(f"texts/{name}.md", "w", encoding="utf-8") as file:
            file.write(f"# {name}\n\nDrink *some* water.\n")
    return ["texts"]


def plain():
    with open("plain.md", "w", encoding="utf-8") as file:
        file.write("---\ntitle: Water\nlang: en\n---\n# Water\n\nDrink *some* water, [here](https://example.org).\n\n"
                   "| When | How much |\n|---|---|\n| 8 am | 200 ml |\n\n- [ ] done\n")
    return ["plain.md"]


def rich(options):
    shutil.copy(os.path.join(options.images, "rgb.png"), "picture.png")
    shutil.copy(os.path.join(options.source, "examples/images/tablets.jpg"), "picture.jpg")
    with open("rich.md", "w", encoding="utf-8") as file:
        file.write("---\ntitle: Many\nlang: ar\n---\n# مرحبا 😀\n\n中文 ไทย မြန်မာဘာသာ <b>html</b> `code`.[^1]\n\n"
                   "![a picture](picture.png) ![another](picture.jpg)\n\n[^1]: A note.\n")
    return ["rich.md", "picture.png", "picture.jpg"]


def drawn(options):
    shutil.copy(os.path.join(options.source, "examples/images/warning.svg"), "drawing.svg")
    with open("drawn.md", "w", encoding="utf-8") as file:
        file.write("# Drawn\n\n![a sign](drawing.svg)\n")
    return ["drawn.md", "drawing.svg"]


# ---- kinds of fault

def counted(document, inject, kind, number):
    with open("counter", "wb") as file:
        file.write(bytes(8))
    document.clean()
    done = document.program.run(document.arguments(), HSPDF_FAULT=f"{kind}:{number}:counter", LD_PRELOAD=inject)
    with open("counter", "rb") as file:
        return done, struct.unpack("=Q", file.read())[0]


def numbers(count, kind, options, generator):
    if count < 100:
        sys.exit("the allocations are not counted: is inject.so loaded?")
    wanted = range(1, count + 1)
    if options.whole:
        return wanted[::options.stride]
    return sorted(generator.sample(wanted, min(len(wanted), SAMPLES[kind])))


def memory_faults(document, kind, options, generator):
    _, count = counted(document, options.inject, "memory", 0)
    for number in numbers(count, kind, options, generator):
        yield f"{kind} {number} of {count}", counted(document, options.inject, kind, number)[0]


def signal_faults(document, kind, options, generator):
    """Ended by the signal, or the right output: SIGINT, SIGTERM, SIGHUP, SIGPIPE."""
    _, count = counted(document, options.inject, "memory", 0)
    for signal_number in 1, 2, 13, 15:
        for number in numbers(count, kind, options, generator):
            done, _ = counted(document, options.inject, f"signal-{signal_number}", number)
            if done.returncode in (-signal_number, 128 + signal_number):  # batch tells it so
                done.returncode, done.stderr = 3, b"ended by the signal"
            yield f"signal {signal_number} at allocation {number}", done


def short_faults(document, kind, options, generator):
    for number in 1, 7, 4096:
        done, _ = counted(document, options.inject, kind, number)
        if done.returncode != 0:
            done.stderr = b"short reads and writes are no failure" + done.stderr
            done.returncode = -1
        yield f"reads and writes of {number} bytes", done


def traced(document, before):
    document.clean()
    return document.program.run(document.arguments(), before=["strace", "-f", "-o", "/dev/null", *before],
                                ASAN_OPTIONS=SANITIZER + ":detect_leaks=0")


def call_faults(document, kind, options, generator):
    """main() begins where it looks at its descriptors: what comes before is the loader's."""
    trace = tempfile.NamedTemporaryFile(suffix=".trace")
    document.program.run(document.arguments(), before=["strace", "-f", "-o", trace.name], ASAN_OPTIONS=SANITIZER + ":detect_leaks=0")
    names = [line.split("(")[0].split()[-1] for line in trace.read().decode(errors="replace").splitlines()
             if "(" in line]
    begin = names.index("fcntl")
    for name, errors in CALLS.items():
        first, last = names[:begin].count(name), names.count(name)
        wanted = range(1 if options.whole else first + 1, last + 1)
        if not options.whole and len(wanted) > SAMPLES[kind]:
            wanted = sorted(generator.sample(wanted, SAMPLES[kind]))
        for number in wanted:
            error = generator.choice(errors)
            done = traced(document, ["-e", f"trace={name}", "-e", f"inject={name}:error={error}:when={number}"])
            if number <= first and done.returncode not in (0, 1, 3):
                done.returncode, done.stderr = 3, done.stderr or b"the loader failed"
            yield f"{name} {number} of {last}: {error}", done


KINDS = {"memory": memory_faults, "memory+": memory_faults, "call": call_faults, "short": short_faults,
         "signal": signal_faults}


def run_kind(document, kind, options):
    tried = told = 0
    failures = []
    for what, done in KINDS[kind](document, kind, options, random.Random(f"{document.name} {kind}")):
        tried += 1
        told += done.returncode in (1, 3)
        fault = document.fault(done)
        if fault:
            failures.append(what)
            print(f"{document.name}: {what}: {fault.strip()[:600]}", flush=True)
    print(f"{document.name:8} {kind:8} {tried:6} injected {told:6} told {tried - told - len(failures):6} no matter "
          f"{len(failures):4} wrong", flush=True)
    return len(failures)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--hspdf", required=True)
    parser.add_argument("--inject", required=True)
    parser.add_argument("--source", required=True)
    parser.add_argument("--images", required=True)
    parser.add_argument("--whole", action="store_true", help="each number, and not some")
    parser.add_argument("--stride", type=int, default=1, help="with --whole: each STRIDE-th")
    parser.add_argument("names", nargs="*", help="DOCUMENT or DOCUMENT.KIND")
    options = parser.parse_args()
    for name in "hspdf", "inject", "source", "images":
        setattr(options, name, os.path.abspath(getattr(options, name)))
    probe = subprocess.run(["strace", "-o", "/dev/null", "-e", "trace=none", "true"], capture_output=True, check=False) \
        if shutil.which("strace") else None
    can_trace = probe and probe.returncode == 0
    documents = {"plain": (Document, plain), "rich": (Document, lambda: rich(options)),
                 "drawn": (Document, lambda: drawn(options)), "batch": (Folder, several)}
    wrong = 0
    for name, (kind_of_document, write) in documents.items():
        kinds = [kind for kind in KINDS if not options.names or name in options.names or f"{name}.{kind}" in
                 options.names]
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            document = kind_of_document(Program(options), name, write) if kinds else None
            for kind in kinds:
                if kind == "call" and not can_trace:
                    print("NOT failing system calls: strace can not run here")
                    continue
                wrong += run_kind(document, kind, options)
            os.chdir("/")
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main())
