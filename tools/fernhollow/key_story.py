"""What must be found in positioning, home page, calls and interviews."""

import re

from cal import AS_OF, day, plus
from calls import UNIQUE_WORDS

NOUNS = ["digital logbook", "shift handover software", "connected worker platform", "shift intelligence platform"]
NAMES = {"shiftly": "Shiftly", "opsgrid": "OpsGrid"}
PAINS = {
    "P-1": r"night shift|nights",
    "P-2": r"audit|inspect",
    "P-3": r"network|offline|connection|signal",
    "P-5": r"engaged|engagement|disengag|morale|empower|motivat",
}
# What a buyer says who has the pain, word for word or nearly so: what a program must find at the least.
SAID = {
    "PN-1": r"night shift (doesn't|does not) know what the day shift changed",
    "PN-3": r"auditor asks, and we go through binders",
    "PN-4": r"no network|kein Netz|no signal",
    "PN-5": r"disengag|engaged|morale|motivat",
}
# How buyers would name what a line of the canvas says; a pain of its own where it has one.
LINES = {
    "Paper logbook and Excel": r"logbook|excel|sharepoint",
    "Doing nothing": r"doing nothing",
    "OpsGrid": r"OpsGrid",
    "Shiftly": r"Shiftly",
    "In-house build": r"in-house|internal build|IT builds it",
    "A-4 Any event of the last 5 years found in under 2 minutes": r"any event|last (5|five) years",
    "V-1 Nothing is lost between shifts": SAID["PN-1"],
    "V-2 Audit answers in minutes": SAID["PN-3"],
    "V-3 The record goes on when the network does not": SAID["PN-4"],
    "V-4 A frontline that wants to take part": r"take part|frontline|" + SAID["PN-5"],
    "Shift handover software": r"shift handover software",
}
BUYER = re.compile(r"(interview|review|call):[\w/.-]+")


def said(call, side):
    return "\n".join(text for who, text in call["turns"] if (who in "RE") == (side == "us"))


def churn(versions, interviews):
    made = versions["positioning"]
    material = [head["date"] for head, _, _ in made if head["kind"] == "material"]
    recent = [d for d in material if d > plus(AS_OF, -365).isoformat()]
    between = [r["id"] for r in interviews if material[-2] <= r["date"] < material[-1]]
    yield {
        "id": "F05",
        "must": "fire",
        "live": False,
        "subject": "positioning-churn",
        "figures": {
            "versions": len(made),
            "material": material,
            "material_last_365_days": recent,
            "interviews_between_last_two": between,
            "kinds": {head["date"]: {"kind": head["kind"], "elements": changed} for head, _, changed in made},
        },
        "why": "Three material changes in twelve months, with two interviews between the last two.",
    }


def edits(versions):
    made = versions["home"]
    recent = [(date, kind) for date, kind, _, _ in made if date > plus(AS_OF, -183).isoformat()]
    yield {
        "id": "F06",
        "must": "fire",
        "live": False,
        "subject": "wordsmithing",
        "figures": {
            "versions": len(made),
            "edits_last_6_months": len(recent),
            "wording": sum(k == "wording" for _, k in recent),
            "kinds": {date: kind for date, kind, _, _ in made},
        },
        "why": "Eight edits of the home page in six months, seven of them words only, while F01 and F02 stand.",
    }


def quoted(text):
    return "\n".join(line for line in text.split("---", 2)[2].splitlines() if line.startswith(">"))


def heard_of(calls, out, since):
    """(account, words of the buyers) of each call and interview from a day on."""
    made = [(c["deal"]["account"], said(c, "them")) for c in calls if c["date"].isoformat() >= since]
    for row in out.tables["interviews"]:
        if row["date"] >= since:
            text = (out.root / f"interviews/{row['id']}.md").read_text(encoding="utf-8")
            made.append((row["account"], quoted(text)))
    return made


def review_days(out, item):
    days = {r["review_id"]: r["date"] for r in out.tables["reviews.csv"]}
    return [days[m] for m in re.findall(r"review:(V-\d+)", item)]


def on_nobody(rows, dates, heard):
    """Lines that no reference of twelve months and no word of a buyer stands behind."""
    year = plus(AS_OF, -365).isoformat()
    for line, row in rows.items():
        words = LINES.get(line)
        spoken = words and any(re.search(words, text, re.I) for _, text in heard)
        if row["newest"] < year and not spoken:
            yield line


def unbacked(versions, calls, out):
    interviews = out.tables["interviews"]
    _, sections, _ = versions["positioning"][-1]
    dates = {r["id"]: r["date"] for r in interviews}
    rows = {}
    for key, items in sections.items():
        for item in items:
            buyers = [m.group(0) for m in BUYER.finditer(item)]
            found = [dates.get(b.split(":")[1]) for b in buyers if b.startswith("interview:")]
            rows[item.split("  [")[0]] = {
                "section": key,
                "buyer_evidence": len(BUYER.findall(item)),
                "newest_interview": max(found, default=""),
                "newest": max(found + [d for d in review_days(out, item)], default=""),
            }
    yield {
        "id": "F04",
        "must": "fire",
        "live": True,
        "subject": "unbacked-positioning",
        "figures": {
            "elements": len(rows),
            "without_buyer_evidence": [k for k, v in rows.items() if not v["buyer_evidence"]],
            "segment_newest": rows[sections["segment"][0].split("  [")[0]]["newest_interview"],
            "category": sections["category"][0],
            "on_no_buyer_of_12_months": list(
                on_nobody(rows, dates, heard_of(calls, out, plus(AS_OF, -365).isoformat()))
            ),
        },
        "why": "The category rests on nobody, the best-fit segment on one interview of March 2024. deals: tags are sellers' words, not buyers'.",
    }


def assumption(calls, out):
    year = plus(AS_OF, -365)
    heard = [(c["deal"]["account"], said(c, "them")) for c in calls if c["date"] >= year]
    for row in out.tables["interviews"]:
        if row["date"] >= year.isoformat():
            heard.append((row["account"], (out.root / f"interviews/{row['id']}.md").read_text(encoding="utf-8")))
    reviews = [r["likes"] + " " + r["dislikes"] for r in out.tables["reviews.csv"] if r["subject"] == "Fernhollow"]
    voiced = {p: len({a for a, text in heard if re.search(words, text, re.I)}) for p, words in PAINS.items()}
    yield {
        "id": "F03",
        "must": "fire",
        "live": True,
        "subject": "assumption-value P-5",
        "figures": {
            "calls_and_interviews_12_months": len(heard),
            "accounts": len({a for a, _ in heard}),
            "our_reviews_12_months": sum(
                r["subject"] == "Fernhollow" and r["date"] >= year.isoformat() for r in out.tables["reviews.csv"]
            ),
            "accounts_voicing": voiced,
            "accounts_word_for_word": {
                p: len({a for a, text in heard_of(calls, out, year.isoformat()) if re.search(words, text, re.I)})
                for p, words in SAID.items()
            },
            "said": SAID,
            "words": PAINS,
            "our_reviews_voicing_P-5": sum(bool(re.search(PAINS["P-5"], r, re.I)) for r in reviews),
            "source_of_PN-5": "internal assumption",
        },
        "why": "The pillar 'Frontline culture' answers a pain that no buyer voices; its only source is 'internal assumption'.",
    }


def nouns(calls, out):
    used = {noun: [c for c in calls if noun in said(c, "us").lower()] for noun in NOUNS}
    first = [c for c in calls if c["kind"] == "discovery"]
    buyers = sum("digital logbook" in said(c, "them").lower() for c in calls)
    reviews = [r for r in out.tables["reviews.csv"] if r["subject"] == "Fernhollow"]
    lead, ours = used["digital logbook"], used["shift handover software"]
    yield {
        "id": "F07",
        "must": "fire",
        "live": False,
        "subject": "many-voices",
        "figures": {
            "calls": len(calls),
            "by_noun": {n: len(c) for n, c in used.items()},
            "first_calls": len(first),
            "first_calls_by_noun": {n: sum(c["kind"] == "discovery" for c in cs) for n, cs in used.items()},
            "no_noun": sum(not any(c in cs for cs in used.values()) for c in calls),
            "reps": len({c["deal"]["owner"] for c in calls}),
        },
        "why": "The approved noun is said in fewer than a third of the calls in which we name ourselves; four nouns are in use. One call is in German and says 'digitales Schichtbuch'; it counts as none.",
    }
    yield {
        "id": "F08",
        "must": "fire",
        "live": False,
        "subject": "someone-else-defined-it digital logbook",
        "figures": {
            "calls_theirs": len(lead),
            "calls_ours": len(ours),
            "ratio": round(len(lead) / len(ours), 2),
            "calls_buyers_say_it": buyers,
            "first_call": lead[0]["file"],
            "our_reviews": len(reviews),
            "our_reviews_with_it": sum(
                "digital logbook" in (r["title"] + r["likes"] + r["dislikes"]).lower() for r in reviews
            ),
            "decks_with_it": ["assets/partner-deck.pptx"],
            "canvas_before": "positioning/history/2022-12-05.md (Digital shift logbook)",
            "home_page_before": "site/history/2023-02-home.html (The digital shift logbook)",
        },
        "why": "'Digital logbook' leads in calls by more than one and a half times; it is the category of version 1, kept alive by sales and by the partner deck.",
    }


def answer(call):
    """Whether, in the next six turns of ours after a buyer names the rival, anything of ours alone is said."""
    name, after, named = NAMES[call["rival"]], [], False
    for who, text in call["turns"]:
        if not named:
            named = who in "BC" and name in text
        elif who in "RE" and len(after) < 6:
            after.append(text)
    return named, bool(UNIQUE_WORDS.search("\n".join(after)))


def not_set_up(calls):
    rows = {}
    for vendor, name in NAMES.items():
        there = [c for c in calls if c["rival"] == vendor]
        assert all(answer(c)[0] for c in there)
        without = [c["file"] for c in there if not answer(c)[1]]
        rows[vendor] = {
            "calls": len(there),
            "without_unique_answer": len(without),
            "reps": len({c["deal"]["owner"] for c in there}),
            "files_without": sorted(without),
        }
    yield {
        "id": "F09",
        "must": "fire",
        "live": False,
        "subject": "not-set-up-to-win",
        "figures": dict(
            rows,
            turns=6,
            words=UNIQUE_WORDS.pattern,
            all_calls=sum(r["calls"] for r in rows.values()),
            all_without=sum(r["without_unique_answer"] for r in rows.values()),
        ),
        "why": "After a buyer names a rival, most calls get 'modern', 'partnership', 'seamless' instead of what is ours alone.",
    }


def truths(out, calls, versions):
    interviews = out.tables["interviews"]
    yield from assumption(calls, out)
    yield from unbacked(versions, calls, out)
    yield from churn(versions, interviews)
    yield from edits(versions)
    yield from nouns(calls, out)
    yield from not_set_up(calls)
    assert day("2025-11-30") == AS_OF
