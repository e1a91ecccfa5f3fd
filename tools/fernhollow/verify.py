#!/usr/bin/env python3
"""Recomputes every figure of the key from the written files alone: verify.py OUT. Exits 1 on any difference.

Nothing of the generator is used here: plain csv, re, zipfile and json, written a second time on purpose.
"""

import json
import sys
from pathlib import Path

sys.dont_write_bytecode = True

import verify_deals
import verify_story
import verify_text
import verify_work


def differences(path, said, found):
    """The leaves at which two figures differ, with their place."""
    if isinstance(said, dict) and isinstance(found, dict):
        for key in sorted(set(said) | set(found)):
            yield from differences(f"{path}.{key}", said.get(key, "<missing>"), found.get(key, "<missing>"))
    elif isinstance(said, list) and isinstance(found, list) and len(said) == len(found):
        for number, pair in enumerate(zip(said, found)):
            yield from differences(f"{path}[{number}]", *pair)
    elif said != found:
        yield f"{path}: key says {json.dumps(said, ensure_ascii=False)[:160]}, files say {json.dumps(found, ensure_ascii=False)[:160]}"


def main(argv):
    if len(argv) != 2:
        raise SystemExit("usage: verify.py OUT    (for example examples/fernhollow)")
    root = Path(argv[1].rstrip("/"))
    key = json.loads((root.parent / f"{root.name}.key.json").read_text(encoding="utf-8"))
    found = {}
    for module in (verify_deals, verify_text, verify_story, verify_work):
        found.update(module.figures(root))
    wrong = leaves = 0
    for truth in key:
        name = (truth["id"], truth["must"], truth["subject"])
        if name not in found:
            print(f"{name}: in the key, not recomputed")
            wrong += 1
            continue
        for line in differences(" ".join(name), truth["figures"], found.pop(name)):
            print(line)
            wrong += 1
        leaves += count(truth["figures"])
    for name in found:
        print(f"{name}: recomputed, not in the key")
        wrong += 1
    print(f"{len(key)} truths, {leaves} figures recomputed, {wrong} differences")
    return 1 if wrong else 0


def count(value):
    if isinstance(value, dict):
        return sum(map(count, value.values()))
    return sum(map(count, value)) if isinstance(value, list) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv))
