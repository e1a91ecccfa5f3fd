"""The small sentences between two subjects, so that a call flows and nobody speaks twice in a row."""

from out import prose

NODS = {
    "R": ["Okay.", "I see.", "Understood.", "Right, I've got that.", "Mm, okay.", "Yes, that makes sense."],
    "B": ["Yes.", "Good.", "Okay, good.", "All right.", "Fine.", "Yes, okay."],
}


class Bridges:
    """Lines by topic and side; the least used comes first."""

    def __init__(self):
        self.lines, self.uses = {}, {}
        for row in prose("calls/bridges.txt").splitlines():
            if row and row[0] != "#":
                topic, side, text = row.split("|")
                self.lines.setdefault((topic, side), []).append(text)

    def take(self, topic, side, call):
        said = call.setdefault("bridges", set())
        there = [t for t in self.lines.get((topic, side), []) if t not in said] or [
            t for t in NODS.get(side, []) if t not in said
        ]
        if not there:
            return None
        text = min(call["rng"].shuffled(there), key=lambda t: self.uses.get(t, 0))
        self.uses[text] = self.uses.get(text, 0) + 1
        said.add(text)
        return text


def side_of(who):
    return "R" if who in "RE" else "B"


def join(last, topic, lines, call, bridges):
    """The lines of the next exchange with a bridge before them, or in their first turn, or none."""
    first = lines[0][0]
    if side_of(last) == side_of(first):
        other = "B" if side_of(first) == "R" else "R"
        text = bridges.take(topic, other, call)
        if text:
            return [(other, text)] + lines
    elif call["rng"].chance(300) and (topic, first) in bridges.lines and topic != "noun":
        text = bridges.take(topic, first, call)
        asks_twice = text and text.endswith("?") and "?" in lines[0][1]
        if text and not asks_twice and not lines[0][1].startswith(("Then ", "Let me")):
            return [(first, f"{text} {lines[0][1]}")] + lines[1:]
    return lines
