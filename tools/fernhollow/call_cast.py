"""Who is on a call, and the words of that plant: machines, towns, months, money."""

from accounts import REGULATED
from cal import MONTHS
from people import NAME
from rng import Rng

NAMES = {
    "BE": "Griet Maenhout|Stijn Coppens|Yasmina El Amrani|Koen Verstraete|Leen Goossens|Ayoub Haddouchi|"
    "Tine Wouters|Bart Segers|Nele Baert|Sofian Aziz|Jef Lambrecht",
    "NL": "Marijke Dekker|Ruben Hoekstra|Fatma Kaya|Joost van Rijn|Anouk Brouwer|Sander Postma|Femke Visser|Daan Kuiper|Ilse Mulder",
    "DE": "Petra Seidel|Holger Brandt|Emine Arslan|Uwe Lorenz|Katrin Voss|Dieter Hartung|"
    "Nadine Pfeiffer|Jutta Reimers|Murat Demir|Sabine Krämer|Olaf Wendt",
    "FR": "Claire Fontaine|Mehdi Benali|Sylvie Marchand|Antoine Roussel|Awa Traoré|Benoît Lemaire|"
    "Hélène Girard|Karim Saïdi|Odile Perrin",
    "AT": "Johanna Gruber|Markus Eder|Selma Begić|Franz Hofer|Verena Pichler|Goran Ilić",
    "CZ": "Eva Beneš|Tomáš Havel|Lenka Říha|Jakub Kučera|Tereza Malá",
    "PL": "Agnieszka Wrona|Marcin Sroka|Joanna Lis|Tomasz Duda|Ewa Kmiecik|Paweł Wójcik",
    "HU": "Zsófia Tóth|Gábor Szabó|Réka Kiss|Bence Varga|Nóra Balogh",
    "IT": "Giulia Ferri|Marco Bellini|Paola Greco|Davide Sartori|Elisa Marini|Tommaso Leone",
    "ES": "Lucía Prieto|Iker Mendoza|Carmen Vidal|Nuria Roca|Álvaro Sanz",
    "PT": "Inês Moreira|Rui Barbosa|Teresa Pinto|Duarte Leal|Marta Seixas",
    "DK": "Mette Holm|Rasmus Dahl|Sofie Krogh|Anders Bruun|Nanna Friis",
    "SE": "Karin Nyström|Johan Ek|Amira Saleh|Erik Wallin|Maja Sund",
    "FI": "Päivi Laine|Mikko Salo|Outi Rinne|Jari Aho|Sanna Koski",
    "IE": "Aoife Brennan|Declan Walsh|Niamh Daly|Ciarán Burke|Orla Keane",
}
TITLES = {
    "plant": ["plant manager", "production manager", "site manager"],
    "quality": ["quality manager", "head of QA"],
    "ops": ["operations director", "head of operational excellence"],
    "it": ["IT manager", "head of IT and OT"],
    "buy": ["head of purchasing", "purchasing manager"],
    "maint": ["maintenance manager"],
    "shift": ["shift lead"],
}
LEADS = "Marek Jürgen Luc Piotr Stefan Enzo Ahmed Kees Henk Bogdan Sven Mirko Ivo Rachid Paul Gerrit Nuno Lars".split()
B_KINDS = {
    "discovery": [("plant", 34), ("quality", 26), ("ops", 18), ("maint", 10), ("it", 12)],
    "demo": [("plant", 46), ("quality", 34), ("ops", 20)],
    "negotiation": [("plant", 45), ("ops", 55)],
    "security": [("plant", 55), ("quality", 45)],
    "pilot": [("plant", 60), ("quality", 40)],
    "followup": [("plant", 45), ("quality", 35), ("ops", 20)],
}
C_KINDS = {
    "discovery": [("", 26), ("shift", 34), ("it", 22), ("quality", 18)],
    "demo": [("shift", 42), ("it", 40), ("quality", 18)],
    "negotiation": [("buy", 1)],
    "security": [("it", 1)],
    "pilot": [("it", 50), ("shift", 50)],
    "followup": [("", 40), ("it", 30), ("buy", 30)],
}
WORDS = {
    "food": (
        "the filler|the pasteuriser|the flow wrapper|the oven|the cooker|the separator|the palletiser",
        "yoghurt|cream cheese|ready meals|biscuits|soup|oat drink|frozen pizza|sauces",
        "the BRC auditor|the IFS auditor|the retailer's auditor",
    ),
    "pharma": (
        "the blister line|the granulator|the coater|the autoclave|the tablet press|the cartoner",
        "tablets|sterile vials|eye drops|capsules|effervescent tablets",
        "the inspector|the FDA inspector|the customer's auditor",
    ),
    "discrete": (
        "press four|the paint robot|the moulding machine|the welding cell|the deburring cell|the furnace",
        "seat frames|door panels|brake parts|compressor housings|lids|valve bodies",
        "the customer's auditor",
    ),
    "small": ("the oven|the slicer|the mixer|the packing line", "bread|cheese|labels|cakes", "the retailer's auditor"),
    "public": ("pump two|the clarifier|the dosing station", "drinking water", "the regulator"),
}
PRICES = {
    "regulated mid-market": [
        "twenty-six thousand",
        "thirty-one thousand",
        "thirty-four thousand",
        "thirty-eight thousand",
    ],
    "regulated enterprise": ["fifty-eight thousand", "sixty-four thousand"],
    "small plant": ["eleven thousand"],
    "discrete": ["twenty-two thousand", "twenty-seven thousand", "thirty-three thousand"],
    "public": ["twenty-four thousand"],
}
E_OF = {
    "demo": ["d.mensah", "m.ruiz", "p.novak"],
    "security": ["s.weber"],
    "pilot": ["p.ferreira", "d.mensah"],
    "discovery": ["", "", "ines", "zara"],
    "negotiation": ["", "b.stein"],
    "followup": ["", "ines"],
}
LEAD_INS = ["Well, ", "Look, ", "I mean, ", "Yeah, ", "So, ", "Honestly, ", "Hm, ", "Yes, well, "]
RIVAL_NAME = {"shiftly": "Shiftly", "opsgrid": "OpsGrid"}


def trade_of(deal):
    if deal["segment"] in ("small plant", "public"):
        return "small" if deal["segment"] == "small plant" else "public"
    return deal["industry"] if deal["industry"] in REGULATED else "discrete"


TAKEN = set()


def two_names(country, rng):
    """Two people of a country whom no other call has: first names and family names mixed."""
    people = [name.split(" ", 1) for name in NAMES[country].split("|")]
    for _ in range(400):
        firsts, lasts = rng.sample([p[0] for p in people], 2), rng.sample([p[1] for p in people], 2)
        pair = {f"{f} {l}" for f, l in zip(firsts, lasts)}
        if not pair & TAKEN:
            TAKEN.update(pair)
            return [f"{f} {l}" for f, l in zip(firsts, lasts)]
    raise AssertionError(f"more names for {country}")


def cast(call, number):
    """Fills in speakers and slots; everything follows from the deal, so that a plant keeps its people."""
    deal, rng = call["deal"], Rng(f"cast {number} {call['deal']['deal_id']}")
    names = two_names(deal["country"], rng)
    trade = trade_of(deal)
    b_kind, c_kind = rng.weighted(B_KINDS[call["kind"]]), rng.weighted(C_KINDS[call["kind"]])
    if c_kind == b_kind:
        c_kind = "shift"
    e = rng.pick(E_OF[call["kind"]])
    if call.get("german"):  # two people, one plant manager
        b_kind, c_kind, e = "plant", "", ""
    machines, things, auditors = (words.split("|") for words in WORDS[trade])
    hall = rng.between(2, 6)
    line = rng.between(2, 9)
    call.update(
        used=set(),
        trade=trade,
        b_kind=b_kind,
        b=names[0],
        b_role=rng.pick(TITLES[b_kind]),
        r=NAME[deal["owner"]],
        c_kind=c_kind,
        c=names[1] if c_kind else "",
        c_role=rng.pick(TITLES[c_kind]) if c_kind else "",
        e_id=e,
        e=NAME[e] if e else "",
        lead_ins=rng.sample(LEAD_INS, 4),
        rng=rng,
    )
    heads = deal["employees"]
    call["slots"] = {
        "b": first(names[0]),
        "c": first(names[1]),
        "r": first(call["r"]),
        "e": first(call["e"]) if e else "",
        "acct": deal["account"],
        "site": deal["town"],
        "m": rng.pick(machines),
        "thing": rng.pick(things),
        "line": f"line {line}",
        "hall": f"hall {hall}",
        "lead": rng.pick(LEADS),
        "auditor": rng.pick(auditors),
        "n": str(heads) if heads < 2000 else str(heads // 1000) + "," + f"{heads % 1000:03d}",
        "lines": str(rng.between(3, 11)) if heads > 150 else "two",
        "shifts": {2: "two", 3: "three", 4: "four"}[deal["shifts"]],
        "month": MONTHS[(call["date"].month + rng.between(0, 3)) % 12],
        "mes": "the MES",
        "erp": rng.pick(["SAP", "SAP", "Navision", "Oracle"]),
        "day": rng.pick("Monday Tuesday Wednesday Thursday Friday".split()),
        "price": rng.pick(PRICES[deal["segment"]]),
        "rival": RIVAL_NAME.get(call["rival"], ""),
    }


def first(name):
    return name.split()[0]
