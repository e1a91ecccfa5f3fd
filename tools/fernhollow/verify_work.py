"""The figures of roadmap, launches, assets, requests, the web and the survey."""

import re
from collections import defaultdict
from datetime import date, timedelta

from verify_deals import TODAY, interviews, read, share
from verify_read import table
from verify_story import calls

SSO = r"\bSSO\b|single sign-on|Einmalanmeldung"
WANTED = {"RM-15": r"\balert|\bnotif", "RM-22": r"\bmood|sentiment|wellbeing|check-in"}
LAUNCHES = {
    "RM-02": "handover-mobile",
    "RM-03": "voice-notes",
    "RM-06": "audit-search",
    "RM-05": "insights",
    "RM-08": "shift-templates-2",
}


def days(text):
    return date.fromisoformat(text)


def quarter(text):
    year, month = int(text[:4]), int(text[5:7])
    return f"FY{(year + (month >= 2)) % 100:02d}Q{(month - 2) % 12 // 3 + 1}"


def roadmap(root, deals, talks, spoken, plan):
    texts = {
        "calls": [c["them_text"] for c in spoken],
        "interviews": [t["text"] for t in talks],
        "reviews": [r["title"] + " " + r["likes"] + " " + r["dislikes"] for r in table(root / "reviews.csv")],
        "loss_reasons": [d["loss_reason"] for d in deals if d["loss_reason"]],
    }
    for item, words in WANTED.items():
        assert not plan[item]["market_source"] and plan[item]["status"] == "in progress"
        yield ("F13", "fire", f"roadmap-without-market {item}"), {
            "item": plan[item]["item"],
            "searched": words,
            "searched_and_found": {
                k: [len(v), sum(bool(re.search(words, t, re.I)) for t in v)] for k, v in texts.items()
            },
        }
    lost = [d for d in deals if d["outcome"] == "lost" and re.search(SSO, d["loss_reason"])]
    by_id = {d["deal_id"]: d for d in deals}
    said = [c for c in spoken if re.search(SSO, c["them_text"])]
    is_open = {c["deal_id"] for c in said if by_id[c["deal_id"]]["outcome"] == "open"}
    others = {
        name: sum(d["amount"] for d in deals if d["outcome"] == "lost" and words in d["loss_reason"])
        for name, words in (
            ("SAP", "SAP"),
            ("validation", "validation"),
            ("offline", "no offline"),
            ("works council", "works council"),
        )
    }
    yield ("F14", "fire", "gap-not-on-roadmap SSO"), {
        "lost_deals": len(lost),
        "lost_eur": sum(d["amount"] for d in lost),
        "accounts": len({d["account"] for d in lost}),
        "quarters": sorted({quarter(d["closed"]) for d in lost}),
        "calls_where_buyer_says_it": len(said),
        "open_deals_in_these_calls": len(is_open),
        "open_eur": sum(by_id[i]["amount"] for i in is_open),
        "interviews": [t["id"] for t in talks if "no-sso" in t["reasons"]],
        "planned_for": plan["RM-14"]["target"],
        "days_until": (days(plan["RM-14"]["target"]) - TODAY).days,
        "other_gaps_lost_eur": others,
    }


def adoption(usage, item, until):
    there = [r for r in usage if r["feature"] == item and r["date"] <= until]
    there = [r for r in there if r["date"] == max(x["date"] for x in there)]
    return dict(
        share(sum(int(r["active_users"]) for r in there), sum(int(r["eligible_users"]) for r in there)),
        week=there[0]["date"],
        accounts=len(there),
    )


def launches(root, plan):
    usage, past = table(root / "usage.csv"), {}
    for item, name in LAUNCHES.items():
        text = (root / f"launches/{name}.yaml").read_text(encoding="utf-8")
        day, goal = re.search(r"^date: (\S+)", text, re.M).group(1), float(
            re.search(r"target: ([\d.]+)", text).group(1)
        )
        past[item] = dict(
            adoption(usage, item, str(days(day) + timedelta(90))),
            tier=int(re.search(r"^tier: (\d)", text, re.M).group(1)),
            goal=goal,
            lead_days=(days(day) - days(plan[item]["pmm_input_on"])).days,
        )
    coming = (root / "launches/insights-alerts.yaml").read_text(encoding="utf-8")
    day, due = re.search(r"^date: (\S+)", coming, re.M).group(1), re.search(r"due: ([\d-]+)", coming).group(1)
    reps = [r for r in table(root / "enablement.csv") if r["launch"] == "insights-alerts"]
    passed = sum(int(r["score"] or 0) >= 70 for r in reps)
    beta = adoption(usage, "RM-15", str(TODAY))
    proof = sum(
        r["status"] == "approved" and r["claim"].startswith("Insights") for r in table(root / "messages/claims.csv")
    )
    book = re.search(r"id: support.*evidence: (\S+)\}", coming).group(1)
    assert not (root / book).exists() and passed / len(reps) < 0.8 and beta["accounts"] < 5 and proof < 3
    yield ("F15", "fire", "launch-not-ready insights-alerts"), {
        "date": day,
        "days_left": (days(day) - TODAY).days,
        "roadmap_target": plan["RM-15"]["target"],
        "decision_due": due,
        "days_past_due": (TODAY - days(due)).days,
        "beta_accounts": beta["accounts"],
        "beta_weekly_active": share(beta["k"], beta["n"]),
        "reps_certified_70": [passed, len(reps)],
        "completed_below_70": sum(bool(r["score"]) for r in reps) - passed,
        "approved_insights_claims": proof,
        "missing_file": book,
        "gates": {
            "positioning": "passed",
            "proof": "failed",
            "beta": "failed",
            "sales-ready": "failed",
            "support": "not measured",
        },
    }
    first = [r["date"] for r in table(root / "interactions.csv") if r["topic"] == "Insights alerts"]
    assert min(first) == plan["RM-15"]["pmm_input_on"], "the first exchange on it is the one the roadmap names"
    hit = [i for i, r in past.items() if r["k"] / r["n"] >= r["goal"]]
    yield ("F16", "fire", "brought-in-late insights-alerts"), {
        "first_word": min(first),
        "days_before": (days(day) - days(min(first))).days,
        "past_lead_days": {i: r["lead_days"] for i, r in past.items()},
        "lead_of_those_that_hit": [past[i]["lead_days"] for i in hit],
        "past": past,
        "hit": hit,
    }
    for item in past:
        if past[item]["wilson95"][2] < past[item]["goal"]:
            yield ("F17", "fire", f"shipped-not-adopted {item}"), past[item]
    out = plan["RM-09"]["released"]
    yield ("F17", "silent", "shipped-not-adopted RM-09"), dict(
        adoption(usage, "RM-09", str(TODAY)), released=out, days_since=(TODAY - days(out)).days
    )


def output(root):
    assets, requests = table(root / "assets.csv"), table(root / "requests.csv")
    touched = {r["asset"] for r in table(root / "touches.csv")}
    for row in assets:
        assert row["asset"].startswith("https://") or (root / row["asset"]).exists(), row["asset"]
    old = [a for a in assets if days(a["published"]) <= TODAY - timedelta(60)]
    unused = [a["asset"] for a in old if a["asset"] not in touched]
    yield ("F18", "fire", "output-not-outcome"), {
        "assets": len(assets),
        "older_than_60_days": len(old),
        "never_in_a_deal": len(unused),
        "unused": unused,
        "hours_known_of_unused": sum(int(r["hours"]) for r in requests if r["linked_asset"] in unused),
    }
    by = defaultdict(lambda: {"requests": 0, "without_objective": 0, "own_pieces": 0})
    for row in requests:
        by[quarter(row["date"])]["requests"] += 1
        by[quarter(row["date"])]["without_objective"] += row["objective"] == ""
    for asset in assets:
        if not asset["requested_by"] and quarter(asset["published"]) in by:
            by[quarter(asset["published"])]["own_pieces"] += 1
    return_key = {
        "requests": len(requests),
        "without_objective": sum(not r["objective"] for r in requests),
        "by_fiscal_quarter": dict(by),
        "objectives_without_work": sorted(
            {r["objective_id"] for r in table(root / "objectives.csv")} - {r["objective"] for r in requests}
        ),
        "hours": sum(int(r["hours"] or 0) for r in requests),
        "open": sum(r["status"] == "open" for r in requests),
    }
    yield ("F19", "fire", "order-taking"), return_key


def against_plan(root, objective):
    """Counted backwards: what is left of the way against what is left of the year."""
    goal = {r["objective_id"]: r for r in table(root / "objectives.csv")}[objective]
    start, end = float(goal["baseline"]), float(goal["target"])
    values = sorted((r["date"], float(r["value"])) for r in table(root / "metrics.csv") if r["objective"] == objective)
    when, value = values[-1]
    left = (days("2026-01-31") - days(when)) / (days("2026-01-31") - days("2025-02-01"))
    expected = end - (end - start) * left
    return {"value": value, "on": when, "plan": round(expected, 4), "behind": abs(end - value) > abs(end - expected)}


def web(root, plan):
    function = {r["person"]: r["function"] for r in table(root / "people.csv")}
    rows = [dict(r, pair={function[r["from"]], function[r["to"]]}) for r in table(root / "interactions.csv")]
    recent = [r for r in rows if days(r["date"]) >= TODAY - timedelta(90)]
    sso = [r for r in recent if "SSO" in r["topic"]]
    tie, quiet = {"customer-success", "product"}, {"product-marketing", "support"}
    needs = {
        r["objective_id"]: {r["owner_function"], *r["depends_on"].split("; ")} for r in table(root / "objectives.csv")
    }
    owners = {r["objective_id"]: r["owner_function"] for r in table(root / "objectives.csv")}
    yield ("F20", "fire", "missing-tie customer-success product"), {
        "interactions": len(rows),
        "last_90_days": sum(r["pair"] == tie for r in recent),
        "whole_year": sum(r["pair"] == tie for r in rows),
        "objectives": sorted(o for o, f in needs.items() if tie <= f and owners[o] in tie),
        "behind_plan": {o: against_plan(root, o) for o in ("O-2", "O-3")},
        "customer_success_on_sso_90_days": sum("customer-success" in r["pair"] for r in sso),
        "product_on_sso_90_days": sum("product" in r["pair"] for r in sso),
    }
    yield ("F20", "fire", "missing-tie product-marketing support"), {
        "last_90_days": sum(r["pair"] == quiet for r in recent),
        "whole_year": sum(r["pair"] == quiet for r in rows),
    }
    yield ("F24", "fire", "credit-due RM-09"), {
        "item": plan["RM-09"]["item"],
        "market_source": plan["RM-09"]["market_source"],
        "functions": ["support", "engineering", "product"],
        "test_report": "assets/offline-test-report.pdf",
    }
    waves = defaultdict(list)
    for row in table(root / "market/survey.csv"):
        if (row["brand"], row["attribute"]) == ("Fernhollow", "audit answers in minutes"):
            waves[row["wave"]].append(int(row["associated"]))
    yield ("F21", "fire", "good news: audit answers in minutes"), {w: share(sum(v), len(v)) for w, v in waves.items()}


def figures(root):
    import json

    plan = {r["item_id"]: r for r in table(root / "roadmap.csv")}
    made = {}
    for part in (
        roadmap(root, read(root)[0], interviews(root), calls(root), plan),
        launches(root, plan),
        output(root),
        web(root, plan),
    ):
        made.update(part)
    key = json.loads((root.parent / f"{root.name}.key.json").read_text(encoding="utf-8"))
    planted = next(t for t in key if t["id"] == "F19")["figures"]["answered_by_an_existing_piece"]
    asks = {r["request_id"]: r for r in table(root / "requests.csv")}
    for request, asset in planted.items():  # that the piece answers the ask is a judgement; that both exist is not
        assert request in asks and (root / asset).exists(), request
    made[("F19", "fire", "order-taking")]["answered_by_an_existing_piece"] = planted
    return made
