package tidy

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"parallax/generator/corpus"
	"parallax/generator/dataset/profile"
	"parallax/generator/event"
	"parallax/generator/framing"
	"parallax/generator/message"
	"parallax/generator/rights"
	"parallax/generator/text"
)

// Rows are rows by the name of their table, each with a cell for every column of its
// form, in their order.
type Rows map[string][][]string

// An Event is an event whose rows are made.
type Event struct {
	Event     *event.Event
	Articles  []*corpus.Article // those of the comparison, in its order
	Allowance *rights.Allowance // with the comparison as far as it may be told
	English   *message.Catalogue
}

// Outlets returns the rows of the outlets of a site.
func Outlets(list []corpus.Outlet) Rows {
	rows := Rows{}
	for _, o := range list {
		rows.add("outlets", o.ID, o.Name, o.Country.Value, o.Kind.Value, o.Homepage, o.Language)
	}
	return rows
}

// Over returns the rows of what is asked of many events.
func Over(list []profile.Answered) Rows {
	rows := Rows{}
	for _, a := range list {
		for _, c := range a.Contrasts {
			rows.add("contrasts", string(a.Question), c.About, c.What, c.One, c.Other, strconv.Itoa(c.Events), figure(c.First), figure(c.Second),
				figure(c.Difference), figure(c.Low), figure(c.High), figure(c.P), figure(c.Corrected), yes(c.Told))
		}
		for _, p := range a.Points {
			rows.add("periods", string(a.Question), p.About, p.What, p.Outlet, p.Span, strconv.Itoa(p.Events), figure(p.Share), figure(p.Low), figure(p.High))
		}
	}
	return rows
}

// Tabulate returns the rows of an event.
func Tabulate(e Event) Rows {
	t := tabulator{Event: e, c: e.Allowance.Comparison(), id: e.Event.Slug, rows: Rows{}}
	for _, fill := range [...]func(){t.event, t.articles, t.statements, t.entities, t.attributions, t.speakers, t.words, t.tone, t.agency, t.emphasis, t.passages, t.findings, t.reviews} {
		fill()
	}
	return t.rows
}

func (r Rows) add(table string, cells ...string) { r[table] = append(r[table], cells) }

// Add adds the rows of an event to those of others.
func (r Rows) Add(more Rows) {
	for table, rows := range more {
		r[table] = append(r[table], rows...)
	}
}

// A tabulator makes the rows of an event.
type tabulator struct {
	Event
	c    *framing.Comparison
	id   string
	rows Rows
}

// figure returns a number with the digits of it that count.
func figure(f float64) string { return strconv.FormatFloat(f, 'g', 6, 64) }

func yes(b bool) string { return strconv.FormatBool(b) }

// day returns the day of a date, "" if it is unknown.
func day(d corpus.Date) string {
	if !d.Known() {
		return ""
	}
	return d.String()[:len("2006-01-02")]
}

// within returns the id of what lies inside the event, "" for nothing.
func (t *tabulator) within(id string) string {
	if id == "" {
		return ""
	}
	return t.id + "/" + id
}

// article returns the ids of an article and its outlet.
func (t *tabulator) article(i int) (article, outlet string) {
	return t.c.Articles[i].ID, t.c.Articles[i].Outlet
}

// span returns where words begin and end, in code points, and the words as far as
// they may be shown.
func (t *tabulator) span(article int, s text.Span) (start, end, words string) {
	a := t.Articles[article]
	if s.End > len(a.Text) { // the text is not at hand
		return "", "", ""
	}
	from := utf8.RuneCountInString(a.Text[:s.Start])
	return strconv.Itoa(from), strconv.Itoa(from + utf8.RuneCountInString(s.Of(a.Text))), t.Allowance.Text(a, s)
}

func (t *tabulator) event() {
	e := t.Event.Event
	t.rows.add("events", t.id, e.Title, e.Language, day(e.From), day(e.To), strconv.Itoa(len(t.c.Articles)))
}

func (t *tabulator) articles() {
	for i, known := range t.c.Articles {
		a := t.Articles[i]
		published := ""
		if known.Date.Timed() {
			published = known.Date.String()
		}
		t.rows.add("articles", known.ID, t.id, known.Outlet, known.Letter, known.Title, day(known.Date), published, known.URL, a.Language, string(a.Licence),
			yes(a.Excerpt), yes(known.Paraphrase), strconv.Itoa(known.Words), strconv.Itoa(known.Own), strconv.Itoa(known.Quoted))
	}
}

// statements makes the rows of statements, and of every article with each.
func (t *tabulator) statements() {
	for _, s := range t.c.Coverage.Statements {
		t.rows.add("statements", t.within(s.ID), t.id, s.Heading, yes(s.Laid()), s.By, s.Reach, strconv.Itoa(s.Told()), strconv.Itoa(len(s.Absent)))
		carries := make([][]string, len(t.c.Articles))
		for _, i := range s.Absent {
			carries[i] = []string{"absent", "", "", "", "", "", ""}
		}
		for _, cell := range s.Cells {
			carries[cell.Article] = []string{cell.Band, figure(cell.Sure), figure(cell.Score), figure(cell.Position), strconv.Itoa(cell.Paragraph), strconv.Itoa(cell.Words), yes(cell.Quoted)}
		}
		for i, cells := range carries {
			if cells == nil {
				cells = []string{"unclear", "", "", "", "", "", ""}
			}
			article, outlet := t.article(i)
			t.rows.add("cells", append([]string{t.within(s.ID), t.id, article, outlet}, cells...)...)
		}
	}
}

// entities makes the rows of entities, and of what they are called: of those that
// the table of names shows and of those whose labels can stand for each other.
func (t *tabulator) entities() {
	seen := map[string]bool{}
	for _, list := range [...][]framing.Participant{t.c.Naming.Participants, t.c.Naming.Rows} {
		for _, p := range list {
			if seen[p.ID] {
				continue
			}
			seen[p.ID] = true
			t.rows.add("entities", t.within(p.ID), t.id, p.Name, string(p.Kind))
			t.labels(p)
		}
	}
}

func (t *tabulator) labels(p framing.Participant) {
	for _, side := range p.Sides {
		article, outlet := t.article(side.Article)
		for _, l := range side.Labels {
			t.rows.add("labels", t.within(p.ID), t.id, article, outlet, l.Text, strconv.Itoa(l.Count), strconv.Itoa(l.Quoted), yes(l.First), yes(l.Own))
		}
	}
}

func (t *tabulator) attributions() {
	number := map[int]int{}
	for _, a := range t.c.Voices.Attributions {
		number[a.Article]++
		article, outlet := t.article(a.Article)
		start, end, words := "", "", ""
		if len(a.Content) > 0 {
			whole := text.Span{Start: a.Content[0].Start, End: a.Content[len(a.Content)-1].End}
			start, end, words = t.span(a.Article, whole)
		}
		t.rows.add("attributions", article+"#"+strconv.Itoa(number[a.Article]), t.id, article, outlet, a.Speaker, string(a.Group), a.Verb, string(a.Stance), string(a.Mode),
			strconv.Itoa(a.Words), start, end, words)
	}
}

func (t *tabulator) speakers() {
	for _, side := range t.c.Voices.Sides {
		article, outlet := t.article(side.Article)
		if len(side.Speakers) == 0 {
			t.rows.add("speakers", t.id, article, outlet, "", "", "0", "0")
		}
		for _, s := range side.Speakers {
			t.rows.add("speakers", t.id, article, outlet, s.Name, string(s.Group), strconv.Itoa(s.Words), strconv.Itoa(s.Direct))
		}
	}
}

func (t *tabulator) words() {
	for _, w := range t.c.Wording.Terms {
		article, outlet := t.article(w.Article)
		t.rows.add("words", t.id, article, outlet, w.Term, figure(w.Z), figure(w.LogOdds), figure(w.Low), figure(w.High), strconv.Itoa(w.Count), strconv.Itoa(w.Others))
	}
}

func (t *tabulator) tone() {
	for _, side := range t.c.Tone.Sides {
		article, outlet := t.article(side.Article)
		for _, m := range side.Marks {
			start, end, words := t.span(side.Article, m.Span)
			t.rows.add("tone", t.id, article, outlet, m.Kind, m.Word, m.Rule, start, end, words)
		}
	}
}

func (t *tabulator) agency() {
	for _, side := range t.c.Agency.Sides {
		article, outlet := t.article(side.Article)
		t.rows.add("agency", t.id, article, outlet, strconv.Itoa(side.Sentences), strconv.Itoa(side.Passives), strconv.Itoa(side.Agents))
	}
}

func (t *tabulator) emphasis() {
	for _, side := range t.c.Emphasis.Sides {
		article, outlet := t.article(side.Article)
		for _, w := range side.Weights {
			t.rows.add("emphasis", t.within(w.Statement), t.id, article, outlet, figure(w.Position), figure(w.Share), yes(w.Headline), yes(w.Opening))
		}
	}
}

func (t *tabulator) passages() {
	seen := map[string]bool{}
	for _, contrast := range t.c.Passages.Contrasts {
		for _, side := range contrast.Sides {
			article, outlet := t.article(side.Article)
			key := contrast.Finding + "\n" + article
			if seen[key] {
				continue
			}
			seen[key] = true
			start, end, words := t.span(side.Article, side.Span)
			t.rows.add("passages", t.within(contrast.Finding), t.within(contrast.Statement), t.id, article, outlet, start, end, words)
		}
	}
}

func (t *tabulator) findings() {
	names := map[string]string{}
	for _, a := range t.c.Articles {
		names[a.Letter] = a.Outlet
	}
	for _, f := range t.c.Findings {
		t.rows.add("findings", t.within(f.ID), t.id, string(f.Signal), yes(f.Common), figure(f.Contrast), figure(f.Overlap), figure(f.Reliability), figure(f.Score),
			t.within(f.Statement), t.within(f.Participant), t.English.Say(framing.Named(f.Says, func(letter string) string { return names[letter] })))
	}
}

func (t *tabulator) reviews() {
	for _, d := range t.c.Review.Decisions {
		article := ""
		if d.Article >= 0 {
			article, _ = t.article(d.Article)
		}
		t.rows.add("reviews", t.within(d.ID), t.id, article, d.Do, string(d.Signal), strings.TrimSpace(d.About), d.Machine, d.Editor, day(d.On))
	}
}
