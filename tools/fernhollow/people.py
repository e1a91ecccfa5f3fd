"""The sixty people of the story, and which of them sell."""

from out import prose

COLUMNS = ["person", "name", "function", "role", "email", "manager"]


def everybody():
    rows = []
    for line in prose("people.txt").splitlines():
        if line and not line.startswith("#"):
            person, name, function, role, manager = [part.strip() for part in line.split("|")]
            rows.append(
                {
                    "person": person,
                    "name": name,
                    "function": function,
                    "role": role,
                    "email": f"{person}@fernhollow.example",
                    "manager": manager,
                }
            )
    return rows


PEOPLE = everybody()
NAME = {row["person"]: row["name"] for row in PEOPLE}
FUNCTION = {row["person"]: row["function"] for row in PEOPLE}
REPS = [row["person"] for row in PEOPLE if row["function"] == "sales"]
JOINED = {"b.nowak": "2025-02-01", "v.horvat": "2024-09-01"}


def of(function):
    return [row["person"] for row in PEOPLE if row["function"] == function]


def write(out):
    out.table("people.csv", COLUMNS, PEOPLE)
