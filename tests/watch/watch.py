"""hspdf watch as its user meets it.

Usage: watch.py --hspdf PROGRAM --source DIR [NAME...]
A function test_NAME is a test; it gets an empty folder, which is its working directory.
"""
import argparse
import glob
import os
import signal
import subprocess
import sys
import tempfile
import time

OPTIONS = None
PATIENCE_S = 60


def write(path, text):
    """As an editor that writes in place."""
    if os.path.dirname(path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(text if isinstance(text, bytes) else text.encode())


def replace(path, text):
    """As an editor that writes beside it, and renames."""
    write(path + "~new", text)
    os.rename(path + "~new", path)


def leaflet(words, more=""):
    return f"---\ntitle: Leaflet\nlang: en\n---\n\n{words}\n{more}"


def read(path):
    with open(path, "rb") as file:
        return file.read()


def compiled(*arguments):
    """What a plain run makes of it."""
    subprocess.run([OPTIONS.hspdf, *arguments, "-o", "plain.tmp"], check=True, stderr=subprocess.DEVNULL)
    made = read("plain.tmp")
    os.unlink("plain.tmp")
    return made


def wait_for(condition, what):
    ends = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < ends, f"waited in vain for {what}"
        time.sleep(0.005)


class Watch:
    def __init__(self, *arguments):
        self.said = open("said.log", "w+b")
        self.process = subprocess.Popen([OPTIONS.hspdf, "watch", *arguments], stderr=self.said, stdin=subprocess.DEVNULL)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.said.close()

    def log(self):
        return read("said.log").decode(errors="replace")

    def says(self, words, times=1):
        def spoken():
            assert self.process.poll() is None, "it has ended:\n" + self.log()
            return self.log().count(words) >= times
        try:
            wait_for(spoken, words)
        except AssertionError as fault:
            raise AssertionError(f"{fault}; it said:\n{self.log()}") from None

    def runs(self):
        return self.log().count(" ms\n") + self.log().count("is as it was\n")

    def follows(self, output, *plain):
        """The output becomes what a plain run makes of it."""
        wanted = compiled(*plain)
        try:
            wait_for(lambda: os.path.exists(output) and read(output) == wanted, f"{output} as of {plain}")
        except AssertionError as fault:
            raise AssertionError(f"{fault}; it said:\n{self.log()}") from None

    def children(self):
        try:
            with open(f"/proc/{self.process.pid}/task/{self.process.pid}/children", encoding="ascii") as file:
                return [int(pid) for pid in file.read().split()]
        except FileNotFoundError:
            return []

    def end(self, how=signal.SIGINT):
        self.process.send_signal(how)
        assert self.process.wait(timeout=PATIENCE_S) == 0, self.log()
        litter = glob.glob(".hspdf*")
        assert not litter, litter


def test_saves():
    write("a.md", leaflet("One."))
    with Watch("a.md", "-o", "a.pdf") as watch:
        watch.follows("a.pdf", "a.md")
        for count, save in enumerate((write, replace, write, replace)):
            save("a.md", leaflet(f"Save {count}."))
            watch.follows("a.pdf", "a.md")
        # As vim does: the old file becomes a backup, and a new one comes in its place.
        os.rename("a.md", "a.md~")
        write("a.md", leaflet("Vim."))
        os.unlink("a.md~")
        watch.follows("a.pdf", "a.md")
        os.unlink("a.md")
        watch.says("a.pdf is as it was")
        write("a.md", leaflet("Back."))
        watch.follows("a.pdf", "a.md")
        watch.end()


def test_all_inputs():
    """What was read, and what was looked for in vain: images, data, defaults, a style."""
    picture = f"{OPTIONS.source}/examples/images/"
    names = sorted(name for name in os.listdir(picture) if name.endswith((".svg", ".png", ".jpg")))
    write("p/a.md", leaflet("Dear {{name}}.", "\n![A picture](deep/er/x" + names[0][-4:] + ")\n"))
    write("d.yaml", "name: Ada\n")
    options = ("p/a.md", "--data", "d.yaml", "--root", "p")
    with Watch(*options, "-o", "a.pdf") as watch:
        watch.says("image-missing")
        watch.follows("a.pdf", *options)
        write("d.yaml", "name: Grace\n")
        watch.follows("a.pdf", *options)
        # In folders that come with it.
        write("p/deep/er/x" + names[0][-4:], read(picture + names[0]))
        watch.follows("a.pdf", *options)
        write("p/hspdf.yaml", "paper: a5\n")
        watch.follows("a.pdf", *options)
        os.unlink("p/hspdf.yaml")
        watch.follows("a.pdf", *options)
        watch.end()


def test_links():
    """A link is turned, as Kubernetes does with mounted configuration; and what it leads to is edited."""
    write("v1/a.md", leaflet("One."))
    write("v2/a.md", leaflet("Two."))
    os.symlink("v1", "now")
    os.symlink("now/a.md", "a.md")
    with Watch("a.md", "-o", "a.pdf") as watch:
        watch.follows("a.pdf", "a.md")
        os.symlink("v2", "next")
        os.rename("next", "now")
        watch.follows("a.pdf", "a.md")
        replace("v2/a.md", leaflet("Two and a half."))
        watch.follows("a.pdf", "a.md")
        watch.end()


def test_folder_goes_and_comes():
    write("t/a.md", leaflet("One."))
    with Watch("t/a.md", "-o", "a.pdf") as watch:
        watch.follows("a.pdf", "t/a.md")
        os.unlink("t/a.md")
        os.rmdir("t")
        watch.says("as it was")
        write("t/a.md", leaflet("Two."))
        watch.follows("a.pdf", "t/a.md")
        watch.end()


def test_error_keeps_the_old():
    write("a.md", leaflet("Good."))
    with Watch("a.md", "-o", "a.pdf") as watch:
        watch.follows("a.pdf", "a.md")
        good = read("a.pdf")
        write("a.md", b"bad \xff byte\n")
        watch.says("a.md:1:5: error")
        watch.says("a.pdf is as it was")
        assert read("a.pdf") == good
        write("a.md", leaflet("Better."))
        watch.follows("a.pdf", "a.md")
        watch.end(signal.SIGTERM)


def test_burst():
    write("a.md", leaflet("0"))
    with Watch("a.md", "-o", "a.pdf") as watch:
        watch.says("a.pdf: 1 page")
        for i in range(300):
            (write if i % 2 else replace)("a.md", leaflet(str(i)))
        watch.follows("a.pdf", "a.md")
        assert watch.runs() < 100, watch.log()
        watch.end()


def test_rest():
    """Nothing is compiled when nothing changes, though its own output lies beside the input."""
    write("t/a.md", leaflet("One."))
    with Watch("t", "-o", "t/all.pdf") as watch:
        watch.says("all.pdf: 1 page")
        time.sleep(2.5)
        assert watch.runs() == 1, watch.log()
        watch.end(signal.SIGHUP)


def test_crash_and_hang():
    long = leaflet("One.", "\n\nA paragraph of some words that is repeated.\n" * 50000)  # so long that it does not end before it is killed
    write("a.md", leaflet("Short."))
    with Watch("a.md", "-o", "a.pdf", "--timeout", "6") as watch:
        watch.says("a.pdf: 1 page")
        for how, words in ((signal.SIGKILL, "was ended by signal 9"), (signal.SIGSTOP, "took longer than 6 s")):
            wait_for(lambda: not watch.children(), "the process to end")
            write("a.md", long + str(how))
            wait_for(watch.children, "a process")
            os.kill(watch.children()[0], how)
            watch.says(words)
            write("a.md", leaflet(f"After {how}."))
            watch.follows("a.pdf", "a.md")
        watch.end()


def test_newer_run_takes_over():
    """What is saved while a long document compiles is compiled next, and Ctrl-C does not wait for the run."""
    long = leaflet("One.", "\n\nA paragraph of some words that is repeated.\n" * 20000)
    write("a.md", long)
    with Watch("a.md", "-o", "a.pdf") as watch:
        wait_for(watch.children, "a process")
        write("a.md", leaflet("Short."))
        watch.follows("a.pdf", "a.md")
        wait_for(lambda: not watch.children(), "the process to end")
        write("a.md", long)
        wait_for(watch.children, "a process")
        watch.end()
        assert not watch.children()


def test_handbook():
    write("h/a.md", leaflet("One."))
    with Watch("h", "-o", "h.pdf") as watch:
        watch.follows("h.pdf", "h")
        write("h/b.md", leaflet("Two."))
        watch.follows("h.pdf", "h")
        os.rename("h/b.md", "h/0.md")
        watch.follows("h.pdf", "h")
        os.unlink("h/a.md")
        watch.follows("h.pdf", "h")
        watch.end()


def test_folder_of_documents():
    write("in/a.md", leaflet("One."))
    write("in/b.md", b"bad \xff byte\n")
    with Watch("in", "-o", "out/", "--prune") as watch:
        watch.says("refused: in/b.md")
        watch.follows("out/a.pdf", "in/a.md")
        write("in/b.md", leaflet("Good."))
        watch.follows("out/b.pdf", "in/b.md")
        write("in/sub/deep/c.md", leaflet("Below.", "![P](c.svg)\n"))
        watch.says("image-missing")
        watch.follows("out/sub/deep/c.pdf", "in/sub/deep/c.md")
        write("in/sub/deep/c.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>')
        watch.follows("out/sub/deep/c.pdf", "in/sub/deep/c.md")
        replace("in/sub/deep/c.md", leaflet("Below, again."))
        watch.follows("out/sub/deep/c.pdf", "in/sub/deep/c.md")
        os.unlink("in/a.md")
        wait_for(lambda: not os.path.exists("out/a.pdf"), "a.pdf to go")
        watch.end()


def test_quiet_and_machine_read():
    write("a.md", leaflet("One.", "\n![P](none.png)\n"))
    with Watch("a.md", "-o", "a.pdf", "--quiet", "--diagnostics=json") as watch:
        watch.says('"code":"image-missing"')
        write("a.md", leaflet("Two.", "\n![P](none.png)\n"))
        watch.says('"code":"image-missing"', 2)
        assert all(line.startswith("{") for line in watch.log().splitlines()), watch.log()
        watch.end()


def test_refusals():
    write("a.md", leaflet("One."))
    for arguments, words in (
            (["-", "-o", "a.pdf"], "reads and writes files"), (["a.md", "-o", "-"], "reads and writes files"),
            ([], "wants inputs"), (["a.md", "--name", "{{x}}.pdf"], "for a folder of PDFs"),
            (["a.md", "-o", "out/", "--format", "png"], "for one document"),
            (["a.md", "-o", "out/", "--serve"], "for one document"),
            (["a.md", "-o", "a.md"], "overwrite"), (["a.md", "--timeout", "0"], "not a value")):
        done = subprocess.run([OPTIONS.hspdf, "watch", *arguments], capture_output=True, timeout=PATIENCE_S)
        assert done.returncode == 2 and words in done.stderr.decode(), (arguments, done)


def main():
    global OPTIONS
    parser = argparse.ArgumentParser()
    parser.add_argument("--hspdf", required=True)
    parser.add_argument("--source", required=True)
    parser.add_argument("names", nargs="*")
    OPTIONS = parser.parse_args()
    OPTIONS.hspdf, OPTIONS.source = os.path.abspath(OPTIONS.hspdf), os.path.abspath(OPTIONS.source)
    tests = {name[5:]: value for name, value in globals().items() if name.startswith("test_")}
    home, failures = os.getcwd(), 0
    for name in OPTIONS.names or tests:
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            try:
                tests[name]()
            except AssertionError as fault:
                failures += 1
                print(f"FAIL {name}: {fault}")
            os.chdir(home)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
