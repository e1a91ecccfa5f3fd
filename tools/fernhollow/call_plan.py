"""Sixty calls: what kind, who names whom, what we call ourselves, and on which deal."""

from cal import day, plus, workday
from deal_plan import FIT
from rng import Rng

# kind -> list of (rival, answer) in that kind's calls; the rest name nobody
RIVAL_CALLS = {
    "discovery": [("shiftly", "g")] * 3 + [("opsgrid", "g")] * 2 + [("shiftly", "u")] * 2 + [("opsgrid", "u")],
    "demo": [("shiftly", "g")] * 3 + [("opsgrid", "g")] + [("shiftly", "u")] * 3 + [("opsgrid", "u")] * 2,
    "negotiation": [("shiftly", "g")] * 2 + [("opsgrid", "g")] + [("shiftly", "u")] + [("opsgrid", "u")],
    "followup": [("shiftly", "g")] * 2 + [("opsgrid", "g")] + [("shiftly", "u")],
    "security": [],
    "pilot": [],
}
KINDS = {"discovery": 20, "demo": 14, "negotiation": 8, "security": 6, "pilot": 6, "followup": 6}
# our own word for what we are: kind -> (digital logbook, shift handover software, connected worker, intelligence, none)
NOUNS = (
    "digital-logbook",
    "shift-handover-software",
    "connected-worker-platform",
    "shift-intelligence-platform",
    "none",
)
NOUN_CALLS = {
    "discovery": (9, 5, 3, 2, 1),
    "demo": (7, 4, 2, 1, 0),
    "negotiation": (4, 2, 1, 1, 0),
    "security": (2, 1, 1, 0, 2),
    "pilot": (3, 1, 1, 0, 1),
    "followup": (2, 1, 1, 1, 1),
}
STAGE_OF = {
    "discovery": "Discovery",
    "demo": "Demo",
    "negotiation": "Negotiation",
    "security": "Proposal",
    "pilot": "Proposal",
    "followup": "Demo",
}
GERMAN_SPEAKERS = ("f.keller", "o.yilmaz", "a.lindt")
FIRST, LAST = "2024-12-02", "2025-11-26"
FORMATS = ["vtt"] * 28 + ["vtt-zoom"] * 10 + ["srt"] * 12 + ["txt"] * 10


def skeleton(rng):
    calls = []
    for kind, count in KINDS.items():
        rivals = RIVAL_CALLS[kind] + [(None, None)] * (count - len(RIVAL_CALLS[kind]))
        nouns = [noun for noun, n in zip(NOUNS, NOUN_CALLS[kind]) for _ in range(n)]
        for (rival, answer), noun in zip(rivals, rng.shuffled(nouns)):
            calls.append({"kind": kind, "rival": rival, "answer": answer, "noun": noun})
    german = next(c for c in calls if c["kind"] == "discovery" and c["noun"] == "none")
    if german["rival"]:
        other = next(c for c in calls if c["kind"] == "discovery" and not c["rival"])
        german["noun"], other["noun"] = other["noun"], "none"
        german = other
    german["german"] = True
    return calls


def fits(call, deal, when):
    vendors = deal.get("rivals", ())
    if call["rival"] and vendors != (call["rival"],) or not call["rival"] and vendors:
        return False
    if when[5:] >= "12-18" or when[5:] <= "01-05":
        return False
    if not FIRST <= when <= LAST or deal.get("backwards") or deal["plan"] == "dead":
        return False
    return not call.get("german") or speaks_german(deal)


def speaks_german(deal):
    return (
        deal["country"] in ("DE", "AT")
        and deal["industry"] == "food"
        and deal["segment"] == FIT
        and deal["owner"] in GERMAN_SPEAKERS
    )


def attach_deals(calls, deals, rng):
    """Each call gets a deal that was in the right stage; few deals get two calls, sellers get like shares."""
    used, per_rep = {}, {}
    for call in sorted(calls, key=lambda c: (not c.get("german"), c["rival"] is None, c["kind"])):
        pool = []
        for deal in deals:
            when = deal["on"].get(STAGE_OF[call["kind"]])
            if when and fits(call, deal, when) and used.get(deal["deal_id"], 0) == 0:
                pool.append(deal)
        pool = rng.shuffled(pool)
        pool.sort(key=lambda d: (per_rep.get(d["owner"], 0) // 2, d["segment"] != FIT and rng.chance(550)))
        deal = pool[0]
        used[deal["deal_id"]] = 1
        per_rep[deal["owner"]] = per_rep.get(deal["owner"], 0) + 1
        start = day(deal["on"][STAGE_OF[call["kind"]]])
        end = deal["closed"] if deal.get("closed") else day("2025-11-27")
        late = 0 if call["kind"] in ("discovery", "demo") else rng.below(9)
        when = workday(plus(start, min(late, max(0, (end - start).days - 1))))
        call.update(deal=deal, date=when)


def plan(deals):
    rng = Rng("call plan")
    calls = skeleton(rng)
    attach_deals(calls, deals, rng)
    calls.sort(key=lambda c: (c["date"], c["deal"]["deal_id"]))
    for call, form in zip(calls, rng.shuffled(FORMATS)):
        call["format"] = form
    return calls
