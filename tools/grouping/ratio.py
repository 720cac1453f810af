#!/usr/bin/python3
"""How much faster is parallax than scikit-learn's TF-IDF with average link?

    ratio.py PARALLAX SNIPPETS.jsonl

Groups the same articles with both and prints the seconds of each and their
ratio. Needs Debian's python3-sklearn. Reading the file is not counted.
"""
import json
import subprocess
import sys
import time

import numpy
from scipy.cluster.hierarchy import fcluster, linkage
from sklearn.feature_extraction.text import TfidfVectorizer

THRESHOLD = 0.22  # of the mean cosine, best on a mixed pool


def baseline(texts):
    """Group texts by average link over their cosines and return the seconds."""
    start = time.time()
    vectors = TfidfVectorizer(sublinear_tf=True, stop_words="english", min_df=2).fit_transform(texts)
    distance = 1 - (vectors @ vectors.T).toarray()
    condensed = numpy.concatenate([distance[i, i + 1:] for i in range(len(texts))]).clip(0, 1)
    found = fcluster(linkage(condensed, "average"), 1 - THRESHOLD, "distance")
    return time.time() - start, len(set(found))


def ours(program, path, articles):
    """Return the seconds that parallax says it took."""
    table = subprocess.run([program, "evaluate", "events", path, "--repeat", str(articles)],
                           check=True, capture_output=True, text=True).stdout
    row = table.splitlines()[1].split()
    return float(row[2]), int(row[1])


def main():
    program, path = sys.argv[1:]
    with open(path, encoding="utf-8") as f:
        articles = [json.loads(line) for line in f]
    theirs, their_events = baseline([a["title"] + "\n" + a["text"] for a in articles])
    mine, my_events = ours(program, path, len(articles))
    print(f"{len(articles)} articles: scikit-learn {theirs:.1f} s ({their_events} events), "
          f"parallax {mine:.1f} s ({my_events} events), ratio {theirs / mine:.1f}")


main()
