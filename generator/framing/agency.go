package framing

import (
	"slices"

	"parallax/generator/grammar"
	"parallax/generator/reading"
	"parallax/generator/text"
	"parallax/generator/text/vocabulary"
)

// Agency lists passives and nominalisations that name no agent while another
// article names one in the aligned passage.
type Agency struct {
	Sides     []AgencySide `json:"sides"`
	Agentless []Agentless  `json:"agentless"`
}

// An AgencySide counts the passives of one article in the author's voice.
type AgencySide struct {
	Article   int `json:"article"`
	Sentences int `json:"sentences"`
	Passives  int `json:"passives"`
	Agents    int `json:"agents"` // passives that name their agent
}

// An Agentless is a deed told without who did it, faced by a passage that says who.
type Agentless struct {
	Kind      string   `json:"kind"` // "passive" or "nominalisation"
	Statement string   `json:"statement"`
	Deed      Evidence `json:"deed"`  // the participle or noun
	Agent     Evidence `json:"agent"` // who did it, in the other article
	Verb      Evidence `json:"verb"`  // the verb there
}

// compareAgency counts the passives of each article and lists deeds told
// without who did them where another article, on the same statement, says who
// (after Ziems & Yang 2021, without a parser).
//
// Most passives name no agent, so a count says little. A deed is listed only
// if a verb of the same stem has a subject, or a passive of it an agent, in an
// aligned passage of another article.
func compareAgency(c *comparing) []Finding {
	d := &deeds{comparing: c}
	for _, r := range c.readings {
		d.passives = append(d.passives, passivesIn(r.Sentences()))
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
	return c.agencyFindings()
}

// deeds is what compareAgency works with: the passives of each article.
type deeds struct {
	*comparing
	passives [][]Passive
}

// own reports whether the article says the first word of a span by itself.
func (r *member) own(span text.Span) bool {
	return r.WordAt(span.Start) < len(r.Words()) && r.OwnAt(span.Start)
}

// side counts the passives of an article in the author's voice.
func (d *deeds) side(r *member) AgencySide {
	side := AgencySide{Article: r.index}
	for i := range r.Article().Passages {
		if slices.Contains(r.PassageVoices(i), reading.Author) {
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
func (d *deeds) nominalisations(r *member) []nominalisation {
	var list []nominalisation
	for n := range r.Sentences() {
		s := &r.Sentences()[n]
		end := len(s.Tokens) - 1
		if actor, told := s.Actor(); told && actor.Acts {
			end = actor.Subject.End // "Congress rejects the veto, in the first override of his time"
		}
		for i := 1; i < end; i++ {
			t := s.Tokens[i]
			if t.Kind != grammar.Noun || !s.Tokens[i+1].Role.Is(text.Genitive) || !r.own(t.Span) || s.Tokens[i-1].Kind == grammar.Preposition && t.Verb.Verb == "" {
				continue
			}
			_, _, owned := s.Owner(i)
			_, _, named := s.AgentAfter(i)
			if !owned && !named {
				list = append(list, nominalisation{t.Span, n, t.Lower})
			}
		}
	}
	return list
}

// face looks for a passage that says who did the deed, in the other articles
// of each statement that the deed's passage carries, and lists the first.
func (d *deeds) face(r *member, passage int, deed text.Span, verb, kind string) {
	stem := r.Language().Stem(verb)
	patients := d.patients(r, passage, deed)
	told := beginnings(r.PassageWords(passage))
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
	words := d.readings[agent.Article].WordsIn(agent.Span)
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
func beginning(lower string) string { return vocabulary.Beginning(lower, 5) }

// carries reports whether the article carries the statement with the passage.
func carries(st Statement, article, passage int) bool {
	return slices.ContainsFunc(st.Cells, func(cell Cell) bool {
		return cell.Article == article && slices.ContainsFunc(cell.Evidence, func(e Evidence) bool { return e.Passage == passage })
	})
}

// patients returns the stems of the subject of a passive, or of what follows
// the "of" of a noun: to whom it was done, who is never its agent.
func (d *deeds) patients(r *member, passage int, deed text.Span) map[string]bool {
	stems := map[string]bool{}
	s := &r.Sentences()[passage]
	at, _ := s.TokensOf(deed)
	group := at
	for group > 0 && (s.Tokens[group-1].Kind == grammar.Auxiliary || s.Tokens[group-1].Kind == grammar.Adverb) {
		group--
	}
	from, to, ok := s.SubjectBefore(group)
	if at+2 < len(s.Tokens) && s.Tokens[at+1].Role.Is(text.Genitive) {
		from, to, ok = at+2, s.PhraseAfter(at+2, false), true
	}
	for i := from; ok && i < to; i++ {
		if s.Tokens[i].Nominal() && s.Tokens[i].Kind != grammar.Determiner {
			stems[r.Language().Stem(s.Tokens[i].Lower)] = true
		}
	}
	return stems
}

// agentOf returns who does the deed of the stem in a passage, and its verb.
func (d *deeds) agentOf(e Evidence, stem string, patients map[string]bool) (agent, verb Evidence, ok bool) {
	r := d.readings[e.Article]
	s := &r.Sentences()[e.Passage]
	for i, t := range s.Tokens {
		if t.Verb.Verb == "" || r.Language().Stem(t.Verb.Verb) != stem || r.retoldAt(t.Start) || r.Language().In("no_deeds", t.Verb.Verb) {
			continue
		}
		start, end, found := d.doer(r, s, i)
		start, end = core(s, start, end)
		if !found || !agentive(s, start, end) || overlaps(r, s, start, end, patients) {
			continue
		}
		return Evidence{Article: e.Article, Passage: e.Passage, Span: s.Bytes(start, end)}, Evidence{Article: e.Article, Passage: e.Passage, Span: t.Span}, true
	}
	return agent, verb, false
}

// core returns the phrase without a small word or a time before it, and
// without what a preposition other than "of" hangs on it.
func core(s *grammar.Sentence, start, end int) (from, to int) {
	for start < end && (!s.Tokens[start].Nominal() || s.Tokens[start].Role.Is(text.Time)) {
		start++
	}
	for i := start + 1; i < end; i++ {
		if s.Tokens[i].Kind == grammar.Preposition && !s.Tokens[i].Role.Is(text.Genitive) || s.Tokens[i].Kind == grammar.Comma {
			return start, i
		}
	}
	return start, end
}

// retoldAt reports whether the word at the byte offset is the editor's.
func (r *member) retoldAt(offset int) bool {
	i := r.WordAt(offset)
	return i < len(r.Voices()) && r.Voices()[i] == reading.Retold
}

// doer returns who does what the verb at token i says: the agent of a passive,
// or the subject of an active verb that has an object.
func (d *deeds) doer(r *member, s *grammar.Sentence, i int) (start, end int, ok bool) {
	for _, p := range d.passives[r.index] {
		if p.Participle == s.Tokens[i].Span {
			if p.Agent.Len() == 0 {
				return 0, 0, false
			}
			start, end = s.TokensOf(p.Agent)
			return start, end, direct(s, i+1, start)
		}
	}
	t := s.Tokens[i]
	transitive := i+1 < len(s.Tokens) && (s.Tokens[i+1].Nominal() || s.Tokens[i+1].Kind == grammar.Pronoun) && !s.Tokens[i+1].Role.Is(text.Time)
	if t.Kind != grammar.Verb || !transitive || t.Verb.Forms == text.Gerund {
		return 0, 0, false
	}
	group := i
	for group > 0 && (s.Tokens[group-1].Kind == grammar.Auxiliary || s.Tokens[group-1].Kind == grammar.Adverb) {
		group--
	}
	return s.SubjectBefore(group)
}

// direct reports whether nothing between the participle and its agent can be
// what the agent belongs to: "killed in protests by thousands".
func direct(s *grammar.Sentence, from, to int) bool {
	for i := from; i < to-1; i++ {
		if s.Tokens[i].Kind == grammar.Preposition && i+2 < to {
			return false
		}
	}
	return true
}

// agentive reports whether the phrase names somebody or something: it is no
// pronoun, day or number.
func agentive(s *grammar.Sentence, start, end int) bool {
	for end > start && s.Tokens[end-1].Kind == grammar.Adverb {
		end--
	}
	if start >= end || s.Tokens[end-1].Role.Is(text.Time) {
		return false
	}
	return slices.ContainsFunc(s.Tokens[start:end], func(t grammar.Token) bool {
		return (t.Kind == grammar.Noun || t.Kind == grammar.Name) && !t.Role.Is(text.Time)
	})
}

// overlaps reports whether the phrase holds one of the stems.
func overlaps(r *member, s *grammar.Sentence, start, end int, stems map[string]bool) bool {
	return slices.ContainsFunc(s.Tokens[start:end], func(t grammar.Token) bool { return stems[r.Language().Stem(t.Lower)] })
}

// agencyFindings say whose passage leaves out who acted while an aligned one
// names them.
func (c *comparing) agencyFindings() []Finding {
	var list []Finding
	told := map[Evidence]bool{} // verbs that say who: one finding each is enough
	for _, a := range c.comparison.Agency.Agentless {
		if told[a.Verb] {
			continue
		}
		told[a.Verb] = true
		score := 0.6
		if _, s := c.statementOf(a.Deed, a.Agent); s > 0 {
			score = 0.4 + 0.6*s
		}
		words := func(e Evidence) string { return e.Span.Of(c.readings[e.Article].Text()) }
		list = append(list, Finding{
			Signal: SignalAgency, Statement: a.Statement, Contrast: 0.85, Overlap: score,
			Says:     c.facing("finding.agency."+a.Kind, []int{a.Deed.Article}, []int{a.Agent.Article}).With("deed", words(a.Deed)).With("agent", words(a.Agent)),
			Evidence: evidencePair(a.Deed, a.Agent, a.Verb),
		})
	}
	return list
}
