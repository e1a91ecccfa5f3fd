"""Invented plants: a name, a trade, a town, a head count."""

from rng import Rng

STEMS = """Aldervale Ambrook Anhaven Arbeck Ashcombe Barrowmere Beckholm Bellwater Birkdal Blackmoor Bluefen
Bramsted Breckland Briarwick Brookhelm Burgholt Calderon Carrowby Castelnor Cedarholt Clayborne Clearbeck Coppermill
Corvane Cresswick Dalmere Dannevang Deepford Dorvik Dunmarsh Eastvold Eberhall Edelmann Elderstow Ellenbach Elmsworth
Emberley Estrava Everdale Fairmoss Falkenau Farnholt Fellgate Fennimore Fjordal Flintwell Foxmere Garrowby Gelderoy
Glaswin Goldenau Gransmoor Greywater Grunewick Halvorsen Hammersby Harrowgate Hartwell Hazelbeck Heligard
Hollenbeck Holmgaard Hornsea Huldre Iverstad Jansbeke Jorvale Karlshof Kelmarsh Kestwick Kirkholm Kollwitz Krausse
Lakenham Langmere Larchfield Lindmark Littoral Lockwater Longreach Lorrimer Lowenthal Lundgate Malvern-Oost Marchetti
Marlstone Meadowsel Merrick Millbrae Moncalvo Montevane Moorgate Mosswick Nederhof Netherby Nordhaven Northmere Norvane
Oakhanger Oberau Oldwick Orchard-Lys Ostergaard Otterburn Oxmoor Palewater Pannonia Pellworm Penmarsh Pinewick Polderzicht
Quayside Quernmore Radlin Ravensel Redmarsh Reedham Rhoneval Ridgemont Rivelin Rookhope Rosendahl Rothmere Rowanby
Saltmarsh Sandholm Santerra Schelde-Noord Seaborne Selwick Shelford Silverbeck Skagerby Southmere Sperling Staverden
Steenhout Stillwater Stonegate Strandval Sudermann Swanholm Tannenau Tarnbrook Terravina Thistledon Thornbeck Tideswell
Torvald Treswick Umberley Valmora Vandersteen Varrenholt Veldkamp Vesterhav Viborg-Mark Villanova-Sud Waldheim Warbeck
Waterfold Weissenau Wellgarth Westerbeke Whitmere Wildefell Willowgate Windermark Winterslow Wolfsgard Wrenfield Yarrow
Ysselmond Zandvoorde Zellweger""".split()

TRADES = {
    "food": [
        "Foods",
        "Dairy",
        "Bakeries",
        "Ingredients",
        "Brewery",
        "Beverages",
        "Frozen",
        "Confectionery",
        "Molkerei",
    ],
    "pharma": ["Pharma", "Biotech", "Sterile", "Therapeutics", "Laboratories", "Health"],
    "plastics": ["Plastics", "Packaging", "Polymers", "Closures"],
    "metal": ["Castings", "Metals", "Forge", "Steelworks", "Components"],
    "automotive": ["Automotive", "Seating", "Drive Systems", "Mobility"],
    "chemicals": ["Chemie", "Coatings", "Adhesives", "Chemicals"],
    "utilities": ["Waterworks", "Stadtwerke", "Utilities"],
}
REGULATED = ("food", "pharma")

TOWNS = {
    "BE": ["Ghent", "Aalst", "Genk", "Kortrijk", "Mechelen"],
    "NL": ["Tilburg", "Breda", "Zwolle", "Venlo"],
    "DE": ["Bremen", "Kassel", "Ulm", "Erfurt", "Osnabrück"],
    "FR": ["Lille", "Roubaix", "Metz", "Nantes"],
    "AT": ["Linz", "Graz"],
    "CZ": ["Brno", "Plzeň"],
    "PL": ["Poznań", "Łódź", "Gliwice"],
    "HU": ["Győr"],
    "IT": ["Turin", "Parma", "Udine"],
    "ES": ["Vigo", "Zaragoza"],
    "PT": ["Porto"],
    "DK": ["Aarhus", "Esbjerg"],
    "SE": ["Malmö", "Borås"],
    "FI": ["Turku"],
    "IE": ["Cork"],
}
COUNTRIES = [
    ("BE", 22),
    ("NL", 18),
    ("DE", 26),
    ("FR", 14),
    ("AT", 5),
    ("CZ", 5),
    ("PL", 8),
    ("HU", 3),
    ("IT", 8),
    ("ES", 5),
    ("PT", 2),
    ("DK", 5),
    ("SE", 4),
    ("FI", 2),
    ("IE", 3),
]

# segment -> (trades with weights, head count low, high, shifts with weights)
SEGMENTS = {
    "regulated mid-market": ([("food", 64), ("pharma", 36)], 150, 2000, [(3, 80), (4, 20)]),
    "regulated enterprise": ([("food", 45), ("pharma", 55)], 2100, 14000, [(3, 60), (4, 40)]),
    "discrete": (
        [("plastics", 30), ("metal", 26), ("automotive", 26), ("chemicals", 18)],
        150,
        3200,
        [(2, 45), (3, 55)],
    ),
    "small plant": ([("food", 55), ("plastics", 25), ("metal", 20)], 30, 140, [(2, 70), (3, 30)]),
    "public": ([("utilities", 1)], 160, 900, [(3, 100)]),
}


class Accounts:
    """Hands out plants of a segment; some come back for a second deal."""

    def __init__(self):
        self.rng = Rng("accounts 11")  # a draw in which no country stands out
        self.taken = set()
        self.known = {segment: [] for segment in SEGMENTS}

    def name(self, trade):
        while True:
            name = f"{self.rng.pick(STEMS)} {self.rng.pick(TRADES[trade])}"
            if name not in self.taken:
                self.taken.add(name)
                return name

    def new(self, segment):
        trades, low, high, shifts = SEGMENTS[segment]
        rng = self.rng
        trade = rng.weighted(trades)
        country = rng.weighted(COUNTRIES)
        heads = rng.from_curve([low, low + (high - low) // 9, low + (high - low) // 4, high])
        account = {
            "account": self.name(trade),
            "segment": segment,
            "industry": trade,
            "employees": heads // 10 * 10,
            "shifts": rng.weighted(shifts),
            "country": country,
            "town": rng.pick(TOWNS[country]),
        }
        self.known[segment].append(account)
        return account

    def some(self, segment):
        if len(self.known[segment]) > 12 and self.rng.chance(190):
            return self.rng.pick(self.known[segment])
        return self.new(segment)
