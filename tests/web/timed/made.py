#!/usr/bin/env python3
"""A small company whose traffic has days, channels, announcements and somebody who changes
function, and what the model of docs/methods.md ("The web of functions") gives for it.

Written from the text of the model, not from the program: plain loops, fitting by iteration,
every set by brute force.  Run with Python 3.11.7 and numpy 2.4.6 (its percentiles only):

    python3 tests/web/timed/made.py        writes people.csv, interactions.csv, want.json

tests/web/test_outside.c runs the program on the same files and compares."""
import datetime, itertools, json, math, os, random
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
AS_OF, WINDOW, HALF_LIFE = datetime.date(2025, 11, 30), 180, 90
FUNCTIONS = ["engineering", "finance", "marketing", "product", "sales", "support"]
KAPPA = {"meeting": 1.5, "ticket": 1, "thread": 0.7, "mail": 0.4, "reaction": 0.2}
LEVEL = {"inform": 1 / 3, "contribute": 1 / 2, "coown": 2 / 3, "depend": 4 / 5}
OBJECTIVES = [  # the same stand in candor.yaml
    ("churn", 50, [("support", "product", "coown"), ("product", "engineering", "depend")]),
    ("deals", 30, [("sales", "marketing", "contribute"), ("finance", "sales", "coown"),
                   ("marketing", "product", "contribute")]),
    ("release", 20, [("engineering", "marketing", "inform"), ("support", "product", "depend")])]
MOVED = ("p7", datetime.date(2025, 9, 15))  # from its function to finance, that day


def people():
    return [(f"p{i}", FUNCTIONS[i * 7 % 6]) for i in range(1, 37)]


def make():
    """Rows (day, from, [to], channel); the last few are announcements or too old."""
    rnd, home = random.Random(20251130), dict(people())
    names, rows = list(home), []
    like = {frozenset(p): w for p, w in [
        (("sales", "marketing"), 5), (("product", "engineering"), 6), (("support", "engineering"), 3),
        (("sales", "support"), 3), (("finance", "sales"), 2), (("product", "support"), 0.4)]}
    while len(rows) < 620:
        a, b = rnd.sample(names, 2)
        weight = 4 if home[a] == home[b] else like.get(frozenset((home[a], home[b])), 1)
        if rnd.random() * 6 > weight:
            continue
        channel = rnd.choices(["mail", "meeting", "thread", "ticket", "reaction"], [50, 15, 20, 10, 5])[0]
        more = rnd.sample([n for n in names if n not in (a, b)], rnd.choice([0, 0, 0, 1, 2, 5]))
        to = [b] + (more if channel in ("mail", "meeting") else [])
        rows.append((AS_OF - datetime.timedelta(int(rnd.random() ** 1.5 * 200)), a, to, channel))
    for n in range(6):  # 12 are still an exchange, 13 an announcement
        rows.append((AS_OF - datetime.timedelta(n), names[n], names[10:10 + 11 + n], "mail"))
    rows.append((AS_OF, names[0], names[1:20], "meeting"))  # 20 people
    rows.append((AS_OF, names[0], names[1:21], "meeting"))  # 21
    rows.append((AS_OF + datetime.timedelta(1), names[0], [names[1]], "mail"))  # not yet
    return rows


def function_on(home, person, day):
    return "finance" if person == MOVED[0] and day >= MOVED[1] else home[person]


def volumes(rows, home):
    """{(p, function of p, q, function of q): volume} between functions, all channels."""
    by = {}
    for day, a, to, channel in rows:
        if not AS_OF - datetime.timedelta(WINDOW - 1) <= day <= AS_OF:
            continue
        turns = [(a, to)]
        if channel == "meeting":  # everybody who was there turns to all others
            all_there = [a] + to
            turns = [(p, [q for q in all_there if q != p]) for p in all_there]
        hours = 0.5 if channel == "meeting" else 1
        if len(turns[0][1]) > (19 if channel == "meeting" else 12):
            continue
        for p, others in turns:
            w = hours * 2 ** (-(AS_OF - day).days / HALF_LIFE) / len(others)
            for q in others:
                f, g = function_on(home, p, day), function_on(home, q, day)
                if f != g:
                    key = (p, f, q, g)
                    by.setdefault(channel, {})
                    by[channel][key] = by[channel].get(key, 0) + w
    total = {c: sum(v.values()) for c, v in by.items()}
    scale = sum(total.values()) / sum(KAPPA[c] for c in total)
    out = {}
    for c, v in by.items():
        for key, w in v.items():
            out[key] = out.get(key, 0) + w * KAPPA[c] / total[c] * scale
    return out


def fit(V):
    """Quasi-independence: off the diagonal a_i b_j with V's sums."""
    n = len(V)
    E = [[0.0 if i == j else 1.0 for j in range(n)] for i in range(n)]
    for _ in range(5000):
        worst = 0
        for i in range(n):
            have, want = sum(E[i]), sum(V[i])
            E[i] = [x * want / have if have else 0 for x in E[i]]
        for j in range(n):
            have, want = sum(E[i][j] for i in range(n)), sum(V[i][j] for i in range(n))
            for i in range(n):
                E[i][j] *= want / have if have else 0
        for i in range(n):
            worst = max(worst, abs(sum(E[i]) - sum(V[i])))
        if worst < 1e-13 * max(map(sum, V)):
            break
    return E


def strengths(ties):
    n = len(FUNCTIONS)
    V, pair = [[0.0] * n for _ in range(n)], {}
    for (p, f, q, g), w in ties.items():
        if w <= 0:
            continue
        i, j = FUNCTIONS.index(f), FUNCTIONS.index(g)
        V[i][j] += w
        ends = ((p, f), (q, g)) if i < j else ((q, g), (p, f))
        pair.setdefault((min(i, j), max(i, j)), {})
        pair[min(i, j), max(i, j)][ends] = pair[min(i, j), max(i, j)].get(ends, 0) + w
    E, out = fit(V), {}
    for i, j in itertools.combinations(range(n), 2):
        T, expected = V[i][j] + V[j][i], E[i][j] + E[j][i]
        ws = pair.get((i, j), {}).values()
        D = math.exp(-sum(w / T * math.log(w / T) for w in ws)) if T else 0
        R = 2 * min(V[i][j], V[j][i]) / T if T else 0
        counted = T * (0.5 + R / 2) * (0.5 + 0.5 * min(1, (D - 1) / 2)) if T else 0
        out[i, j] = dict(volume=[V[i][j], V[j][i]], expected=[E[i][j], E[j][i]], reciprocity=R,
                         effective_pairs=D, pairs=len(ws), ratio=T / expected if expected else 0,
                         observed=counted / (counted + expected) if T else 0)
    return out


def splitmix(seed):
    mask, s = (1 << 64) - 1, seed
    while True:
        s = (s + 0x9E3779B97F4A7C15) & mask
        z = ((s ^ (s >> 30)) * 0xBF58476D1CE4E5B9) & mask
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
        yield ((z ^ (z >> 31)) >> 11) * 2.0 ** -53


def poisson(u):
    k, p = 0, math.exp(-1)
    total = p
    while u > total:
        k += 1
        p /= k
        total += p
    return k


def healths(O, objective):
    return [min(1, max(0.05, O[tuple(sorted((FUNCTIONS.index(a), FUNCTIONS.index(b))))] / LEVEL[lv]))
            for a, b, lv in objective[2]]


def choice(O):
    need = {}
    for _, _, links in OBJECTIVES:
        for a, b, lv in links:
            key = tuple(sorted((FUNCTIONS.index(a), FUNCTIONS.index(b))))
            need[key] = max(need.get(key, 0), LEVEL[lv])
    open_links = sorted(k for k in need if O[k] < need[k])
    best, total = (0, ()), sum(o[1] for o in OBJECTIVES)
    for size in (1, 2, 3):
        for S in itertools.combinations(open_links, size):
            if max(sum(f in link for link in S) for f in range(len(FUNCTIONS))) > 2:
                continue
            lift = 0
            for o in OBJECTIVES:
                before = healths(O, o)
                after = [1 if tuple(sorted((FUNCTIONS.index(a), FUNCTIONS.index(b)))) in S else h
                         for (a, b, _), h in zip(o[2], before)]
                mean = lambda hs: math.prod(hs) ** (1 / len(hs))
                lift += o[1] / total * (mean(after) - mean(before))
            if lift > best[0] + 1e-12:
                best = (lift, S)
    return need, best


def main():
    home, rows = dict(people()), make()
    with open(os.path.join(HERE, "people.csv"), "w") as f:
        f.write("person,function,since,until\n")
        for p, fn in people():
            if p == MOVED[0]:
                last = MOVED[1] - datetime.timedelta(1)
                f.write(f"{p},{fn},,{last}\n{p},finance,{MOVED[1]},\n")
            else:
                f.write(f"{p},{fn},,\n")
    with open(os.path.join(HERE, "interactions.csv"), "w") as f:
        f.write("date,from,to,channel\n")
        for day, a, to, channel in rows:
            f.write(f"{day},{a},{';'.join(to)},{channel}\n")
    ties = volumes(rows, home)
    links = strengths(ties)
    O = {k: v["observed"] for k, v in links.items()}
    names = list(home)
    replicates = []
    for r in range(400):
        draw = splitmix(1 * 1000003 + r)
        k = {p: poisson(next(draw)) for p in names}
        s = strengths({t: w * k[t[0]] * k[t[2]] for t, w in ties.items()})
        replicates.append({key: v["observed"] for key, v in s.items()})
    falls = {key: [] for key in O}
    for p in names:
        s = strengths({t: w for t, w in ties.items() if p not in (t[0], t[2])})
        for key in O:
            falls[key].append(O[key] - s[key]["observed"])
    need, best = choice(O)
    chosen = [choice(o)[1][1] for o in replicates]
    for key, v in links.items():
        xs, m = [o[key] for o in replicates], len(names)
        v["low"], v["high"] = (float(np.percentile(xs, q)) for q in (5, 95))
        mean = sum(falls[key]) / m
        v["deviation"] = math.sqrt((m - 1) / m * sum((x - mean) ** 2 for x in falls[key]))
        v["needed"] = need.get(key, 0)
        v["picked"] = sum(key in S for S in chosen) / len(chosen)
    out = dict(
        links=[dict(a=FUNCTIONS[i], b=FUNCTIONS[j], **v) for (i, j), v in sorted(links.items())],
        health={o[0]: math.prod(healths(O, o)) ** (1 / len(o[2])) for o in OBJECTIVES},
        best=[[FUNCTIONS[i], FUNCTIONS[j]] for i, j in best[1]], lift=best[0],
        same=sum(S == best[1] for S in chosen) / len(chosen))
    with open(os.path.join(HERE, "want.json"), "w") as f:
        json.dump(out, f, indent=1)
        f.write("\n")


main()
