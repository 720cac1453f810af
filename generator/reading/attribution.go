package reading

import "parallax/generator/text"

// An Attribution is something said, written or thought, laid to a source.
type Attribution struct {
	Passage int         `json:"passage"` // where the cue stands
	Source  []text.Span `json:"source"`  // empty if nobody is named
	Cue     []text.Span `json:"cue"`     // the reporting verb, noun or "according to"
	Content []text.Span `json:"content"`
	Mode    Mode        `json:"mode"`
	Verb    string      `json:"verb"` // base form of the cue
	Stance  Stance      `json:"stance"`
	Words   int         `json:"words"` // of content

	Clausal bool `json:"-"` // the content is what was said, not what it was about
	First   bool `json:"-"` // the source is the author: "we denounce"
	Thing   bool `json:"-"` // the source is a relative pronoun that stands for a thing
}

// A Mode says how much of a content stands between quotation marks.
type Mode string

// The modes of attributions.
const (
	Direct   Mode = "direct"   // all of it
	Mixed    Mode = "mixed"    // some words
	Indirect Mode = "indirect" // none
)

// A Stance says what a reporting verb lets see of its author's view.
type Stance string

// The stances of verbs; all but Neutral have the list stance_<name> of a
// language.
const (
	Neutral   Stance = "neutral"
	Doubting  Stance = "doubting"
	Certain   Stance = "certain"
	Conceding Stance = "conceding"
	Attacking Stance = "attacking"
)

// Stances returns the stances that are lists, in the order in which a verb is
// looked for in them.
func Stances() []Stance { return []Stance{Attacking, Conceding, Doubting, Certain} }

// stanceOf returns the stance of a verb given by its base form.
func stanceOf(l *text.Language, verb string) Stance {
	for _, stance := range Stances() {
		if l.In("stance_"+string(stance), verb) {
			return stance
		}
	}
	return Neutral
}
