#!/usr/bin/env python3
"""Writes the example workspace: make.py OUT, and OUT.key.json beside it. The same bytes every time."""

import sys

sys.dont_write_bytecode = True

import asks
import assets
import calls
import deal_files
import deals
import history
import interactions
import interviews
import key
import market
import office
import pages
import people
import positioning
import usage
from out import Out


def main(argv):
    if len(argv) != 2:
        raise SystemExit("usage: make.py OUT    (for example examples/fernhollow)")
    out = Out(argv[1].rstrip("/"))
    out.fresh()
    out.static()
    people.write(out)
    story = deals.build()
    talked = interviews.attach(story)
    history.attach(story)
    deal_files.write(out, story)
    history.write(out, story)
    interviews.write(out, talked)
    index = assets.table()
    asks.write(out, story, index)
    assets.write(out, story, index)
    usage.write(out, story)
    market.write(out)
    interactions.write(out)
    office.write(out)
    versions = {"positioning": positioning.write(out), "home": pages.write(out)}
    spoken = calls.write(out, story)
    key.write(out, story, spoken, versions)


if __name__ == "__main__":
    main(sys.argv)
