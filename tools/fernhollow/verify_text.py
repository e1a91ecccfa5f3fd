"""The figures of claims and cards, from pages, decks, documents and the ledger."""

import re
from datetime import date

from verify_deals import TODAY, read
from verify_read import page, paragraphs, pdf_pages, sheet_texts, slides, table

STAND = ("shared", "contested", "filler")


def squeezed(text):
    return re.sub(r"\s+", " ", text).lower()


def surfaces(root):
    """(path, place, text) of everything that is said today."""
    for path in sorted(root.glob("site/*.html")):
        yield path, "text", " ".join(page(path).text)
    for path in sorted(root.glob("assets/*.md")) + [root / "messages/narrative.md", root / "messages/pillars.csv"]:
        yield path, "text", path.read_text(encoding="utf-8")
    for path in sorted(root.glob("assets/*.pptx")):
        for number, text in enumerate(slides(path), 1):
            yield path, f"slide {number}", text
    for path in sorted(root.glob("assets/*.docx")):
        yield path, "text", "\n".join(text for _, text in paragraphs(path))
    for path in sorted(root.glob("assets/*.pdf")):
        for number, lines in enumerate(pdf_pages(path), 1):
            yield path, f"page {number}", " ".join(text for _, text in lines)


def places(root, words):
    return sorted(
        f"{path.relative_to(root).as_posix()} {place}"
        for path, place, text in surfaces(root)
        if squeezed(words) in squeezed(text)
    )


def headlines(root):
    """(place, text) of every headline: h1 and h2 of the home page, headings of the one-pagers, messages of the pillars."""
    for text in page(root / "site/index.html").headings:
        yield "site/index.html text", text
    for row in table(root / "messages/pillars.csv"):
        yield "messages/pillars.csv text", row["message"]
    for path in sorted(root.glob("assets/one-pager-*.docx")):
        for style, text in paragraphs(path):
            if style in ("Title", "Heading1"):
                yield f"assets/{path.name} text", text
    for path in sorted(root.glob("assets/one-pager-*.pdf")):
        for number, lines in enumerate(pdf_pages(path), 1):
            text = ""
            for font, piece in lines + [("", "")]:
                if font == "F2":
                    text = f"{text} {piece}".strip()
                elif text:
                    yield f"assets/{path.name} page {number}", text
                    text = ""
                if piece.startswith("\x95 ") or piece.startswith("• "):
                    yield f"assets/{path.name} page {number}", piece[2:]


def seen_on(path):
    text = path.read_text(encoding="utf-8")
    return re.search(r"(?:seen: |saved from \S+ on )(\d{4}-\d\d-\d\d)", text).group(1)


def not_differentiated(root, key_rows, deals):
    """The verdicts are a judgement; what is checked is that each claim stands where the key says, and each rival's words too."""
    said, rows = list(headlines(root)), []
    rivals = sorted(root.glob("competitors/*/2*"))
    for row in key_rows:
        where = sorted({place for place, text in said if squeezed(row["claim"]) in squeezed(text)})
        theirs = [
            p for p in rivals if row["theirs"] and squeezed(row["theirs"]) in squeezed(p.read_text(encoding="utf-8"))
        ]
        ours = [p for p in rivals if squeezed(row["claim"]) in squeezed(p.read_text(encoding="utf-8"))]
        assert bool(ours) == (row["verdict"] == "shared" or row["claim"].startswith("The easiest")), row["claim"]
        first = min(theirs, key=seen_on) if theirs else None
        rows.append(
            dict(
                row,
                places=sorted(where),
                rival=first.parent.name if first else "",
                first_seen=seen_on(first) if first else "",
                file=(
                    max((p for p in theirs if p.parent == first.parent), key=seen_on).relative_to(root).as_posix()
                    if first
                    else ""
                ),
            )
        )
    count = {v: sum(r["verdict"] == v for r in rows) for v in ("shared", "contested", "filler", "unproven", "unique")}
    return {
        "headline_claims": len(rows),
        "stand_with_another_name": sum(r["verdict"] in STAND for r in rows),
        "by_verdict": count,
        "said_by": {v: sum(r["rival"] == v for r in rows) for v in ("shiftly", "opsgrid")},
        "deals_met": {v: sum(v in d["names"] for d in deals) for v in ("shiftly", "opsgrid", "kilnbridge")},
        "deals": len(deals),
        "claims": rows,
    }


def unproven(root):
    ledger = {r["claim_id"]: r for r in table(root / "messages/claims.csv")}
    number = ledger["C-01"]
    said = [p for p in places(root, number["claim"]) if "case-brewery" not in p]
    kept = {
        f"{path.relative_to(root).as_posix()} {place}"
        for path, place, text in surfaces(root)
        if "median of 6" in squeezed(text)
    }
    yield ("F02", "fire", "unproven-claims C-01"), {
        "claim": number["claim"],
        "status": number["status"],
        "expired_on": number["review_by"],
        "days_expired": (TODAY - date.fromisoformat(number["review_by"])).days,
        "places": said,
        "files": len({p.split()[0] for p in said}),
        "places_without_the_qualifier": [p for p in said if p not in kept],
        "old_versions_of_the_home_page": [
            f"site/history/{p.name}"
            for p in sorted(root.glob("site/history/*.html"))
            if squeezed(number["claim"]) in squeezed(" ".join(page(p).headings))
        ],
        "the_proof_itself": next(p for p in places(root, number["claim"]) if "case-brewery" in p),
    }
    best, live = ledger["C-02"], ledger["C-03"]
    yield ("F02", "fire", "unproven-claims C-02"), {
        "claim": best["claim"],
        "status": best["status"],
        "evidence": best["evidence"],
        "places": places(root, best["claim"]),
    }
    assert (root / live["evidence"].split("#")[0]).exists() and live["review_by"] > str(TODAY)
    yield ("F02", "silent", "unproven-claims C-03"), {
        "status": live["status"],
        "review_by": live["review_by"],
        "evidence": live["evidence"],
        "places": places(root, live["claim"]),
    }


def cards(root, key_card):
    def reviewed(vendor):
        text = (root / f"competitors/{vendor}/battlecard.md").read_text(encoding="utf-8")
        return re.search(r"reviewed: (\S+)", text).group(1)

    def age(vendor):
        return (TODAY - date.fromisoformat(reviewed(vendor))).days

    card = (root / "competitors/shiftly/battlecard.md").read_text(encoding="utf-8")
    for pair in key_card["contradictions"]:
        assert pair["card"] in card and pair["page"] in (root / pair["file"]).read_text(encoding="utf-8"), pair
    newer = [p for p in sorted(root.glob("competitors/shiftly/2*")) if seen_on(p) > reviewed("shiftly")]
    sheets = [
        p.relative_to(root).as_posix()
        for p in root.glob("assets/*.xlsx")
        if any("9 EUR per user" in t for t in sheet_texts(p))
    ]
    config = (root / "candor.yaml").read_text(encoding="utf-8")
    yield ("stale-battlecard", "fire", "competitors/shiftly"), {
        "reviewed": reviewed("shiftly"),
        "age_days": age("shiftly"),
        "limit_days": int(re.search(r"battlecard: .*error: (\d+)d", config).group(1)),
        "newer_pages": [p.relative_to(root).as_posix() for p in newer],
        "contradictions": key_card["contradictions"],
        "we_still_say_9_eur": [p for p in places(root, "9 EUR per user")] + sheets,
    }
    newest = max(seen_on(p) for p in root.glob("competitors/opsgrid/2*"))
    assert reviewed("opsgrid") > newest
    yield ("stale-battlecard", "silent", "competitors/opsgrid"), {
        "reviewed": reviewed("opsgrid"),
        "age_days": age("opsgrid"),
    }
    owner, until = re.search(r"scope: competitors/kilnbridge.*owner: (\w+), until: (\S+)\}", config).groups()
    yield ("stale-battlecard", "silent", "competitors/kilnbridge"), {
        "reviewed": reviewed("kilnbridge"),
        "age_days": age("kilnbridge"),
        "silenced_until": until,
        "owner": owner,
    }


def figures(root):
    import json

    key = {
        (t["id"], t["must"], t["subject"]): t["figures"]
        for t in json.loads((root.parent / f"{root.name}.key.json").read_text(encoding="utf-8"))
    }
    first = ("F01", "fire", "not-differentiated")
    made = {first: not_differentiated(root, key[first]["claims"], read(root)[0])}
    made.update(unproven(root))
    made.update(cards(root, key[("stale-battlecard", "fire", "competitors/shiftly")]))
    return made
