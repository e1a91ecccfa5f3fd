"""What must be found, or left unsaid, in the deals."""

from cal import AS_OF, day, fiscal_quarter, plus, quarter_end
from deal_plan import FIT
from figures import homogeneity, newcombe, share
from history import EXTRACT

YEAR_AGO = plus(AS_OF, -365).isoformat()


def is_price(reason):
    return "pric" in reason.lower()


def is_price_broad(reason):
    return any(part in reason.lower() for part in ("pric", "expensive", "cheap"))


def counted(deals, test):
    """Won, lost and no-decision among the deals that pass."""
    there = [d for d in deals if test(d)]
    return tuple(sum(d["plan"] == outcome for d in there) for outcome in ("won", "lost", "no-decision"))


def rates(deals, test):
    won, lost, nothing = counted(deals, test)
    return {
        "won": won,
        "lost": lost,
        "no_decision": nothing,
        "win_rate": share(won, won + lost),
        "win_rate_with_no_decision": share(won, won + lost + nothing),
    }


def has(vendor):
    return lambda d: vendor in d.get("rivals", ())


def money(deals):
    return sum(d["amount"] for d in deals)


def losing_to(deals):
    against, rest = rates(deals, has("shiftly")), rates(deals, lambda d: not has("shiftly")(d))
    lost = [d for d in deals if has("shiftly")(d) and d["plan"] == "lost"]
    year = [d for d in lost if d["closed"].isoformat() > YEAR_AGO]
    fiscal = [d for d in lost if d["closed"].isoformat() >= "2025-02-01"]
    yield {
        "id": "F10",
        "must": "fire",
        "live": True,
        "subject": "losing-to Shiftly",
        "figures": {
            "overall": rates(deals, lambda d: True),
            "shiftly": against,
            "rest": rest,
            "difference_to_rest": newcombe(
                against["won"], against["won"] + against["lost"], rest["won"], rest["won"] + rest["lost"]
            ),
            "deals_with_shiftly": sum(map(has("shiftly"), deals)),
            "all_deals": len(deals),
            "lost_last_365_days": {"deals": len(year), "eur": money(year)},
            "lost_fy26": {"deals": len(fiscal), "eur": money(fiscal)},
            "lost_all": {"deals": len(lost), "eur": money(lost)},
        },
        "why": "Interval wholly below the overall rate with either denominator, on more than 60 decided deals.",
    }
    nothing = [d for d in deals if d["plan"] == "no-decision"]
    won, lost_all, none = counted(deals, lambda d: True)
    yield {
        "id": "F10",
        "must": "fire",
        "live": True,
        "subject": "losing-to no decision",
        "figures": {
            "no_decision": share(none, won + lost_all + none),
            "eur": money(nothing),
            "instead": {
                kind: sum(d.get("instead") == kind for d in nothing) for kind in ("paper", "in-house", "nothing")
            },
            "with_a_vendor": sum(bool(d.get("rivals")) for d in nothing),
            "nothing_written": sum(not d.get("rivals") and not d.get("instead") for d in nothing),
        },
        "why": "At least 40 percent of won + lost + no-decision ended in nothing; paper, Excel and SharePoint are one alternative.",
    }


def loss_reasons(deals, interviews):
    lost = [d for d in deals if d["plan"] == "lost"]
    both = lost + [d for d in deals if d["plan"] == "no-decision"]
    asked = [r for r in interviews if r["outcome"] == "lost"]
    buyers = {}
    for row in asked:
        for reason in row["reasons"].split(", "):
            buyers[reason] = buyers.get(reason, 0) + 1
    top = sorted(buyers.items(), key=lambda pair: (-pair[1], pair[0]))

    def side(rows):
        written = [d["reason"] for d in rows if d.get("reason")]
        return {
            "deals": len(rows),
            "blank": len(rows) - len(written),
            "price": share(sum(map(is_price, written)), len(written)),
            "price_or_expensive_or_cheaper": sum(map(is_price_broad, written)),
        }

    yield {
        "id": "F11",
        "must": "fire",
        "live": True,
        "subject": "loss-reason-unreliable",
        "figures": {
            "lost": side(lost),
            "lost_and_no_decision": side(both),
            "interviews": len(interviews),
            "lost_deals_with_both_witnesses": len(asked),
            "of_these_seller_wrote_price": sum(is_price(r["seller"]) for r in asked),
            "of_these_buyer_said_price": sum("price" in r["reasons"].split(", ") for r in asked),
            "seller_price_buyer_otherwise": sum(
                is_price(r["seller"]) and "price" not in r["reasons"].split(", ") for r in asked
            ),
            "witnesses_agree": sum(agree(r) for r in asked),
            "buyers_said": dict(top),
        },
        "why": "Price is more than 35 percent of the written reasons with either base, and the buyers of the same deals say otherwise.",
    }


def agree(row):
    said = row["reasons"].split(", ")
    return is_price(row["seller"]) and "price" in said or "offline" in row["seller"] and "no-offline" in said


def motion(deals):
    is_open = [d for d in deals if d["outcome"] == "open"]
    outside = [d for d in is_open if not d["fit"]]
    alive = [d for d in is_open if d["plan"] == "open"]
    yield {
        "id": "F12",
        "must": "fire",
        "live": True,
        "subject": "confused-motion",
        "figures": {
            "segment": FIT,
            "open": {"deals": len(is_open), "eur": money(is_open)},
            "open_outside": {"deals": len(outside), "eur": money(outside)},
            "share_of_deals": round(len(outside) / len(is_open), 4),
            "share_of_eur": round(money(outside) / money(is_open), 4),
            "open_not_dead": {
                "deals": len(alive),
                "outside": sum(not d["fit"] for d in alive),
                "eur": money(alive),
                "eur_outside": money([d for d in alive if not d["fit"]]),
            },
            "inside": rates(deals, lambda d: d["fit"]),
            "outside": rates(deals, lambda d: not d["fit"]),
        },
        "why": "Well over 30 percent of open pipeline is outside best fit, and its interval lies below the one inside.",
    }


def pipeline(deals):
    closed = [(d["closed"] - d["created"]).days for d in deals if d.get("closed") and not d.get("backwards")]
    dead = [d for d in deals if d["outcome"] == "open" and (AS_OF - d["created"]).days > max(closed)]
    yield {
        "id": "dead-pipeline",
        "must": "fire",
        "live": False,
        "subject": "open deals older than any that ever closed",
        "figures": {
            "oldest_closed_days": max(closed),
            "deals": len(dead),
            "eur": money(dead),
            "open_deals": sum(d["outcome"] == "open" for d in deals),
        },
        "why": "Open, and older than the longest deal that was ever decided: a forecast should not count them.",
    }


def unsaid(deals):
    """Differences that a careless program would print."""
    ops, rest = rates(deals, has("opsgrid")), rates(deals, lambda d: not has("opsgrid")(d))
    yield {
        "id": "F10",
        "must": "silent",
        "live": True,
        "subject": "losing-to OpsGrid",
        "figures": {
            "opsgrid": ops,
            "rest": rest,
            "difference_to_rest": newcombe(
                ops["won"], ops["won"] + ops["lost"], rest["won"], rest["won"] + rest["lost"]
            ),
        },
        "why": "A careless program prints 'we lose to OpsGrid: 38% against 43%'; the interval contains the overall rate, and the difference to the rest contains zero.",
    }
    kiln = rates(deals, has("kilnbridge"))
    yield {
        "id": "F10",
        "must": "silent",
        "live": True,
        "subject": "losing-to Kilnbridge",
        "figures": {"kilnbridge": kiln, "deals": sum(map(has("kilnbridge"), deals))},
        "why": "A careless program prints 'against Kilnbridge we win 17%'; it is one of six, seven with no-decision, under the eight that are needed.",
    }
    decided = [d for d in deals if d["plan"] in ("won", "lost")]
    reps = sorted({d["owner"] for d in decided})
    groups = [
        (sum(d["owner"] == r and d["plan"] == "won" for d in decided), sum(d["owner"] == r for d in decided))
        for r in reps
    ]
    yield {
        "id": "reps-differ",
        "must": "silent",
        "live": True,
        "subject": "sellers' win rates",
        "figures": {
            "groups": dict(zip(reps, map(list, groups))),
            "homogeneity_chi2_df_p": homogeneity(groups),
            "lowest": round(min(w / n for w, n in groups), 4),
            "highest": round(max(w / n for w, n in groups), 4),
        },
        "why": "A careless program prints a leaderboard from 30% to 54%; the homogeneity test says luck alone makes such a table.",
    }
    yield season(decided)
    public = rates(deals, lambda d: d["segment"] == "public")
    yield {
        "id": "good-segment",
        "must": "silent",
        "live": True,
        "subject": "segment public",
        "figures": {"public": public},
        "why": "A careless program prints 'public plants: 100% won, go there'; it is four deals, the interval begins at 51%.",
    }
    yield whale(deals)


def season(decided):
    def month(year, number):
        rows = [d for d in decided if (d["closed"].year, d["closed"].month) == (year, number)]
        return share(sum(d["plan"] == "won" for d in rows), len(rows))

    ends = [d for d in decided if quarter_end(d["closed"].month)]
    others = [d for d in decided if not quarter_end(d["closed"].month)]
    before = [d for d in others if d["closed"] < day("2025-11-01")]
    now = [d for d in others if d["closed"] >= day("2025-11-01")]
    won = [sum(d["plan"] == "won" for d in rows) for rows in (now, before)]
    return {
        "id": "win-rate-drop",
        "must": "silent",
        "live": True,
        "subject": "November 2025 after October 2025",
        "figures": {
            "october_2025": month(2025, 10),
            "november_2025": month(2025, 11),
            "last_months_of_quarters": share(sum(d["plan"] == "won" for d in ends), len(ends)),
            "other_months": share(sum(d["plan"] == "won" for d in others), len(others)),
            "november_minus_other_months_before": newcombe(won[0], len(now), won[1], len(before)),
            "quarter": fiscal_quarter(AS_OF),
        },
        "why": "A careless program prints 'the win rate fell from 53% to 30% in November'; October ended a fiscal quarter, and November is like every month that does not.",
    }


def whale(deals):
    big = next(d for d in deals if d.get("whale"))
    decided = [d for d in deals if d["plan"] in ("won", "lost") and has("opsgrid")(d)]
    everything = [d for d in deals if d["plan"] in ("won", "lost")]
    return {
        "id": "value-win-rate",
        "must": "silent",
        "live": True,
        "subject": "share of money won against OpsGrid",
        "figures": {
            "deal_id": big["deal_id"],
            "amount_eur": big["amount"],
            "won_eur": money([d for d in decided if d["plan"] == "won"]),
            "decided_eur": money(decided),
            "share_of_largest": round(big["amount"] / money(decided), 4),
            "share_of_largest_in_all_decided": round(big["amount"] / money(everything), 4),
        },
        "why": "A careless program prints the share of money won against OpsGrid with an interval; one deal is more than a quarter of that money.",
    }


def import_notes(deals, out):
    rows = out.tables["deals.csv"]
    ids = [row["deal_id"] for row in rows]
    weekly = out.tables["exports/sfdc-opps-2025-11-28.csv"]
    closed = {d["deal_id"]: d["closed"].isoformat() for d in deals if d.get("closed")}
    after = [t for t in out.tables["touches.csv"] if t["date"] > closed.get(t["deal_id"], "9999")]
    yield {
        "id": "import-notes",
        "must": "fire",
        "live": False,
        "subject": "deals.csv and the weekly export",
        "figures": {
            "rows_in_deals_csv": len(rows),
            "ids_twice_in_deals_csv": sorted({i for i in ids if ids.count(i) > 1}),
            "total_rows": 1,
            "rows_in_export": len(weekly),
            "in_both": len({r["Opportunity ID"] for r in weekly} & set(ids)),
            "only_in_export": len({r["Opportunity ID"] for r in weekly} - set(ids)),
            "deals": len(deals),
            "closed_before_created": sorted(d["deal_id"] for d in deals if d.get("backwards")),
            "own_name_as_competitor": sorted(d["deal_id"] for d in deals if "fern" in d["competitors"].lower()),
            "touches_after_close": len(after),
            "disqualified": sum(d["plan"] == "disqualified" for d in deals),
            "extract": EXTRACT.isoformat(),
        },
        "why": "The lies of this export, each planted once: repeated ids, a totals row, a later export, swapped dates, our own name.",
    }


def truths(deals, out):
    interviews = out.tables["interviews"]
    for part in (
        losing_to(deals),
        loss_reasons(deals, interviews),
        motion(deals),
        pipeline(deals),
        unsaid(deals),
        import_notes(deals, out),
    ):
        yield from part
