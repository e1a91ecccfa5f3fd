#!/usr/bin/env python3
"""How long `candor brief` takes on the example workspace: first index, unchanged, one file changed, and ten copies.

Usage: tools/bench_brief.py CANDOR EXAMPLE [RUNS].  Prints medians and the ratios between them, taken in one run.
"""
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time


def run(candor, folder):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run([candor, "brief", "-C", folder, "--as-of", "2025-11-30", "--format", "json"],
                   check=True, stdout=subprocess.DEVNULL)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(runs, prepare, candor, folder):
    walls, cpus = [], []
    for _ in range(runs):
        prepare()
        wall, cpu = run(candor, folder)
        walls.append(wall)
        cpus.append(cpu)
    return statistics.median(walls), statistics.median(cpus)


def forget(folder):
    shutil.rmtree(os.path.join(folder, ".candor"), ignore_errors=True)


def main():
    candor, example = os.path.abspath(sys.argv[1]), sys.argv[2]
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    with tempfile.TemporaryDirectory() as work:
        one, ten = os.path.join(work, "one"), os.path.join(work, "ten")
        shutil.copytree(example, one, ignore=shutil.ignore_patterns(".candor"))
        os.mkdir(ten)
        shutil.copy(os.path.join(one, "candor.yaml"), ten)
        for i in range(10):
            shutil.copytree(one, os.path.join(ten, f"copy-{i}"), ignore=shutil.ignore_patterns(".candor", "candor.yaml"))
        page = os.path.join(one, "site", "index.html")

        def touch():
            time.sleep(0.01)
            with open(page, "a", encoding="utf-8") as f:
                f.write("\n")

        rows = [
            ("example, first index", measure(runs, lambda: forget(one), candor, one)),
            ("example, unchanged", measure(runs, lambda: None, candor, one)),
            ("example, one page changed", measure(runs, touch, candor, one)),
            ("ten copies, first index", measure(max(1, runs // 2), lambda: forget(ten), candor, ten)),
            ("ten copies, unchanged", measure(max(1, runs // 2), lambda: None, candor, ten)),
        ]
    for name, (wall, cpu) in rows:
        print(f"{name:28} wall {wall:7.3f} s   cpu {cpu:7.3f} s")
    print(f"ten copies against one: first index {rows[3][1][1] / rows[0][1][1]:.1f} x cpu, "
          f"unchanged {rows[4][1][1] / rows[1][1][1]:.1f} x cpu")


if __name__ == "__main__":
    main()
