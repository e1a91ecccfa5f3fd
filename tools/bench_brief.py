#!/usr/bin/env python3
"""How long `candor brief` takes on the example workspace: first index, unchanged, one file changed, and many copies.

Usage: tools/bench_brief.py CANDOR EXAMPLE [RUNS [COPIES...]].  COPIES is how many copies of the example lie in one
folder, 10 if nothing is said; 100 of them take 280 MB.  Prints medians and the ratios between them, taken in one run.
"""
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time


def run(candor, folder):
    """Wall and processor seconds, and resident megabytes at most."""
    start = time.perf_counter()
    child = subprocess.Popen([candor, "brief", "-C", folder, "--as-of", "2025-11-30", "--format", "json"],
                             stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{candor} ended with {child.returncode}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measure(runs, prepare, candor, folder):
    all_runs = []
    for _ in range(runs):
        prepare()
        all_runs.append(run(candor, folder))
    return [statistics.median(column) for column in zip(*all_runs)]


def forget(folder):
    shutil.rmtree(os.path.join(folder, ".candor"), ignore_errors=True)


def copy_of(folder, into, *but):
    shutil.copytree(folder, into, ignore=shutil.ignore_patterns(".candor", *but))


def main():
    candor, example = os.path.abspath(sys.argv[1]), sys.argv[2]
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    sizes = [int(n) for n in sys.argv[4:]] or [10]
    with tempfile.TemporaryDirectory() as work:
        one = os.path.join(work, "one")
        copy_of(example, one)
        page = os.path.join(one, "site", "index.html")

        def touch():
            time.sleep(0.01)
            with open(page, "a", encoding="utf-8") as f:
                f.write("\n")

        rows = [("example, first index", measure(runs, lambda: forget(one), candor, one), 0),
                ("example, unchanged", measure(runs, lambda: None, candor, one), 1),
                ("example, one page changed", measure(runs, touch, candor, one), 1)]
        for size in sizes:
            many = os.path.join(work, "many")
            os.mkdir(many)
            shutil.copy(os.path.join(one, "candor.yaml"), many)
            for i in range(size):
                copy_of(one, os.path.join(many, f"copy-{i}"), "candor.yaml")
            few = max(1, runs // 2)
            rows.append((f"{size} copies, first index", measure(few, lambda: forget(many), candor, many), 0))
            rows.append((f"{size} copies, unchanged", measure(few, lambda: None, candor, many), 1))
            shutil.rmtree(many)
    for name, (wall, cpu, peak), against in rows:
        print(f"{name:28} wall {wall:8.3f} s   cpu {cpu:8.3f} s   {cpu / rows[against][1][1]:6.1f} x   {peak:6.0f} MB")


if __name__ == "__main__":
    main()
