"""assets.csv, and touches.csv: which piece was in which deal."""

from cal import day, plus, workday
from history import EXTRACT
from out import prose
from rng import Rng

COLUMNS = ["asset", "title", "kind", "owner", "published", "expires", "pillar_id", "requested_by", "objective"]
TOUCH_COLUMNS = ["touch_id", "date", "deal_id", "who", "asset", "kind", "direction"]
AFTER_CLOSE = 34


def table():
    rows = []
    for line in prose("assets.txt").splitlines():
        if line and not line.startswith("#"):
            cells = [cell.strip() for cell in line.split("|")]
            row = dict(zip(COLUMNS, cells))
            row["weight"] = int(cells[-1])
            rows.append(row)
    return rows


def span_of(deal):
    """From the first demo to the last day of the deal; None if it never got that far."""
    first = deal["on"].get("Demo")
    last = deal["closed"] if deal.get("closed") else EXTRACT
    return (day(first), last) if first and day(first) < last else None


def touch(deal, when, asset, rng):
    if asset.endswith("battlecard.md"):
        kind, direction = "opened", "internal"
    else:
        shown = asset.endswith(".pptx")
        kind, direction = ("presented" if shown and rng.chance(700) else "sent"), "to-buyer"
    return {
        "date": when.isoformat(),
        "deal_id": deal["deal_id"],
        "who": deal["owner"],
        "asset": asset,
        "kind": kind,
        "direction": direction,
    }


def touches(deals, assets):
    rng = Rng("touches")
    rows = []
    for deal in deals:
        span = span_of(deal)
        if not span:
            continue
        first, last = span
        count = rng.weighted([(0, 30), (1, 34), (2, 22), (3, 9), (4, 5)])
        for _ in range(count):
            when = workday(plus(first, rng.below(max(1, (last - first).days))))
            there = [
                (a["asset"], a["weight"])
                for a in assets
                if a["weight"]
                and a["published"] <= when.isoformat()
                and not (a["expires"] and a["expires"] < when.isoformat())
            ]
            if there:
                rows.append(touch(deal, when, rng.weighted(there), rng))
        for vendor in deal.get("rivals", ()):
            if vendor != "kilnbridge" and last.isoformat() > "2024-03-01" and rng.chance(380):
                when = workday(plus(last, -rng.below(max(1, (last - first).days))))
                rows.append(touch(deal, when, f"competitors/{vendor}/battlecard.md", rng))
    closed = [d for d in deals if d.get("closed") and "2024-10-01" < d["closed"].isoformat() < "2025-11-10"]
    for deal in rng.sample(closed, AFTER_CLOSE):
        asset = rng.pick(
            [
                "assets/case-brewery.pdf",
                "assets/price-list-2025.xlsx",
                "assets/handover-deck-v7.pptx",
                "assets/one-pager-handover.docx",
            ]
        )
        born = next(a["published"] for a in assets if a["asset"] == asset)
        when = workday(plus(max(deal["closed"], day(born)), rng.between(3, 15)))
        rows.append(touch(deal, when, asset, rng))
    rows.sort(key=lambda row: (row["date"], row["deal_id"], row["asset"]))
    for number, row in enumerate(rows):
        row["touch_id"] = f"T-{101 + number}"
    return rows


def write(out, deals, assets):
    out.table("assets.csv", COLUMNS, assets)
    out.table("touches.csv", TOUCH_COLUMNS, touches(deals, assets))
