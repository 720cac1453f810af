package framing

import (
	"slices"
	"strconv"
	"strings"

	"parallax/generator/align"
	"parallax/generator/corpus"
	"parallax/generator/entity"
	"parallax/generator/event"
	"parallax/generator/heading"
	"parallax/generator/text"
	"parallax/generator/text/vocabulary"
)

// Settings are what an editor decides about comparing.
type Settings struct {
	Languages *text.Languages
	Off       map[Signal]bool // signals that the site switches off
	Aliases   [][]string      // names of one participant, from the event's note
	Model     *align.Model    // of who tells what; nil for that of the program
	Shared    *Shared         // with the comparisons of other events; nil for none
}

// comparing is the state of one call of Compare.
type comparing struct {
	comparison *Comparison
	readings   []*member // one per article of the comparison, in its order
	language   *text.Language
	entities   *entity.Entities
	settings   Settings
	aligned    *align.Alignment // made by the first signal that asks for it
	words      *vocabulary.Vocabulary
	scores     map[pair]float64 // of passages that were asked for
	marked     [][]Mark         // by article, made by the first signal that asks for it
	loose      map[string]bool  // articles that a pin joined against the evidence, by id
}

// Compare compares the articles of an event, which are its members. Their
// order does not matter: a comparison has them in order of publication.
func Compare(e *event.Event, articles []*corpus.Article, s Settings) *Comparison {
	c := begin(e, articles, s)
	c.findings()
	c.contrasts()
	return c.comparison
}

// begin reads the articles of an event; no signal has run yet.
func begin(e *event.Event, articles []*corpus.Article, s Settings) *comparing {
	sorted := slices.Clone(articles)
	slices.SortFunc(sorted, (*corpus.Article).Compare)
	c := &comparing{
		comparison: &Comparison{Event: e.Slug, Language: primary(e, sorted)},
		settings:   s,
		scores:     map[pair]float64{},
		loose:      loose(e),
	}
	if s.Shared == nil {
		c.settings.Shared = Share()
	}
	c.language = s.Languages.For(c.comparison.Language)
	c.words = c.settings.Shared.vocabulary(c.language)
	letters := letters(sorted)
	for i, a := range sorted {
		r := read(i, a, s.Languages.For(a.Language))
		c.readings = append(c.readings, r)
		c.comparison.Articles = append(c.comparison.Articles, describe(r, letters[i]))
	}
	c.resolve()
	for i := range c.readings {
		c.settle(i)
	}
	return c
}

// settle notes which passages of an article can be judged by themselves.
func (c *comparing) settle(article int) {
	a := &c.comparison.Articles[article]
	for p := range c.readings[article].Sentences() {
		if heading.Settled(c.readings[article].sentence(c.readings[article].evidenceOf(p)), c.words) {
			a.Settled = append(a.Settled, p)
		}
	}
}

// looseCloseness is the closeness below which an article would not have joined
// its event but for a pin; see the threshold of package event's model.
const looseCloseness = 0.3

// loose returns the articles that front matter put into an event though they
// have little in common with it.
func loose(e *event.Event) map[string]bool {
	articles := map[string]bool{}
	for _, m := range e.Members {
		if m.Pinned && m.Closeness < looseCloseness {
			articles[m.Article] = true
		}
	}
	return articles
}

// primary returns the primary subtag of the language of an event.
func primary(e *event.Event, articles []*corpus.Article) string {
	tag := e.Language
	if tag == "" && len(articles) > 0 {
		tag = articles[0].Language
	}
	tag, _, _ = strings.Cut(strings.ToLower(tag), "-")
	return tag
}

// describe returns what a comparison says of an article.
func describe(r *member, letter string) Article {
	all, own, inQuotes := r.Count()
	a := r.Article()
	return Article{
		ID: a.ID, Letter: letter, Outlet: a.Outlet, Title: a.Title, Date: a.Date, URL: a.URL,
		Paraphrase: a.Paraphrase, Words: all, Own: own, Quoted: inQuotes,
	}
}

// letters returns the letter of each article: one letter an outlet in order of
// its first article, with a number where the outlet has several.
func letters(articles []*corpus.Article) []string {
	letter, total, seen := map[string]string{}, map[string]int{}, map[string]int{}
	for _, a := range articles {
		if total[a.Outlet] == 0 {
			letter[a.Outlet] = column(len(letter))
		}
		total[a.Outlet]++
	}
	list := make([]string, len(articles))
	for i, a := range articles {
		list[i] = letter[a.Outlet]
		if total[a.Outlet] > 1 {
			seen[a.Outlet]++
			list[i] += strconv.Itoa(seen[a.Outlet])
		}
	}
	return list
}

// column names the column with the number as spreadsheets do: A to Z, AA, AB.
func column(number int) string {
	name := ""
	for number++; number > 0; number = (number - 1) / 26 {
		name = string(rune('A'+(number-1)%26)) + name
	}
	return name
}
