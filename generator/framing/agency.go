package framing

import (
	"slices"

	"parallax/generator/text"
)

// compareAgency counts the passives of each article and lists deeds told
// without who did them where another article, on the same statement, says who
// (after Ziems & Yang 2021, without a parser).
//
// Most passives name no agent, so a count says little. A deed is listed only
// if a verb of the same stem has a subject, or a passive of it an agent, in an
// aligned passage of another article.
func compareAgency(c *comparing) {
	d := &deeds{comparing: c}
	for _, r := range c.readings {
		d.passives = append(d.passives, passivesIn(r, d.sentencesOf(r.index)))
		c.comparison.Agency.Sides = append(c.comparison.Agency.Sides, d.side(r))
	}
	for _, r := range c.readings {
		for _, p := range d.passives[r.index] {
			if r.own(p.Participle) && !p.Adjective && p.Agent.Len() == 0 {
				d.face(r, p.Passage, p.Participle, p.Verb, "passive")
			}
		}
		for _, n := range d.nominalisations(r) {
			d.face(r, n.passage, n.Span, n.verb, "nominalisation")
		}
	}
	slices.SortStableFunc(c.comparison.Agency.Agentless, byDeed)
}

// deeds is what compareAgency works with: the passives of each article.
type deeds struct {
	*comparing
	passives [][]Passive
}

// own reports whether the span is in the author's voice.
func (r *reading) own(span text.Span) bool {
	i := r.wordAt(span.Start)
	return i < len(r.voices) && r.voices[i] == author
}

// side counts the passives of an article in the author's voice.
func (d *deeds) side(r *reading) AgencySide {
	side := AgencySide{Article: r.index}
	for i := range r.article.Passages {
		if slices.Contains(r.passageVoices(i), author) {
			side.Sentences++
		}
	}
	for _, p := range d.passives[r.index] {
		if !r.own(p.Participle) || p.Adjective {
			continue
		}
		side.Passives++
		if p.Agent.Len() > 0 {
			side.Agents++
		}
	}
	return side
}

// byDeed orders by the place of the deed.
func byDeed(a, b Agentless) int {
	if a.Deed.Article != b.Deed.Article {
		return a.Deed.Article - b.Deed.Article
	}
	return a.Deed.Span.Start - b.Deed.Span.Start
}

// A nominalisation is a noun that tells a deed, as in "the killing of".
type nominalisation struct {
	text.Span
	passage int
	verb    string
}

// nominalisations returns the nouns of an article in the author's voice that
// can tell a deed and have nobody's name beside them.
func (d *deeds) nominalisations(r *reading) []nominalisation {
	var list []nominalisation
	for n := range d.sentencesOf(r.index) {
		s := &d.sentencesOf(r.index)[n]
		for i := 1; i+1 < len(s.tokens); i++ {
			t := s.tokens[i]
			if t.kind != noun || !s.tokens[i+1].role.Is(text.Genitive) || !r.own(t.Span) || s.tokens[i-1].kind == preposition && t.verb.Verb == "" {
				continue
			}
			_, _, owned := s.owner(i)
			_, _, named := s.agentAfter(i)
			if !owned && !named {
				list = append(list, nominalisation{t.Span, s.passage, t.lower})
			}
		}
	}
	return list
}

// face looks for a passage that says who did the deed, in the other articles
// of each statement that the deed's passage carries, and lists the first.
func (d *deeds) face(r *reading, passage int, deed text.Span, verb, kind string) {
	stem := r.language.Stem(verb)
	patients := d.patients(r, passage, deed)
	told := beginnings(r.passageWords(passage))
	for _, st := range d.comparison.Coverage.Statements {
		if !carries(st, r.index, passage) {
			continue
		}
		for _, cell := range st.Cells {
			if cell.Article == r.index {
				continue
			}
			for _, e := range cell.Evidence {
				agent, verb, ok := d.agentOf(e, stem, patients)
				if !ok || told[beginning(d.headOf(agent))] {
					continue
				}
				d.comparison.Agency.Agentless = append(d.comparison.Agency.Agentless, Agentless{
					Kind: kind, Statement: st.ID, Deed: Evidence{Article: r.index, Passage: passage, Span: deed}, Agent: agent, Verb: verb,
				})
				return
			}
		}
	}
}

// headOf returns the last word of an agent, in lower case.
func (d *deeds) headOf(agent Evidence) string {
	words := d.readings[agent.Article].wordsIn(agent.Span)
	return words[len(words)-1].Lower
}

// beginnings returns how the words begin: a passage that has "exploded" names
// the explosion.
func beginnings(words []text.Word) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[beginning(w.Lower)] = true
	}
	return set
}

// beginning returns the first five letters of a word, all of a shorter one.
func beginning(lower string) string { return firstLetters(lower, 5) }

// carries reports whether the article carries the statement with the passage.
func carries(st Statement, article, passage int) bool {
	return slices.ContainsFunc(st.Cells, func(cell Cell) bool {
		return cell.Article == article && slices.ContainsFunc(cell.Evidence, func(e Evidence) bool { return e.Passage == passage })
	})
}

// patients returns the stems of the subject of a passive, or of what follows
// the "of" of a noun: to whom it was done, who is never its agent.
func (d *deeds) patients(r *reading, passage int, deed text.Span) map[string]bool {
	stems := map[string]bool{}
	s := &d.sentencesOf(r.index)[passage]
	at, _ := s.tokensOf(deed)
	group := at
	for group > 0 && (s.tokens[group-1].kind == auxiliary || s.tokens[group-1].kind == adverb) {
		group--
	}
	from, to, ok := s.subjectBefore(group)
	if at+2 < len(s.tokens) && s.tokens[at+1].role.Is(text.Genitive) {
		from, to, ok = at+2, s.phraseAfter(at+2, false), true
	}
	for i := from; ok && i < to; i++ {
		if s.tokens[i].nominal() && s.tokens[i].kind != determiner {
			stems[r.language.Stem(s.tokens[i].lower)] = true
		}
	}
	return stems
}

// agentOf returns who does the deed of the stem in a passage, and its verb.
func (d *deeds) agentOf(e Evidence, stem string, patients map[string]bool) (agent, verb Evidence, ok bool) {
	r := d.readings[e.Article]
	s := &d.sentencesOf(e.Article)[e.Passage]
	for i, t := range s.tokens {
		if t.verb.Verb == "" || r.language.Stem(t.verb.Verb) != stem || r.retoldAt(t.Start) || r.language.In("no_deeds", t.verb.Verb) {
			continue
		}
		start, end, found := d.doer(r, s, i)
		start, end = s.core(start, end)
		if !found || !s.agentive(start, end) || overlaps(r, s, start, end, patients) {
			continue
		}
		return Evidence{e.Article, e.Passage, s.span(start, end)}, Evidence{e.Article, e.Passage, t.Span}, true
	}
	return agent, verb, false
}

// core returns the phrase without a small word or a time before it, and
// without what a preposition other than "of" hangs on it.
func (s *sentence) core(start, end int) (from, to int) {
	for start < end && (!s.tokens[start].nominal() || s.tokens[start].role.Is(text.Time)) {
		start++
	}
	for i := start + 1; i < end; i++ {
		if s.tokens[i].kind == preposition && !s.tokens[i].role.Is(text.Genitive) || s.tokens[i].kind == comma {
			return start, i
		}
	}
	return start, end
}

// retoldAt reports whether the word at the byte offset is the editor's.
func (r *reading) retoldAt(offset int) bool {
	i := r.wordAt(offset)
	return i < len(r.voices) && r.voices[i] == retold
}

// doer returns who does what the verb at token i says: the agent of a passive,
// or the subject of an active verb that has an object.
func (d *deeds) doer(r *reading, s *sentence, i int) (start, end int, ok bool) {
	for _, p := range d.passives[r.index] {
		if p.Participle == s.tokens[i].Span {
			if p.Agent.Len() == 0 {
				return 0, 0, false
			}
			start, end = s.tokensOf(p.Agent)
			return start, end, s.direct(i+1, start)
		}
	}
	t := s.tokens[i]
	transitive := i+1 < len(s.tokens) && (s.tokens[i+1].nominal() || s.tokens[i+1].kind == pronoun) && !s.tokens[i+1].role.Is(text.Time)
	if t.kind != verb || !transitive || t.verb.Forms == text.Gerund {
		return 0, 0, false
	}
	group := i
	for group > 0 && (s.tokens[group-1].kind == auxiliary || s.tokens[group-1].kind == adverb) {
		group--
	}
	return s.subjectBefore(group)
}

// direct reports whether nothing between the participle and its agent can be
// what the agent belongs to: "killed in protests by thousands".
func (s *sentence) direct(from, to int) bool {
	for i := from; i < to-1; i++ {
		if s.tokens[i].kind == preposition && i+2 < to {
			return false
		}
	}
	return true
}

// agentive reports whether the phrase names somebody or something: it is no
// pronoun, day or number.
func (s *sentence) agentive(start, end int) bool {
	for end > start && s.tokens[end-1].kind == adverb {
		end--
	}
	if start >= end || s.tokens[end-1].role.Is(text.Time) {
		return false
	}
	return slices.ContainsFunc(s.tokens[start:end], func(t token) bool { return (t.kind == noun || t.kind == name) && !t.role.Is(text.Time) })
}

// overlaps reports whether the phrase holds one of the stems.
func overlaps(r *reading, s *sentence, start, end int, stems map[string]bool) bool {
	return slices.ContainsFunc(s.tokens[start:end], func(t token) bool { return stems[r.language.Stem(t.lower)] })
}
