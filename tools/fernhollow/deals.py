"""Fifteen hundred deals: the planned counts, spread over months, sellers, plants and money."""

from accounts import SEGMENTS, Accounts
from cal import AS_OF, FIRST_CREATED, date, month_days, months, plus, quarter_end, workday
from deal_plan import (
    AGES,
    AMOUNTS,
    COUNTS,
    DROPPED_WORDS,
    FIT,
    INSTEAD,
    LOST_WORDS,
    NOTHING_WORDS,
    OLDEST_CLOSED,
    OUTCOMES,
    QUARTER_END_LOSSES,
    QUARTER_END_WINS,
    RIVALS,
    WHALE,
)
from people import JOINED, REPS
from rng import Rng

OWNER_SEED = 135  # a draw that looks uneven, and is not: see the key
LATE_STAGES = ["Discovery", "Demo", "Proposal", "Negotiation"]


def cards():
    """One dict per deal with what the plan fixes: segment and outcome."""
    made = []
    for segment, counts in COUNTS.items():
        for outcome, count in zip(OUTCOMES, counts):
            made += [{"segment": segment, "plan": outcome, "fit": segment == FIT} for _ in range(count)]
    return made


def deal_rivals(deals, rng):
    for outcome, sets in RIVALS.items():
        for side in (0, 1):
            pool = [d for d in deals if d["plan"] == outcome and d["fit"] == (side == 0) and d["segment"] != "public"]
            pool = rng.shuffled(pool)
            for vendors, counts in sets.items():
                for _ in range(counts[side]):
                    pool.pop()["rivals"] = vendors


def deal_instead(deals, rng):
    for outcome, counts in INSTEAD.items():
        pool = rng.shuffled([d for d in deals if d["plan"] == outcome and not d.get("rivals")])
        for kind, count in zip(("paper", "in-house", "nothing"), counts):
            for _ in range(count):
                pool.pop()["instead"] = kind
    for deal in deals:
        if deal.get("rivals") and rng.chance(180):
            deal["instead"] = "paper"


def deal_words(deals, rng):
    """Loss reasons; a reason that names a rival or a gap goes where it can be true."""
    for outcome, words in (("lost", LOST_WORDS), ("no-decision", NOTHING_WORDS), ("disqualified", DROPPED_WORDS)):
        pool = rng.shuffled([d for d in deals if d["plan"] == outcome])
        for text, count in sorted(words, key=lambda pair: (not wanted(pair[0]), pair[0])):
            test = wanted(text) or (lambda d: True)
            chosen = [d for d in pool if test(d)][:count]
            assert len(chosen) == count, text
            for deal in chosen:
                deal["reason"] = text
                pool.remove(deal)


def wanted(text):
    if text == "Price - cheaper elsewhere":
        return lambda d: d.get("rivals") == ("shiftly",)
    if text in ("lost to competitor", "went with the other vendor"):
        return lambda d: bool(d.get("rivals"))
    if "SSO" in text:
        return lambda d: d["segment"] in (FIT, "regulated enterprise") and d.get("closed", AS_OF) >= date(2024, 8, 1)
    if text == "validation pack too thin":
        return lambda d: d["segment"] in (FIT, "regulated enterprise")
    if "Excel" in text:
        return lambda d: d.get("instead") == "paper"
    if text == "IT builds it themselves":
        return lambda d: d.get("instead") == "in-house"
    return None


def shares(total, weights):
    """total split by weights into whole numbers, largest remainders first."""
    whole = sum(weights)
    parts = [total * w // whole for w in weights]
    order = sorted(range(len(weights)), key=lambda i: (-(total * weights[i] % whole), i))
    for i in order[: total - sum(parts)]:
        parts[i] += 1
    return parts


def close_months(deals, rng):
    """Wins bunch at fiscal quarter ends, every year alike: the season that is no trend."""
    calendar = list(months((2023, 1), (2025, 11)))
    for outcome, at_quarter_end in (("won", QUARTER_END_WINS), ("lost", QUARTER_END_LOSSES), ("no-decision", None)):
        pool = rng.shuffled([d for d in deals if d["plan"] == outcome])
        groups = (
            [calendar]
            if at_quarter_end is None
            else [[m for m in calendar if quarter_end(m[1])], [m for m in calendar if not quarter_end(m[1])]]
        )
        counts = [len(pool)] if at_quarter_end is None else [at_quarter_end, len(pool) - at_quarter_end]
        for group, count in zip(groups, counts):
            ramp = [(20 + 2 * i if i > 2 else 7 + 6 * i) * rng.between(74, 126) for i in map(calendar.index, group)]
            for month, n in zip(group, shares(count, ramp)):
                for _ in range(n):
                    deal = pool.pop()
                    day = 1 + rng.below(month_days(*month) if month != (2025, 11) else 28)
                    deal["closed"] = workday(date(month[0], month[1], day))


def created_dates(deals, rng):
    for deal in deals:
        plan, age = deal["plan"], rng.from_curve(AGES[deal["plan"]])
        if plan in ("open", "dead"):
            deal["created"] = workday(plus(AS_OF, -age))
        elif plan == "disqualified":
            span = (AS_OF - FIRST_CREATED).days - 45
            deal["created"] = workday(plus(FIRST_CREATED, rng.below(span)))
            deal["closed"] = workday(plus(deal["created"], age))
        else:
            room = (deal["closed"] - FIRST_CREATED).days
            age = min(age, OLDEST_CLOSED)
            deal["created"] = workday(plus(deal["closed"], -(age if age < room else 5 + rng.below(room - 5))))


def owners(deals, seed=OWNER_SEED):
    """Sellers get deals without regard to who wins: any difference between them is luck."""
    rng = Rng(f"owners {seed}")
    weights = [(rep, 6 + rng.below(8)) for rep in REPS]
    for deal in deals:
        owner = rng.weighted(weights)
        while deal["created"].isoformat() < JOINED.get(owner, ""):
            owner = rng.weighted(weights)
        deal["owner"] = owner


def money(deals, rng):
    for deal in deals:
        amount = rng.from_curve(AMOUNTS[deal["segment"]])
        step = 100 if amount < 10000 else 500 if amount < 40000 else 1000
        deal["amount"] = amount // step * step
    whale = next(
        d
        for d in deals
        if d["segment"] == "regulated enterprise"
        and d["plan"] == "lost"
        and d.get("rivals") == ("opsgrid",)
        and d["closed"].year == 2024
    )
    whale.update(amount=WHALE, whale=True)
    return whale


def stages(deals, rng):
    closed = {
        "won": "Closed Won",
        "lost": "Closed Lost",
        "no-decision": "Closed - No Decision",
        "disqualified": "Disqualified",
    }
    for deal in deals:
        plan = deal["plan"]
        deal["outcome"] = "open" if plan == "dead" else plan
        if plan in closed:
            deal["stage"] = closed[plan]
            continue
        age = (AS_OF - deal["created"]).days
        reach = 0 if age < 15 else 1 if age < 40 else 2 if age < 75 else 3
        deal["stage"] = (["Qualification"] + LATE_STAGES)[rng.between(max(0, reach - 1), min(4, reach + 1))]


def plants(deals, accounts):
    """Plants in the order in which they came in, so that a second deal is later than the first."""
    for deal in sorted(deals, key=lambda d: d["created"]):
        account = accounts.some(deal["segment"])
        deal.update({key: account[key] for key in ("account", "industry", "employees", "shifts", "country", "town")})


def extras(deals, rng):
    for deal in deals:
        after_insights = deal["created"].isoformat() >= "2025-02-15"
        deal["product"] = rng.weighted(
            [
                ("Handover", 82),
                ("Handover + Insights", 14 if after_insights else 0),
                ("Insights", 4 if after_insights else 0),
            ]
        )
        deal["source"] = rng.weighted(
            [("outbound", 34), ("inbound", 30), ("partner", 16), ("event", 12), ("referral", 8)]
        )


def build():
    rng = Rng("deals")
    deals = cards()
    deal_rivals(deals, rng)
    deal_instead(deals, rng)
    close_months(deals, rng)
    deal_words(deals, rng)
    created_dates(deals, rng)
    owners(deals)
    money(deals, rng)
    stages(deals, rng)
    plants(deals, Accounts())
    extras(deals, rng)
    backwards(deals, rng)
    deals.sort(key=lambda d: (d["created"], d["account"]))
    for number, deal in enumerate(deals):
        deal["deal_id"] = f"D-{1001 + number}"
    assert set(d["segment"] for d in deals) == set(SEGMENTS)
    return deals


def backwards(deals, rng):
    """Three rows whose close date lies before their create date, as real exports have them."""
    for outcome in ("lost", "won", "no-decision"):
        deal = rng.pick(
            [
                d
                for d in deals
                if d["plan"] == outcome
                and d["closed"].year == 2024
                and not d.get("whale")
                and d["segment"] == "discrete"
            ]
        )
        deal["created"] = workday(plus(deal["closed"], 9 + rng.below(12)))
        deal["backwards"] = True
