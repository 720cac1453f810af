#!/usr/bin/python3
"""How much faster is parallax than scikit-learn's TF-IDF with average link?

    ratio.py PARALLAX SNIPPETS.jsonl

Groups the same articles with both, turn and turn about, and prints the
quickest seconds of each and their ratio. Reading the file and loading the
programs is not counted; reading the texts (words, stems, weights) and linking
them is.
Ours does more within its seconds: it finds copies, names the events and finds
what their articles share, which takes about a quarter of them. It is the best
of three runs in one program, so that word forms are known from the first.
Needs Debian's python3-sklearn.
"""
import json
import subprocess
import sys
import time

import numpy
from scipy.cluster.hierarchy import fcluster, linkage
from sklearn.feature_extraction.text import TfidfVectorizer

THRESHOLD = 0.22  # of the mean cosine, best on a mixed pool
TURNS = 2         # of each program; another on the machine slows a turn


def baseline(texts):
    """Group texts by average link over their cosines; return seconds and events."""
    start = time.time()
    vectors = TfidfVectorizer(sublinear_tf=True, stop_words="english", min_df=2).fit_transform(texts)
    distance = 1 - (vectors @ vectors.T).toarray()
    condensed = numpy.concatenate([distance[i, i + 1:] for i in range(len(texts))]).clip(0, 1)
    found = fcluster(linkage(condensed, "average"), 1 - THRESHOLD, "distance")
    return time.time() - start, len(set(found))


def ours(program, path, articles):
    """Return the seconds that parallax says it took, the best of three, and the events."""
    table = subprocess.run([program, "evaluate", "events", path, "--repeat", ",".join([str(articles)] * 3)],
                           check=True, capture_output=True, text=True).stdout
    rows = [line.split() for line in table.splitlines()[1:4]]
    return min((float(row[2]), int(row[1])) for row in rows)


def main():
    program, path = sys.argv[1:]
    with open(path, encoding="utf-8") as f:
        articles = [json.loads(line) for line in f]
    texts = [a["title"] + "\n" + a["text"] for a in articles]
    turns = [(ours(program, path, len(articles)), baseline(texts)) for _ in range(TURNS)]
    mine, theirs = min(m for m, _ in turns), min(t for _, t in turns)
    print(f"{len(articles)} articles: scikit-learn {theirs[0]:.2f} s ({theirs[1]} events), "
          f"parallax {mine[0]:.2f} s ({mine[1]} events), ratio {theirs[0] / mine[0]:.1f}")


main()
