"""The figures of positioning, home page, calls and interviews."""

import re
from datetime import timedelta

from verify_deals import TODAY, interviews
from verify_read import page, table, transcript

YEAR = str(TODAY - timedelta(365))
WORDS = {
    "P-1": r"night shift|nights",
    "P-2": r"audit|inspect",
    "P-3": r"network|offline|connection|signal",
    "P-5": r"engaged|engagement|disengag|morale|empower|motivat",
}
NOUNS = ["digital logbook", "shift handover software", "connected worker platform", "shift intelligence platform"]
OURS = r"machine(s'| )own events|machine events|from the machines|72 hours|two people sign|two signatures|second signature|annotated|five years|under two minutes"


SAID = {
    "PN-1": r"night shift (doesn't|does not) know what the day shift changed",
    "PN-3": r"auditor asks, and we go through binders",
    "PN-4": r"no network|kein Netz|no signal",
    "PN-5": r"disengag|engaged|morale|motivat",
}
NAMED = {
    "Paper logbook and Excel": "logbook|excel|sharepoint",
    "Doing nothing": "doing nothing",
    "OpsGrid": "opsgrid",
    "Shiftly": "shiftly",
    "In-house build": "in-house|internal build|it builds it",
    "A-4": "any event|last (5|five) years",
    "V-1": SAID["PN-1"],
    "V-2": SAID["PN-3"],
    "V-3": SAID["PN-4"],
    "V-4": "take part|frontline|" + SAID["PN-5"],
    "Shift handover software": "shift handover software",
}


def calls(root):
    """The rows of the index with the turns of each call, split into ours and theirs by the names in people.csv."""
    names = {r["name"] for r in table(root / "people.csv")}
    rows = []
    for row in table(root / "calls/index.csv"):
        turns = [
            ("us" if re.sub(r" \(Fernhollow\)$", "", who) in names else "them", text)
            for who, text in transcript(root / "calls" / row["file"])
        ]
        rows.append(
            dict(
                row,
                call="calls/" + row["file"],
                turns=turns,
                us_text=" ".join(t for s, t in turns if s == "us"),
                them_text=" ".join(t for s, t in turns if s == "them"),
            )
        )
    assert len(rows) == len([p for p in root.glob("calls/*.*") if p.name != "index.csv"])
    return rows


def canvas(path):
    """Heading -> bare items of one version."""
    sections, key = {}, None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            key = line[3:]
        elif line.startswith("- ") and key:
            sections.setdefault(key, []).append(line[2:])
    return sections


def bare(item):
    return re.sub(r"\s+\[.*$", "", item)


def accounts_of(root):
    return {r["deal_id"]: r["account"] for r in table(root / "deals.csv")}


def in_quotes(talk):
    """What the buyer says in an interview: the lines that begin with >."""
    return " ".join(re.findall(r"(?m)^>(.*)$", talk["text"]))


def last_year(rows, talks, account):
    made = [(account[r["deal_id"]], r["them_text"]) for r in rows if r["date"] >= YEAR]
    return made + [(t["account"], in_quotes(t)) for t in talks if t["date"] >= YEAR]


def silent_lines(items, held, reviewed, spoken):
    """Lines of the canvas with no reference of the last year, which nobody names."""
    for item in items:
        days = [held[i] for i in re.findall(r"interview:(INT-\d+)", item)]
        days += [reviewed[i] for i in re.findall(r"review:(V-\d+)", item)]
        if any(day >= YEAR for day in days):
            continue
        head = bare(item)
        words = NAMED.get(head) or NAMED.get(head.split(" ")[0])
        if not words or not re.search(words, spoken, re.I):
            yield head


def positioning(root, rows, talks, key):
    files = sorted(root.glob("positioning/history/*.md")) + [root / "positioning/positioning.md"]
    dates = [re.search(r"effective: (\S+)", p.read_text(encoding="utf-8")).group(1) for p in files]
    names = {
        "Competitive alternatives": "alternatives",
        "Unique attributes": "attributes",
        "Value": "value",
        "Best-fit segment": "segment",
        "Market category": "category",
    }
    changes = {}
    for before, path, day in zip([None] + files, files, dates):
        old, new = (canvas(before), canvas(path)) if before else ({}, {})
        changes[day] = sorted(names[s] for s in new if [bare(i) for i in old[s]] != [bare(i) for i in new[s]])
    kinds = {day: {"kind": key["kinds"][day]["kind"], "elements": key["kinds"][day]["elements"]} for day in dates}
    for day, row in kinds.items():  # the kind is a judgement; that the named elements changed is not
        assert sorted(row["elements"]) == changes[day], (day, row, changes[day])
    material = [d for d in dates if kinds[d]["kind"] == "material"]
    yield ("F05", "fire", "positioning-churn"), {
        "versions": len(files),
        "material": material,
        "material_last_365_days": [d for d in material if d > YEAR],
        "interviews_between_last_two": [t["id"] for t in talks if material[-2] <= t["date"] < material[-1]],
        "kinds": kinds,
    }
    now = canvas(files[-1])
    items = [(section, item) for section, found in now.items() for item in found]
    held = {t["id"]: t["date"] for t in talks}
    segment = re.findall(r"interview:(INT-\d+)", now["Best-fit segment"][0])
    yield ("F04", "fire", "unbacked-positioning"), {
        "elements": len(items),
        "without_buyer_evidence": [bare(i) for _, i in items if not re.search("(interview|review|call):", i)],
        "segment_newest": max(held[i] for i in segment),
        "category": now["Market category"][0],
        "on_no_buyer_of_12_months": list(
            silent_lines(
                [item for _, item in items],
                held,
                {r["review_id"]: r["date"] for r in table(root / "reviews.csv")},
                "\n".join(text for _, text in last_year(rows, talks, accounts_of(root))),
            )
        ),
    }


def home(root, key):
    files = sorted(root.glob("site/history/*-home.html"), key=lambda p: p.name) + [root / "site/index.html"]
    names = [p.name.replace("-home.html", "") for p in files[:-1]]
    last = re.search(r'last-modified" content="([\d-]+)"', files[-1].read_text(encoding="utf-8")).group(1)
    texts = [page(p).text for p in files]
    assert all(a != b for a, b in zip(texts, texts[1:])), "every version differs from the one before"
    recent = [n for n in names + [last] if n > str(TODAY - timedelta(183))]
    yield ("F06", "fire", "wordsmithing"), {
        "versions": len(files),
        "edits_last_6_months": len(recent),
        "wording": sum(key["kinds"][n] == "wording" for n in recent),
        "kinds": {n: key["kinds"][n] for n in names + [last]},
    }


def voices(root, rows, reviews):
    lower = [(r, r["us_text"].lower()) for r in rows]
    used = {n: [r for r, text in lower if n in text] for n in NOUNS}
    book, ours = used["digital logbook"], used["shift handover software"]
    accounts = {r["deal_id"]: r["us"].split("; ")[0] for r in rows}
    yield ("F07", "fire", "many-voices"), {
        "calls": len(rows),
        "by_noun": {n: len(r) for n, r in used.items()},
        "first_calls": sum(r["kind"] == "discovery" for r in rows),
        "first_calls_by_noun": {n: sum(r["kind"] == "discovery" for r in rs) for n, rs in used.items()},
        "no_noun": sum(not any(n in text for n in NOUNS) for _, text in lower),
        "reps": len(set(accounts.values())),
    }
    decks = ["assets/partner-deck.pptx"]
    yield ("F08", "fire", "someone-else-defined-it digital logbook"), {
        "calls_theirs": len(book),
        "calls_ours": len(ours),
        "ratio": round(len(book) / len(ours), 2),
        "calls_buyers_say_it": sum("digital logbook" in r["them_text"].lower() for r in rows),
        "first_call": min(book, key=lambda r: r["date"])["call"],
        "our_reviews": len(reviews),
        "our_reviews_with_it": sum("digital logbook" in r["all"].lower() for r in reviews),
        "decks_with_it": decks,
        "canvas_before": "positioning/history/2022-12-05.md (Digital shift logbook)",
        "home_page_before": "site/history/2023-02-home.html (The digital shift logbook)",
    }
    assert "Digital shift logbook" in (root / "positioning/history/2022-12-05.md").read_text(encoding="utf-8")
    assert "The digital shift logbook" in (root / "site/history/2023-02-home.html").read_text(encoding="utf-8")


def answers(rows):
    made = {}
    for vendor, name in (("shiftly", "Shiftly"), ("opsgrid", "OpsGrid")):
        there, without = [], []
        for row in rows:
            at = next((i for i, (side, text) in enumerate(row["turns"]) if side == "them" and name in text), None)
            if at is None:
                continue
            there.append(row)
            after = [text for side, text in row["turns"][at:] if side == "us"][:6]
            if not re.search(OURS, " ".join(after), re.I):
                without.append(row["call"])
        made[vendor] = {
            "calls": len(there),
            "without_unique_answer": len(without),
            "reps": len({r["us"].split("; ")[0] for r in there}),
            "files_without": sorted(without),
        }
    yield ("F09", "fire", "not-set-up-to-win"), dict(
        made,
        turns=6,
        words=OURS,
        all_calls=sum(r["calls"] for r in made.values()),
        all_without=sum(r["without_unique_answer"] for r in made.values()),
    )


def assumption(root, rows, talks, reviews):
    account = {r["deal_id"]: r["account"] for r in table(root / "deals.csv")}
    heard = [(account[r["deal_id"]], r["them_text"]) for r in rows if r["date"] >= YEAR] + [
        (t["account"], t["text"]) for t in talks if t["date"] >= YEAR
    ]
    source = next(r["source"] for r in table(root / "messages/pains.csv") if r["pain_id"] == "PN-5")
    yield ("F03", "fire", "assumption-value P-5"), {
        "calls_and_interviews_12_months": len(heard),
        "accounts": len({a for a, _ in heard}),
        "accounts_voicing": {p: len({a for a, text in heard if re.search(w, text, re.I)}) for p, w in WORDS.items()},
        "our_reviews_12_months": sum(r["date"] >= YEAR for r in reviews),
        "accounts_word_for_word": {
            p: len({a for a, text in last_year(rows, talks, account) if re.search(w, text, re.I)})
            for p, w in SAID.items()
        },
        "said": SAID,
        "words": WORDS,
        "our_reviews_voicing_P-5": sum(
            bool(re.search(WORDS["P-5"], r["likes"] + r["dislikes"], re.I)) for r in reviews
        ),
        "source_of_PN-5": source,
    }


def figures(root):
    import json

    key = {
        (t["id"], t["subject"]): t["figures"]
        for t in json.loads((root.parent / f"{root.name}.key.json").read_text(encoding="utf-8"))
    }
    rows, talks = calls(root), interviews(root)
    reviews = [
        dict(r, all=r["title"] + r["likes"] + r["dislikes"])
        for r in table(root / "reviews.csv")
        if r["subject"] == "Fernhollow"
    ]
    made = {}
    for part in (
        positioning(root, rows, talks, key[("F05", "positioning-churn")]),
        home(root, key[("F06", "wordsmithing")]),
        voices(root, rows, reviews),
        answers(rows),
        assumption(root, rows, talks, reviews),
    ):
        made.update(part)
    return made
