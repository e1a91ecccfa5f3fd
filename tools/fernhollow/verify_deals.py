"""The figures of the deals, from deals.csv, the weekly export and candor.yaml's aliases."""

import csv
import math
import re
from collections import Counter, defaultdict
from datetime import date, timedelta

TODAY = date(2025, 11, 30)
ALIASES = [
    ("Fern ?Hollow", "us"),
    ("Shift-?ly( Pro)?", "shiftly"),
    ("Ops ?Grid", "opsgrid"),
    ("Kilnbridge", "kilnbridge"),
    ("Paper logbook|paper log|logbook|Excel|SharePoint", "paper"),
    ("In-house( build)?|internal build|IT builds it", "in-house"),
    (r"None( \(greenfield\))?|status quo|no decision|do nothing", "nothing"),
]
STAGES = {
    "Closed Won": "won",
    "Closed Lost": "lost",
    "Closed - No Decision": "no-decision",
    "Disqualified": "disqualified",
}


def wilson(k, n):
    z = 1.959963984540054
    p, zz = k / n, z * z
    root = z * math.sqrt((p * (1 - p) + zz / (4 * n)) / n)
    return p, (p + zz / (2 * n) - root) / (1 + zz / n), (p + zz / (2 * n) + root) / (1 + zz / n)


def share(k, n):
    return {"k": k, "n": n, "wilson95": [round(x, 4) for x in wilson(k, n)]}


def difference(a, b):
    (p, pl, pu), (q, ql, qu) = wilson(*a), wilson(*b)
    return [round(p - q, 4), round(p - q - math.hypot(p - pl, qu - q), 4), round(p - q + math.hypot(pu - p, q - ql), 4)]


def chi2_tail(x, df):
    """P(chi2 > x) for an odd number of degrees of freedom, by its finite sum."""
    assert df % 2
    tail, term = math.erfc(math.sqrt(x / 2)), math.sqrt(2 * x / math.pi) * math.exp(-x / 2)
    for i in range(1, df, 2):
        tail += term
        term *= x / (i + 2)
    return tail


def names(cell):
    """The set of known names in a competitors cell."""
    found = set()
    for part in re.split(r"[;+,/&]", cell):
        for pattern, name in ALIASES:
            if re.fullmatch(pattern, part.strip(), re.I):
                found.add(name)
    return found


def read(root):
    """Every deal once, the newest row of it; and the raw rows of both files."""
    first = list(csv.DictReader(open(root / "deals.csv", encoding="utf-8", newline="")))
    rows = [r for r in first if re.fullmatch(r"D-\d+", r["deal_id"])]
    path = next(root.glob("exports/*.csv"))
    weekly = list(csv.DictReader(open(path, encoding="utf-8-sig", newline=""), delimiter=";"))
    deals = {}
    for row in rows:
        if row["deal_id"] not in deals or row["modified"] >= deals[row["deal_id"]]["modified"]:
            deals[row["deal_id"]] = dict(row, amount=int(row["amount"]))
    for row in weekly:
        iso = {k: "-".join(reversed(row[k].split("/"))) for k in ("Created Date", "Close Date", "Last Modified Date")}
        old = deals.get(row["Opportunity ID"])
        if old and old["modified"] > iso["Last Modified Date"]:
            continue
        outcome = STAGES.get(row["Stage"], "open")
        deals[row["Opportunity ID"]] = dict(
            old or {},
            deal_id=row["Opportunity ID"],
            account=row["Account Name"],
            segment=row["Segment__c"],
            created=iso["Created Date"],
            closed="" if outcome == "open" else iso["Close Date"],
            outcome=outcome,
            stage=row["Stage"],
            amount=int(row["Amount"].split(",")[0].replace(".", "")),
            competitors=row["Primary Competitor__c"],
            loss_reason=row["Closed Lost Reason"],
            modified=iso["Last Modified Date"],
            owner_name=row["Opportunity Owner"],
        )
    people = {r["name"]: r["person"] for r in csv.DictReader(open(root / "people.csv", encoding="utf-8", newline=""))}
    for deal in deals.values():
        deal["names"] = names(deal["competitors"])
        if "owner_name" in deal:
            deal["owner"] = people[deal["owner_name"]]
    return list(deals.values()), first, weekly


def interviews(root):
    rows = []
    for path in sorted(root.glob("interviews/INT-*.md")):
        text = path.read_text(encoding="utf-8")
        head = dict(line.split(": ", 1) for line in text.split("---")[1].strip().splitlines())
        rows.append(dict(head, reasons=head["reasons"].strip("[]").split(", "), text=text, file=path.name))
    return rows


def three(rows):
    c = Counter(d["outcome"] for d in rows)
    won, lost, none = c["won"], c["lost"], c["no-decision"]
    return {
        "won": won,
        "lost": lost,
        "no_decision": none,
        "win_rate": share(won, won + lost),
        "win_rate_with_no_decision": share(won, won + lost + none),
    }


def euros(rows):
    return {"deals": len(rows), "eur": sum(d["amount"] for d in rows)}


def against(deals, vendor):
    there, rest = [d for d in deals if vendor in d["names"]], [d for d in deals if vendor not in d["names"]]
    a, b = three(there), three(rest)
    return a, b, difference((a["won"], a["won"] + a["lost"]), (b["won"], b["won"] + b["lost"])), there


def rates(deals):
    a, b, gap, there = against(deals, "shiftly")
    lost = [d for d in there if d["outcome"] == "lost"]
    yield ("F10", "fire", "losing-to Shiftly"), {
        "overall": three(deals),
        "shiftly": a,
        "rest": b,
        "difference_to_rest": gap,
        "deals_with_shiftly": len(there),
        "all_deals": len(deals),
        "lost_last_365_days": euros([d for d in lost if d["closed"] > str(TODAY - timedelta(365))]),
        "lost_fy26": euros([d for d in lost if d["closed"] >= "2025-02-01"]),
        "lost_all": euros(lost),
    }
    nothing = [d for d in deals if d["outcome"] == "no-decision"]
    total = three(deals)
    yield ("F10", "fire", "losing-to no decision"), {
        "no_decision": share(len(nothing), total["won"] + total["lost"] + len(nothing)),
        "eur": euros(nothing)["eur"],
        "instead": {k: sum(k in d["names"] for d in nothing) for k in ("paper", "in-house", "nothing")},
        "with_a_vendor": sum(bool(d["names"] & {"shiftly", "opsgrid", "kilnbridge"}) for d in nothing),
        "nothing_written": sum(not d["competitors"] for d in nothing),
    }
    a, b, gap, _ = against(deals, "opsgrid")
    yield ("F10", "silent", "losing-to OpsGrid"), {"opsgrid": a, "rest": b, "difference_to_rest": gap}
    a, _, _, there = against(deals, "kilnbridge")
    yield ("F10", "silent", "losing-to Kilnbridge"), {"kilnbridge": a, "deals": len(there)}
    yield ("good-segment", "silent", "segment public"), {
        "public": three([d for d in deals if d["segment"] == "public"])
    }


def reasons(deals, talks):
    by_id = {d["deal_id"]: d for d in deals}

    def side(outcomes):
        rows = [d["loss_reason"].lower() for d in deals if d["outcome"] in outcomes]
        said = [r for r in rows if r]
        return {
            "deals": len(rows),
            "blank": rows.count(""),
            "price": share(sum("pric" in r for r in said), len(said)),
            "price_or_expensive_or_cheaper": sum(bool(re.search("pric|expensive|cheap", r)) for r in said),
        }

    lost = [t for t in talks if t["outcome"] == "lost"]
    pairs = [(by_id[t["deal_id"]]["loss_reason"].lower(), t["reasons"]) for t in lost]
    assert all(
        by_id[t["deal_id"]]["outcome"] == t["outcome"] and by_id[t["deal_id"]]["closed"] < t["date"] for t in talks
    )
    yield ("F11", "fire", "loss-reason-unreliable"), {
        "lost": side(("lost",)),
        "lost_and_no_decision": side(("lost", "no-decision")),
        "interviews": len(talks),
        "lost_deals_with_both_witnesses": len(lost),
        "of_these_seller_wrote_price": sum("pric" in s for s, _ in pairs),
        "of_these_buyer_said_price": sum("price" in b for _, b in pairs),
        "seller_price_buyer_otherwise": sum("pric" in s and "price" not in b for s, b in pairs),
        "witnesses_agree": sum("pric" in s and "price" in b or "offline" in s and "no-offline" in b for s, b in pairs),
        "buyers_said": dict(Counter(r for _, b in pairs for r in b)),
    }


def fit(root):
    """The best-fit segments that candor.yaml names."""
    text = (root / "candor.yaml").read_text(encoding="utf-8")
    return re.findall(r'"([^"]+)"', re.search(r"^best_fit: \{field: segment, values: \[(.*)\]\}", text, re.M).group(1))


def motion(deals, root):
    inside = fit(root)
    for deal in deals:  # the segment must say what the account's own facts say
        if deal.get("industry"):
            facts = (
                deal["industry"] in ("food", "pharma")
                and 150 <= int(deal["employees"]) <= 2000
                and int(deal["shifts"]) >= 3
            )
            assert facts == (deal["segment"] in inside), deal
    is_open = [d for d in deals if d["outcome"] == "open"]
    outside = [d for d in is_open if d["segment"] not in inside]
    ages = [(date.fromisoformat(d["closed"]) - date.fromisoformat(d["created"])).days for d in deals if d["closed"]]
    dead = [d for d in is_open if (TODAY - date.fromisoformat(d["created"])).days > max(ages)]
    alive = [d for d in is_open if d not in dead]
    alive_out = [d for d in alive if d["segment"] not in inside]
    yield ("F12", "fire", "confused-motion"), {
        "segment": inside[0],
        "open": euros(is_open),
        "open_outside": euros(outside),
        "share_of_deals": round(len(outside) / len(is_open), 4),
        "share_of_eur": round(euros(outside)["eur"] / euros(is_open)["eur"], 4),
        "open_not_dead": {
            "deals": len(alive),
            "outside": len(alive_out),
            "eur": euros(alive)["eur"],
            "eur_outside": euros(alive_out)["eur"],
        },
        "inside": three([d for d in deals if d["segment"] in inside]),
        "outside": three([d for d in deals if d["segment"] not in inside]),
    }
    yield ("dead-pipeline", "fire", "open deals older than any that ever closed"), dict(
        euros(dead), oldest_closed_days=max(ages), open_deals=len(is_open)
    )


def luck(deals):
    decided = [d for d in deals if d["outcome"] in ("won", "lost")]
    reps = defaultdict(lambda: [0, 0])
    for deal in decided:
        reps[deal["owner"]][0] += deal["outcome"] == "won"
        reps[deal["owner"]][1] += 1
    p = sum(w for w, _ in reps.values()) / len(decided)
    chi2 = sum((w - n * p) ** 2 / (n * p) + (n - w - n * (1 - p)) ** 2 / (n * (1 - p)) for w, n in reps.values())
    yield ("reps-differ", "silent", "sellers' win rates"), {
        "groups": dict(reps),
        "homogeneity_chi2_df_p": [round(chi2, 3), len(reps) - 1, round(chi2_tail(chi2, len(reps) - 1), 4)],
        "lowest": round(min(w / n for w, n in reps.values()), 4),
        "highest": round(max(w / n for w, n in reps.values()), 4),
    }

    def won_of(test):
        there = [d for d in decided if test(d["closed"])]
        return sum(d["outcome"] == "won" for d in there), len(there)

    def ends(day):
        return day[5:7] in ("01", "04", "07", "10")

    now, before = won_of(lambda d: d >= "2025-11"), won_of(lambda d: not ends(d) and d < "2025-11")
    yield ("win-rate-drop", "silent", "November 2025 after October 2025"), {
        "october_2025": share(*won_of(lambda d: d[:7] == "2025-10")),
        "november_2025": share(*won_of(lambda d: d[:7] == "2025-11")),
        "last_months_of_quarters": share(*won_of(ends)),
        "other_months": share(*won_of(lambda d: not ends(d))),
        "november_minus_other_months_before": difference(now, before),
        "quarter": "FY26Q4",
    }
    there = [d for d in decided if "opsgrid" in d["names"]]
    big = max(there, key=lambda d: d["amount"])
    yield ("value-win-rate", "silent", "share of money won against OpsGrid"), {
        "deal_id": big["deal_id"],
        "amount_eur": big["amount"],
        "won_eur": euros([d for d in there if d["outcome"] == "won"])["eur"],
        "decided_eur": euros(there)["eur"],
        "share_of_largest": round(big["amount"] / euros(there)["eur"], 4),
        "share_of_largest_in_all_decided": round(big["amount"] / euros(decided)["eur"], 4),
    }


def lies(deals, first, weekly, root):
    ids = Counter(r["deal_id"] for r in first)
    total = [r for r in first if not r["deal_id"].startswith("D-")]
    assert int(total[0]["amount"]) == sum(int(r["amount"]) for r in first if r not in total)
    closed = {d["deal_id"]: d["closed"] for d in deals if d["closed"]}
    touches = csv.DictReader(open(root / "touches.csv", encoding="utf-8", newline=""))
    history = list(csv.DictReader(open(root / "deal_history.csv", encoding="utf-8", newline="")))
    last = {}
    for row in history:
        if row["field"] == "stage":
            last[row["deal_id"]] = row["new"]
    assert all(last[d["deal_id"]] == d["stage"] for d in deals), "history ends in the stage of the deal"
    new = {r["Opportunity ID"] for r in weekly}
    yield ("import-notes", "fire", "deals.csv and the weekly export"), {
        "rows_in_deals_csv": len(first) - len(total),
        "ids_twice_in_deals_csv": sorted(i for i, n in ids.items() if n > 1),
        "total_rows": len(total),
        "rows_in_export": len(weekly),
        "in_both": len(new & set(ids)),
        "only_in_export": len(new - set(ids)),
        "deals": len(deals),
        "closed_before_created": sorted(d["deal_id"] for d in deals if d["closed"] and d["closed"] < d["created"]),
        "own_name_as_competitor": sorted(d["deal_id"] for d in deals if "us" in d["names"]),
        "touches_after_close": sum(t["date"] > closed.get(t["deal_id"], "9999") for t in touches),
        "disqualified": sum(d["outcome"] == "disqualified" for d in deals),
        "extract": max(r["changed"] for r in history),
    }


def figures(root):
    deals, first, weekly = read(root)
    made = {}
    for part in (
        rates(deals),
        reasons(deals, interviews(root)),
        motion(deals, root),
        luck(deals),
        lies(deals, first, weekly, root),
    ):
        made.update(part)
    return made
