package framing

import (
	"cmp"
	"slices"
	"strings"

	"parallax/generator/entity"
	"parallax/generator/message"
	"parallax/generator/reading"
	"parallax/generator/text"
)

// Voices lists who is quoted or reported, how much and with which verb.
type Voices struct {
	Attributions []Attribution `json:"attributions"`
	Sides        []VoiceSide   `json:"sides"` // one per article
}

// An Attribution is something said, written or thought, laid to a source.
type Attribution struct {
	Article int            `json:"article"`
	Passage int            `json:"passage"` // where the cue stands
	Source  []text.Span    `json:"source"`  // empty if nobody is named
	Cue     []text.Span    `json:"cue"`     // the reporting verb, noun or "according to"
	Content []text.Span    `json:"content"`
	Mode    reading.Mode   `json:"mode"`
	Speaker string         `json:"speaker"` // the source resolved to a name of the article; may be empty
	Group   entity.Group   `json:"group"`
	Verb    string         `json:"verb"` // base form of the cue
	Stance  reading.Stance `json:"stance"`
	Words   int            `json:"words"` // of content
}

// A VoiceSide sums up the voices of one article.
type VoiceSide struct {
	Article  int       `json:"article"`
	Words    int       `json:"words"`    // of reported or quoted content
	Speakers []Speaker `json:"speakers"` // most words first
}

// A Speaker is one source of an article.
type Speaker struct {
	Name     string       `json:"name"`
	Group    entity.Group `json:"group"`
	Words    int          `json:"words"`  // reported or quoted
	Direct   int          `json:"direct"` // of them between quotation marks
	Verbs    []string     `json:"verbs"`  // base forms in order of first use
	Evidence []Evidence   `json:"evidence"`
}

// compareVoices lists who is quoted or reported in every article, how much and
// with which verb.
//
// The method is that of shallow rules, as in the Gender Gap Tracker (Asr et
// al. 2021): a cue from a list, the noun phrase beside it, and the clause or
// quotation it brings. The kinds of speaker and the stances of verbs are lists
// of the language.
func compareVoices(c *comparing) []Finding {
	v := &c.comparison.Voices
	for _, r := range c.readings {
		if r.Article().Paraphrase {
			c.silence(SignalVoices, r.index, message.New("voices.paraphrase"))
		}
		shown := shownAttributions(r)
		v.Attributions = append(v.Attributions, shown...)
		v.Sides = append(v.Sides, r.voiceSide(shown))
	}
	return c.voiceFindings()
}

// shownAttributions returns what of an article's attributions a page shows:
// what a source said. In a paraphrase that is what stands between quotation
// marks, and the verbs are nobody's to count.
func shownAttributions(r *member) []Attribution {
	var list []Attribution
	for i, a := range r.Attributions() {
		spoken := a.Clausal || a.Mode != reading.Indirect || a.Stance == reading.Attacking
		if r.Language().In("silent_verbs", a.Verb) && a.Mode == reading.Indirect {
			spoken = false
		}
		who := r.speakers[i]
		if !spoken || a.First || a.Thing || len(a.Source) == 0 || who.Name == "" && who.Group == entity.Unknown {
			continue
		}
		if r.Article().Paraphrase {
			if a.Content = r.quotedParts(a.Content); len(a.Content) == 0 {
				continue
			}
			a.Verb, a.Stance, a.Mode = "", reading.Neutral, reading.Direct
			a.Words, _ = r.CountWords(a.Content)
		}
		list = append(list, attributionOf(r.index, a, r.speakers[i]))
	}
	return list
}

// attributionOf returns an attribution of an article as a comparison has it.
func attributionOf(article int, a reading.Attribution, s entity.Speaker) Attribution {
	return Attribution{
		Article: article, Passage: a.Passage, Source: a.Source, Cue: a.Cue, Content: a.Content, Mode: a.Mode,
		Speaker: s.Name, Group: s.Group, Verb: a.Verb, Stance: a.Stance, Words: a.Words,
	}
}

// quotedParts returns the parts of the spans that stand between quotation marks.
func (r *member) quotedParts(spans []text.Span) []text.Span {
	var list []text.Span
	for _, q := range r.Quotations() {
		for _, span := range spans {
			if part := (text.Span{Start: max(q.Start, span.Start), End: min(q.End, span.End)}); part.Len() > 0 {
				list = append(list, part)
			}
		}
	}
	return list
}

// voiceSide sums up the voices of one article.
func (r *member) voiceSide(attributions []Attribution) VoiceSide {
	side := VoiceSide{Article: r.index}
	for _, a := range attributions {
		side.Words += a.Words
		i := slices.IndexFunc(side.Speakers, func(s Speaker) bool { return strings.EqualFold(s.Name, a.Speaker) })
		if i < 0 {
			i = len(side.Speakers)
			side.Speakers = append(side.Speakers, Speaker{Name: a.Speaker, Group: a.Group})
		}
		r.addTo(&side.Speakers[i], a)
	}
	slices.SortStableFunc(side.Speakers, func(a, b Speaker) int { return cmp.Compare(b.Words, a.Words) })
	return side
}

// addTo adds an attribution to its speaker.
func (r *member) addTo(s *Speaker, a Attribution) {
	s.Words += a.Words
	_, direct := r.CountWords(a.Content)
	s.Direct += direct
	if s.Group == entity.Unknown {
		s.Group = a.Group
	}
	if a.Verb != "" && !slices.Contains(s.Verbs, a.Verb) {
		s.Verbs = append(s.Verbs, a.Verb)
	}
	s.Evidence = append(s.Evidence, r.evidenceOver(a.Content, a.Passage)...)
}

// evidenceOver returns evidence for the parts of the spans, one a passage that
// they lie in; for the whole passage that is given if they lie in none.
func (r *member) evidenceOver(spans []text.Span, passage int) []Evidence {
	var list []Evidence
	for i, p := range r.Article().Passages {
		for _, span := range spans {
			if part := (text.Span{Start: max(p.Start, span.Start), End: min(p.End, span.End)}); part.Len() > 0 {
				list = append(list, Evidence{Article: r.index, Passage: i, Span: part})
			}
		}
	}
	if len(list) == 0 {
		return []Evidence{r.evidenceOf(passage)}
	}
	return list
}
