"""The hand-written exchanges of the calls, and which of them fit a given call."""

import re

from out import HERE

C_DEFAULT = {"security": ("it",), "integration": ("it",), "terms": ("buy",), "pain": ("shift",)}


class Exchange:
    """A few turns that belong together, with the conditions under which they can be said."""

    def __init__(self, number, head, lines):
        words = head.split()
        self.number, self.topic, self.uses, self.calls = number, words[0], 0, []
        self.tags = dict(w.split("=", 1) for w in words[1:] if "=" in w)
        self.flags = {w for w in words[1:] if "=" not in w}
        self.turns = [tuple(line.split(": ", 1)) for line in lines]
        self.speakers = {who for who, _ in self.turns}
        self.text = " ".join(text for _, text in self.turns)
        self.last_used = -99

    def any_of(self, tag):
        return tuple(self.tags[tag].split(",")) if tag in self.tags else ()

    def fits(self, call):
        kinds, people, trades = self.any_of("k"), self.any_of("p"), self.any_of("i")
        if kinds and call["kind"] not in kinds or trades and call["trade"] not in trades:
            return False
        if people and call["b_kind"] not in people:
            return False
        needs_c = "C" in self.speakers or "{c}" in self.text or "c" in self.tags
        wanted = self.any_of("c") or (C_DEFAULT.get(self.topic, ()) if "C" in self.speakers else ())
        if wanted == ("none",):
            wanted, needs_c = (), False
        if needs_c and not call["c"] or wanted and call["c_kind"] not in wanted:
            return False
        if "C" in self.speakers and call.get("alone"):
            return False
        return not ("E" in self.speakers or "{e}" in self.text) or bool(call["e"])


def load():
    book = []
    for path in sorted((HERE / "prose" / "calls").glob("*.txt")):
        for part in re.split(r"(?m)^@ ", path.read_text(encoding="utf-8"))[1:]:
            head, *lines = [line for line in part.split("\n") if line]
            book.append(Exchange(len(book), head, lines))
    return book


def choose(book, call, topic, rng, at):
    """The exchange of a topic that was used least and longest ago; None if nothing fits."""
    name, _, pain = topic.partition(":")
    there = [
        x
        for x in book
        if x.topic == name
        and x.number not in call["used"]
        and x.fits(call)
        and (not pain or pain in (x.tags.get("pn"), x.tags.get("n")) or pain in x.flags)
        and not ("U" in x.flags and call.get("closed_mouth"))
        and not (name == "security" and not pain and "sso" in x.flags)
    ]
    if not there:
        return None
    shared = call.setdefault("shared", {})  # earlier call -> exchanges in common so far
    order = rng.shuffled(there)

    def cost(x):
        """First of all no call that shares much with an earlier one; then the least used, the longest ago."""
        common = max((shared.get(c, 0) for c in x.calls), default=0)
        return common >= 3, at - x.last_used < 9, x.uses, common, x.last_used

    best = min(order, key=cost)
    for earlier in best.calls:
        shared[earlier] = shared.get(earlier, 0) + 1
    best.uses, best.last_used = best.uses + 1, at
    best.calls.append(at)
    call["used"].add(best.number)
    return best
