"""What must be found in the copy: claims that anybody could make, claims without proof, cards that are out of date."""

from cal import AS_OF, day
from out import HERE
from office import head_and_lines, pages_of, slides_of

# headline claim | verdict | who says it too | their words | where | since
HEADLINES = [
    (
        "Nothing gets lost between shifts",
        "shared",
        "opsgrid",
        "Nothing gets lost between shifts",
        "competitors/opsgrid/2025-11-home.html",
        "2025-06-03",
    ),
    (
        "One place for every shift, every line and every site",
        "shared",
        "shiftly",
        "One place for every shift, every line and every site",
        "competitors/shiftly/2025-09-home.html",
        "2025-09-11",
    ),
    (
        "Give every operator the right information at the right time",
        "shared",
        "opsgrid",
        "Give every operator the right information at the right time",
        "competitors/opsgrid/2025-11-home.html",
        "2025-03-19",
    ),
    (
        "The most trusted handover platform in manufacturing",
        "contested",
        "opsgrid",
        "The most trusted connected worker platform in manufacturing",
        "competitors/opsgrid/2025-11-home.html",
        "2025-11-10",
    ),
    (
        "The easiest way to hand over a shift",
        "contested",
        "shiftly",
        "The easiest way to hand over a shift",
        "competitors/shiftly/2025-09-home.html",
        "2025-09-11",
    ),
    ("Better handovers, better operations", "filler", "", "", "", ""),
    ("Empower your frontline to do their best work every day", "filler", "", "", "", ""),
    ("Cuts handover time by 40%", "unproven", "", "", "", ""),
    (
        "Every handover is one page, written from the machines' own events, not typed from memory",
        "unique",
        "",
        "",
        "",
        "",
    ),
    (
        "Find any event of the last 5 years in under 2 minutes, while the auditor is still at the table",
        "unique",
        "",
        "",
        "",
        "",
    ),
    ("The line keeps its record through 72 hours without a network", "unique", "", "", "", ""),
    (
        "Two people sign every shift page, and after that it can only be annotated, never changed",
        "unique",
        "",
        "",
        "",
        "",
    ),
]
STAND = ("shared", "contested", "filler")
NUMBER, SUPERLATIVE = "Cuts handover time by 40%", "The most trusted handover platform in manufacturing"
HEADLINE_PLACES = (
    "site/index.html",
    "messages/pillars.csv",
    "assets/one-pager-handover.docx",
    "assets/one-pager-audit.pdf",
    "assets/one-pager-offline.docx",
)
CASE = "assets/case-brewery.pdf"


def surfaces(out):
    """(path, place, text) of everything we say today: site, decks, documents, mails; not old versions, not the ledger."""
    for path in sorted(out.root.glob("site/*.html")) + sorted(out.root.glob("assets/*.md")):
        yield path.relative_to(out.root).as_posix(), "text", path.read_text(encoding="utf-8")
    yield "messages/narrative.md", "text", (out.root / "messages/narrative.md").read_text(encoding="utf-8")
    yield "messages/pillars.csv", "text", (out.root / "messages/pillars.csv").read_text(encoding="utf-8")
    for path in sorted((HERE / "prose" / "decks").glob("*.txt")):
        for number, slide in enumerate(slides_of(head_and_lines(path.read_text(encoding="utf-8"))[1]), 1):
            text = "\n".join(
                [slide["title"]] + [t for _, t in slide["bullets"]] + [c for row in slide["table"] for c in row]
            )
            yield f"assets/{path.stem}.pptx", f"slide {number}", text
    for path in sorted((HERE / "prose" / "docs").glob("*.txt")):
        kind, text = path.read_text(encoding="utf-8").split("\n", 1)
        for number, page in enumerate(pages_of(head_and_lines(text)[1]), 1):
            yield f"assets/{path.stem}.{kind}", f"page {number}" if kind == "pdf" else "text", "\n".join(page)


def places(out, words):
    return sorted(f"{path} {place}" for path, place, text in surfaces(out) if words.lower() in text.lower())


def not_differentiated(out, deals):
    rows = []
    for text, verdict, rival, theirs, where, since in HEADLINES:
        said = [place for place in places(out, text) if place.split(" ")[0] in HEADLINE_PLACES]
        assert said, text
        if where:
            assert theirs in (out.root / where).read_text(encoding="utf-8"), (text, where)
        rows.append(
            {
                "claim": text,
                "verdict": verdict,
                "places": said,
                "rival": rival,
                "theirs": theirs,
                "file": where,
                "first_seen": since,
            }
        )
    count = {v: sum(r["verdict"] == v for r in rows) for v in ("shared", "contested", "filler", "unproven", "unique")}
    met = {v: sum(v in d.get("rivals", ()) for d in deals) for v in ("shiftly", "opsgrid", "kilnbridge")}
    yield {
        "id": "F01",
        "must": "fire",
        "live": True,
        "subject": "not-differentiated",
        "figures": {
            "headline_claims": len(rows),
            "stand_with_another_name": sum(r["verdict"] in STAND for r in rows),
            "by_verdict": count,
            "said_by": {v: sum(r["rival"] == v for r in rows) for v in ("shiftly", "opsgrid")},
            "deals_met": met,
            "deals": len(deals),
            "claims": rows,
        },
        "why": "Seven of twelve headlines: three said word for word by a rival met in more than a tenth of deals, two superlatives that a rival claims as well, two that nobody could be wrong about. Headlines are h1 and h2 of site/index.html, headings of the three one-pagers (and one bullet of the PDF), and the messages of pillars.csv.",
    }


def unproven(out):
    ledger = {row["claim"]: row for row in read_claims(out)}
    number, best = ledger[NUMBER], ledger[SUPERLATIVE]
    old = [
        p.relative_to(out.root).as_posix()
        for p in sorted(out.root.glob("site/history/*.html"))
        if NUMBER in p.read_text(encoding="utf-8")
    ]
    said = [place for place in places(out, NUMBER) if CASE not in place]
    bare = [
        p
        for p in said
        if not any(path + " " + place == p and "median of 6" in text.lower() for path, place, text in surfaces(out))
    ]
    yield {
        "id": "F02",
        "must": "fire",
        "live": True,
        "subject": f"unproven-claims {number['claim_id']}",
        "figures": {
            "claim": NUMBER,
            "status": number["status"],
            "expired_on": number["review_by"],
            "days_expired": (AS_OF - day(number["review_by"])).days,
            "places": said,
            "files": len({p.split(" ")[0] for p in said}),
            "places_without_the_qualifier": bare,
            "old_versions_of_the_home_page": old,
            "the_proof_itself": CASE + " page 2",
        },
        "why": "A headline number whose proof ran out, said on the site, in two decks, a Word file and a PDF; only one of them keeps the qualifier.",
    }
    yield {
        "id": "F02",
        "must": "fire",
        "live": True,
        "subject": f"unproven-claims {best['claim_id']}",
        "figures": {
            "claim": SUPERLATIVE,
            "status": best["status"],
            "evidence": best["evidence"],
            "places": places(out, SUPERLATIVE),
        },
        "why": "A superlative that was proposed, never proved and is said all the same.",
    }
    live = ledger["The line keeps its record through 72 hours without a network"]
    yield {
        "id": "F02",
        "must": "silent",
        "live": True,
        "subject": f"unproven-claims {live['claim_id']}",
        "figures": {
            "status": live["status"],
            "review_by": live["review_by"],
            "evidence": live["evidence"],
            "places": places(out, live["claim"]),
        },
        "why": "A careless program prints every number as unproved; this one is approved, its test report is in the folder and it holds until April.",
    }


def read_claims(out):
    import csv

    with open(out.root / "messages/claims.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def cards(out):
    reviewed = {"shiftly": "2025-07-14", "opsgrid": "2025-11-12", "kilnbridge": "2025-05-02"}
    age = {name: (AS_OF - day(date)).days for name, date in reviewed.items()}
    yield {
        "id": "stale-battlecard",
        "must": "fire",
        "live": True,
        "subject": "competitors/shiftly",
        "figures": {
            "reviewed": reviewed["shiftly"],
            "age_days": age["shiftly"],
            "limit_days": 120,
            "newer_pages": ["competitors/shiftly/2025-09-home.html", "competitors/shiftly/2025-10-pricing.html"],
            "contradictions": [
                {
                    "card": "F-2 From 9 EUR per user per month",
                    "page": "From 14 EUR per user per month",
                    "file": "competitors/shiftly/2025-10-pricing.html",
                },
                {
                    "card": "F-4 No single sign-on",
                    "page": "SAML single sign-on",
                    "file": "competitors/shiftly/2025-10-pricing.html",
                },
                {
                    "card": "F-6 Free trial of 14 days",
                    "page": "30 days on every plan",
                    "file": "competitors/shiftly/2025-10-pricing.html",
                },
                {
                    "card": "F-3 Change history is kept for twelve months",
                    "page": "Change history for 24 months",
                    "file": "competitors/shiftly/2025-10-pricing.html",
                },
            ],
            "we_still_say_9_eur": places(out, "9 EUR per user") + ["assets/price-list-2025.xlsx"],
        },
        "why": "Reviewed in July, and a page saved in October contradicts it on price, single sign-on, trial and history.",
    }
    yield {
        "id": "stale-battlecard",
        "must": "silent",
        "live": True,
        "subject": "competitors/opsgrid",
        "figures": {"reviewed": reviewed["opsgrid"], "age_days": age["opsgrid"]},
        "why": "A careless program prints that the card cites a page of March; the card was reviewed after the newest saved page and agrees with it.",
    }
    yield {
        "id": "stale-battlecard",
        "must": "silent",
        "live": True,
        "subject": "competitors/kilnbridge",
        "figures": {
            "reviewed": reviewed["kilnbridge"],
            "age_days": age["kilnbridge"],
            "silenced_until": "2026-03-31",
            "owner": "zara",
        },
        "why": "Stale, but silenced in candor.yaml with a reason, an owner and an end; it is listed as silenced and not printed as a truth.",
    }


def truths(out, deals):
    yield from not_differentiated(out, deals)
    yield from unproven(out)
    yield from cards(out)
