"""hspdf batch as its user meets it: what is written, told, kept, and what kills and full disks leave behind.

Usage: batch.py --hspdf PROGRAM --source DIR [--kills N] [NAME...]
A function test_NAME is a test; it gets an empty folder, which is its working directory.
"""
import argparse
import fcntl
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree

OPTIONS = None


class Skipped(Exception):
    pass


def text_of(number, words=60):
    return f"---\ntitle: Leaflet {number}\nlang: en\nreference: R-{number:04}\n---\n\n" + " ".join(
        f"word{(number * 7 + i) % 97}" for i in range(words)) + f"\n\n- [ ] {number}\n"


def write(path, text):
    folder = os.path.dirname(path)
    if folder:
        os.makedirs(folder, exist_ok=True)
    with open(path, "wb") as file:
        file.write(text if isinstance(text, bytes) else text.encode())


def make_texts(count, folder="in"):
    for i in range(count):
        write(f"{folder}/{'abc'[i % 3]}/t{i:03}.md", text_of(i))


def run(*arguments, status=0, **more):
    done = subprocess.run([OPTIONS.hspdf, "batch", *arguments], capture_output=True, timeout=300, **more)
    done.said = done.stderr.decode(errors="replace")
    assert status is None or done.returncode == status, f"{arguments}: status {done.returncode}, not {status}:\n{done.said}"
    return done


def report(*arguments, **more):
    run(*arguments, "--report", "report.json", **more)
    with open("report.json", encoding="utf-8") as file:
        return json.load(file)


def pdfs(folder):
    found = {}
    for at, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(at, name)
            if os.path.basename(at) != ".hspdf":
                with open(path, "rb") as file:
                    found[os.path.relpath(path, folder)] = file.read()
    return found


def test_tree_order_and_failures():
    make_texts(12)
    write("in/b/broken.md", b"bad \xff byte\n")
    write("in/.hidden/x.md", "no\n")
    write("in/.hidden.md", "no\n")
    write("in/a/notes.txt", "no\n")
    os.symlink("..", "in/a/loop")
    done = report("in", "-o", "out", "-j4", status=1)
    assert [row["input"] for row in done["results"]] == sorted(row["input"] for row in done["results"])
    assert len(done["results"]) == 13 and done["written"] == 12 and done["refused"] == 1, done
    assert sorted(pdfs("out")) == sorted(f"{'abc'[i % 3]}/t{i:03}.pdf" for i in range(12))
    said = run("in", "-o", "out", status=1).said
    assert "in/b/broken.md:1:5: error" in said and "refused: in/b/broken.md" in said, said


def test_any_number_of_workers():
    make_texts(30)
    for workers in (1, 4):
        said = run("in", "-o", f"out{workers}", f"-j{workers}", "--verbose").said.splitlines()
        assert [line.split()[1] for line in said[:-1]] == sorted(line.split()[1] for line in said[:-1]), said
    assert pdfs("out1") == pdfs("out4")
    single = subprocess.run([OPTIONS.hspdf, "in/a/t000.md", "-o", "-"], capture_output=True, check=True).stdout
    assert pdfs("out1")["a/t000.pdf"] == single


def test_doubles_are_refused():
    make_texts(3)
    write("in/b/t000.md", "other\n")
    said = run("in", "-o", "out", "--flat", status=2).said
    assert "in/a/t000.md" in said and "in/b/t000.md" in said, said
    assert not os.path.exists("out")
    run("in", "in", "-o", "out")  # the same twice is no harm


def test_lists_and_patterns():
    make_texts(6)
    names = ["in/a/t000.md", "in/b/t001.md"]
    run("--files-from", "-", "-o", "lines", input="\n".join(names).encode())
    run("--files-from", "-", "-o", "nuls", "--base", "in", input=b"".join(n.encode() + b"\0" for n in names))
    assert sorted(pdfs("lines")) == ["t000.pdf", "t001.pdf"]
    assert sorted(pdfs("nuls")) == ["a/t000.pdf", "b/t001.pdf"]
    run("in/a/*.md", "-o", "globs")
    assert sorted(pdfs("globs")) == ["t000.pdf", "t003.pdf"]
    run("in/none/*.md", "-o", "globs", status=1)
    run("--files-from", "-", "-o", "lines", input=b"", status=1)


def test_names_stay_within():
    hostile = ["../../up", "/etc/x", "..", "-rf", ".ssh", "a\\u0000b", "a\\nb\\x1B[2J", "\\u202Eevil", "x" * 400]
    kept = 0
    for i, value in enumerate(hostile):
        write(f"in/{i}.md", f'---\nreference: "{value}"\n---\n\nText {i}\n')
        done = subprocess.run([OPTIONS.hspdf, "batch", f"in/{i}.md", "-o", "out", "--name", "{{reference}}.pdf"],
                              capture_output=True)
        assert done.returncode in (0, 1), done.stderr
        kept += done.returncode == 0
    assert sorted(os.listdir(".")) == ["in", "out"], os.listdir(".")
    names = [name for name in os.listdir("out") if name != ".hspdf"]
    assert len(names) >= 6 and len(names) <= kept, names
    for name in names:
        assert name.isprintable() and name[0] not in ".-" and "/" not in name and "\u202e" not in name, name
    make_texts(3, "more")
    run("more", "-o", "named", "--name", "{{lang}}/{{folder}}/{{reference}}.pdf")
    assert "en/b/R-0001.pdf" in pdfs("named"), pdfs("named").keys()
    run("more", "-o", "refused", "--name", "{{lang}}.pdf", status=2)
    run("more", "-o", "refused", "--name", "{{none}}.pdf", status=1)
    run("more", "-o", "refused", "--name", "../{{reference}}.pdf", status=1)
    assert not os.path.exists("refused")


def changed(*arguments, **more):
    done = report("in", "-o", "out", *arguments, **more)
    return [row["input"] for row in done["results"] if row["outcome"] == "written"]


def test_only_what_changed():
    make_texts(6)
    write("in/hspdf.yaml", "")
    picture = os.path.join(OPTIONS.source, "examples/images")
    shutil.copytree(picture, "in/images")
    image = next(name for name in sorted(os.listdir("in/images")) if name.endswith((".png", ".jpg", ".svg")))
    write("in/a/image.md", f"![A picture](../images/{image})\n\n![Missing](../images/later.png)\n")
    assert len(changed()) == 7
    assert changed() == []
    os.utime("in/a/t000.md")
    assert changed() == [], "another time, the same content"
    write("in/a/t000.md", text_of(77))
    assert changed() == ["in/a/t000.md"]
    with open(f"in/images/{image}", "ab") as file:
        file.write(b"\n")
    assert changed() == ["in/a/image.md"]
    write("in/images/later.png", b"not a picture")
    assert changed() == ["in/a/image.md"]
    warnings = report("in", "-o", "out")["results"][0]["diagnostics"]
    assert warnings, "what is unchanged keeps its warnings"
    os.remove("out/b/t001.pdf")
    write("out/c/t002.pdf", b"%PDF-another")
    assert changed() == ["in/b/t001.md", "in/c/t002.md"]
    assert changed("--paper=letter") != [] and changed("--paper=letter") == []
    assert len(changed("--force")) == 7


def test_project_file_comes():
    make_texts(2)
    assert len(changed()) == 2
    write("in/hspdf.yaml", "style: large-print\n")
    assert len(changed()) == 2, "defaults came to lie above"
    write("in/hspdf.yaml", "style: leaflet\n")
    assert len(changed()) == 2


def test_full_disk():
    make_texts(12)
    os.mkdir("disk")
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=96k", "tmpfs", "disk"], capture_output=True).returncode:
        raise Skipped("no file system can be mounted")
    try:
        done = report("in", "-o", "disk/out", "-j2", status=3)
        assert done["failed"] > 0 and done["written"] > 0 and done["written"] + done["failed"] == 12, done
        assert all(len(content) > 1000 and content.endswith(b"%%EOF\n") for content in pdfs("disk/out").values())
        subprocess.run(["mount", "-o", "remount,size=4m", "disk"], check=True)
        assert report("in", "-o", "disk/out", "-j2")["written"] == done["failed"] or done["written"] < 12
        run("in", "-o", "calm")
        assert pdfs("disk/out") == pdfs("calm")
    finally:
        subprocess.run(["umount", "disk"], check=True)


def test_same_size_in_the_same_moment():
    """As git's racy index: a file that changes within its clock's tick, without another size."""
    make_texts(1)
    for i in range(10):
        write("in/a/t000.md", f"Text {i}\n")
        assert changed() == ["in/a/t000.md"], i


def test_prune():
    make_texts(6)
    run("in", "-o", "out")
    os.remove("in/a/t000.md")
    shutil.rmtree("in/b")
    write("out/b/t001.pdf", b"changed by hand")
    write("out/theirs.pdf", b"never ours")
    before = sorted(pdfs("out"))
    run("in", "-o", "out")
    assert sorted(pdfs("out")) == before, "nothing is removed unasked"
    assert report("in", "-o", "out", "--prune")["removed"] == 2
    assert sorted(pdfs("out")) == ["a/t003.pdf", "b/t001.pdf", "c/t002.pdf", "c/t005.pdf", "theirs.pdf"]
    run("in", "-o", "out", "--prune", "--flat")
    assert sorted(pdfs("out")) == ["b/t001.pdf", "t002.pdf", "t003.pdf", "t005.pdf", "theirs.pdf"]


def test_damaged_manifest():
    make_texts(6)
    run("in", "-o", "out")
    path = "out/.hspdf/manifest.0-of-0"
    with open(path, "rb") as file:
        whole = file.read()
    chance = random.Random(9)
    for _ in range(40):
        damaged = bytearray(whole[:chance.randrange(len(whole))] if chance.random() < 0.5 else whole)
        for _ in range(3):
            if damaged:
                damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        write(path, bytes(damaged))
        expected = pdfs("out")
        run("in", "-o", "out")
        assert pdfs("out") == expected


def test_lost_and_late_workers():
    make_texts(4)
    os.mkfifo("hang.md")
    done = report("in", "hang.md", "-o", "out", "-j2", "--timeout=1", status=1)
    assert [row["diagnostics"][0]["code"] for row in done["results"] if row["diagnostics"]] == ["timeout"]
    assert done["written"] == 4
    process = subprocess.Popen([OPTIONS.hspdf, "batch", "in", "hang.md", "-o", "again", "-j2", "--timeout=60"],
                               stderr=subprocess.PIPE)
    while not os.path.exists("again/c/t002.pdf"):
        time.sleep(0.05)
    time.sleep(0.3)
    children = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process.pid)], capture_output=True, text=True).stdout
    for child in children.split():
        try:
            os.kill(int(child), signal.SIGKILL)
        except ProcessLookupError:  # the last one, which is not needed once the other is gone
            pass
    said = process.communicate(timeout=60)[1].decode()
    assert process.returncode == 1 and "hang.md: error: the process that compiled this was ended by signal 9" in said, said
    assert len(pdfs("again")) == 4


def test_signals():
    make_texts(4)
    os.mkfifo("hang.md")
    for number in (signal.SIGINT, signal.SIGTERM):
        process = subprocess.Popen([OPTIONS.hspdf, "batch", "hang.md", "in", "-o", f"out{number}", "-j1",
                                    "--report", "r.json"], stderr=subprocess.PIPE)
        while not os.path.exists(f"out{number}/.hspdf/journal.0-of-0"):
            time.sleep(0.05)
        time.sleep(0.5)
        process.send_signal(number)
        time.sleep(0.2)
        process.send_signal(number)  # the second does not wait for what hangs
        said = process.communicate(timeout=60)[1].decode()
        assert process.returncode == 128 + number, (process.returncode, said)
        with open("r.json", encoding="utf-8") as file:
            assert json.load(file)["not_reached"] == 5
        assert "stopped by signal" in said, said


def test_two_runs_at_once():
    make_texts(2)
    os.mkfifo("hang.md")
    first = subprocess.Popen([OPTIONS.hspdf, "batch", "hang.md", "-o", "out", "--timeout=60"], stderr=subprocess.PIPE)
    while not os.path.exists("out/.hspdf/journal.0-of-0"):
        time.sleep(0.05)
    assert "another" in run("in", "-o", "out", status=3).said
    run("in", "-o", "out", "--shard=1/1")  # a shard has a lock of its own
    first.kill()
    first.communicate()
    run("in", "-o", "out")


def test_kills():
    """What a killed run leaves is whole; the next one completes it; the outcome is that of an undisturbed run."""
    make_texts(60)
    started = time.time()
    run("in", "-o", "calm")
    lasting = time.time() - started
    calm = pdfs("calm")
    chance = random.Random(OPTIONS.kills)
    reached = 0
    for _ in range(OPTIONS.kills):
        shutil.rmtree("out", ignore_errors=True)
        process = subprocess.Popen([OPTIONS.hspdf, "batch", "in", "-o", "out", "-j2"], stderr=subprocess.DEVNULL)
        time.sleep(chance.random() * lasting)
        process.kill()
        process.wait()
        left = pdfs("out")
        assert all(calm[name] == content for name, content in left.items())
        reached += len(left)
        done = report("in", "-o", "out", "-j2")
        assert done["written"] + done["unchanged"] == 60
        assert done["unchanged"] >= len(left) - 2, (done["unchanged"], len(left))  # two may not have been noted
        assert pdfs("out") == calm
        assert not [name for name in os.listdir("out/.hspdf") if name.startswith(("part", "journal"))]
    print(f"  {OPTIONS.kills} kills left {reached} documents")


def test_worker_kills():
    make_texts(60)
    run("in", "-o", "calm")
    chance = random.Random(4)
    for _ in range(OPTIONS.kills // 2):
        shutil.rmtree("out", ignore_errors=True)
        process = subprocess.Popen([OPTIONS.hspdf, "batch", "in", "-o", "out", "-j2", "--report", "r.json"],
                                   stderr=subprocess.DEVNULL)
        time.sleep(0.02 + chance.random() * 0.1)
        children = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process.pid)], capture_output=True, text=True)
        for child in children.stdout.split()[:1]:
            try:
                os.kill(int(child), signal.SIGKILL)
            except ProcessLookupError:
                pass
        assert process.wait() in (0, 1)
        with open("r.json", encoding="utf-8") as file:
            done = json.load(file)
        lost = [row for row in done["results"] if row["outcome"] == "refused"]
        assert len(lost) <= 1 and done["written"] == 60 - len(lost), done
        assert all(row["diagnostics"][0]["code"] == "worker-lost" for row in lost)
        run("in", "-o", "out")
        assert pdfs("out") == pdfs("calm")


def test_depfile():
    write("in/hspdf.yaml", "")
    shutil.copytree(os.path.join(OPTIONS.source, "examples/images"), "in/images")
    write("in/a b$c#.md", "![Day](images/day.svg)\n\n![None](none.png)\n")
    write("in/z.md", "Text\n")
    run("in", "-o", "out", "--depfile", "all.d")
    run("in", "-o", "out", "--depfile", "again.d")
    with open("all.d", encoding="utf-8") as first, open("again.d", encoding="utf-8") as second:
        rules = first.read()
        assert rules == second.read(), "what is unchanged has its rule"
    assert "out/a\\ b$$c\\#.pdf: \\\n  in/a\\ b$$c\\#.md" in rules and "none.png" not in rules, rules
    subprocess.run([OPTIONS.hspdf, "in/a b$c#.md", "-o", "out/a b$c#.pdf", "--depfile", "one.d"], check=True,
                   capture_output=True)
    write("Makefile", "include one.d\nall: out/a\\ b$$c\\#.pdf\nout/%.pdf: ; touch '$@'\n.DEFAULT_GOAL := all\n")
    if not shutil.which("make"):
        raise Skipped("there is no make")
    assert subprocess.run(["make", "-q"]).returncode == 0, "up to date"
    time.sleep(0.02)
    os.utime("in/images/day.svg")
    assert subprocess.run(["make", "-q"]).returncode == 1, "a picture changed"


def test_trouble_with_files():
    make_texts(8)
    for i in range(100):
        os.symlink("nowhere", f"in/a/gone{i:03}.md")
    done = report("in", "-o", "out", status=1)
    assert done["written"] == 8 and done["refused"] == 100
    assert all(row["diagnostics"][0]["code"] == "input-missing" for row in done["results"] if row["outcome"] == "refused")
    os.makedirs("other/a/t000.pdf")
    done = report("in/a", "in/b", "-o", "other/a", "--quiet", status=3)
    assert done["failed"] == 1 and "directory" in str(done["results"]).lower()


def test_read_only_targets():
    make_texts(3)
    run("in", "-o", "out")
    os.chmod("out/b/t001.pdf", 0o444)
    arguments = [OPTIONS.hspdf, "batch", "in", "-o", "out", "--force", "--report", "report.json"]
    user = {}
    if os.geteuid() == 0:  # who may write them
        user = {"user": 65534, "group": 65534, "extra_groups": []}
        for folder, _, names in os.walk("."):
            for name in [folder] + [os.path.join(folder, name) for name in names]:
                os.chown(name, 65534, 65534)
        try:
            subprocess.run([OPTIONS.hspdf, "--version"], capture_output=True, check=True, **user)
        except (OSError, subprocess.CalledProcessError):
            raise Skipped("the program can not be run by another user than root")
    assert subprocess.run(arguments, capture_output=True, **user).returncode == 3
    with open("report.json", encoding="utf-8") as file:
        done = json.load(file)
    assert done["failed"] == 1 and done["written"] == 2


def test_output_folder_removed():
    make_texts(40)
    os.mkfifo("hang.md")
    process = subprocess.Popen([OPTIONS.hspdf, "batch", "hang.md", "in", "-o", "out", "-j1", "--timeout=2"],
                               stderr=subprocess.PIPE)
    while not os.path.exists("out/.hspdf/journal.0-of-0"):
        time.sleep(0.02)
    shutil.rmtree("out")
    said = process.communicate(timeout=120)[1].decode()
    assert process.returncode == 3 and "in/a/t000.md" in said and "cannot write" in said, (process.returncode, said)


def test_files_deleted_during_the_run():
    """Behind the planning, which is done when the lock is asked for, that another holds."""
    make_texts(6)
    os.makedirs("out/.hspdf")
    with open("out/.hspdf/lock.0-of-0", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        process = subprocess.Popen([OPTIONS.hspdf, "batch", "in", "-o", "out", "-j2"], stderr=subprocess.PIPE)
        while not any(os.path.realpath(f"/proc/{process.pid}/fd/{fd}").endswith("lock.0-of-0")
                      for fd in os.listdir(f"/proc/{process.pid}/fd")):
            time.sleep(0.01)
        os.remove("in/a/t000.md")
        shutil.rmtree("in/b")
    said = process.communicate(timeout=120)[1].decode()
    assert process.returncode == 1 and said.count("[input-missing]") == 3, said
    assert sorted(pdfs("out")) == ["a/t003.pdf", "c/t002.pdf", "c/t005.pdf"], said


def test_shards():
    make_texts(50)
    run("in", "-o", "whole")
    shares = []
    for i in range(1, 5):
        done = report("in", "-o", "out", f"--shard={i}/4")
        shares.append({row["input"] for row in done["results"]})
    assert sorted(len(share) for share in shares) == [12, 12, 13, 13]
    assert pdfs("out") == pdfs("whole")
    write("in/a/new.md", text_of(999))
    moved = 0
    for i in range(1, 5):
        after = {row["input"] for row in report("in", "-o", "out", f"--shard={i}/4")["results"]}
        moved += len(shares[i - 1] - after)
    assert moved <= 3, moved


def merged(*arguments, status=0):
    done = subprocess.run([OPTIONS.hspdf, "report", "merge", *arguments], capture_output=True, timeout=60)
    said = done.stderr.decode()
    assert done.returncode == status, (done.returncode, said)
    return said


def test_report_merge():
    make_texts(50)
    write("in/b/broken.md", b"bad \xff byte\n")
    whole = report("in", "-o", "whole", status=1)
    reports = [f"r{i}.json" for i in range(1, 5)]
    for i, name in enumerate(reports, 1):
        run("in", "-o", "out", f"--shard={i}/4", "--report", name, status=None)
    said = merged(*reversed(reports), "-o", "all.json", status=1)  # one document was refused
    assert "51 of 51 documents reported, 50 written, 1 refused" in said, said
    with open("all.json", encoding="utf-8") as file:
        joined = json.load(file)
    kept = [(row["number"], row["input"], row["output"], row["outcome"], row["diagnostics"]) for row in joined["results"]]
    assert kept == [(row["number"], row["input"], row["output"], row["outcome"], row["diagnostics"])
                    for row in whole["results"]]
    for key in ("documents", "written", "refused", "pages", "plan", "plan_documents"):
        assert joined[key] == whole[key], key
    merged("all.json", "-o", "again.json", status=1)
    with open("all.json", "rb") as first, open("again.json", "rb") as second:
        assert first.read() == second.read()
    said = merged(reports[0], reports[1], reports[3], status=1)
    assert "no report of shard 3 of 4" in said and "in no report" in said, said
    said = merged(*reports, reports[1], status=1)
    assert "both of shard 2 of 4" in said and "is in two reports" in said, said
    os.remove("in/b/broken.md")
    os.remove("in/a/t000.md")
    run("in", "-o", "out", "--shard=2/4", "--report", "r2.json")
    assert "not of one job" in merged(*reports, status=1)
    with open("r1.json", "rb") as file:
        content = file.read()
    for damaged in (b"", b"{}", content[:-1], content[:len(content) // 2], content.replace(b'"number"', b'"nummer"', 1),
                    content.replace(b'"documents":1', b'"documents":2', 1), content + content):
        write("bad.json", damaged)
        assert "no whole report" in merged("bad.json", status=1)
    merged("gone.json", status=1)
    merged(status=2)
    assert subprocess.run([OPTIONS.hspdf, "report", "x"], capture_output=True).returncode == 2
    write("one.md", "One\n")  # more shards than documents
    for i in (1, 2):
        run("one.md", "-o", "few", f"--shard={i}/2", "--report", f"few{i}.json")
    assert "1 of 1 documents reported" in merged("few1.json", "few2.json", "-o", "few.json")


def test_formats():
    make_texts(2)
    write("in/a/bad: 50%,.md", b"One\n\nbad \xff byte and \xe2\x80\xae\n")
    said = run("in", "-o", "out", "--diagnostics=github", status=1).said
    assert "::error file=in/a/bad%3A 50%25%2C.md,line=3,col=5,title=input-utf8::" in said, said
    sarif = json.loads(run("in", "-o", "out", "--diagnostics=sarif", status=1).said)
    assert sarif["runs"][0]["results"][0]["ruleId"] == "input-utf8"
    run("in", "-o", "out", "--report", "r.xml", status=1)
    suite = xml.etree.ElementTree.parse("r.xml").getroot().find("testsuite")
    assert suite.get("failures") == "1" and len(suite.findall("testcase")) == 3


def test_sarif_schema():
    """By the schema of OASIS (github.com/oasis-tcs/sarif-spec, sarif-2.1/schema), laid into build/tools."""
    schema = os.path.join(OPTIONS.source, "build/tools/sarif-schema-2.1.0.json")
    if not os.path.exists(schema):
        raise Skipped(f"there is no {schema}")
    try:
        import jsonschema
    except ImportError:
        raise Skipped("there is no python3-jsonschema")
    with open(schema, encoding="utf-8") as file:
        schema = json.load(file)
    write("in/bad: 50%,.md", b"One\n\n![](none.png) bad \xff byte and \xe2\x80\xae\n")
    write("in/good.md", "Fine\n")
    sarif = json.loads(run("in", "-o", "out", "--diagnostics=sarif", status=1).said)
    jsonschema.validate(sarif, schema)
    assert len(sarif["runs"][0]["results"]) >= 2
    jsonschema.validate(json.loads(run("in/good.md", "-o", "out", "--diagnostics=sarif").said), schema)
    for arguments in (["check", "in/bad: 50%,.md"], ["in/bad: 50%,.md"], ["none.md"]):
        said = subprocess.run([OPTIONS.hspdf, *arguments, "--diagnostics=sarif"], capture_output=True).stderr
        jsonschema.validate(json.loads(said), schema)
    del sarif["runs"][0]["tool"]
    try:
        jsonschema.validate(sarif, schema)
    except jsonschema.ValidationError:
        return
    raise AssertionError("the schema takes anything")


def main(tests):
    global OPTIONS
    parser = argparse.ArgumentParser()
    parser.add_argument("--hspdf", required=True)
    parser.add_argument("--source", required=True)
    parser.add_argument("--kills", type=int, default=24)
    parser.add_argument("names", nargs="*")
    OPTIONS = parser.parse_args()
    failed = done = 0
    for name, test in list(tests.items()):
        if not name.startswith("test_") or (OPTIONS.names and name[5:] not in OPTIONS.names):
            continue
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            try:
                test()
                done += 1
                print(f"ok {name[5:]}", flush=True)
            except Skipped as reason:
                print(f"skipped {name[5:]}: {reason}", flush=True)
            except Exception as error:  # one failure does not hide the others
                failed += 1
                line = error.__traceback__.tb_next.tb_lineno
                print(f"FAILED {name[5:]} at line {line}: {type(error).__name__}: {error}", flush=True)
            os.chdir("/")
    return 1 if failed else 0 if done else 77


if __name__ == "__main__":
    sys.exit(main(globals()))
