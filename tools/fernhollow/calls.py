"""Puts sixty conversations together and writes each in one of the formats recorders export."""

import re

from call_book import choose, load
from call_bridges import Bridges, join
from call_cast import TAKEN, cast
from call_plan import plan
from people import NAME
from rng import Rng
from speech import SUFFIX, render

SHAPES = {
    "discovery": "opening context pain:PN-1 tools pain:PN-1 context? pain:PN-3 pain:PN-2? tools? pain:PN-4? pain:PN-7? "
    "noun pain:PN-9? pain:PN-10? rival demo:U? decide price security council? decide? integration? objection? rollout? "
    "reference? recap next",
    "demo": "opening pain:PN-1 pain:PN-3? demo:U demo demo:U noun demo:U demo demo:U? demo rival integration security objection? "
    "validation? price rollout integration? reference council? insights? decide next",
    "negotiation": "opening terms price terms decide terms price? noun rival pain:PN-7? terms security:sso? security terms objection? "
    "reference? price? council? rollout? insights? terms? recap? next",
    "security": "opening context? security:sso pain:PN-4 security integration security noun security demo:U? integration council? "
    "security:sso security validation? integration? decide? price? security? recap next",
    "pilot": "opening result result pain:PN-4? result demo? result noun result security:sso integration? rollout? result "
    "price? terms? demo? decide? insights? recap next",
    "followup": "opening context pain:PN-1 pain:PN-3 decide tools pain:PN-2? noun decide rival pain:PN-9? price objection "
    "reference? security:sso? rollout? council? recap next",
}
EXTRA = [
    "pain:PN-8",
    "pain:PN-9",
    "pain:PN-7",
    "tools",
    "price",
    "decide",
    "integration",
    "rollout",
    "objection",
    "pain:PN-2",
]
UNIQUE_WORDS = re.compile(
    r"machine(s'| )own events|machine events|from the machines|72 hours|two people sign|"
    r"two signatures|second signature|annotated|five years|under two minutes",
    re.I,
)


def fill(text, call, lead_in=True):
    """Slots, spoken alternatives, a lead-in here and there, capitals at sentence starts."""
    rng = call["rng"]
    text = re.sub(r"\[([^\]]*\|[^\]]*)\]", lambda m: rng.pick(m.group(1).split("|")), text)
    text = re.sub(r"\{(\w+)\}", lambda m: call["slots"][m.group(1)], text)
    if lead_in and len(text.split()) > 15 and rng.chance(90) and text[0] != '"' and not call.get("german"):
        lead = rng.pick(call["lead_ins"])
        keep = (
            text.split()[0] in ("I", "I'm", "I'd", "I've", "I'll")
            or text.split()[0].strip(",.'s") in call["slots"].values()
        )
        text = lead + (text if keep or lead.endswith(". ") or text[:2].isupper() else text[0].lower() + text[1:])
    return re.sub(r"(^|[.?!] )([a-z])", lambda m: m.group(1) + m.group(2).upper(), text)


def topics(call):
    """The shape of this kind of call with its optional parts decided."""
    if call.get("german"):
        return ["german"] * 13
    rng, chosen = call["rng"], []
    for topic in SHAPES[call["kind"]].split():
        if topic.endswith("?") and not rng.chance(520):
            continue
        chosen.append(topic.rstrip("?"))
    if rng.chance(600):
        chosen.insert(rng.between(3, len(chosen) - 2), "life")
    return chosen


def exchange_for(topic, call, book, at):
    """The exchange of one topic, or None: nobody is named, or nothing fits these people."""
    if topic == "rival":
        topic = f"rival:{call['answer']}" if call["rival"] else None
    elif topic == "noun":
        topic = f"noun:{call['noun']}"
    elif topic == "demo":
        topic = "demo:plain"
    elif topic == "german":
        return first_german(book, call)
    exchange = choose(book, call, topic, call["rng"], at) if topic else None
    if exchange and "alone" in exchange.flags:
        call["alone"] = True
    if exchange and topic == "rival:g":
        call["closed_mouth"] = True  # after that answer nothing of ours is said in this call
    return exchange


def talk(call, book, at):
    """The exchanges of a call in order; a short call gets more subjects before its end."""
    made = [x for x in (exchange_for(topic, call, book, at) for topic in topics(call)) if x]
    extra = call["rng"].shuffled(EXTRA)
    while sum(len(x.text.split()) for x in made) < 880 and extra and not call.get("german"):
        exchange = exchange_for(extra.pop(), call, book, at)
        if exchange:
            made.insert(len(made) - 2, exchange)
    return made


def turns_of(call, book, bridges, at):
    turns = []
    for exchange in talk(call, book, at):
        check(exchange)
        lines = [(who, fill(text, call, bool(turns))) for who, text in exchange.turns]
        turns += lines if not turns or call.get("german") else join(turns[-1][0], exchange.topic, lines, call, bridges)
    return turns


def check(exchange):
    """What is ours alone may be said by us only in exchanges marked so: the key counts on it."""
    ours = " ".join(text for who, text in exchange.turns if who in "RE")
    assert "U" in exchange.flags or not UNIQUE_WORDS.search(ours), ours


def first_german(book, call):
    for exchange in book:
        if exchange.topic == "german" and exchange.number not in call["used"]:
            call["used"].add(exchange.number)
            return exchange
    return None


def write(out, deals):
    TAKEN.clear()
    book, bridges, calls, taken = load(), Bridges(), plan(deals), set()
    for exchange in book:
        if exchange.topic == "demo" and "U" not in exchange.flags:
            exchange.flags.add("plain")
    rows = []
    for at, call in enumerate(calls):
        cast(call, at)
        call["turns"] = turns_of(call, book, bridges, at)
        stem = f"{call['date'].isoformat()}-{call['deal']['account'].split()[0].lower()}"
        while stem in taken:
            stem += "-2"
        taken.add(stem)
        call["file"] = f"calls/{stem}.{SUFFIX[call['format']]}"
        text, minutes = render(call, Rng(f"speech {stem}"))
        out.text(call["file"], text)
        them = [f"{call['b']} ({call['b_role']})"] + ([f"{call['c']} ({call['c_role']})"] if call["c"] else [])
        us = [call["deal"]["owner"]] + ([call["e_id"]] if call["e_id"] else [])
        rows.append(
            {
                "file": call["file"].split("/")[1],
                "date": call["date"].isoformat(),
                "deal_id": call["deal"]["deal_id"],
                "kind": call["kind"],
                "us": "; ".join(us),
                "them": "; ".join(them),
                "minutes": minutes,
            }
        )
    assert all(person in NAME for row in rows for person in row["us"].split("; "))
    out.table("calls/index.csv", ["file", "date", "deal_id", "us", "them", "kind", "minutes"], rows)
    return calls
