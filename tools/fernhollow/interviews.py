"""Fourteen win-loss interviews, each tied to a deal whose seller wrote what the interview needs."""

from accounts import REGULATED
from cal import day, plus
from deals import wanted
from out import prose
from rng import Rng

INTERVIEWERS = ["zara (not in sales)", "zara (not in sales)", "ines (not in sales)", "tom (not in sales)"]


def is_price(reason):
    return "pric" in reason.lower()


SAYS = {
    "price": is_price,
    "no_offline": lambda r: r == "no offline",
    "price_postponed": lambda r: r == "price, postponed",
    "-": lambda r: True,
}


def suits(deal, outcome, rival, trade, held, back=75):
    if deal["plan"] != outcome or deal.get("backwards") or deal.get("whale") or not deal.get("closed"):
        return False
    if not plus(held, -back) <= deal["closed"] <= plus(held, -9):
        return False
    if rival != "-" and deal.get("rivals") != (rival,) or rival == "-" and deal.get("rivals"):
        return False
    return trade in ("-", deal["industry"]) or trade == "regulated" and deal["industry"] in REGULATED


def with_word(pool, deals, word, outcome):
    """The deals whose seller wrote that word; if none did, one of them trades its word with a deal elsewhere."""
    said = [d for d in pool if SAYS[word](d.get("reason", ""))]
    if said or not pool:
        return said
    taker = next(d for d in pool if wanted(d.get("reason", "")) is None)
    giver = next(
        d
        for d in deals
        if d["plan"] == outcome
        and d not in pool
        and d.get("reason")
        and wanted(d["reason"]) is None
        and SAYS[word](d["reason"])
    )
    taker["reason"], giver["reason"] = giver["reason"], taker.get("reason", "")
    return [taker]


def attach(deals):
    """(head, text, deal) for each interview; no deal is used twice."""
    rng, used, made = Rng("interviews"), set(), []
    for block in prose("interviews.txt").split("\n=== ")[1:]:
        head, text = block.strip("\n").split("\n", 1)
        number, date, result, reasons, chose, who, rule = [part.strip() for part in head.split("|")]
        outcome, word, rival, trade = rule.split()
        small = number == "INT-07"  # the owner of a plant with a line and a half
        pool = [
            d
            for d in deals
            if suits(d, outcome, rival, trade, day(date), 220 if small or result == "won" else 75)
            and d["deal_id"] not in used
            and (d["segment"] == "small plant") == small
        ]
        best = with_word(pool, deals, word, outcome)
        assert best, f"{number}: no deal suits {rule}"
        deal = rng.pick(best)
        used.add(deal["deal_id"])
        made.append(
            (
                {"id": number, "date": date, "outcome": result, "reasons": reasons, "chose": chose, "who": who},
                text.strip("\n"),
                deal,
            )
        )
    return made


def write(out, made):
    rng, rows = Rng("interviewers"), []
    for head, text, deal in made:
        who = rng.pick(INTERVIEWERS)
        picked = f"decided_against: [{head['chose']}]" if head["outcome"] == "won" else f"chose: {head['chose']}"
        front = (
            f"---\nid: {head['id']}\ndeal_id: {deal['deal_id']}\naccount: {deal['account']}\ndate: {head['date']}\n"
            f"interviewer: {who}\ninterviewee: {head['who']}\noutcome: {head['outcome']}\nreasons: [{head['reasons']}]\n{picked}\n---\n"
        )
        out.text(
            f"interviews/{head['id']}.md",
            f"{front}# {deal['account']}: {head['who'].lower()}, {head['date']}\n\n{text}\n",
        )
        rows.append(dict(head, deal_id=deal["deal_id"], seller=deal.get("reason", ""), account=deal["account"]))
    out.tables["interviews"] = rows
