"""How each deal moved: stages and amounts with their dates."""

from cal import AS_OF, plus, workday
from rng import Rng

STEPS = ["Qualification", "Discovery", "Demo", "Proposal", "Negotiation"]
EXTRACT = AS_OF.replace(day=28)
COLUMNS = ["deal_id", "changed", "field", "old", "new"]


def path_of(deal, rng):
    """The stages a deal passed, ending in the one it has."""
    stage, plan = deal["stage"], deal["plan"]
    if stage in STEPS:
        path = STEPS[: STEPS.index(stage) + 1]
    elif plan == "won":
        path = STEPS + [stage]
    elif plan == "lost":
        path = STEPS[: rng.weighted([(2, 10), (3, 24), (4, 40), (5, 26)])] + [stage]
    elif plan == "no-decision":
        path = STEPS[: rng.weighted([(2, 22), (3, 34), (4, 34), (5, 10)])] + [stage]
    else:
        path = STEPS[: rng.weighted([(1, 70), (2, 30)])] + [stage]
    if len(path) > 4 and rng.chance(110):  # back one stage and forward again
        at = rng.between(2, len(path) - 2)
        path = path[: at + 1] + [path[at - 1]] + path[at:]
    return path


def dated(deal, path, rng):
    """One date per stage, first the creation, last the close."""
    if deal.get("backwards"):
        return [deal["closed"]] * len(path)
    end = deal.get("closed")
    if end is None:
        silence = rng.between(0, min(40, max(0, (EXTRACT - deal["created"]).days)))
        end = plus(EXTRACT, -silence)
        if deal["plan"] == "dead":
            end = plus(deal["created"], rng.between(60, 200))
    span = max(0, (end - deal["created"]).days)
    cuts = sorted(rng.between(0, span) for _ in range(len(path) - 2))
    days = [0] + cuts + [span] if len(path) > 1 else [0]
    dates = [workday(plus(deal["created"], d)) for d in days]
    if deal.get("closed"):
        dates[-1] = deal["closed"]
    return [min(d, dates[-1]) for d in dates]


def of_deal(deal):
    rng = Rng(f"history {deal['deal_id']}")
    path = path_of(deal, rng)
    dates = dated(deal, path, rng)
    rows, before = [], ""
    for stage, when in zip(path, dates):
        rows.append(
            {"deal_id": deal["deal_id"], "changed": when.isoformat(), "field": "stage", "old": before, "new": stage}
        )
        before = stage
    if rng.chance(270) and len(dates) > 2 and not deal.get("backwards"):
        first = deal["amount"] * rng.between(70, 128) // 100 // 100 * 100
        if first != deal["amount"]:
            when = dates[rng.between(1, len(dates) - 2)]
            rows.append(
                {
                    "deal_id": deal["deal_id"],
                    "changed": when.isoformat(),
                    "field": "amount",
                    "old": str(first),
                    "new": str(deal["amount"]),
                }
            )
    rows.sort(key=lambda row: row["changed"])
    return rows


def attach(deals):
    """deal["history"], the day of each stage, and the day of the last change."""
    for deal in deals:
        deal["history"] = of_deal(deal)
        stages = [row for row in deal["history"] if row["field"] == "stage"]
        deal["on"] = {row["new"]: row["changed"] for row in reversed(stages)}
        deal["modified"] = max(row["changed"] for row in deal["history"])


def state_at(deal, day):
    """Stage and amount as they stood at the end of a day, or None before the deal existed."""
    stage = amount = None
    for row in deal["history"]:
        if row["changed"] <= day:
            if row["field"] == "stage":
                stage = row["new"]
            else:
                amount = int(row["new"])
        elif row["field"] == "amount" and amount is None:
            amount = int(row["old"])
    if stage is None:
        return None
    last = max(row["changed"] for row in deal["history"] if row["changed"] <= day)
    return {"stage": stage, "amount": deal["amount"] if amount is None else amount, "modified": last}


def write(out, deals):
    rows = sorted((row for deal in deals for row in deal["history"]), key=lambda r: (r["changed"], r["deal_id"]))
    out.table("deal_history.csv", COLUMNS, rows)
