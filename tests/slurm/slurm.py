"""tools/slurm on a real Slurm: an array of eight, one task of it killed and one put back into the queue while they work,
makes what one run makes, byte for byte, and one report of it.

Usage: slurm.py --hspdf PROGRAM --source DIR [--documents N]
Starts munged, slurmctld and slurmd of its own, in a folder of its own, on ports of its own; ends with 77 where they are
not installed or will not start.
"""
import argparse
import contextlib
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

SKIPPED = 77
PATIENCE_S = 240
TASKS = 8
KILLED, REQUEUED = 3, 6
JOURNAL_SHARE = 10  # bytes of a shard's journal for each document of the job: a fifth of its own are written then
PROGRAMS = ("munged", "slurmctld", "slurmd", "sbatch", "squeue", "scontrol")

WORDS = """dressing tablet morning evening nurse appointment week fever rest water clinic letter walk sleep stairs
soup visit neighbour window garden shower plaster bandage breath pulse""".split()

CONFIGURATION = """\
ClusterName=hspdf
SlurmctldHost={name}(127.0.0.1)
SlurmctldPort={ports[0]}
SlurmdPort={ports[1]}
AuthType=auth/munge
AuthInfo=socket={folder}/munge/socket,cred_expire=5
CredType=cred/munge
SlurmUser=root
SlurmdUser=root
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
SwitchType=switch/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=batch_sched_delay=0,sched_interval=2,bf_interval=1
SlurmdParameters=config_overrides
ReturnToService=2
MailProg=/bin/true
NodeName={name} NodeAddr=127.0.0.1 CPUs={tasks} RealMemory=1000 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES State=UP
"""


def skip(why):
    print("skipped:", why)
    sys.exit(SKIPPED)


def wait_for(condition, what, pause_s=0.02):
    ends = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < ends, f"waited in vain for {what}"
        time.sleep(pause_s)


def free_ports(count):
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


def said(*command):
    return subprocess.run(command, capture_output=True, text=True).stdout


class Cluster:
    """One machine that is said to have as many CPUs as there are tasks."""

    def __init__(self, folder):
        self.folder = folder
        self.processes = []
        for name in ("state", "spool", "munge"):
            os.mkdir(f"{folder}/{name}", 0o700)
        with open(f"{folder}/munge/key", "wb", opener=lambda path, flags: os.open(path, flags, 0o600)) as key:
            key.write(os.urandom(1024))
        with open(f"{folder}/slurm.conf", "w") as file:
            name = socket.gethostname().split(".")[0]
            file.write(CONFIGURATION.format(folder=folder, name=name, tasks=TASKS, ports=free_ports(2)))
        os.environ["SLURM_CONF"] = f"{folder}/slurm.conf"

    def __enter__(self):
        munge = f"{self.folder}/munge"
        self.start("munged", "--foreground", "--force", f"--socket={munge}/socket", f"--key-file={munge}/key",
                   f"--pid-file={munge}/pid", f"--log-file={munge}/log", f"--seed-file={munge}/seed")
        wait_for(lambda: os.path.exists(f"{munge}/socket"), "munged")
        self.start("slurmctld", "-D", "-i")
        self.start("slurmd", "-D")
        ends = time.monotonic() + 30
        while "idle" not in said("sinfo", "--noheader", "--format=%T"):
            if time.monotonic() > ends or any(process.poll() is not None for process in self.processes):
                self.__exit__()
                skip("Slurm does not start here: " + self.log("slurmctld")[-300:])
            time.sleep(0.1)
        return self

    def start(self, *command):
        self.processes.append(subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))

    def log(self, name):
        with contextlib.suppress(OSError), open(f"{self.folder}/{name}.log", errors="replace") as file:
            return file.read()
        return ""

    def __exit__(self, *_):
        said("scancel", "--full", "--signal=KILL", "--state=RUNNING", "--me")
        for process in reversed(self.processes):
            process.terminate()
        for process in reversed(self.processes):
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


def write_texts(count):
    """Short notes; some can not be compiled."""
    chance = random.Random(9)
    for number in range(count):
        folder = f"texts/{number % 16:02}"
        os.makedirs(folder, exist_ok=True)
        lines = [f"---\ntitle: Note {number}\nlang: en\n---\n"]
        for _ in range(8):
            lines.append(" ".join(chance.choices(WORDS, k=70)).capitalize() + ".\n")
        with open(f"{folder}/note-{number:04}.md", "wb") as file:
            file.write("\n".join(lines).encode() + (b"\xff" if number % 500 == 17 else b""))


def pdfs(folder):
    found = {}
    for path, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            with open(os.path.join(path, name), "rb") as file:
                found[os.path.relpath(os.path.join(path, name), folder)] = file.read()
    return found


def outcomes(report):
    """What happened to each document, in order; whether it was written by this run of a task or an earlier one is all
    the same."""
    with open(report) as file:
        results = json.load(file)["results"]
    return [(each["number"], each["input"], each["output"],
             "there" if each["outcome"] in ("written", "unchanged") else each["outcome"],
             [message["code"] for message in each["diagnostics"]]) for each in results]


def process_of(shard):
    """The parent of the workers of a shard."""
    wanted = f"--shard\0{shard}/{TASKS}\0".encode()
    for pid in filter(str.isdigit, os.listdir("/proc")):
        with contextlib.suppress(OSError), open(f"/proc/{pid}/cmdline", "rb") as file:
            line = file.read()
            if wanted in line and b"\0batch\0" in line and os.path.samefile(f"/proc/{pid}/cwd", os.getcwd()):
                with open(f"/proc/{pid}/stat") as stat:
                    parent = stat.read().rsplit(")", 1)[1].split()[1]
                with open(f"/proc/{parent}/cmdline", "rb") as of_parent:
                    if wanted not in of_parent.read():
                        return int(pid)
    return 0


def journal_of(shard):
    """The journal of a shard, bytes: a few hundred a document."""
    with contextlib.suppress(OSError):
        return os.path.getsize(f"out/.hspdf/journal.{shard}-of-{TASKS}")
    return 0


def restarts(job, shard):
    for word in said("scontrol", "show", "job", f"{job}_{shard}").split():
        if word.startswith("Restarts="):
            return int(word.partition("=")[2])
    return 0


def check(options, job_log):
    hspdf = options.hspdf
    write_texts(options.documents)
    alone = subprocess.run([hspdf, "batch", "texts", "-o", "alone", "--report", "alone.json"], stderr=subprocess.DEVNULL)
    assert alone.returncode == 1, f"some texts are at fault, and the run ended with {alone.returncode}"

    os.environ["HSPDF"] = hspdf
    submit = os.path.join(options.source, "tools", "slurm", "submit")
    last = int(subprocess.run([submit, "-n", str(TASKS), "texts", "-o", "out"], check=True, capture_output=True,
                              text=True).stdout)
    array = last - 1
    enough = JOURNAL_SHARE * options.documents
    wait_for(lambda: min(journal_of(KILLED), journal_of(REQUEUED)) > enough, "the first documents of both")
    victim = process_of(KILLED)
    assert victim, "the task to be killed had ended: more documents are needed"
    os.kill(victim, signal.SIGKILL)
    subprocess.run(["scontrol", "requeue", f"{array}_{REQUEUED}"], check=True)
    seen = {KILLED: 0, REQUEUED: 0}

    def has_ended():
        for shard in seen:
            seen[shard] = max(seen[shard], restarts(array, shard))
        return not said("squeue", "--noheader").strip()

    wait_for(has_ended, "all tasks and the report", pause_s=0.5)
    assert min(seen.values()) >= 1, f"tasks that went into the queue again: {seen}"

    expected, made = pdfs("alone"), pdfs("out")
    assert len(expected) == options.documents - len(range(17, options.documents, 500))
    assert made == expected, f"{sum(made.get(name) != expected[name] for name in expected)} PDFs differ"
    assert outcomes("reports/all.json") == outcomes("alone.json"), "the joined report tells something else"
    with open("reports/all.log") as file:
        summary = file.read()
    assert f"{options.documents} of {options.documents} documents reported" in summary, summary
    unchanged = sum(report["unchanged"] for report in map(json.load, map(open, (
        f"reports/shard-{shard}.json" for shard in seen))))
    assert unchanged > 0, "what was written before the kill was compiled again"
    print(f"{len(made)} PDFs of {TASKS} tasks are those of one run; of two tasks that began again, {unchanged} documents "
          "were not compiled twice")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hspdf", required=True)
    parser.add_argument("--source", required=True)
    parser.add_argument("--documents", type=int, default=2000)
    options = parser.parse_args()
    lacking = [name for name in PROGRAMS if not shutil.which(name)]
    if lacking:
        skip("no " + ", ".join(lacking))
    if os.getuid() != 0:
        skip("slurmd starts jobs for others, so it needs root")
    with tempfile.TemporaryDirectory(prefix="hspdf-slurm-") as folder:
        os.mkdir(f"{folder}/work")
        os.chdir(f"{folder}/work")
        try:
            with Cluster(folder) as cluster:
                check(options, cluster.log)
        finally:
            os.chdir("/")


if __name__ == "__main__":
    main()
