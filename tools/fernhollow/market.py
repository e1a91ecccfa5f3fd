"""What the market says: reviews of three vendors and three waves of a survey."""

from cal import AS_OF, day, plus
from out import prose
from rng import Rng

REVIEW_COLUMNS = ["review_id", "date", "site", "subject", "reviewer_role", "stars", "title", "likes", "dislikes"]
SURVEY_COLUMNS = ["wave", "date", "respondent", "in_segment", "brand", "attribute", "associated"]
COUNTS = [("Fernhollow", 62), ("Shiftly", 30), ("OpsGrid", 28)]
ROLES = [
    ("Plant manager", 22),
    ("Production manager", 18),
    ("Shift lead", 22),
    ("Quality manager", 16),
    ("IT manager", 10),
    ("Maintenance manager", 12),
]
WAVES = [("2024H2", "2024-10-07", 148), ("2025H1", "2025-04-08", 152), ("2025H2", "2025-10-09", 150)]
ATTRIBUTES = [
    "nothing lost between shifts",
    "audit answers in minutes",
    "works without a network",
    "easy for operators",
    "empowers the frontline",
]
# brand -> attribute -> share in thousandths per wave
SHARES = {
    "Fernhollow": [(270, 280, 290), (90, 140, 220), (40, 60, 90), (310, 300, 300), (60, 70, 50)],
    "Shiftly": [(290, 300, 280), (60, 70, 80), (20, 20, 30), (520, 540, 530), (110, 90, 120)],
    "OpsGrid": [(150, 220, 310), (120, 110, 130), (30, 20, 20), (220, 230, 210), (260, 240, 270)],
}


def review_texts():
    texts = {}
    for line in prose("reviews.txt").splitlines():
        if line and line[0] != "#":
            subject, part, text, *since = line.split("|")
            texts.setdefault((subject, part), []).append((text, since[0] if since else ""))
    return texts


def reviews(out):
    """In order of date, so that no two neighbours say the same."""
    rng, texts, rows, used = Rng("reviews"), review_texts(), [], {}

    def fresh(subject, part, date):
        """A text that was possible by then, not said lately and not said often."""
        pool = [text for text, since in rng.shuffled(texts[(subject, part)]) if since <= date]
        text = min(pool, key=lambda t: (len(rows) - used.get(t, [-99])[-1] < 26, len(used.get(t, ())) // 2))
        used.setdefault(text, []).append(len(rows))
        return text

    planned = [subject for subject, count in COUNTS for _ in range(count)]
    planned = sorted((plus(AS_OF, -rng.below(rng.pick([300, 720]))).isoformat(), subject) for subject in planned)
    for number, (date, subject) in enumerate(planned, 1):
        stars = rng.weighted([(5, 34), (4, 38), (3, 18), (2, 8), (1, 2)])
        parts = [fresh(subject, "like", date)] + ([fresh(subject, "like", date)] if rng.chance(300) else [])
        if rng.chance(780):
            parts.insert(rng.below(len(parts) + 1), fresh("any", "detail", date))
        silent = stars == 5 and rng.chance(450)
        row = {
            "review_id": f"V-{number:03d}",
            "date": date,
            "site": rng.weighted([("G2", 46), ("Capterra", 34), ("OMR", 20)]),
            "subject": subject,
            "reviewer_role": rng.weighted(ROLES),
            "stars": stars,
            "title": fresh(subject, "title+" if stars > 3 else "title-", date),
            "likes": " ".join(parts),
            "dislikes": "" if silent else fresh(subject, "dislike", date),
        }
        rows.append(row)
    out.table("reviews.csv", REVIEW_COLUMNS, rows)


def survey(out):
    """Shares come out as planned to the nearest person, within the segment and outside."""
    rows, person = [], 0
    for at, (wave, start, size) in enumerate(WAVES):
        rng = Rng(f"survey {wave}")
        people = [
            (f"s{person + i + 1:03d}", "yes" if rng.chance(700) else "no", plus(day(start), rng.below(12)).isoformat())
            for i in range(size)
        ]
        person += size
        said = {}
        for brand, shares in SHARES.items():
            for attribute, share in zip(ATTRIBUTES, shares):
                count = (share[at] * size + 500) // 1000
                for who in rng.sample(people, count):
                    said[(who[0], brand, attribute)] = 1
        for who, inside, date in people:
            for brand in SHARES:
                for attribute in ATTRIBUTES:
                    rows.append(
                        {
                            "wave": wave,
                            "date": date,
                            "respondent": who,
                            "in_segment": inside,
                            "brand": brand,
                            "attribute": attribute,
                            "associated": said.get((who, brand, attribute), 0),
                        }
                    )
    out.table("market/survey.csv", SURVEY_COLUMNS, rows)


def write(out):
    reviews(out)
    survey(out)
