"""The snippets for CI, as their services would run them: each command that they give hspdf, in a repository with good
texts and with a bad one.

Usage: ci.py --hspdf PROGRAM --source DIR [NAME...]
Reads tools/ci, tools/kubernetes and .pre-commit-hooks.yaml. Ends with 77 without PyYAML.
"""
import argparse
import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

try:
    import yaml
except ImportError:
    print("skipped: no PyYAML")
    sys.exit(77)

OPTIONS = None
COUNT = 12
GOOD = "---\ntitle: Text {0}\nlang: en\n---\n\nText {0} is good.\n"
BAD = b"---\ntitle: Bad\nlang: en\n---\n\nNot UTF-8: \xff\n"


def read_yaml(*path):
    with open(os.path.join(OPTIONS.source, *path)) as file:
        return yaml.safe_load(file)


def write_texts(has_bad=False):
    os.mkdir("texts")
    for number in range(COUNT):
        with open(f"texts/text-{number}.md", "w") as file:
            file.write(GOOD.format(number))
    if has_bad:
        with open("texts/bad.md", "wb") as file:
            file.write(BAD)


def sh(script, **variables):
    return subprocess.run(["sh", "-ec", script], capture_output=True, text=True, env={**os.environ, **variables})


def made():
    return len(glob.glob("out/**/*.pdf", recursive=True))


def steps(name):
    (job,) = read_yaml("tools", "ci", name)["jobs"].values()
    return [step["run"] for step in job["steps"] if "run" in step]


def test_github():
    write_texts(has_bad=True)
    (compile_step,) = steps("github.yml")
    done = sh(compile_step)
    assert done.returncode == 1 and made() == COUNT, done.stderr
    assert "::error file=texts/bad.md,line=6," in done.stderr, done.stderr
    assert xml.etree.ElementTree.parse("report.xml").find("testsuite").get("failures") == "1"
    os.unlink("texts/bad.md")
    assert sh(compile_step).returncode == 0


def test_github_sarif():
    write_texts(has_bad=True)
    (check_step,) = steps("github-sarif.yml")
    assert sh(check_step).returncode == 0
    with open("hspdf.sarif") as file:
        (result,) = json.load(file)["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "texts/bad.md"


def test_gitlab():
    write_texts()
    job = read_yaml("tools", "ci", "gitlab.yml")["leaflets"]
    (script,) = job["script"]
    for index in range(1, job["parallel"] + 1):
        done = sh(script, CI_NODE_INDEX=str(index), CI_NODE_TOTAL=str(job["parallel"]))
        assert done.returncode == 0, done.stderr
        assert os.path.exists(job["artifacts"]["reports"]["junit"])
    assert made() == COUNT


def test_kubernetes():
    write_texts(has_bad=True)
    os.mkdir("reports")
    spec = read_yaml("tools", "kubernetes", "job.yaml")["spec"]
    (container,) = spec["template"]["spec"]["containers"]
    variables = {each["name"]: each["value"] for each in container["env"]}
    assert int(variables["SHARDS"]) == spec["completions"]
    for index in range(spec["completions"]):
        done = subprocess.run([*container["command"], *container["args"]], capture_output=True, text=True,
                              env={**os.environ, **variables, "JOB_COMPLETION_INDEX": str(index)})
        assert done.returncode == 0, done.stderr
    assert made() == COUNT
    done = sh("hspdf report merge reports/shard-*.json -o reports/all.json")
    assert done.returncode == 1 and f"{COUNT + 1} of {COUNT + 1} documents reported" in done.stderr, done.stderr


def commit(message):
    return sh(f"git add -A && git -c user.name=A -c user.email=a@example.org commit -qm '{message}'")


def test_hook():
    sh("git init -q")
    shutil.copy(os.path.join(OPTIONS.source, "tools", "ci", "pre-commit"), ".git/hooks/pre-commit")
    write_texts()
    assert commit("good").returncode == 0
    with open("texts/bad.md", "wb") as file:
        file.write(BAD)
    done = commit("bad")
    assert done.returncode != 0 and "texts/bad.md:6:" in done.stderr, done.stderr


def test_pre_commit():
    """By the framework where it is there, else its entry, with the files that it would be given."""
    (hook,) = read_yaml(".pre-commit-hooks.yaml")
    assert hook["language"] == "system" and hook["types"] == ["markdown"]
    write_texts()
    assert sh(f"{hook['entry']} texts/*.md").returncode == 0
    with open("texts/bad.md", "wb") as file:
        file.write(BAD)
    done = sh(f"{hook['entry']} texts/*.md")
    assert done.returncode == 1 and "texts/bad.md:6:" in done.stderr, done.stderr


def main():
    global OPTIONS
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hspdf", required=True)
    parser.add_argument("--source", required=True)
    parser.add_argument("names", nargs="*")
    OPTIONS = parser.parse_args()
    tests = {name[len("test_"):]: function for name, function in globals().items() if name.startswith("test_")}
    with tempfile.TemporaryDirectory() as tools:
        os.symlink(OPTIONS.hspdf, f"{tools}/hspdf")
        os.environ["PATH"] = f"{tools}:{os.environ['PATH']}"
        for name in OPTIONS.names or tests:
            with tempfile.TemporaryDirectory() as folder:
                os.chdir(folder)
                tests[name]()
                os.chdir("/")
    print(len(OPTIONS.names or tests), "snippets do what they say")


if __name__ == "__main__":
    main()
