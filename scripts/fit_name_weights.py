#!/usr/bin/env python3
"""Fits the English column of weights.def: fit_name_weights.py FINDINGS.tsv [--ridge 1] [--write]

FINDINGS has a header and a row a finding, as `names explain --json` gives its clues: document (a number), 1 if the repair
is right, the share of right repairs that its reference calls wrong (it leaves names out, or misspells them as the
recogniser does), how much the row counts, then a column a weight: how often, or how far, it applies. All documents are
fitted, and each half by the other one to see how that holds. Logistic regression by Newton's method, each weight held to
the one that stands in weights.def by a ridge. Prints the weights and how often what is claimed comes true."""
import math, pathlib, re, sys

TABLE = pathlib.Path(__file__).resolve().parent.parent / "include/mondegreen/impl/names/weights.def"
ROW = r"(MONDEGREEN_WEIGHT\(%s, [-\d.]+), ([-\d.]+),"


def flag(name, default):
    return float(sys.argv[sys.argv.index(name) + 1]) if name in sys.argv else default


def solve(matrix, right):
    n = len(right)
    rows = [matrix[i] + [right[i]] for i in range(n)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda k: abs(rows[k][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for k in range(i + 1, n):
            factor = rows[k][i] / rows[i][i]
            for c in range(i, n + 1):
                rows[k][c] -= factor * rows[i][c]
    out = [0.0] * n
    for i in reversed(range(n)):
        out[i] = (rows[i][n] - sum(rows[i][c] * out[c] for c in range(i + 1, n))) / rows[i][i]
    return out


def claimed(weights, x):
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(w * v for w, v in zip(weights, x))))))


def fit(findings, weights, ridge):
    used = [j for j in range(len(weights)) if sum(1 for *_, x in findings if x[j]) >= 3]
    scale = {j: sum(x[j] ** 2 for *_, x in findings) / sum(1 for *_, x in findings if x[j]) for j in used}
    start, weights = weights, list(weights)
    for _ in range(25):
        slope = [ridge * scale[j] * (weights[j] - start[j]) for j in used]
        bend = [[ridge * scale[j] if a == b else 0.0 for b in range(len(used))] for a, j in enumerate(used)]
        for _, right, doubt, worth, x in findings:
            p = claimed(weights, x)
            # A repair called right is right; one called wrong may be right all the same.
            error = worth * (p - 1 if right else (1 - doubt) * p * (1 - p) / max(1e-9, 1 - (1 - doubt) * p))
            for a, j in enumerate(used):
                if x[j]:
                    slope[a] += error * x[j]
                    for b, k in enumerate(used):
                        bend[a][b] += worth * max(1e-6, p * (1 - p)) * x[j] * x[k]
        for j, step in zip(used, solve(bend, slope)):
            weights[j] -= max(-3.0, min(3.0, step))
    return weights, used


def main():
    with open(sys.argv[1], encoding="utf8") as f:
        head, *rows = [line.rstrip("\n").split("\t") for line in f]
    ids = head[4:]
    text = TABLE.read_text(encoding="utf8")
    start = [float(re.search(ROW % each, text)[2]) for each in ids]
    findings = [(int(r[0]), int(r[1]), float(r[2]), float(r[3]), [float(v) for v in r[4:]]) for r in rows]
    halves = [[f for f in findings if f[0] % 2 == odd] for odd in (0, 1)]
    weights, used = fit(findings, start, flag("--ridge", 1.0))
    for j in used:
        print(f"{ids[j]:20} {start[j]:6.2f} -> {weights[j]:6.2f}")
    other = [fit(halves[1 - half], start, flag("--ridge", 1.0))[0] for half in (0, 1)]
    for what, of in (("all, by all", [(claimed(weights, f[4]), f[1]) for f in findings]),
                     ("each half, by the other", [(claimed(other[h], f[4]), f[1]) for h in (0, 1) for f in halves[h]])):
        print(what)
        for low, high in ((0, .1), (.1, .3), (.3, .5), (.5, .7), (.7, .8), (.8, .9), (.9, 1.01)):
            bin_ = [f for f in of if low <= f[0] < high]
            if bin_:
                mean, right = sum(p for p, _ in bin_) / len(bin_), sum(r for _, r in bin_) / len(bin_)
                print(f"  {len(bin_):4} claimed {mean:.2f} right {right:.2f}")
    if "--write" in sys.argv:
        for j in used:
            text = re.sub(ROW % ids[j], lambda m: f"{m[1]}, {weights[j]:.2f},", text)
        TABLE.write_text(text, encoding="utf8")


main()
