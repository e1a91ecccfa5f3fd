"""The few statistics the key needs, rounded so that no platform can differ."""

from math import exp, lgamma, log, sqrt

Z = 1.959963984540054


def wilson(wins, n):
    """[rate, low, high] of wins in n, 95 percent (Wilson 1927)."""
    p = wins / n
    middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
    half = Z / (1 + Z * Z / n) * sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
    return [round(p, 4), round(middle - half, 4), round(middle + half, 4)]


def share(k, n):
    return {"k": k, "n": n, "wilson95": wilson(k, n)}


def newcombe(w1, n1, w2, n2):
    """Difference of two rates with its 95 percent interval (Newcombe 1998, method 10)."""
    p1, l1, u1 = wilson_exact(w1, n1)
    p2, l2, u2 = wilson_exact(w2, n2)
    d = p1 - p2
    return [
        round(d, 4),
        round(d - sqrt((p1 - l1) ** 2 + (u2 - p2) ** 2), 4),
        round(d + sqrt((u1 - p1) ** 2 + (p2 - l2) ** 2), 4),
    ]


def wilson_exact(wins, n):
    p = wins / n
    middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
    half = Z / (1 + Z * Z / n) * sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
    return p, middle - half, middle + half


def homogeneity(groups):
    """[chi2, df, p] for (wins, n) groups against one common rate."""
    wins, n = sum(w for w, _ in groups), sum(m for _, m in groups)
    p = wins / n
    chi2 = sum((w - m * p) ** 2 / (m * p * (1 - p)) for w, m in groups)
    return [round(chi2, 3), len(groups) - 1, round(upper_gamma((len(groups) - 1) / 2, chi2 / 2), 4)]


def upper_gamma(a, x):
    """Q(a, x) by the series for P (Abramowitz and Stegun 6.5.29)."""
    term = total = 1 / a
    n = a
    while term > total * 1e-15:
        n += 1
        term *= x / n
        total += term
    return 1 - total * exp(-x + a * log(x) - lgamma(a))
