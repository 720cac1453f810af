// Package revision says what an outlet changed in an article since an earlier
// version of it. [Revise] is the entry point.
package revision

import (
	"slices"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/text/diff"
)

// A Revision is what an outlet changed in an article since an earlier version
// of it.
type Revision struct {
	Out, In int // words taken out and put in
	Edits   []Edit
}

// An Edit is a sentence that changed, in runs of words.
type Edit []EditRun

// An EditRun is a run of words that stayed, went or came.
type EditRun struct {
	Words string
	Kind  EditKind
}

// An EditKind says what became of words.
type EditKind string

// The kinds of run.
const (
	Stayed EditKind = "stayed"
	Went   EditKind = "went"
	Came   EditKind = "came"
)

// Figures returns how much changed since a version, and when that was: when it was
// retrieved, or else published.
func (r Revision) Figures(before corpus.Version) corpus.Changes {
	c := corpus.Changes{Sentences: len(r.Edits), Out: r.Out, In: r.In, Since: before.Date}
	if before.Retrieved.Known() {
		c.Since = before.Retrieved
	}
	return c
}

// sameSentence is the share of the words of the longer of two sentences that
// must have stayed for one to be the other, changed.
const sameSentence = 0.4

// Revise compares an article with an earlier version, sentence by sentence and
// inside a changed sentence word by word (Myers 1986).
func Revise(before corpus.Version, now *corpus.Article) Revision {
	old, latest := make([]string, len(before.Passages)), make([]string, len(now.Passages))
	for i, p := range before.Passages {
		old[i] = p.Of(before.Text)
	}
	for i, p := range now.Passages {
		latest[i] = p.Of(now.Text)
	}
	var r Revision
	for _, c := range diff.Words(old, latest) {
		r.pair(old[c.From:c.To], latest[c.OtherFrom:c.OtherTo])
	}
	return r
}

// pair finds which of the sentences that came is which of those that went, in
// their order.
func (r *Revision) pair(went, came []string) {
	bags := make([]bag, len(went))
	for i, sentence := range went {
		bags[i] = bagOf(sentence)
	}
	for _, sentence := range came {
		at, edit := -1, Edit(nil)
		words := bagOf(sentence)
		for i, other := range went {
			if !words.mayBe(bags[i]) {
				continue
			}
			if e, same := editOf(other, sentence); same {
				at, edit = i, e
				break
			}
		}
		for i := range at {
			r.add(Edit{{went[i], Went}})
		}
		went, bags = went[at+1:], bags[at+1:]
		if at < 0 {
			edit = Edit{{sentence, Came}}
		}
		r.add(edit)
	}
	for _, sentence := range went {
		r.add(Edit{{sentence, Went}})
	}
}

// A bag holds the words of a sentence in order of the alphabet. What two bags
// share is the most that can have stayed: where that is too little, nothing is
// compared word by word. Of an article that was written anew each sentence would
// be compared with each.
type bag []string

func bagOf(sentence string) bag {
	words := strings.Fields(sentence)
	slices.Sort(words)
	return words
}

// mayBe reports whether a sentence can be another one, changed.
func (b bag) mayBe(other bag) bool {
	shared := 0
	for i, j := 0, 0; i < len(b) && j < len(other); {
		switch {
		case b[i] == other[j]:
			shared, i, j = shared+1, i+1, j+1
		case b[i] < other[j]:
			i++
		default:
			j++
		}
	}
	return float64(shared) >= sameSentence*float64(max(len(b), len(other)))
}

// add counts an edit and keeps it.
func (r *Revision) add(e Edit) {
	for _, run := range e {
		switch n := len(strings.Fields(run.Words)); run.Kind {
		case Went:
			r.Out += n
		case Came:
			r.In += n
		}
	}
	r.Edits = append(r.Edits, e)
}

// editOf returns what changed from one sentence to another, and whether they
// are one sentence at all.
func editOf(before, now string) (e Edit, same bool) {
	a, b := strings.Fields(before), strings.Fields(now)
	stayed, at := 0, 0
	add := func(words []string, kind EditKind) {
		if len(words) > 0 {
			e = append(e, EditRun{strings.Join(words, " "), kind})
		}
	}
	for _, c := range diff.Words(a, b) {
		add(a[at:c.From], Stayed)
		stayed += c.From - at
		add(a[c.From:c.To], Went)
		add(b[c.OtherFrom:c.OtherTo], Came)
		at = c.To
	}
	add(a[at:], Stayed)
	stayed += len(a) - at
	return e, float64(stayed) >= sameSentence*float64(max(len(a), len(b)))
}
