// Package coding lets people judge what the program found, so that its figures can be
// trusted as far as they can and no further. [New] makes a task of claims, [Sheet]
// and [Page] give it to a coder, [Read] reads what coders made, and [Judge] says how
// far they agree and how often the program was right.
//
// # What is judged
//
// Sentences of articles, with the sentence before and behind them: whether somebody is
// quoted or reported in one, and whether its author judges by the choice of a word. The
// program's answer is in the key alone, which coders do not get.
//
// # How sentences are drawn
//
// At random from a seed, half of those to which the program says yes and half of those
// to which it says no: rare answers would hardly be drawn else. How many sentences
// each stands for is its weight, without which recall would be wrong. Every coder gets
// the same sentences, in another order.
//
// # What coders do not see
//
// The outlet, the author, the address and the headline; where a sentence names an outlet
// of the site, [outlet] stands in its place. "Cannot tell" is an answer of its own,
// which counts as missing.
package coding

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/framing"
	"parallax/generator/text"
)

// Answers that a coder can give.
const (
	Yes        = "yes"
	No         = "no"
	CannotTell = "cannot tell"
)

// Answers returns all answers in the order of a page's keys.
func Answers() []string { return []string{Yes, No, CannotTell} }

// A question is asked of sentences for a signal.
type question struct {
	signal framing.Signal
	asks   string
	yes    func(c *framing.Comparison) []framing.Evidence // sentences to which the program says yes
}

// questions returns the questions of the signals that are about single sentences.
func questions() []question {
	return []question{
		{framing.SignalVoices, "Is somebody quoted or reported in this sentence?", attributed},
		{framing.SignalTone, "Does the author of this sentence judge by the choice of a word?", judged},
	}
}

func attributed(c *framing.Comparison) []framing.Evidence {
	var list []framing.Evidence
	for _, a := range c.Voices.Attributions {
		list = append(list, framing.Evidence{Article: a.Article, Passage: a.Passage})
	}
	return list
}

func judged(c *framing.Comparison) []framing.Evidence {
	var list []framing.Evidence
	for _, side := range c.Tone.Sides {
		for _, m := range side.Marks {
			list = append(list, m.Evidence)
		}
	}
	return list
}

// Signals returns the names of the signals that have a question.
func Signals() []string {
	var names []string
	for _, q := range questions() {
		names = append(names, string(q.signal))
	}
	return names
}

// A Unit is a sentence that coders judge.
type Unit struct {
	ID       string  `json:"unit_id"`
	Signal   string  `json:"signal"`
	Question string  `json:"question"`
	Left     string  `json:"left"` // the sentence before it; may be empty
	Text     string  `json:"text"`
	Right    string  `json:"right"`
	Article  string  `json:"article_id"`
	Event    string  `json:"event_id"`
	Machine  string  `json:"machine"` // the program's answer
	Weight   float64 `json:"weight"`  // how many sentences it stands for
}

// A Task is what coders are given, with its key.
type Task struct {
	Name    string `json:"task"`
	Program string `json:"program"` // its version
	Seed    uint64 `json:"seed"`
	Units   []Unit `json:"units"`
}

// A Source is an event of which sentences are judged.
type Source struct {
	Comparison *framing.Comparison
	Articles   []*corpus.Article // in its order
}

// Wishes are what a task is to be.
type Wishes struct {
	Signals []string // none for all
	Units   int      // of each signal
	Seed    uint64
	Program string
}

// shortest is how many words a sentence has that can be judged.
const shortest = 5

// New makes a task. The outlets are those whose names are hidden.
func New(sources []Source, outlets []corpus.Outlet, w Wishes) (*Task, error) {
	t := &Task{Program: w.Program, Seed: w.Seed}
	hide := hider(outlets)
	for n, q := range questions() {
		if len(w.Signals) > 0 && !slices.Contains(w.Signals, string(q.signal)) {
			continue
		}
		var with, without []Unit
		for _, s := range sources {
			for _, u := range q.units(s, hide) {
				if u.Machine == Yes {
					with = append(with, u)
				} else {
					without = append(without, u)
				}
			}
		}
		random := rand.New(rand.NewPCG(w.Seed, uint64(n)))
		t.Units = append(t.Units, drawn(random, with, without, w.Units)...)
	}
	if len(t.Units) == 0 {
		return nil, fmt.Errorf("no sentence of this site can be judged")
	}
	h := sha256.New()
	for _, u := range t.Units {
		fmt.Fprintln(h, u.ID, u.Text)
	}
	t.Name = hex.EncodeToString(h.Sum(nil)[:4])
	return t, nil
}

// drawn returns units of which half are of each kind, as far as there are so many,
// with what each stands for.
func drawn(random *rand.Rand, with, without []Unit, n int) []Unit {
	half := min(n/2, len(with))
	rest := min(n-half, len(without))
	half = min(n-rest, len(with))
	var all []Unit
	for _, part := range [...]struct {
		from []Unit
		n    int
	}{{with, half}, {without, rest}} {
		random.Shuffle(len(part.from), func(i, j int) { part.from[i], part.from[j] = part.from[j], part.from[i] })
		for _, u := range part.from[:part.n] {
			u.Weight = float64(len(part.from)) / float64(part.n)
			all = append(all, u)
		}
	}
	slices.SortFunc(all, func(a, b Unit) int { return cmp.Compare(a.ID, b.ID) })
	return all
}

// units returns the sentences of an event with the program's answer. An article about
// which the signal is silent has none, as has one of which the text is not at hand.
func (q question) units(s Source, hide func(string) string) []Unit {
	yes := map[[2]int]bool{}
	for _, e := range q.yes(s.Comparison) {
		yes[[2]int{e.Article, e.Passage}] = true
	}
	var list []Unit
	for i, a := range s.Articles {
		if q.silent(s.Comparison, i) {
			continue
		}
		sentence := func(n int) string {
			if n < 1 || n >= len(a.Passages) { // the headline says whose it is
				return ""
			}
			return hide(a.Passages[n].Of(a.Text))
		}
		for n := 1; n < len(a.Passages); n++ {
			u := Unit{
				Signal: string(q.signal), Question: q.asks, Left: sentence(n - 1), Text: sentence(n), Right: sentence(n + 1),
				Article: a.ID, Event: s.Comparison.Event, Machine: No,
			}
			if text.CountWords(u.Text) < shortest {
				continue
			}
			if yes[[2]int{i, n}] {
				u.Machine = Yes
			}
			sum := sha256.Sum256([]byte(u.Signal + "\n" + a.ID + "\n" + a.Passages[n].ID))
			u.ID = "u" + hex.EncodeToString(sum[:5])
			list = append(list, u)
		}
	}
	return list
}

// silent reports whether the program says nothing of an article.
func (q question) silent(c *framing.Comparison, article int) bool {
	return slices.ContainsFunc(c.Silences, func(s framing.Silence) bool {
		return s.Signal == q.signal && (s.Article < 0 || s.Article == article)
	})
}

// hider returns what puts [outlet] in the place of the names of outlets.
func hider(outlets []corpus.Outlet) func(string) string {
	var names []string
	for _, o := range outlets {
		for _, name := range [...]string{o.Name, o.Short} {
			if name != "" {
				names = append(names, regexp.QuoteMeta(name))
			}
		}
	}
	if len(names) == 0 {
		return func(s string) string { return s }
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) })
	named := regexp.MustCompile(`(?i)(^|[^\pL\d])(?:` + strings.Join(names, "|") + `)($|[^\pL\d])`)
	return func(s string) string { return named.ReplaceAllString(s, "${1}[outlet]${2}") }
}

// Order returns the units in the order of a coder, whose number is from 1.
func (t *Task) Order(coder int) []Unit {
	list := slices.Clone(t.Units)
	random := rand.New(rand.NewPCG(t.Seed, 1000+uint64(coder)))
	random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list
}
