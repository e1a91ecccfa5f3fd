"""splitmix64: the one source of chance, the same bytes on every Python."""

MASK = (1 << 64) - 1


class Rng:
    """Integers only; a named seed keeps one file's dice out of another's."""

    def __init__(self, name):
        state = 0xCBF29CE484222325  # FNV-1a of the name
        for byte in name.encode("utf-8"):
            state = ((state ^ byte) * 0x100000001B3) & MASK
        self.state = state

    def bits(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, n):
        return (self.bits() * n) >> 64

    def between(self, low, high):
        """A whole number from low to high, both included."""
        return low + self.below(high - low + 1)

    def chance(self, per_thousand):
        return self.below(1000) < per_thousand

    def pick(self, things):
        return things[self.below(len(things))]

    def weighted(self, pairs):
        """One of (thing, weight), weights being whole numbers."""
        at = self.below(sum(weight for _, weight in pairs))
        for thing, weight in pairs:
            at -= weight
            if at < 0:
                return thing
        raise AssertionError("weights add up")

    def shuffled(self, things):
        things = list(things)
        for i in range(len(things) - 1, 0, -1):
            j = self.below(i + 1)
            things[i], things[j] = things[j], things[i]
        return things

    def sample(self, things, n):
        return self.shuffled(things)[:n]

    def from_curve(self, curve):
        """A value from a quantile table of whole numbers, straight lines between."""
        span = len(curve) - 1
        at = self.below(span * 1000)
        low, high = curve[at // 1000], curve[at // 1000 + 1]
        return low + (high - low) * (at % 1000) // 1000
