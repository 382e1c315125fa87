"""The package in a Debian that has nothing else: installed as Containerfile does, it compiles an example to the bytes that
the build makes, sets up with every module it may load, and leaves nothing when it is removed.

Usage: package.py --hspdf PROGRAM --source DIR --cache DIR
Makes the package by tools/package.sh. The bare Debian is made once by debootstrap, and kept in the cache. Ends with 77
where there is no debootstrap, no root, or no archive to be reached.
"""
import argparse
import contextlib
import glob
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77
EXAMPLES = ("leaflet.md", "scripts.md", "illustrated.md")  # between them they load the modules for words and images


def skip(why):
    print("skipped:", why)
    sys.exit(SKIPPED)


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, text=True, **options)
    assert done.returncode == 0, f"{shlex.join(command)}\n{(done.stdout + done.stderr)[-2000:]}"
    return done.stdout


def bare_debian(cache, suite="bookworm"):
    made = os.path.join(cache, suite)
    if not os.path.exists(made + ".done"):
        shutil.rmtree(made, ignore_errors=True)
        os.makedirs(cache, exist_ok=True)
        done = subprocess.run(["debootstrap", "--variant=minbase", suite, made], capture_output=True, text=True)
        if done.returncode != 0:
            skip("debootstrap: " + done.stdout[-300:])
        with open(made + ".done", "w"):
            pass
    return made


def stage_commands(source, name):
    """What the stage of Containerfile that has no name, the last, runs: its RUN lines, joined."""
    with open(os.path.join(source, "Containerfile")) as file:
        text = re.sub(r"\\\n", " ", file.read())
    stages = re.split(r"^FROM ", text, flags=re.MULTILINE)
    assert "AS " not in stages[-1].splitlines()[0]
    assert f"{name} " in re.findall(r"^COPY --from=build (.*)$", stages[-1], re.MULTILINE)[0] + " "
    return re.findall(r"^RUN (.*)$", stages[-1], re.MULTILINE)


class Chroot:
    def __init__(self, base, folder):
        self.root = folder
        run("cp", "-a", base + "/.", folder)
        for path in ("/etc/resolv.conf", "/etc/hosts"):
            with contextlib.suppress(OSError):
                shutil.copy(path, folder + path)
        for path in glob.glob("/etc/apt/apt.conf.d/*"):  # a proxy
            shutil.copy(path, folder + "/etc/apt/apt.conf.d/")

    def sh(self, command):
        keep = {name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")}
        return run("chroot", self.root, "sh", "-ec", command, env={
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LANG": "C.UTF-8",
            "DEBIAN_FRONTEND": "noninteractive", **keep})

    def files(self):
        """But what dpkg, apt and ldconfig keep of all packages."""
        found = set()
        for path, _, names in os.walk(self.root):
            inside = path[len(self.root):]
            if not inside.startswith(("/var", "/proc", "/sys", "/dev", "/etc/ld.so", "/root", "/tmp")):
                found.update(os.path.join(inside, name) for name in names)
        return found


def check(options, folder):
    package = max(glob.glob(os.path.join(options.source, "build", "package", "hspdf_*.deb")), key=os.path.getmtime)
    commands = stage_commands(options.source, "/hspdf/build/package/hspdf_*.deb /tmp/hspdf.deb")
    debian = Chroot(bare_debian(options.cache), folder)
    shutil.copy(package, folder + "/tmp/hspdf.deb")
    try:
        debian.sh("apt-get update")
    except AssertionError as unreachable:
        skip(f"no archive to be reached: {unreachable}")
    for command in commands:
        debian.sh(command)
    with_package = debian.files()
    assert "/usr/bin/hspdf" in with_package and "/usr/share/doc/hspdf/copyright" in with_package
    lacking = debian.sh("find /usr/lib -path '*/hspdf/*.so' -exec ldd {} + | grep 'not found' || true")
    assert not lacking, lacking
    for example in EXAMPLES:
        there = f"/usr/share/doc/hspdf/examples/{example}"
        debian.sh(f"cd /tmp && hspdf {there} -o there.pdf")
        here = os.path.join(folder, "tmp", "here.pdf")
        subprocess.run([options.hspdf, os.path.join(options.source, "examples", example), "-o", here], check=True)
        with open(here, "rb") as ours, open(os.path.join(folder, "tmp", "there.pdf"), "rb") as theirs:
            assert ours.read() == theirs.read(), f"{example} has other bytes in a bare Debian"
    size = int(run("du", "-sm", "--exclude=./proc", folder).split()[0])
    debian.sh("dpkg --purge hspdf")
    left = sorted(path for path in debian.files() if "hspdf" in path)
    assert not left, f"left behind: {left[:5]}"
    print(f"{os.path.basename(package)} in a bare Debian: {len(EXAMPLES)} examples to the byte; {size} MB in all")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("--hspdf", "--source", "--cache"):
        parser.add_argument(name, required=True)
    options = parser.parse_args()
    if os.getuid() != 0:
        skip("chroot needs root")
    for program in ("debootstrap", "file", "dpkg-shlibdeps"):
        if not shutil.which(program):
            skip("no " + program)
    run("sh", os.path.join(options.source, "tools", "package.sh"))
    with tempfile.TemporaryDirectory(prefix="hspdf-package-") as folder:
        check(options, folder)


if __name__ == "__main__":
    main()
