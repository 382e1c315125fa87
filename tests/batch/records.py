"""hspdf batch with --data: a document of each record. Usage as of batch.py, whose tools it takes.
"""
import csv
import fcntl
import json
import os
import random
import shutil
import subprocess
import sys
import time

import batch
from batch import pdfs, report, run, write

LETTER = """---
title: Your appointment
lang: en
reference: AU-203
---

Dear {{name}},

we have kept {{day}} for you.

{{#note}}{{note}}{{/note}}
"""
SECRET = "Geheimnisvoll"


def write_csv(path, rows, encoding="utf-8", **dialect):
    with open(path, "w", encoding=encoding, newline="") as file:
        csv.writer(file, **dialect).writerows(rows)


def rows_of(count):
    return [["ref", "name", "day", "note"]] + [
        [f"R-{i:03}", f"Mrs Ada \u00c9. {i}", f"2027-01-{i % 28 + 1:02}", "wax" if i % 2 else ""] for i in range(count)]


def text_of(path):
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True, text=True).stdout


def single(text, rows, index):
    """What hspdf makes of one record alone."""
    write_csv("one.csv", [rows[0], rows[index]])
    return subprocess.run([batch.OPTIONS.hspdf, text, "--data", "one.csv", "-o", "-"], capture_output=True,
                          check=True).stdout


def test_one_document_a_record():
    write("letter.md", LETTER)
    rows = rows_of(30)
    write_csv("p.csv", rows)
    done = report("letter.md", "--data", "p.csv", "-o", "out", "-j3")
    assert done["written"] == 30 and [row["number"] for row in done["results"]] == list(range(1, 31))
    assert sorted(pdfs("out")) == [f"letter-{i:04}.pdf" for i in range(1, 31)]
    for i in (1, 17, 30):
        assert pdfs("out")[f"letter-{i:04}.pdf"] == single("letter.md", rows, i), i
    run("letter.md", "--data", "p.csv", "-o", "again", "-j1")
    assert pdfs("again") == pdfs("out")
    run("letter.md", "--data", "-", "-o", "piped", input=open("p.csv", "rb").read())
    assert pdfs("piped") == pdfs("out")
    run("letter.md", "--data", "p.csv", "--set", "day=2027-02-03", "-o", "set")
    assert "February 3, 2027" in text_of("set/letter-0001.pdf")


def test_names_of_records():
    write("letter.md", LETTER)
    rows = rows_of(5)
    rows[3][0] = "../../evil/.x"
    write_csv("p.csv", rows)
    run("letter.md", "--data", "p.csv", "-o", "out", "--name", "{{lang}}/{{ref}}-{{number}}.pdf")
    assert sorted(pdfs("out")) == ["en/R-000-0001.pdf", "en/R-001-0002.pdf", "en/R-003-0004.pdf", "en/R-004-0005.pdf",
                                   "en/evil-.x-0003.pdf"], sorted(pdfs("out"))
    said = run("letter.md", "--data", "p.csv", "-o", "none", "--name", "{{reference}}.pdf", status=2).said
    assert "the records in lines 2 and 3" in said, said
    said = run("letter.md", "--data", "p.csv", "-o", "none", "--name", "{{note}}.pdf", status=1).said
    assert "p.csv:2: --name wants 'note'" in said, said
    rows[5][1] = rows[2][1] = SECRET
    write_csv("p.csv", rows)
    said = run("letter.md", "--data", "p.csv", "-o", "none", "--name", "{{name}}.pdf", status=2).said
    assert "lines 3 and 6" in said and SECRET not in said, said
    assert not os.path.exists("none")
    for arguments in (["letter.md", "letter.md"], ["."], ["-"]):
        run(*arguments, "--data", "p.csv", "-o", "none", status=2, input=b"")
    run("gone.md", "--data", "p.csv", "-o", "none", status=1)
    run("letter.md", "--data", "gone.csv", "-o", "none", status=1)
    assert not os.path.exists("none")


def test_only_records_that_changed():
    write("letter.md", LETTER)
    rows = rows_of(12)
    write_csv("p.csv", rows)

    def changed(*more):
        done = report("letter.md", "--data", "p.csv", "-o", "out", "--name", "{{ref}}.pdf", *more)
        return [row["output"] for row in done["results"] if row["outcome"] == "written"]

    assert len(changed()) == 12 and changed() == []
    rows[4][1] = "Another"
    write_csv("p.csv", rows)
    assert changed() == ["R-003.pdf"]
    rows.insert(1, rows.pop())
    write_csv("p.csv", rows, delimiter=";")
    assert changed() == [], "other rows, the same records"
    assert len(changed("--set", "day=2027-03-01")) == 12
    assert len(changed()) == 12
    write("letter.md", LETTER + "More.\n")
    assert len(changed()) == 12
    del rows[2]
    write_csv("p.csv", rows)
    done = report("letter.md", "--data", "p.csv", "-o", "out", "--name", "{{ref}}.pdf", "--prune")
    assert done["removed"] == 1 and len(pdfs("out")) == 11 and "R-000.pdf" not in pdfs("out"), done


def test_shards_of_records():
    write("letter.md", LETTER)
    rows = rows_of(40)
    write_csv("p.csv", rows)
    options = ["letter.md", "--data", "p.csv", "--name", "{{ref}}.pdf", "-o"]
    run(*options, "whole")
    shares = []
    for i in range(1, 5):
        done = report(*options, "out", f"--shard={i}/4", "--prune")
        shares.append({row["output"] for row in done["results"]})
    assert sorted(len(share) for share in shares) == [10, 10, 10, 10]
    assert pdfs("out") == pdfs("whole")
    rows.insert(7, ["R-new", "New", "2027-04-01", ""])
    write_csv("p.csv", rows)
    moved = 0
    for i in range(1, 5):
        done = report(*options, "out", f"--shard={i}/4", "--prune")
        moved += len(shares[i - 1] - {row["output"] for row in done["results"]})
    assert moved <= 3, moved
    run(*options, "whole")
    assert pdfs("out") == pdfs("whole")


def test_what_data_are_written_like():
    write("letter.md", "{{name}} | {{note}} | {{patient.town}}\n")
    table = [["name", "note", "patient.town"], ["M\u00fcller; \"Hans\"", "line one\nline two", "K\u00f6ln, Mitte"],
             ["Second\tname", "a, b", "Graz"]]
    for name, encoding, dialect in [("comma.csv", "utf-8", {}), ("semicolon.csv", "utf-8-sig", {"delimiter": ";"}),
                                    ("tab.tsv", "utf-8", {"delimiter": "\t"}), ("crlf.csv", "cp1252", {"delimiter": ";"}),
                                    ("quoted.csv", "utf-8", {"quoting": csv.QUOTE_ALL, "lineterminator": "\n"})]:
        write_csv(name, table, encoding, **dialect)
        said = run("letter.md", "--data", name, "-o", name + ".out").said
        assert ("[data-encoding]" in said) == (encoding == "cp1252"), said
        assert pdfs(name + ".out") == pdfs("comma.csv.out"), name
    first = " ".join(text_of("comma.csv.out/letter-0001.pdf").split())
    assert first == "M\u00fcller; \"Hans\" | line one line two | K\u00f6ln, Mitte", first
    write("list.json", '[{"name": "A", "note": "1", "patient": {"town": "X"}},{"name": "Berta", "note": "two", "patient": '
          '{"town": "York"}}]')
    write("lines.jsonl", '{"name": "A", "note": "1", "patient": {"town": "X"}}\n{"name": "Berta", "note": "two", "patient": '
          '{"town": "York"}}\n')
    write("list.yaml", "- {name: A, note: '1', patient: {town: X}}\n- name: Berta\n  note: two\n  patient:\n    town: York\n")
    for name in ("list.json", "lines.jsonl", "list.yaml"):
        run("letter.md", "--data", name, "-o", name + ".out")
        assert text_of(name + ".out/letter-0002.pdf").strip() == "Berta | two | York", name
        assert len(pdfs(name + ".out")) == 2
    for name, text, place in [("ragged.csv", "a,b\n1,2\n3\n", "ragged.csv:3:1"),
                              ("cut.json", '[{"a": 1},\n{"a": 2', "cut.json:2:1"), ("bad.yaml", "- a: 1\n- [2]\n", "bad.yaml:2"),
                              ("empty.csv", "", "empty.csv: error")]:
        write(name, text)
        said = run("letter.md", "--data", name, "-o", "none", status=1).said
        assert place in said and not os.path.exists("none"), said


def test_faults_name_rows_and_no_values():
    write("letter.md", "---\nlang: {{lang}}\ndate: {{day}}\npaper: {{paper}}\n---\n\nDear {{name}}, {{#list}}{{missing}}{{/list}}\n\n"
          "![{{alt}}]({{file}}) [x]({{link}}) <span style='color:{{{color}}}' lang='{{{color}}}'>y</span>\n\n"
          "| {{wide}} | b | c | d | e | f | g | h | i | j | k | l | m | n |\n|" + "---|" * 14 + "\n"
          "| {{wide}} |" + " abcdefghij |" * 13 + "\n")
    names = ["lang", "day", "paper", "name", "alt", "file", "link", "color", "wide", "list"]
    write_csv("p.csv", [names] + [[f"{SECRET}{i}{name}" + (SECRET * 9 if name == "wide" else "") for name in names]
                                  for i in range(3)])
    for more in ([], ["--diagnostics=json"], ["--diagnostics=sarif"], ["--diagnostics=github"]):
        said = run("letter.md", "--data", "p.csv", "-o", "out", "--report", "r.json", *more, status=1).said
        assert SECRET not in said, said
        assert "the data have no 'missing'" in said and "p.csv:3" in said and "p.csv:4" in said, said
    with open("r.json", encoding="utf-8") as file:
        assert SECRET not in file.read()
    for at, _, files in os.walk("out"):
        for name in files:
            with open(os.path.join(at, name), "rb") as file:
                assert SECRET.encode() not in file.read(), name


def test_one_record_fails_alone():
    write("letter.md", "{{#ok}}fine{{/ok}}{{^ok}}{{absent}}{{/ok}}\n")
    write_csv("p.csv", [["ok", "n"]] + [["" if i == 4 else "y", i] for i in range(9)])
    done = report("letter.md", "--data", "p.csv", "-o", "out", "-j2", status=1)
    assert done["written"] == 8
    assert [row["record_line"] for row in done["results"] if row["outcome"] == "refused"] == [6], done


def test_the_same_of_many_records():
    write("letter.md", "![gone](gone.png) {{n}} {{#odd}}{{absent}}{{/odd}}\n")
    write_csv("p.csv", [["n", "odd"]] + [[i, "y" if i % 2 else ""] for i in range(100)])
    said = run("letter.md", "--data", "p.csv", "-o", "out", "--report", "r.json", status=1).said
    assert said.count("'gone.png' is not there") == 4 and "the same with 97 more records" in said, said
    assert said.count("the data have no 'absent'") == 4 and "the same with 47 more records" in said, said
    assert "100 warnings" in said
    with open("r.json", encoding="utf-8") as file:
        assert sum(len(row["diagnostics"]) for row in json.load(file)["results"]) == 150
    said = run("letter.md", "--data", "p.csv", "-o", "out", "--quiet", status=1).said
    assert "gone.png" not in said and "the same with 47 more records" in said, said


def test_data_that_change_meanwhile():
    """Between the two readings, while another holds the lock."""
    write("letter.md", LETTER)
    rows = rows_of(9)
    write_csv("p.csv", rows)
    os.makedirs("out/.hspdf")
    with open("out/.hspdf/lock.0-of-0", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        process = subprocess.Popen([batch.OPTIONS.hspdf, "batch", "letter.md", "--data", "p.csv", "-o", "out", "-j1",
                                    "--report", "r.json"], stderr=subprocess.PIPE)
        while not any(os.path.realpath(f"/proc/{process.pid}/fd/{fd}").endswith("lock.0-of-0")
                      for fd in os.listdir(f"/proc/{process.pid}/fd")):
            time.sleep(0.01)
        rows[6][1] = "Another"
        write_csv("p.csv", rows)
    said = process.communicate(timeout=120)[1].decode()
    assert process.returncode == 3 and "'p.csv' changed while it was read" in said, said
    assert sorted(pdfs("out")) == [f"letter-{i:04}.pdf" for i in range(1, 6)]
    assert report("letter.md", "--data", "p.csv", "-o", "out")["written"] == 4


def pages_of(path):
    return subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True, text=True).stdout.split("\f")[:-1]


LONG_LETTER = """---
lang: en
title: {title}
reference: AU-203
style:
  page:
    duplex: {duplex}
---

# Dear {{{{name}}}} {{#top}}

Your file is {{{{ref}}}}, see [the top](#top) and a note[^1]. ![A day](day.svg) \U0001F600

{{{{#note}}}}
<div style="page-break-before: always">Second page</div>
{{{{/note}}}}

[^1]: A note.
"""


def test_merge():
    write("letter.md", LONG_LETTER.format(title="A letter", duplex="any"))
    write("day.svg", open(os.path.join(batch.OPTIONS.source, "examples/images/day.svg"), "rb").read())
    rows = rows_of(6)
    write_csv("p.csv", rows)
    done = report("letter.md", "--data", "p.csv", "--merge", "all.pdf")
    assert done["written"] == 6 and all(row["output"] == "all.pdf" for row in done["results"]), done
    pages = pages_of("all.pdf")
    assert len(pages) == 9, len(pages)
    # Each letter's words are those of its own file, with its own page numbers.
    run("letter.md", "--data", "p.csv", "-o", "out")
    at = 0
    for i in range(1, 7):
        own = pages_of(f"out/letter-{i:04}.pdf")
        assert pages[at:at + len(own)] == own, i
        at += len(own)
    assert "Page 2 of 2" in pages[2] and "Page" not in pages[0]
    run("letter.md", "--data", "p.csv", "--merge", "again.pdf", "-j4")
    with open("all.pdf", "rb") as first, open("again.pdf", "rb") as second:
        assert first.read() == second.read()
    assert os.path.getsize("all.pdf") < 2 * os.path.getsize("out/letter-0001.pdf"), "fonts and pictures are shared"


def test_merge_outline_and_sides():
    """By what qpdf and pdfinfo say of the file."""
    for tool in ("qpdf", "pdfinfo"):
        if not shutil.which(tool):
            raise batch.Skipped(f"there is no {tool}")
    write("letter.md", LONG_LETTER.format(title='"For {{name}}"', duplex="long-edge"))
    write("day.svg", open(os.path.join(batch.OPTIONS.source, "examples/images/day.svg"), "rb").read())
    rows = rows_of(4)
    write_csv("p.csv", rows)
    run("letter.md", "--data", "p.csv", "--merge", "two-sided.pdf", "--name", "{{ref}}.pdf")
    file = json.loads(subprocess.run(["qpdf", "--json", "two-sided.pdf"], capture_output=True, check=True).stdout)
    starts = [(number, page["outlines"][0]["title"]) for number, page in enumerate(file["pages"]) if page["outlines"]]
    assert starts == [(0, "R-000"), (2, "R-001"), (4, "R-002"), (6, "R-003")], starts
    assert [page["label"].get("/P") for page in file["pages"]] == \
        ["u:1-", None, "u:2-", "u:2-", "u:3-", None, "u:4-", "u:4-"], file["pages"]
    pages = pages_of("two-sided.pdf")
    assert len(pages) == 8 and not pages[1].strip() and not pages[5].strip(), pages
    said = subprocess.run(["pdfinfo", "two-sided.pdf"], capture_output=True, check=True, text=True).stdout
    assert "two-sided" in said.split("Title:")[1].splitlines()[0], "a title that is one person's is not the file's"
    tree = subprocess.run(["pdfinfo", "-struct", "two-sided.pdf"], capture_output=True, check=True, text=True).stdout
    assert tree.count("\n  Part") == 4 and tree.count("    H1") == 4 and tree.startswith("Document"), tree
    objects = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", "two-sided.pdf", "-"], capture_output=True,
                             check=True).stdout
    assert b"/Duplex /DuplexFlipLongEdge" in objects
    # What leads within a letter stays there.
    values = {name[4:]: entry["value"] for name, entry in file["qpdf"][1].items() if "value" in entry}
    number_of = {page["object"]: number for number, page in enumerate(file["pages"])}
    leads = [(number, number_of[values[link]["/Dest"][0]]) for page, number in number_of.items()
             for link in values[page].get("/Annots", []) if "/Dest" in values[link]]
    assert len(leads) == 12 and all(page // 2 == target // 2 for page, target in leads), leads


def test_merge_refuses():
    write("letter.md", "{{#ok}}fine{{/ok}}{{^ok}}{{absent}}{{/ok}} {{n}}\n")
    write_csv("p.csv", [["ok", "n"]] + [["" if i == 4 else "y", i] for i in range(9)])
    write("all.pdf", "older")
    done = report("letter.md", "--data", "p.csv", "--merge", "all.pdf", status=1)
    assert [row["outcome"] for row in done["results"]] == ["not reached"] * 4 + ["refused"] + ["not reached"] * 4, done
    with open("all.pdf", encoding="utf-8") as file:
        assert file.read() == "older"
    assert not [name for name in os.listdir(".") if "part" in name]
    os.mkdir("folder")
    run("letter.md", "--data", "p.csv", "--set", "ok=y", "--merge", "folder", status=3)
    run("letter.md", "--data", "p.csv", "--set", "ok=y", "--merge", "gone/all.pdf", status=3)
    for more in (["-o", "out"], ["--prune"], ["--depfile", "x.d"], ["--flat"]):
        run("letter.md", "--data", "p.csv", "--merge", "all.pdf", *more, status=2)
    run("letter.md", "--merge", "all.pdf", status=2)
    for shard in (1, 2):
        run("letter.md", "--data", "p.csv", "--set", "ok=y", "--merge", f"part{shard}.pdf", f"--shard={shard}/2")
    both = pages_of("part1.pdf") + pages_of("part2.pdf")
    assert sorted(page.split()[1] for page in both) == [str(i) for i in range(9)], both


def test_depfile_of_records():
    write("letter.md", LETTER)
    write_csv("p.csv", rows_of(3))
    run("letter.md", "--data", "p.csv", "-o", "out", "--depfile", "all.d")
    with open("all.d", encoding="utf-8") as file:
        rules = file.read()
    assert rules.count("  p.csv") == 3 and "out/letter-0003.pdf: \\\n  letter.md" in rules, rules


def test_kills_with_records():
    write("letter.md", LETTER)
    write_csv("p.csv", rows_of(60))
    run("letter.md", "--data", "p.csv", "-o", "calm")
    calm = pdfs("calm")
    chance = random.Random(3)
    for _ in range(batch.OPTIONS.kills // 4):
        subprocess.run(["rm", "-rf", "out"], check=True)
        process = subprocess.Popen([batch.OPTIONS.hspdf, "batch", "letter.md", "--data", "p.csv", "-o", "out", "-j2"],
                                   stderr=subprocess.DEVNULL)
        try:
            process.wait(timeout=chance.random() * 0.2)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        assert all(calm[name] == content for name, content in pdfs("out").items())
        run("letter.md", "--data", "p.csv", "-o", "out")
        assert pdfs("out") == calm


if __name__ == "__main__":
    sys.exit(batch.main(globals()))
