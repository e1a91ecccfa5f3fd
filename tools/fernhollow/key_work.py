"""What must be found in roadmap, launches, assets, requests and the web of functions."""

import csv
import re

from cal import AS_OF, day, fiscal_quarter, plus
from figures import share
from key_story import said
from people import FUNCTION

ALERTS, MOOD, SSO = (
    r"\balert|\bnotif",
    r"\bmood|sentiment|wellbeing|check-in",
    r"\bSSO\b|single sign-on|Einmalanmeldung",
)
TIER = {"RM-02": 1, "RM-03": 2, "RM-05": 1, "RM-06": 1, "RM-08": 3}
GOAL = {
    "RM-02": ("2024-06-18", 0.30),
    "RM-03": ("2024-11-12", 0.15),
    "RM-06": ("2025-01-21", 0.30),
    "RM-05": ("2025-03-04", 0.25),
    "RM-08": ("2025-06-03", 0.20),
}


def sheet(out, name):
    with open(out.root / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def mentions(pattern, out, calls):
    talks = [(out.root / f"interviews/{r['id']}.md").read_text(encoding="utf-8") for r in out.tables["interviews"]]
    reviews = [r["title"] + " " + r["likes"] + " " + r["dislikes"] for r in out.tables["reviews.csv"]]
    reasons = [d["loss_reason"] for d in out.tables["deals"] if d["loss_reason"]]
    find = re.compile(pattern, re.I).search
    return {
        "calls": [len(calls), sum(bool(find(said(c, "them"))) for c in calls)],
        "interviews": [len(talks), sum(bool(find(t)) for t in talks)],
        "reviews": [len(reviews), sum(bool(find(t)) for t in reviews)],
        "loss_reasons": [len(reasons), sum(bool(find(t)) for t in reasons)],
    }


def roadmap(out, deals, calls):
    for item, words, name in (("RM-15", ALERTS, "Insights alerts"), ("RM-22", MOOD, "Shift mood check-in")):
        yield {
            "id": "F13",
            "must": "fire",
            "live": False,
            "subject": f"roadmap-without-market {item}",
            "figures": {"item": name, "searched": words, "searched_and_found": mentions(words, out, calls)},
            "why": "In progress, no market source, and no buyer ever asked for it.",
        }
    lost = [d for d in deals if d["plan"] == "lost" and re.search(SSO, d.get("reason", ""))]
    open_calls = {
        c["deal"]["deal_id"]: c["deal"]["amount"]
        for c in calls
        if c["deal"]["outcome"] == "open" and re.search(SSO, said(c, "them"))
    }
    asked = [r["id"] for r in out.tables["interviews"] if "no-sso" in r["reasons"]]
    others = {
        name: sum(d["amount"] for d in deals if d["plan"] == "lost" and word in d.get("reason", ""))
        for name, word in (
            ("SAP", "SAP"),
            ("validation", "validation"),
            ("offline", "no offline"),
            ("works council", "works council"),
        )
    }
    yield {
        "id": "F14",
        "must": "fire",
        "live": False,
        "subject": "gap-not-on-roadmap SSO",
        "figures": {
            "lost_deals": len(lost),
            "lost_eur": sum(d["amount"] for d in lost),
            "accounts": len({d["account"] for d in lost}),
            "quarters": sorted({fiscal_quarter(d["closed"]) for d in lost}),
            "calls_where_buyer_says_it": sum(bool(re.search(SSO, said(c, "them"))) for c in calls),
            "open_deals_in_these_calls": len(open_calls),
            "open_eur": sum(open_calls.values()),
            "interviews": asked,
            "planned_for": "2026-06-15",
            "days_until": (day("2026-06-15") - AS_OF).days,
            "other_gaps_lost_eur": others,
        },
        "why": "The largest gap by money lost, named by accounts in many quarters, planned 197 days out; four buyers gave it where the seller wrote price.",
    }


def adoption(rows, item, on):
    last = max(r["date"] for r in rows if r["feature"] == item and r["date"] <= on)
    there = [r for r in rows if r["feature"] == item and r["date"] == last]
    return {
        "week": last,
        "accounts": len(there),
        **share(sum(r["active_users"] for r in there), sum(r["eligible_users"] for r in there)),
    }


def launch(out):
    usage, plan = out.tables["usage.csv"], {r["item_id"]: r for r in sheet(out, "roadmap.csv")}
    certified = [r for r in sheet(out, "enablement.csv") if r["launch"] == "insights-alerts"]
    passed = [r for r in certified if r["score"] and int(r["score"]) >= 70]
    beta = adoption(usage, "RM-15", AS_OF.isoformat())
    yield {
        "id": "F15",
        "must": "fire",
        "live": False,
        "subject": "launch-not-ready insights-alerts",
        "figures": {
            "date": "2025-12-01",
            "days_left": (day("2025-12-01") - AS_OF).days,
            "roadmap_target": plan["RM-15"]["target"],
            "decision_due": "2025-11-24",
            "days_past_due": (AS_OF - day("2025-11-24")).days,
            "beta_accounts": beta["accounts"],
            "beta_weekly_active": share(beta["k"], beta["n"]),
            "reps_certified_70": [len(passed), len(certified)],
            "completed_below_70": sum(bool(r["score"]) for r in certified) - len(passed),
            "approved_insights_claims": sum(
                r["status"] == "approved" and r["claim"].startswith("Insights")
                for r in sheet(out, "messages/claims.csv")
            ),
            "missing_file": "assets/insights-runbook.md",
            "gates": {
                "positioning": "passed",
                "proof": "failed",
                "beta": "failed",
                "sales-ready": "failed",
                "support": "not measured",
            },
        },
        "why": "One day before the date the roadmap plans it for January, and one gate of five stands.",
    }
    lead = {item: (day(GOAL[item][0]) - day(plan[item]["pmm_input_on"])).days for item in GOAL}
    past = {
        item: {
            "tier": TIER[item],
            "goal": goal,
            "lead_days": lead[item],
            **adoption(usage, item, plus(day(date), 90).isoformat()),
        }
        for item, (date, goal) in GOAL.items()
    }
    hit = [item for item, row in past.items() if row["k"] / row["n"] >= row["goal"]]
    yield {
        "id": "F16",
        "must": "fire",
        "live": False,
        "subject": "brought-in-late insights-alerts",
        "figures": {
            "first_word": plan["RM-15"]["pmm_input_on"],
            "days_before": (day("2025-12-01") - day(plan["RM-15"]["pmm_input_on"])).days,
            "past_lead_days": lead,
            "lead_of_those_that_hit": [lead[i] for i in hit],
            "past": past,
            "hit": hit,
        },
        "why": "Eleven days; the two past launches that reached their goal had three months.",
    }
    for item in ("RM-03", "RM-05", "RM-08"):
        yield {
            "id": "F17",
            "must": "fire",
            "live": False,
            "subject": f"shipped-not-adopted {item}",
            "figures": past[item],
            "why": "More than 90 days old, and the upper end of its interval is below the goal.",
        }
    offline = adoption(usage, "RM-09", AS_OF.isoformat())
    yield {
        "id": "F17",
        "must": "silent",
        "live": False,
        "subject": "shipped-not-adopted RM-09",
        "figures": dict(offline, released="2025-10-28", days_since=(AS_OF - day("2025-10-28")).days),
        "why": "A careless program prints 'Offline mode: 7% of the eligible use it'; it came out 33 days ago and is judged at 90.",
    }


def output(out):
    old = [a for a in out.tables["assets.csv"] if a["published"] <= plus(AS_OF, -60).isoformat()]
    touched = {t["asset"] for t in out.tables["touches.csv"]}
    unused = [a["asset"] for a in old if a["asset"] not in touched]
    hours = {r.get("linked_asset"): r["hours"] for r in out.tables["requests.csv"] if r.get("linked_asset")}
    yield {
        "id": "F18",
        "must": "fire",
        "live": False,
        "subject": "output-not-outcome",
        "figures": {
            "assets": len(out.tables["assets.csv"]),
            "older_than_60_days": len(old),
            "never_in_a_deal": len(unused),
            "unused": unused,
            "hours_known_of_unused": sum(hours.get(a, 0) for a in unused),
        },
        "why": "Half of what is older than sixty days was never in a deal.",
    }
    rows = out.tables["requests.csv"]
    own = [a for a in out.tables["assets.csv"] if not a["requested_by"]]
    by = {}
    for row in rows:
        quarter = by.setdefault(
            fiscal_quarter(day(row["date"])), {"requests": 0, "without_objective": 0, "own_pieces": 0}
        )
        quarter["requests"] += 1
        quarter["without_objective"] += not row["objective"]
    for asset in own:
        if fiscal_quarter(day(asset["published"])) in by:
            by[fiscal_quarter(day(asset["published"]))]["own_pieces"] += 1
    yield {
        "id": "F19",
        "must": "fire",
        "live": False,
        "subject": "order-taking",
        "figures": {
            "requests": len(rows),
            "without_objective": sum(not r["objective"] for r in rows),
            "by_fiscal_quarter": by,
            "objectives_without_work": sorted(
                {o["objective_id"] for o in sheet(out, "objectives.csv")} - {r["objective"] for r in rows}
            ),
            "hours": sum(r["hours"] for r in rows if r["hours"]),
            "open": sum(r["status"] == "open" for r in rows),
            "answered_by_an_existing_piece": {r["request_id"]: r["answered"] for r in rows if r["answered"]},
        },
        "why": "Asks without an objective are more than 60 percent in every quarter and their share grew; one objective has no work behind it.",
    }


def standing(out, objective):
    """The newest value against a straight line over fiscal 2026, 1 February to 31 January."""
    row = next(r for r in sheet(out, "objectives.csv") if r["objective_id"] == objective)
    last = max((r for r in sheet(out, "metrics.csv") if r["objective"] == objective), key=lambda r: r["date"])
    passed = (day(last["date"]) - day("2025-02-01")).days / (day("2026-01-31") - day("2025-02-01")).days
    plan = float(row["baseline"]) + (float(row["target"]) - float(row["baseline"])) * passed
    return {"value": float(last["value"]), "on": last["date"], "plan": round(plan, 4), "behind": float(last["value"]) < plan}


def web(out):
    start = plus(AS_OF, -90).isoformat()

    def ties(a, b, since=""):
        return [
            r
            for r in out.tables["interactions.csv"]
            if {FUNCTION[r["from"]], FUNCTION[r["to"]]} == {a, b} and r["date"] >= since
        ]

    sso = [r for r in out.tables["interactions.csv"] if "SSO" in r["topic"] and r["date"] >= start]
    yield {
        "id": "F20",
        "must": "fire",
        "live": True,
        "subject": "missing-tie customer-success product",
        "figures": {
            "interactions": len(out.tables["interactions.csv"]),
            "last_90_days": len(ties("customer-success", "product", start)),
            "whole_year": len(ties("customer-success", "product")),
            "objectives": ["O-2", "O-3"],
            "behind_plan": {o: standing(out, o) for o in ("O-2", "O-3")},
            "customer_success_on_sso_90_days": sum(
                "customer-success" in (FUNCTION[r["from"]], FUNCTION[r["to"]]) for r in sso
            ),
            "product_on_sso_90_days": sum("product" in (FUNCTION[r["from"]], FUNCTION[r["to"]]) for r in sso),
        },
        "why": "Both write about SSO and hardly to each other; two objectives run through the tie.",
    }
    yield {
        "id": "F20",
        "must": "fire",
        "live": True,
        "subject": "missing-tie product-marketing support",
        "figures": {
            "last_90_days": len(ties("product-marketing", "support", start)),
            "whole_year": len(ties("product-marketing", "support")),
        },
        "why": "No exchange in ninety days, though support hears the questions about Insights first.",
    }
    plan = {r["item_id"]: r for r in sheet(out, "roadmap.csv")}
    yield {
        "id": "F24",
        "must": "fire",
        "live": True,
        "subject": "credit-due RM-09",
        "figures": {
            "item": plan["RM-09"]["item"],
            "market_source": plan["RM-09"]["market_source"],
            "functions": ["support", "engineering", "product"],
            "test_report": "assets/offline-test-report.pdf",
        },
        "why": "Offline mode came from two interviews and support's ticket 8812: support should hear what became of it.",
    }


def perception(out):
    rows = out.tables["market/survey.csv"]
    waves = {}
    for wave in ("2024H2", "2025H1", "2025H2"):
        there = [
            r
            for r in rows
            if r["wave"] == wave and r["brand"] == "Fernhollow" and r["attribute"] == "audit answers in minutes"
        ]
        waves[wave] = share(sum(r["associated"] for r in there), len(there))
    yield {
        "id": "F21",
        "must": "fire",
        "live": False,
        "subject": "good news: audit answers in minutes",
        "figures": waves,
        "why": "Association rose from 9 to 22 percent over three waves; a brief must say good news with the same rigour.",
    }


def truths(out, deals, calls):
    for part in (roadmap(out, deals, calls), launch(out), output(out), web(out), perception(out)):
        yield from part
