package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"parallax/generator/diag"
	"parallax/generator/event"
	"parallax/generator/stages"
)

// groupCommand shows how articles group into events, and lets an editor pin
// what is right.
func groupCommand() *cobra.Command {
	var f siteFlags
	var all, write, explain bool
	c := &cobra.Command{
		Use:   "group [--all | --write | --explain A B]",
		Short: "Show which articles report one event, which nearly do, and why",
		Long: "List what is worth a look, the most doubtful first: events that may be several,\n" +
			"reports at the edge of their event, and reports that nearly joined one. The newest\n" +
			"events follow; --all lists everything. With --write the events found are pinned\n" +
			"into the front matter of their articles. With --explain the command says why two\n" +
			"articles are or are not together; an event stands for its first other article.\n" +
			"Nothing is published.\n\n" + exits("done", "problems were found, or there is no such article", "", "articles pinned so far stay pinned"),
		Example: "  parallax group --explain freedom-edge/nhk-world freedom-edge/rt",
		Args: func(_ *cobra.Command, args []string) error {
			switch {
			case write && explain, all && (write || explain):
				return errors.New("--all, --write and --explain do not go together")
			case explain && len(args) != 2:
				return errors.New("--explain wants two articles, such as freedom-edge/nhk-world freedom-edge/rt")
			case !explain && len(args) > 0:
				return fmt.Errorf("unexpected %q", args[0])
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			return withRun(c, f, func(r *run) error { return r.group(c.Context(), write, all, args) })
		},
	}
	f.add(c)
	c.Flags().BoolVar(&all, "all", false, "list all events, all reports at an edge and all near misses")
	c.Flags().BoolVar(&write, "write", false, "pin the events found into the articles' front matter")
	c.Flags().BoolVar(&explain, "explain", false, "say why two articles are or are not together")
	return c
}

func (r *run) group(ctx context.Context, write, all bool, pair []string) error {
	w, err := r.load(ctx)
	if err != nil {
		return r.stop(w, err)
	}
	r.console.diagnostics(w.Problems)
	switch {
	case len(pair) == 2:
		return r.explain(ctx, w, pair[0], pair[1])
	case write:
		return r.writePins(ctx, w)
	}
	r.console.result("%s", overview(w.Grouping, all))
	return nil
}

// explain prints why two articles are or are not in one event.
func (r *run) explain(ctx context.Context, w *stages.Work, a, b string) error {
	lock, _ := stages.ReadLock(r.site)
	a, b = articleOf(w.Grouping, a, b), articleOf(w.Grouping, b, a)
	for _, article := range w.Corpus.Articles {
		if article.Withheld != nil && (article.ID == a || article.ID == b) {
			return fmt.Errorf("the text of %s is not in this folder, so that nothing can be told of what it shares with another", article.ID)
		}
	}
	x, err := await(ctx, func() (*event.Explanation, error) {
		x, ok, _ := event.Explain(w.Corpus.Articles, event.Settings{Languages: r.languages, Notes: w.Corpus.Notes, Lock: lock, Caution: w.Config.Grouping.Caution}, a, b)
		if !ok {
			return nil, nil
		}
		return &x, nil
	})
	if err != nil {
		return err
	}
	if x == nil {
		var ids []string
		for _, article := range w.Corpus.Articles {
			ids = append(ids, article.ID)
		}
		for _, id := range []string{a, b} {
			if !slices.Contains(ids, id) {
				return fmt.Errorf("no article %q; %s", id, diag.DidYouMean(id, ids))
			}
		}
		return fmt.Errorf("%q is one article", a)
	}
	r.console.result("%s", explanation(x))
	return nil
}

// articleOf returns the id of an article, or the first article of the event of
// that name which is not the one it is explained with.
func articleOf(g event.Grouping, name, with string) string {
	for _, e := range g.Events {
		if e.Slug != name {
			continue
		}
		for _, m := range e.Members {
			if m.Article != with {
				return m.Article
			}
		}
	}
	return name
}

// measureNames says what is measured, by the names in the model.
func measureNames() map[string]string {
	return map[string]string{
		"kin":               "texts alike, as the nearest others are",
		"title_kin":         "headlines alike, as the nearest others are",
		"lead_told":         "beginning of one told by the other",
		"names_told":        "names in it that the other has",
		"headline_names":    "names of the headlines in the beginnings",
		"no_headline_names": "a headline without names",
		"shared_lead":       "weight of what the beginnings share",
		"rare_words":        "rare words in both",
		"headline_length":   "length of the headlines",
		"phrases":           "turns of phrase in both",
		"log_phrases":       "turns of phrase in both, by degree",
		"same_day":          "a day that both name",
		"far":               "days apart, beyond four",
	}
}

// measures lists what the probability of a pair is made of, the weightiest
// first.
func measures(x *event.Explanation) string {
	list := slices.Clone(x.Measures)
	slices.SortStableFunc(list, func(a, b event.Measure) int { return cmp.Compare(math.Abs(b.Odds), math.Abs(a.Odds)) })
	names := measureNames()
	var b strings.Builder
	fmt.Fprintf(&b, "What the probability is made of (log odds, from %+.1f):\n", x.Base)
	for _, m := range list {
		if math.Abs(m.Odds) < 0.05 {
			break // the rest is printed as nothing
		}
		fmt.Fprintf(&b, "  %+5.1f  %s (%.2f)\n", m.Odds, names[m.Name], m.Value)
	}
	return b.String()
}

// explanation tells in words and figures what Explain found.
func explanation(x *event.Explanation) string {
	var b strings.Builder
	if x.Together() {
		fmt.Fprintf(&b, "%s and %s are together in %s.\n", x.A, x.B, x.EventA)
	} else {
		fmt.Fprintf(&b, "%s is in %s, %s in %s.\n", x.A, x.EventA, x.B, x.EventB)
	}
	switch {
	case x.PinnedAlike:
		b.WriteString("Their front matter pins both to it.\n")
	case x.KeptApart:
		b.WriteString("Their front matter keeps them apart.\n")
	case !x.Language:
		b.WriteString("They are in different languages; articles group within a language.\n")
		return strings.TrimSuffix(b.String(), "\n")
	case x.Copy:
		b.WriteString("They share long passages word for word.\n")
	case x.TooFar:
		fmt.Fprintf(&b, "Their dates are %.0f days apart: too far to be compared, and neither repeats the other.\n", x.Days)
	case !x.Compared:
		b.WriteString("They share too few rare words to be compared.\n")
	}
	for _, one := range []struct {
		id    string
		genre event.Genre
	}{{x.A, x.GenreA}, {x.B, x.GenreB}} {
		if one.genre != event.Report {
			fmt.Fprintf(&b, "%s is no report (%s, by its headline or address): it follows the reports that it is nearest to, or stays alone.\n", one.id, one.genre)
		}
	}
	if x.Compared {
		fmt.Fprintf(&b, "By themselves they report one event with a probability of %.2f.\n", x.Probability)
	}
	fmt.Fprintf(&b, "Mean probability with the reports in %s: %.2f", x.EventB, x.Mean)
	if !x.Together() {
		fmt.Fprintf(&b, "; of all reports in %s with them, copies counted once: %.2f", x.EventA, x.Between)
	}
	fmt.Fprintf(&b, "; %.2f joins.\n", x.Threshold)
	if x.Compared {
		b.WriteString(measures(x))
	}
	for _, c := range x.Cosines {
		fmt.Fprintf(&b, "  %-9s alike %.2f (nearest others: %.2f and %.2f)\n", c.Field, c.Value, c.BestA, c.BestB)
	}
	if x.Days >= 0 {
		fmt.Fprintf(&b, "  dates     %.0f days apart\n", x.Days)
	} else {
		b.WriteString("  dates     not both known\n")
	}
	for _, shared := range []struct {
		name  string
		terms []event.Term
	}{{"words", x.Terms}, {"names", x.Names}, {"numbers", x.Numbers}} {
		var texts []string
		for _, t := range shared.terms {
			texts = append(texts, t.Text)
		}
		if len(texts) > 0 {
			fmt.Fprintf(&b, "Shared %s: %s\n", shared.name, strings.Join(texts, ", "))
		}
	}
	return strings.TrimSuffix(b.String(), "\n")
}
