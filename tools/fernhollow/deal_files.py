"""deals.csv as sales exported it on 21 November, and a second export a week later."""

from cal import AS_OF, plus
from deal_plan import SEPARATORS, SPELLINGS
from history import STEPS, state_at
from people import NAME
from rng import Rng

EXPORTED, RE_EXPORTED = "2025-11-21", "2025-11-28"
COLUMNS = [
    "deal_id",
    "account",
    "segment",
    "industry",
    "employees",
    "shifts",
    "country",
    "owner",
    "created",
    "closed",
    "stage",
    "outcome",
    "amount",
    "competitors",
    "loss_reason",
    "product",
    "source",
    "modified",
]
SFDC = [
    "Opportunity ID",
    "Account Name",
    "Segment__c",
    "Opportunity Owner",
    "Created Date",
    "Close Date",
    "Stage",
    "Amount",
    "Amount Currency",
    "Primary Competitor__c",
    "Closed Lost Reason",
    "Last Modified Date",
]


def competitor_cells(deals):
    """The competitors cell as sellers type it; the company's own name slips in twice."""
    rng = Rng("competitor cells")
    for deal in deals:
        names = [rng.pick(SPELLINGS[vendor]) for vendor in deal.get("rivals", ())]
        if len(names) == 2 and rng.chance(500):
            names.reverse()
        if deal.get("instead"):
            names.append(rng.pick(SPELLINGS[deal["instead"]]))
        text = names[0] if names else ""
        for name in names[1:]:
            text += rng.pick(SEPARATORS) + name
        deal["competitors"] = text
    with_rival = [d for d in deals if d["plan"] == "lost" and d.get("rivals") == ("shiftly",) and not d.get("instead")]
    blank = [d for d in deals if d["plan"] == "won" and not d["competitors"]]
    rng.pick(with_rival)["competitors"] = "Fernhollow; Shiftly"
    rng.pick(blank)["competitors"] = "Fern Hollow"


def row_of(deal, state=None):
    """A CRM row of a deal, as it is or as it stood on an earlier day."""
    row = {
        key: deal[key]
        for key in (
            "deal_id",
            "account",
            "segment",
            "industry",
            "employees",
            "shifts",
            "country",
            "owner",
            "outcome",
            "stage",
            "amount",
            "competitors",
            "product",
            "source",
            "modified",
        )
    }
    row["created"] = deal["created"].isoformat()
    row["closed"] = deal["closed"].isoformat() if deal.get("closed") else ""
    row["loss_reason"] = deal.get("reason", "")
    if state:
        row.update(state)
        if state["stage"] in STEPS:
            row.update(outcome="open", closed="", loss_reason="")
    return row


def write(out, deals):
    competitor_cells(deals)
    final = {deal["deal_id"]: row_of(deal) for deal in deals}
    rows = [row_of(deal, state_at(deal, EXPORTED)) for deal in deals if state_at(deal, EXPORTED)]
    rows = with_repeats(deals, rows)
    total = ["Total", f"{len(rows)} records"] + [""] * 10 + [sum(row["amount"] for row in rows)] + [""] * 5
    out.table("deals.csv", COLUMNS, rows, tail=[total])
    late = [deal for deal in deals if deal["modified"] >= "2025-11-17" and not deal.get("backwards")]
    write_export(out, late)
    out.tables["deals"] = [final[deal["deal_id"]] for deal in deals]  # newest row of each deal


def with_repeats(deals, rows):
    """Four deals stand twice: an early row in its place, the newer one appended by a later export run."""
    rng = Rng("repeats")
    pool = [
        d
        for d in deals
        if d.get("closed")
        and d["closed"].isoformat() >= "2025-06-01"
        and d["modified"] < EXPORTED
        and d["plan"] in ("won", "lost")
        and not d.get("backwards")
    ]
    twice = {}
    for deal in rng.sample(pool, 4):
        before = state_at(deal, plus(deal["closed"], -1).isoformat())
        if before:
            twice[deal["deal_id"]] = row_of(deal, before)
    early = [twice.get(row["deal_id"], row) for row in rows]
    return early + [row for row in rows if row["deal_id"] in twice]


def european(amount):
    """84000 as 84.000,00."""
    return f"{amount:,}".replace(",", ".") + ",00"


def dmy(iso):
    return f"{iso[8:10]}/{iso[5:7]}/{iso[:4]}"


def write_export(out, deals):
    rng = Rng("export")
    rows = []
    for deal in deals:
        close = deal["closed"] if deal.get("closed") else plus(AS_OF, rng.between(-12, 110))  # a forecast while open
        rows.append(
            {
                "Opportunity ID": deal["deal_id"],
                "Account Name": deal["account"],
                "Segment__c": deal["segment"],
                "Opportunity Owner": NAME[deal["owner"]],
                "Created Date": dmy(deal["created"].isoformat()),
                "Close Date": dmy(close.isoformat()),
                "Stage": deal["stage"],
                "Amount": european(deal["amount"]),
                "Amount Currency": "EUR",
                "Primary Competitor__c": deal["competitors"],
                "Closed Lost Reason": deal.get("reason", ""),
                "Last Modified Date": dmy(deal["modified"]),
            }
        )
    out.table(f"exports/sfdc-opps-{RE_EXPORTED}.csv", SFDC, rows, delimiter=";", bom=True)
