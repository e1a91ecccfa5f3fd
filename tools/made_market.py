#!/usr/bin/env python3
"""A made market: competitors with as many sentences as asked for, and one company with 300 claims.

    tools/made_market.py FOLDER [SENTENCES] [PAGE]     1,000,000 sentences, 250 a page

Markdown pages below competitors/<name>/, our own page and a candor.yaml.  Nobody's words: a few patterns of claims,
filled with words drawn by Zipf's law from 30,000 that a letter model makes from a small list of real ones.  The same
arguments give the same bytes.
"""
import bisect
import itertools
import os
import random
import sys

RIVALS = 20
REAL = """handover shift record audit plant machine event team report release deploy customer workflow invoice approval
schedule document signature inventory alert dashboard forecast pipeline contract meeting ticket policy backup query
schema sensor batch order payment training review checklist backlog roadmap budget supplier warehouse delivery route
operator engineer manager analyst planner auditor buyer seller owner writer reader support service platform engine
library connector gateway template editor viewer monitor tracker scheduler archive history version branch session
identity access permission encryption location region language currency discount margin revenue cost risk incident
outage recovery retention quality standard process method lesson pattern change update migration integration export
import search filter ranking score answer question comment mention notice reminder summary transcript recording"""
VERBS = """tracks records signs routes plans checks exports imports encrypts replays answers ranks merges splits scans
stores copies archives restores reviews prints measures predicts assigns approves rejects locks shares moves""".split()
PATTERNS = [
    "Our {a} {v} every {b} {c} before the {d} begins.",
    "{A} {v} {b} and {c} without a {d} {e}.",
    "The {a} {b} {v} {n} {c} {d} in one {e}.",
    "You see each {a} {b} as soon as the {c} {v} it.",
    "Built for {a} {b} teams that need {c} {d} and {e} {f}.",
    "{A} {b} {v} the {c} {d}, so nobody types {e} {f} twice.",
    "With {n} {a} {b} the {c} {v} a {d} {e} in {m} minutes.",
    "Every {a} keeps its {b} {c}, and the {d} {v} {e}.",
]


def letters_of(words, draw):
    """A letter model of order two, and a function that draws a new word from it."""
    follows = {}
    for word in words:
        marked = "^^" + word + "$"
        for i in range(2, len(marked)):
            follows.setdefault(marked[i - 2:i], []).append(marked[i])

    def word():
        while True:
            text = "^^"
            while len(text) < 16:
                c = draw.choice(follows[text[-2:]])
                if c == "$":
                    break
                text += c
            if 5 <= len(text) - 2 <= 12:
                return text[2:]
    return word


def vocabulary(draw, size):
    words = list(dict.fromkeys(REAL.split()))
    known, make = set(words), letters_of(words + VERBS, draw)
    while len(words) < size:
        word = make() + draw.choice(["", "", "s", "ing", "er", "al"])
        if word not in known:
            known.add(word)
            words.append(word)
    return words


def main():
    folder = sys.argv[1]
    sentences = int(sys.argv[2]) if len(sys.argv) > 2 else 1000000
    page = int(sys.argv[3]) if len(sys.argv) > 3 else 250
    draw = random.Random(7)
    words = vocabulary(draw, 30000)
    sums = list(itertools.accumulate(1 / (i + 8) for i in range(len(words))))

    def word():
        return words[bisect.bisect(sums, draw.random() * sums[-1])]

    def sentence():
        fill = {k: word() for k in "abcdef"}
        return draw.choice(PATTERNS).format(A=word().capitalize(), v=draw.choice(VERBS), n=draw.randrange(2, 400),
                                            m=draw.randrange(2, 90), **fill)

    def write(path, title, count):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as f:
            f.write(f"# {title}\n")
            for start in range(0, count, 5):
                f.write("\n" + " ".join(sentence() for _ in range(min(5, count - start))) + "\n")

    names = [f"{words[200 + i]}ix" for i in range(RIVALS)]
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "candor.yaml"), "w", encoding="utf-8") as f:
        f.write("company: Madeup\ncompetitors:\n" + "".join(f"  - {{ id: {n}, name: {n.capitalize()} }}\n" for n in names))
    write(os.path.join(folder, "site", "index.md"), "What we say", 300)
    left = sentences
    for number in itertools.count():
        if left <= 0:
            break
        rival = names[number % RIVALS]
        write(os.path.join(folder, "competitors", rival, f"2025-{1 + number // RIVALS % 12:02d}-page-{number}.md"),
              f"Page {number}", min(page, left))
        left -= page


if __name__ == "__main__":
    main()
