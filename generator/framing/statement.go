package framing

import (
	"slices"
	"strings"

	"parallax/generator/align"
	"parallax/generator/entity"
	"parallax/generator/heading"
	"parallax/generator/ratio"
	"parallax/generator/reading"
	"parallax/generator/text"
	"parallax/generator/text/vocabulary"
)

// A Statement is a thing reported, carried by passages of one or more articles.
type Statement struct {
	ID       string `json:"id"`            // "s1", "s2", ... in the order of Statements
	Heading  string `json:"heading"`       // short, made of its own words
	Clause   bool   `json:"clause"`        // the heading is a clause, so that it can be true
	Slight   bool   `json:"slight"`        // the heading is nothing but names, numbers with what they count, and vague words
	Complete bool   `json:"complete"`      // a cell at least has a clause for itself that begins with the heading's words
	Own      bool   `json:"own,omitempty"` // the heading is in an editor's words
	Reach    string `json:"reach"`         // "all", "some", "one"
	Cells    []Cell `json:"cells"`         // articles that tell it or a part of it
	Absent   []int  `json:"absent"`        // articles that do not have it; of one in neither list nothing is said
	By       string `json:"by"`            // the person who says it in every article that tells it, if none tells it by itself; else empty

	held     heading.Title // a heading of which every article that tells it has most; may be empty
	salience float64       // how central it is to what the articles report
}

// A Cell is how one article carries a statement.
type Cell struct {
	Article   int        `json:"article"`
	Band      string     `json:"band"`      // "same" if it tells the statement, "related" if a part of it or something near
	Score     float64    `json:"score"`     // 0 to 1, similarity of its passages to the nearest of the central article; 1 for that
	Sure      float64    `json:"sure"`      // 0 to 1, the probability that the article tells the statement
	Position  float64    `json:"position"`  // share of the body before it, 0 to 1; 0 in the headline
	Paragraph int        `json:"paragraph"` // 1-based; 0 in the headline
	Words     int        `json:"words"`
	Quoted    bool       `json:"quoted"`   // what the heading says stands in a source's voice only
	Evidence  []Evidence `json:"evidence"` // passages that tell it, most direct first; the figures above are of the first
	Said      text.Span  `json:"said"`     // the words of the heading, with the article before them, where a sentence or clause of these passages begins with them; else empty
	Clause    text.Span  `json:"clause"`   // the shortest clause that begins with them and of which a reader can judge by itself whether it is true; empty if there is none

	by string // the person who says it, if the article does not say it by itself
}

// Told returns how many articles tell what the heading says.
func (s *Statement) Told() int {
	n := 0
	for _, cell := range s.Cells {
		if cell.Told() {
			n++
		}
	}
	return n
}

// Laid reports whether all that tell the statement have it as what somebody says:
// that it is so, none of them says.
func (s *Statement) Laid() bool {
	return !slices.ContainsFunc(s.Cells, func(c Cell) bool { return c.Told() && !c.Quoted })
}

// Told reports whether the article tells what the heading of the statement
// says, and not only a part of it or something near.
func (c *Cell) Told() bool { return c.Band == "same" }

// has reports whether a cell holds the passage that evidence stands in.
func (c *Cell) has(e Evidence) bool {
	return c.Article == e.Article && slices.ContainsFunc(c.Evidence, func(d Evidence) bool { return d.Passage == e.Passage })
}

// passageOf returns the evidence of a cell for the passage that other evidence
// stands in, the most direct one if it does not hold that.
func (c *Cell) passageOf(e Evidence) Evidence {
	i := slices.IndexFunc(c.Evidence, func(d Evidence) bool { return d.Passage == e.Passage })
	return c.Evidence[max(0, i)]
}

// closest returns the passages of two cells that are most alike, with their
// score.
func (c *comparing) closest(p, q *Cell) (first, second Evidence, score float64) {
	first, second, score = p.Evidence[0], q.Evidence[0], -1
	for _, e := range p.Evidence {
		for _, d := range q.Evidence {
			if s := c.scoreOf(e, d); s > score {
				first, second, score = e, d, s
			}
		}
	}
	return first, second, score
}

// statement makes a statement of what several articles tell.
func (c *comparing) statement(s align.Statement) Statement {
	var st Statement
	for article, told := range s.Cells {
		switch told.Standing {
		case align.Tells:
			st.Cells = append(st.Cells, c.cell(article, told.Passages, s, "same"))
		case align.Part:
			st.Cells = append(st.Cells, c.cell(article, told.Passages, s, "related"))
		}
	}
	for article, told := range s.Cells {
		if told.Standing == align.Absent && c.mayLack(article, st) {
			st.Absent = append(st.Absent, article)
		}
	}
	title := c.entitle(&st, s.Centre)
	words := c.contentOf(st.Heading)
	verb, ok := title.Verb()
	st.Absent = slices.DeleteFunc(st.Absent, func(article int) bool {
		return c.wordsStand(article, words) || ok && c.deedStands(article, verb.Key)
	})
	for i := range st.Cells {
		if title.Clause && !title.Tells(i) && s.Cells[st.Cells[i].Article].Answer.Tells < sureTold {
			st.Cells[i].Band = "related"
		}
	}
	for i := range st.Cells {
		if ok {
			c.placeBy(&st.Cells[i], words, verb.Key, s)
		}
		c.layBy(&st.Cells[i], words, verb.Key)
	}
	if title.Reach == 1 && !title.Named {
		st.held = title
	}
	st.By = st.sayer()
	st.Reach = c.reach(&st)
	st.salience = c.salienceOf(&st)
	return st
}

// mostOfHeading is the share of a heading's words of content from which a passage says
// what it says.
const mostOfHeading = 0.5

// placeBy puts the passages of a cell first that have the verb of the heading and most
// of its words, if the first has few of them: where an article "approved" it is not
// where it only speaks of what was. A headline stays first, in whatever words.
func (c *comparing) placeBy(cell *Cell, words []vocabulary.Term, verb string, s align.Statement) {
	says := func(e Evidence) bool {
		terms := c.alignment().Terms(e.Article, e.Passage)
		n := 0.0
		for _, w := range words {
			n += ratio.Truth(has(terms, w.Key))
		}
		return has(terms, verb) && n >= mostOfHeading*float64(len(words))
	}
	if len(cell.Evidence) < 2 || cell.Evidence[0].Passage == 0 || says(cell.Evidence[0]) || !slices.ContainsFunc(cell.Evidence, says) {
		return
	}
	var passages []int
	for _, want := range []bool{true, false} {
		for _, e := range cell.Evidence {
			if says(e) == want {
				passages = append(passages, e.Passage)
			}
		}
	}
	placed := c.cell(cell.Article, passages, s, cell.Band)
	placed.Said, placed.Clause = cell.Said, cell.Clause
	*cell = placed
}

// layBy notes whether a cell has what the heading of its statement says only as what
// somebody said, by the words of the heading in its passages and not by all that
// stands around them: "disputed a report that said that Trump directed Cohen to lie".
// Where passages have the verb of the heading, those without it say something else.
func (c *comparing) layBy(cell *Cell, words []vocabulary.Term, verb string) {
	verb, cell.by = c.heldVerb(cell, verb), ""
	laid := false
	for _, e := range cell.Evidence {
		terms := slices.DeleteFunc(slices.Clone(c.passageTerms(e)), func(t vocabulary.Term) bool { return t.Stop || !has(words, t.Key) })
		if float64(len(terms)) < mostOfHeading*float64(len(words)) || verb != "" && !has(terms, verb) {
			continue
		}
		if !c.readings[cell.Article].laid(terms, verb) {
			cell.Quoted, cell.by = false, ""
			return
		}
		if !laid {
			cell.by = c.sayerOf(cell.Article, terms)
		}
		laid = true
	}
	cell.Quoted = cell.Quoted || laid
}

// laid reports whether the terms of a passage are laid to somebody: the verb of a
// heading, or most of them if it is not among them. That the ministry denounced
// "reckless moves" is what the article says, whoever called them so.
func (r *member) laid(terms []vocabulary.Term, verb string) bool {
	if has(terms, verb) { // once at least: "did not directly dispute that he directed"
		return slices.ContainsFunc(terms, func(t vocabulary.Term) bool { return t.Key == verb && r.Laid(t.Start) })
	}
	n := 0
	for _, t := range terms {
		n += int(ratio.Truth(r.Laid(t.Start)))
	}
	return 2*n > len(terms)
}

// sayerOf returns the person whom an article names as the one who says most of what
// terms stand in, as all articles call that person; it may be empty.
func (c *comparing) sayerOf(article int, terms []vocabulary.Term) string {
	r := c.readings[article]
	for i, a := range r.Attributions() {
		n := 0
		for _, t := range terms {
			n += int(ratio.Truth(slices.ContainsFunc(a.Content, t.Span.Overlaps)))
		}
		if name := r.speakers[i].Name; 2*n > len(terms) && !a.First && !a.Thing && c.person(name) {
			return name
		}
	}
	return ""
}

// person reports whether a name is the whole name of a person whom an article names.
func (c *comparing) person(name string) bool {
	words := c.language.Words(name)
	if len(words) < 2 {
		return false
	}
	last := words[len(words)-1].Lower
	kind := func(singular string) bool {
		return c.entities.IsPerson(singular) || c.language.In("group_official", singular)
	}
	if slices.ContainsFunc(c.language.Rules().Singulars(last), kind) {
		return false // "House Democrats" is nobody's name
	}
	return slices.ContainsFunc(c.entities.Mentions(), func(m entity.Mention) bool {
		return m.Kind == entity.Name && strings.EqualFold(m.Span.Of(c.readings[m.Article].Text()), name) && c.entities.Personal(m)
	})
}

// sayer returns the person who says a statement in every article that tells it, if
// there is one and no article tells it by itself.
func (s *Statement) sayer() string {
	by := ""
	for _, cell := range s.Cells {
		switch {
		case !cell.Told():
		case !cell.Quoted || cell.by == "" || by != "" && cell.by != by:
			return ""
		default:
			by = cell.by
		}
	}
	return by
}

// heldVerb returns a verb if a passage of a cell has it, else none.
func (c *comparing) heldVerb(cell *Cell, verb string) string {
	if slices.ContainsFunc(cell.Evidence, func(e Evidence) bool { return has(c.passageTerms(e), verb) }) {
		return verb
	}
	return ""
}

// entitle finds the heading of a statement whose central passage is the first of
// the centre's.
func (c *comparing) entitle(s *Statement, centre int) heading.Title {
	told := heading.Statement{Vocabulary: c.words, Weight: c.alignment().Weight}
	for i, cell := range s.Cells {
		if cell.Article == centre {
			told.Centre = i
		}
		of := heading.Cell{Told: cell.Told(), Score: cell.Score, Speakers: c.readings[cell.Article].speak()}
		for _, e := range cell.Evidence {
			of.Passages = append(of.Passages, c.passage(e))
		}
		told.Cells = append(told.Cells, of)
	}
	title, held := heading.Of(told)
	s.Heading, s.Clause, s.Slight, s.held = title.Words, title.Clause, title.Slight, held
	for i := range s.Cells {
		c.say(&s.Cells[i], title)
		s.Complete = s.Complete || s.Cells[i].Clause.Len() > 0
	}
	return title
}

// say notes where a cell has the words of a title, and the clause that begins
// with them.
func (c *comparing) say(cell *Cell, title heading.Title) {
	for _, e := range cell.Evidence {
		said, clause := heading.Say(c.passage(e), title, c.words)
		if cell.Said.Len() == 0 {
			cell.Said = said
		}
		if clause.Len() > 0 && (cell.Clause.Len() == 0 || clause.Len() < cell.Clause.Len()) {
			cell.Clause = clause
		}
	}
}

// passage returns the passage that evidence stands in, as headings are made of
// it: without the place from which it was sent.
func (c *comparing) passage(e Evidence) heading.Passage {
	p := c.readings[e.Article].sentence(e)
	p.Terms = c.passageTerms(e)
	if n := p.Sentence.Dateline(); n > 0 && p.Sentence.Tokens[n].Start < p.Span.End {
		p.Span.Start = max(p.Span.Start, p.Sentence.Tokens[n].Start)
		p.Terms = slices.DeleteFunc(slices.Clone(p.Terms), func(t vocabulary.Term) bool { return t.Start < p.Span.Start })
	}
	return p
}

// sentence returns the passage of an article that evidence stands in, without the
// terms by which it is compared with others.
func (r *member) sentence(e Evidence) heading.Passage {
	return heading.Passage{Source: r.Text(), Sentence: &r.Sentences()[e.Passage], Span: e.Span, Headline: e.Passage == 0}
}

// speak returns who says what an article gives as said.
func (r *member) speak() []text.Span {
	var list []text.Span
	for _, a := range r.Attributions() {
		if a.Clausal || a.Mode != reading.Indirect {
			list = append(list, a.Source...)
		}
	}
	return list
}

// sureTold is the probability of telling a statement from which an article is
// said to tell it even if its words are not those of the heading.
const sureTold = 0.6

// lone makes a statement of a passage that only one article has.
func (c *comparing) lone(l align.Lone, reach string) Statement {
	only := align.Statement{Centre: l.Text}
	st := Statement{Reach: reach, Cells: []Cell{c.cell(l.Text, []int{l.Passage}, only, "same")}}
	title := c.entitle(&st, l.Text)
	verb, _ := title.Verb()
	c.layBy(&st.Cells[0], c.contentOf(st.Heading), verb.Key)
	st.By = st.sayer()
	return st
}

// leastBody is how many words the text of an article has at least of which it is
// said that it lacks something. A page whose text could not be had leaves a line
// or two: a notice, an advertisement, the sentence before a wall.
const leastBody = 50

// mayLack reports whether it may be said that an article does not have a
// statement: it is no excerpt and not so short that it may be one, was put into
// the event by its own likeness, and was not published before all that tell it.
func (c *comparing) mayLack(article int, s Statement) bool {
	r := c.readings[article]
	if a := r.Article(); a.Excerpt || c.loose[a.ID] || len(r.Words())-r.BodyWord() < leastBody {
		return false
	}
	return slices.ContainsFunc(s.Cells, func(cell Cell) bool {
		return cell.Told() && !c.readings[article].earlier(c.readings[cell.Article])
	})
}

// contentOf returns the words of content of a heading.
func (c *comparing) contentOf(heading string) []vocabulary.Term {
	return slices.DeleteFunc(c.words.Terms(heading, c.language.Words(heading)), func(t vocabulary.Term) bool { return t.Stop })
}

// wordsStand reports whether one passage of an article has all words of content of
// a heading. Whoever reads "not found" beside it looks for those words: "the
// floor of the House" is the "House floor", whatever else was told of it, and
// "Seoul" may be where the article has "South Korea".
func (c *comparing) wordsStand(article int, words []vocabulary.Term) bool {
	for passage := range c.readings[article].Passages() {
		terms := c.alignment().Terms(article, passage)
		if !slices.ContainsFunc(words, func(w vocabulary.Term) bool {
			return !has(terms, w.Key) && !has(terms, c.words.Government(w.Key))
		}) {
			return len(words) > 0
		}
	}
	return false
}

// rareDeed is the rarity from which a verb alone tells what is meant: "denounced"
// is above it, "said", "went" and "began" are below.
const rareDeed = 5

// deedStands reports whether an article has the verb of a heading, if it is a rare
// one. "Ministry denounces the three governments" is not found where "North Korea
// denounced the exercise" stands, but no reader would sign that. It costs three of
// the 101 absences of coverage/tune.
func (c *comparing) deedStands(article int, verb string) bool {
	if c.words.Rarity(verb) < rareDeed {
		return false
	}
	for passage := range c.readings[article].Passages() {
		if has(c.alignment().Terms(article, passage), verb) {
			return true
		}
	}
	return false
}

// has reports whether a term with a key is among terms.
func has(terms []vocabulary.Term, key string) bool {
	return slices.ContainsFunc(terms, func(t vocabulary.Term) bool { return t.Key == key })
}

// earlier reports whether an article was published on an earlier day than
// another, as far as both days are known.
func (r *member) earlier(other *member) bool {
	if !r.Article().Date.Known() || !other.Article().Date.Known() {
		return false
	}
	const day = "2006-01-02"
	return r.Article().Date.Time().Format(day) < other.Article().Date.Time().Format(day)
}

// cell describes how an article carries a statement in passages.
func (c *comparing) cell(article int, passages []int, s align.Statement, band string) Cell {
	r := c.readings[article]
	first := r.Article().Passages[passages[0]]
	cell := Cell{
		Article: article, Band: band, Score: 1, Sure: 1,
		Paragraph: first.Block, Position: ratio.Rounded(r.position(first.Start)),
	}
	for _, p := range passages {
		cell.Evidence = append(cell.Evidence, r.evidenceOf(p))
	}
	if s.Cells != nil {
		cell.Sure = ratio.Rounded(s.Cells[article].Answer.Tells)
	}
	if centre := s.Centre; centre != article {
		central := Cell{}
		for _, p := range s.Cells[centre].Passages {
			central.Evidence = append(central.Evidence, c.readings[centre].evidenceOf(p))
		}
		_, _, score := c.closest(&cell, &central)
		cell.Score = ratio.Rounded(score)
	}
	cell.Words, cell.Quoted = r.countIn(first.Span)
	return cell
}

// countIn returns the words within a span, and whether they are a source's
// only: who says it, and the verb, are the author's.
func (r *member) countIn(span text.Span) (words int, onlyQuoted bool) {
	own, others := 0, 0
	for i := r.WordAt(span.Start); i < len(r.Words()) && r.Words()[i].Start < span.End; i++ {
		words++
		switch {
		case r.Language().Stop(r.Words()[i].Lower):
		case r.Voices()[i] == reading.Author:
			own++
		default:
			others++
		}
	}
	return words, others > 2 && 2*own <= others
}

// position returns the share of the body's words before the byte offset, 0 in
// the headline.
func (r *member) position(offset int) float64 {
	if r.Passages() < 1 {
		return 0
	}
	from, all := r.FirstWord(1), len(r.Words())-r.FirstWord(1)
	return ratio.Of(float64(max(0, r.WordAt(offset)-from)), float64(all))
}
