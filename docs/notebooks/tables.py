"""Three figures of the tables that "parallax analyse" writes.

    python3 tables.py TABLES FIGURES

TABLES is the folder with parallax.sqlite, FIGURES the one to draw into. Needs pandas
and matplotlib, as Debian has them. Outlets are compared within events, and intervals
come from drawing events anew; below ten events the figure says that they are few.
"""

import pathlib
import random
import sqlite3
import sys

import matplotlib

matplotlib.use("svg")
matplotlib.rcParams["svg.hashsalt"] = "parallax"  # the same figure of the same tables
import matplotlib.pyplot as plt
import pandas as pd

FEW = 10  # events, below which nothing is to be concluded
DRAWS = 2000


def interval(values, seed=1):
    """Mean of a value an event, and what lies between the 2.5th and 97.5th percentile
    of the means when events are drawn anew."""
    values = list(values)
    draw = random.Random(seed)
    means = sorted(sum(draw.choices(values, k=len(values))) / len(values) for _ in range(DRAWS))
    return sum(values) / len(values), means[int(0.025 * DRAWS)], means[int(0.975 * DRAWS)]


def save(figure, folder, name):
    figure.tight_layout()
    figure.savefig(folder / name, metadata={"Date": None})
    plt.close(figure)
    print(folder / name)


def quoted(db, folder):
    """Share of quoted words, each outlet against the others of the same event."""
    articles = pd.read_sql("SELECT event_id, outlet_id, sum(quoted_words) * 1.0 / sum(words) AS share FROM articles WHERE words > 0 GROUP BY 1, 2", db)
    rows = []
    for outlet, own in articles.groupby("outlet_id"):
        others = articles[articles.outlet_id != outlet].groupby("event_id").share.mean()
        pairs = own.set_index("event_id").share.sub(others).dropna()
        if len(pairs):
            rows.append((outlet, len(pairs), *interval(pairs)))
    rows = pd.DataFrame(rows, columns=["outlet", "events", "mean", "low", "high"]).sort_values(["events", "outlet"]).tail(12)
    figure, axes = plt.subplots(figsize=(7, 0.4 * len(rows) + 1.5))
    labels = [f"{r.outlet} ({r.events} events{', few' if r.events < FEW else ''})" for r in rows.itertuples()]
    axes.errorbar(rows["mean"], labels, xerr=[rows["mean"] - rows["low"], rows["high"] - rows["mean"]], fmt="o", color="#1f5673")
    axes.axvline(0, color="#999999", linewidth=1)
    axes.set_xlabel("share of quoted words, less that of the others in the same event")
    save(figure, folder, "quoted.svg")


def groups(db, folder):
    """Whose words are reported, by kind of speaker."""
    words = pd.read_sql('SELECT outlet_id, "group", sum(words) AS words FROM speakers WHERE "group" <> \'\' GROUP BY 1, 2', db)
    table = words.pivot_table(index="outlet_id", columns="group", values="words", fill_value=0)
    table = table.loc[table.sum(axis=1).sort_values().tail(12).index]
    axes = table.div(table.sum(axis=1), axis=0).plot.barh(stacked=True, figsize=(8, 0.4 * len(table) + 2), colormap="viridis")
    axes.set_xlabel("share of the words of speakers")
    axes.set_ylabel("")
    axes.legend(title="kind of speaker", bbox_to_anchor=(1, 1))
    save(axes.figure, folder, "groups.svg")


def told(db, folder):
    """What becomes of statements that others tell: told, told in part, not told, or
    nothing is claimed."""
    cells = pd.read_sql("SELECT c.outlet_id, c.carries, count(*) AS n FROM cells c JOIN statements s USING (statement_id) WHERE s.told > 1 GROUP BY 1, 2", db)
    table = cells.pivot_table(index="outlet_id", columns="carries", values="n", fill_value=0)
    table = table.reindex(columns=["same", "related", "unclear", "absent"], fill_value=0)
    table = table.loc[table.sum(axis=1).sort_values().tail(12).index]
    axes = table.plot.barh(stacked=True, figsize=(8, 0.4 * len(table) + 2), color=["#1f5673", "#6fa3bf", "#dddddd", "#b3502b"])
    axes.set_xlabel("statements that two articles or more tell")
    axes.set_ylabel("")
    axes.legend(bbox_to_anchor=(1, 1))
    save(axes.figure, folder, "told.svg")


def main():
    tables, folder = map(pathlib.Path, sys.argv[1:3])
    folder.mkdir(parents=True, exist_ok=True)
    with sqlite3.connect(f"file:{tables / 'parallax.sqlite'}?mode=ro", uri=True) as db:
        for draw in (quoted, groups, told):
            draw(db, folder)


if __name__ == "__main__":
    main()
