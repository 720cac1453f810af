package lesson

import (
	"slices"
	"strings"
	"unicode"

	"parallax/generator/framing"
	"parallax/generator/message"
	"parallax/generator/reading"
	"parallax/generator/text"
)

// Shortest and longest sentence that is sorted, in words.
const (
	shortestClaim = 6
	longestClaim  = 26
	leastSaid     = 5 // words laid to somebody
	mostOfSort    = 2 // sentences of each sort
)

// claims sorts sentences of one report into what is told as a fact, what is
// the writer's own judgement, and what is laid to somebody else. A fact is in
// the writer's voice, has a figure and no marked word; a judgement is in the
// writer's voice and says what should be; of what is laid to somebody the
// source is named. A writer's judgement in so many words is rare in news: two
// sentences of each of the other sorts make an exercise too, in which that
// answer is never right. With fewer it is only offered.
func (m *maker) claims() []Exercise {
	var list []Exercise
	for i, a := range m.Articles {
		if a.Paraphrase || !m.diction(i).known() {
			continue
		}
		x := Exercise{Kind: Claim, Form: Match, Minutes: 4, Level: Grade9, Strength: 0.65, Prompt: message.New("lesson.claim"), Why: message.New("lesson.whyclaim")}
		number := map[int]int{}
		for p := 1; p < len(a.Passages); p++ {
			place := m.sort(i, p)
			if words := a.Words(m.span(i, p)); place == 0 || number[place] == mostOfSort || words < shortestClaim || words > longestClaim || !m.Shows(i, m.span(i, p)) {
				continue
			}
			number[place]++
			x.Rows = append(x.Rows, Option{Words: m.words(m.evidence(i, p)), Place: place})
			x.Sources = append(x.Sources, m.evidence(i, p))
		}
		for place, key := range []string{"lesson.fact", "lesson.opinion", "lesson.attributed"} {
			x.Options = append(x.Options, Option{Says: message.New(key), Place: place + 1})
		}
		if len(number) < 2 || len(x.Rows) < leastSorted {
			continue
		}
		switch {
		case len(number) == 3:
		case number[1] == mostOfSort && number[3] == mostOfSort:
			x.Strength = 0.55
		default:
			x.Strength = 0.45
		}
		x.ID = m.id(Claim, x.Sources...)
		x.Rows = m.shuffled(x.ID, x.Rows)
		list = append(list, x)
	}
	return list
}

// sort returns 1 for a passage told as a fact, 2 for a judgement, 3 for what is
// laid to somebody, and 0 where it is in doubt.
func (m *maker) sort(article, passage int) int {
	s, d := m.span(article, passage), m.diction(article)
	words := s.Of(m.Articles[article].Text)
	attributed, named := 0, false
	var said framing.Attribution
	for _, a := range m.Voices.Attributions {
		if a.Article != article {
			continue
		}
		for _, part := range a.Content {
			if part.Overlaps(s) && a.Passage != passage {
				return 0
			}
		}
		if a.Passage == passage {
			attributed++
			said = a
			named = a.Speaker != "" && a.Words >= leastSaid && strings.Contains(fold(words), fold(lastWord(a.Speaker))) && m.plainlySaid(a)
		}
	}
	if !ended(words) {
		return 0
	}
	should, judges, compares := d.tells(words)
	quotes, figure := strings.ContainsAny(words, "\"“”‘"), strings.IndexFunc(words, unicode.IsDigit) >= 0
	switch {
	case attributed == 1 && named && m.framed(said) && unicode.IsUpper(first(strings.TrimLeft(words, "\"“"))) && balanced(words) && !strings.Contains(words, "' ") && !strings.Contains(words, " '"):
		return 3
	case attributed > 0 || quotes || strings.ContainsAny(words, "?:"):
		return 0
	case should && judges && !figure:
		return 2
	case figure && !should && !judges && !compares && m.settled(article, passage) && d.certain(words) && m.marks(article, passage) == 0 && !d.judging(words):
		return 1
	}
	return 0
}

// longestFrame is how many words may stand before who speaks and what is said.
const longestFrame = 3

// framed reports whether a sentence is, from its beginning, what somebody says:
// a few words at most stand before it ("On Monday, police said ..."), and before
// a quotation none without a comma.
func (m *maker) framed(a framing.Attribution) bool {
	passage := m.span(a.Article, a.Passage)
	start := passage.End
	for _, part := range slices.Concat(a.Source, a.Cue, a.Content) {
		start = min(start, part.Start)
	}
	content := len(a.Content) > 0 && a.Content[0].Start == start
	before := strings.TrimRight(text.Span{Start: passage.Start, End: max(start, passage.Start)}.Of(m.Articles[a.Article].Text), " \"“")
	return before == "" || len(strings.Fields(before)) <= longestFrame && (!content || strings.HasSuffix(before, ","))
}

// plainlySaid reports whether the verb of an attribution is one of saying
// beyond doubt.
func (m *maker) plainlySaid(a framing.Attribution) bool {
	if len(a.Cue) != 1 || a.Stance != reading.Neutral {
		return false
	}
	return m.diction(a.Article).In("claim_said", strings.ToLower(a.Cue[0].Of(m.Articles[a.Article].Text)))
}

// balanced reports whether every quotation that a sentence opens ends in it.
func balanced(sentence string) bool {
	return strings.Count(sentence, "\"")%2 == 0 && strings.Count(sentence, "“") == strings.Count(sentence, "”") && !strings.Contains(sentence, "''")
}

// ended reports whether a sentence ends with a mark that ends one.
func ended(sentence string) bool {
	return strings.ContainsAny(sentence[max(0, len(sentence)-1):], ".!?\"") || strings.HasSuffix(sentence, "”")
}

// settled reports whether a passage is a sentence that can be judged by itself.
func (m *maker) settled(article, passage int) bool {
	return slices.Contains(m.Comparison.Articles[article].Settled, passage)
}

// certain reports whether a sentence tells what was and has nobody who says,
// asks or expects it.
func (d diction) certain(sentence string) bool {
	if !unicode.IsUpper(first(sentence)) || strings.ContainsAny(sentence, "'’‘") && !balanced(sentence) {
		return false
	}
	return !slices.ContainsFunc(d.Words(sentence), func(w text.Word) bool {
		return d.In("claim_unsettled", w.Lower) || d.begins("claim_unsettled_beginnings", w.Lower)
	})
}

// tells reports whether a sentence says what should be, has a word for good or
// bad, and has one that compares or speaks of the writer's own side.
func (d diction) tells(sentence string) (should, judges, compares bool) {
	for _, w := range strings.Fields(strings.ToLower(sentence)) {
		w = strings.Trim(w, ".,;:")
		switch {
		case d.In("claim_should", w):
			should = true
		case d.In("claim_judges", w):
			judges = true
		case d.In("claim_compares", w), len(w) > keyLength && d.ends("claim_compares_endings", w):
			compares = true
		}
	}
	return should, judges, compares
}

// marks returns how many words of a passage were marked for their tone.
func (m *maker) marks(article, passage int) int {
	n := 0
	for _, side := range m.Tone.Sides {
		for _, mark := range side.Marks {
			if mark.Article == article && mark.Passage == passage {
				n++
			}
		}
	}
	return n
}
