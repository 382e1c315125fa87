"""The benchmark: makes the inputs, runs all programs on them in turn, judges what they made, writes the tables.

tools/bench/run calls it, by the Python of its own folder. What was found is kept in results.json of the work folder, unit by
unit, so that a run may be made in parts (--only, --peers); the tables are made of all that is there.
"""

import argparse
import concurrent.futures
import hashlib
import json
import pathlib
import shutil
import subprocess
import sys
import time

import gallery
import inputs
import quality
import report
import tools as tools_of
from peers import PEERS

SOURCE = pathlib.Path(__file__).resolve().parents[2]
ROUNDS, ROUNDS_SHORT = 5, 30    # the second for what takes less than a tenth of a second
SECONDS_A_PROGRAM = 40          # on one document; a slow program has fewer rounds
TIMEOUT = 420                   # of one run
JUDGED_ALL = {"leaflet", "form", "text", "tables", "images", "languages-ar"}  # by veraPDF, too


class Unit:
    """One document by one program, or a folder of documents."""

    def __init__(self, bench, name, peer, made, documents):
        self.name, self.peer, self.made, self.documents, self.bench = name, peer, made, documents, bench
        self.row = PEERS[peer]
        self.is_batch = made.name == "batch"
        place = bench.work / "sources" / peer / made.name
        setups = place.parent / (made.name + "-setup")
        for folder in (place, setups):
            folder.mkdir(parents=True, exist_ok=True)
        self.outs = bench.work / "out" / peer / made.name
        self.outs.mkdir(parents=True, exist_ok=True)
        (bench.work / "scratch").mkdir(exist_ok=True)
        self.commands = [self.prepared(document, place) for document in documents]
        if self.is_batch and self.row.batch:
            self.commands = [self.filled(self.row.batch, documents[0], place, self.outs, place)]
        places = bench.tools.places(self.row, made, documents[0], place / "x", self.outs)
        self.environment = bench.tools.environment(self.row, places, made.name)
        self.figures = {"wall": [], "cpu": [], "memory": []}

    def filled(self, command, document, source, out, place):
        places = self.bench.tools.places(self.row, self.made, document, place / (document.stem + "." + self.row.suffix), out)
        return [tools_of.fill(part, {**places, "source": source}) for part in command]

    def prepared(self, document, place):
        source = place / (document.stem + "." + self.row.suffix)
        tools = self.bench.tools
        places = tools.places(self.row, self.made, document, source, self.outs / (document.stem + ".pdf"))
        source.write_text(tools_of.fill(self.row.convert(document, self.made, tools), {"setup": places["setup"]}),
                          encoding="utf-8")
        places["setup"].write_text(tools_of.fill(self.row.setup(document, self.made), places), encoding="utf-8")
        for picture in self.made.folder.glob("*.jpg"):
            if not (place / picture.name).exists():
                (place / picture.name).hardlink_to(picture)
        return self.filled(self.row.command, document, source, places["out"], place)

    def outputs(self):
        return [self.outs / (document.stem + ".pdf") for document in self.documents]

    def run(self, is_counted):
        """Gives why it failed, or nothing."""
        wall = cpu = memory = 0
        for command in self.commands:
            measured = [self.bench.tools.programs["measure"], str(TIMEOUT), *command]
            done = subprocess.run(measured, env=self.environment, capture_output=True, text=True, errors="replace",
                                  cwd=self.bench.work / "scratch")
            status, *taken = map(float, done.stdout.split()[-4:])
            if status != 0:
                (self.outs / "failed.log").write_text(done.stderr[-4000:])
                return "over %d min" % (TIMEOUT / 60) if status == 124 else "fails"
            wall, cpu, memory = wall + taken[0], cpu + taken[1], max(memory, taken[2] / 1000)
        if is_counted:
            for key, value in (("wall", wall), ("cpu", cpu), ("memory", memory)):
                self.figures[key].append(value)
        return "makes nothing" if not all(path.exists() for path in self.outputs()) else None

    def digest(self):
        joined = hashlib.sha256()
        for path in self.outputs():
            joined.update(path.read_bytes())
        return joined.hexdigest()


class Bench:
    def __init__(self, options):
        self.options, self.work = options, options.work
        self.tools = tools_of.Tools(options)
        self.store = self.work / "results.json"
        self.results = json.loads(self.store.read_text()) if self.store.exists() else {}

    def keep(self, peer, name, found):
        self.results.setdefault("units", {}).setdefault(name, {})[peer] = found
        self.store.write_text(json.dumps(self.results, indent=1))

    def hole(self, peer, made, lang):
        row = PEERS[peer]
        if row.program not in self.tools.programs:
            return "not to be had"
        return row.cannot.get(made.name) or (made.name == "languages" and row.cannot.get(lang)) or None

    def units(self, name, made, documents):
        for peer in self.options.peers or PEERS:
            hole = self.hole(peer, made, documents[0].lang)
            if peer not in inputs.FEW.get(made.name, PEERS) or made.name not in (PEERS[peer].only or inputs.INPUTS):
                continue
            if hole:
                self.keep(peer, name, {"hole": hole})
                continue
            row = PEERS[peer]
            yield Unit(self, name, peer, made, documents[:row.batch_count])

    def measure(self, units):
        """In turn, round after round. A first run warms the file cache; of what is slow it is counted."""
        alive, spent, firsts = [], {}, {}
        for unit in units:
            started = time.monotonic()
            failure = unit.run(is_counted=False)
            spent[unit.peer] = time.monotonic() - started
            if failure:
                self.keep(unit.peer, unit.name, {"hole": failure})
                continue
            firsts[unit.peer] = unit.digest()
            alive.append(unit)
        is_short = {unit.peer: spent[unit.peer] < 0.1 for unit in alive}
        for number in range(ROUNDS_SHORT):
            for unit in alive:
                if number and (spent[unit.peer] > SECONDS_A_PROGRAM or number >= ROUNDS and not is_short[unit.peer]):
                    continue
                started = time.monotonic()
                unit.run(is_counted=True)
                spent[unit.peer] += time.monotonic() - started
        for unit in alive:
            yield unit, {**unit.figures, "same": unit.digest() == firsts[unit.peer]}

    def judge(self, unit, found):
        path, document = unit.outputs()[0], unit.documents[0]
        found.update(quality.facts(path), documents=len(unit.documents))
        if unit.is_batch:
            found["bytes"] = sum(other.stat().st_size for other in unit.outputs()) / len(unit.documents)
        if unit.made.name not in inputs.FEW:
            pairs = zip(unit.outputs(), unit.documents)
            each = [quality.words(out, inputs.words_of(text), text.lang) for out, text in pairs]
            found.update({key: sum(one[key] for one in each) for key in each[0]})
            found.update(missing=quality.missing_glyphs(path), unseen=quality.unseen(path))
        if unit.made.name == "odd":
            found.update(quality.table_facts(path, document.plain))
        setup = unit.row.setup(document, unit.made)
        found["setup"] = len(setup.splitlines())
        return found

    def do(self, name, made, documents):
        units = list(self.units(name, made, documents))
        measured = list(self.measure(units))
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            judged = list(pool.map(lambda pair: (pair[0], self.judge(*pair)), measured))
        passed = {}
        if name in JUDGED_ALL and self.options.verapdf.exists():
            passed = quality.verdicts(self.options.verapdf, [unit.outputs()[0] for unit, _ in judged])
        for unit, found in judged:
            if passed:
                found["passed"] = passed[str(unit.outputs()[0])]
            self.keep(unit.peer, name, found)
        print("%s: %s" % (name, ", ".join(unit.peer for unit, _ in judged)), flush=True)

    def run(self):
        for input_name in self.options.only or inputs.INPUTS:
            made = inputs.make(input_name, self.work)
            if input_name == "batch":
                self.do("batch", made, made.documents)
                continue
            for document in made.documents:
                name = "%s-%s" % (input_name, document.stem) if len(made.documents) > 1 else input_name
                if not self.options.part or document.stem in self.options.part:
                    self.do(name, made, [document])
            if input_name == "images":
                self.copy_images(made)
        self.results["machine"] = {**tools_of.machine(), "date": time.strftime("%Y-%m-%d")}
        named = [name for name in self.tools.programs if name != "measure"]
        self.results["versions"] = {name: self.tools.version(name) for name in named}
        self.store.write_text(json.dumps(self.results, indent=1))

    def copy_images(self, made):
        """The least that can be done with a hundred JPEGs: to write their bytes into one file."""
        files = sorted(map(str, made.folder.glob("*.jpg")))
        target = str(self.work / "scratch/copied")
        copying = ["sh", "-c", 'target=$1; shift; cat "$@" > "$target"', "sh", target, *files]
        command = [self.tools.programs["measure"], "60", *copying]
        taken = [tuple(map(float, subprocess.run(command, capture_output=True, text=True).stdout.split()[-4:]))
                 for _ in range(ROUNDS)]
        self.keep("copy", "images", {"wall": [row[1] for row in taken], "cpu": [row[2] for row in taken]})


def main():
    parser = argparse.ArgumentParser(prog="tools/bench/run", description=__doc__.splitlines()[0])
    path = pathlib.Path
    parser.add_argument("--build", type=path, default=SOURCE / "build/release", help="folder with hspdf, naive and measure")
    parser.add_argument("--work", type=path, default=SOURCE / "build/bench", help="folder for peers, texts and outputs")
    parser.add_argument("--typst", type=path, help="Typst's program, where it is not to be built")
    parser.add_argument("--static", type=path, help="hspdf built static, to be measured beside the other")
    parser.add_argument("--rayomd", type=path, help="RayoMD's program, which its user has built")
    parser.add_argument("--glu", type=path, help="glu's program, which its user has built")
    parser.add_argument("--verapdf", type=path, default=SOURCE / "build/tools/greenfield-apps-1.28.2.jar")
    parser.add_argument("--only", choices=inputs.INPUTS, action="append", help="this input alone; may be given again")
    parser.add_argument("--part", action="append", help="of an input's documents this one alone, as ar; may be given again")
    parser.add_argument("--peers", choices=PEERS, action="append", help="this program alone; may be given again")
    parser.add_argument("--fresh", action="store_true", help="forget what earlier runs found")
    parser.add_argument("--gallery", action="store_true", help="make docs/gallery.md anew, too")
    parser.add_argument("--report", action="store_true", help="run nothing, write the tables of what was found")
    options = parser.parse_args()
    for name in ("build", "work", "typst", "static", "rayomd", "glu"):
        if getattr(options, name):
            setattr(options, name, getattr(options, name).resolve())
    options.work.mkdir(parents=True, exist_ok=True)
    if options.fresh:
        (options.work / "results.json").unlink(missing_ok=True)
        shutil.rmtree(options.work / "out", ignore_errors=True)
    bench = Bench(options)
    if not options.report:
        bench.run()
    report.write(bench.results, SOURCE)
    if options.gallery:
        gallery.write(options.work, SOURCE, bench.results)
    return 0


if __name__ == "__main__":
    sys.exit(main())
