"""How long after a save the new PDF is in its place: hspdf watch, on examples/leaflet.md.

Usage: watch.py [--hspdf PROGRAM] [--saves N] [--serve]
Half of the saves are written in place, half renamed over the file. Prints the median, the 95th percentile and the most.
"""
import argparse
import os
import statistics
import subprocess
import tempfile
import time

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def identity(path):
    try:
        return os.stat(path).st_ino
    except FileNotFoundError:
        return None


def wait_for_change(path, before):
    while identity(path) in (before, None):
        time.sleep(0.0002)


def save(text, renames):
    path = "leaflet.md~" if renames else "leaflet.md"
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    if renames:
        os.rename(path, "leaflet.md")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--hspdf", default=f"{SOURCE}/build/release/hspdf")
    parser.add_argument("--saves", type=int, default=100)
    parser.add_argument("--serve", action="store_true")
    options = parser.parse_args()
    with open(f"{SOURCE}/examples/leaflet.md", encoding="utf-8") as file:
        text = file.read()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        save(text, False)
        program = [os.path.abspath(options.hspdf), "watch", "leaflet.md", *["--serve"] * options.serve]
        watch = subprocess.Popen(program, stderr=subprocess.DEVNULL)
        wait_for_change("leaflet.pdf", None)
        times = []
        for i in range(options.saves):
            time.sleep(0.15)
            before = identity("leaflet.pdf")
            started = time.monotonic()
            save(f"{text}\nSave {i}.\n", i % 2)
            wait_for_change("leaflet.pdf", before)
            times.append((time.monotonic() - started) * 1000)
        watch.terminate()
        watch.wait()
        os.chdir("/")
    times.sort()
    print(f"{len(times)} saves: median {statistics.median(times):.0f} ms, 95 % within "
          f"{times[int(len(times) * 0.95)]:.0f} ms, all within {times[-1]:.0f} ms")


if __name__ == "__main__":
    main()
