package review

import (
	"maps"
	"slices"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/diag"
	"parallax/generator/framing"
	"parallax/generator/text"
)

// furniture is the verb that leaves a passage out of a report.
const furniture = "furniture"

// SetAside leaves out of articles what reviews say is no part of them, before anything
// is found in them. What the words of a decision are no passage of a body of stays;
// [Apply] tells of it.
func SetAside(all *corpus.Corpus, reviews map[string]*Review, languages *text.Languages) {
	f := finder{languages, map[string][]text.Word{}}
	out := map[*corpus.Article][]int{}
	for _, slug := range slices.Sorted(maps.Keys(reviews)) {
		for _, d := range reviews[slug].Decisions {
			if d.Do != furniture {
				continue
			}
			if a := named(all, d.Article); a != nil {
				if span, certainty := f.find(a, d.Quote, d.Before, d.After); certainty != gone {
					out[a] = append(out[a], a.PassageAt(span.Start))
				}
			}
		}
	}
	for a, passages := range out {
		a.LeaveOut(passages, languages.For(a.Language))
	}
}

// named returns the article with an id, or else the only one of an outlet.
func named(all *corpus.Corpus, name string) *corpus.Article {
	var found []*corpus.Article
	for i := range all.Articles {
		a := &all.Articles[i]
		if a.ID == name {
			return a
		}
		if a.Outlet == name {
			found = append(found, a)
		}
	}
	if len(found) == 1 {
		return found[0]
	}
	return nil
}

// Furniture returns what the reviews of a site leave out of articles, in a form in
// which it can be compared: the articles must be read again when it has changed.
func Furniture(reviews map[string]*Review) string {
	var b strings.Builder
	for _, slug := range slices.Sorted(maps.Keys(reviews)) {
		for _, d := range reviews[slug].Decisions {
			if d.Do == furniture {
				b.WriteString(strings.Join([]string{d.Article, d.Quote, d.Before, d.After}, "\x00") + "\n")
			}
		}
	}
	return b.String()
}

// aimFurniture looks for the words of a decision among what was left out of the
// article.
func (a *applying) aimFurniture(t *target) bool {
	i, ok := a.article(t, "article", t.Article)
	if !ok {
		return false
	}
	article := a.articles[i]
	aside := &corpus.Article{ID: article.ID, Language: article.Language, Text: strings.Join(article.SetAside, "\n\n")}
	f := finder{a.finder.languages, map[string][]text.Word{}}
	span, certainty := f.find(aside, t.Quote, t.Before, t.After)
	if certainty != gone {
		t.at, t.aside = framing.Evidence{Article: i}, text.Beginning(span.Of(aside.Text), mostAside)
		return true
	}
	if _, ok := a.words(t, "article", t.Article, "quote", t.Quote, t.Before, t.After); ok {
		a.warn(t, "quote", "write the article's id, if its outlet has several; a headline stays", "these words of %s are still in it, so the decision is not applied", article.ID)
	}
	return false
}

// mostAside is how many words are told of a passage that is shown no more: fewer than
// count as a quotation (package rights).
const mostAside = 5

// furniture notes what was left out when the articles were read.
func (a *applying) furniture(t *target) (change, bool) { return change{machine: t.aside}, true }

// aimSection looks whether there is a signal of that name.
func (a *applying) aimSection(t *target) bool {
	known := framing.Names()
	if slices.Contains(known, t.Section) {
		return true
	}
	a.warn(t, "section", diag.DidYouMean(t.Section, known), "there is no signal %q, so the decision is not applied", t.Section)
	return false
}

// checkSection notes that what the page says by a signal was read.
func (a *applying) checkSection(t *target) (change, bool) { return change{"", "checked"}, true }
