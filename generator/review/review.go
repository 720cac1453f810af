// Package review is what an editor decided about the comparison of an event: a file
// of content/reviews is read by [Load] and applied by [Apply].
//
// # A decision
//
// The program errs, and a person who has read the reports knows better. Each
// decision says what is to be done (see [Verbs]), about what, who decided it and
// when. What it is about is named by words of an article, as [Decision] has them, and
// not by the program's numbers: those change as soon as another report comes in.
//
// # Two views, never one
//
// Apply is a plain function: it is given the comparison that the program made and
// returns another, in which every part that depends on the decision has followed
// it: rows, findings, contrasts, figures. Both views are kept: the result lists each
// decision with what the program had found. Without the file there is the program's
// view again, byte for byte.
//
// # Words that are gone
//
// Articles are corrected and replaced. Words are looked for word by word, so that an
// edit beside them or a few words in them do no harm. What cannot be found again is
// told with the file, the line and the passage that is nearest; nothing is applied
// then, and nothing is lost. So are decisions told that the program has come round
// to, and whose lines may go.
package review

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"reflect"
	"slices"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/diag"
	"parallax/generator/frontmatter"
)

// Folder is where the files are, in the site's folder.
const Folder = "content/reviews"

// File returns the name of the file of an event.
func File(slug string) string { return Folder + "/" + slug + ".toml" }

// A Review is the file of one event.
type Review struct {
	Slug string
	File string
	Sum  string // a hash of the file
	Matter
	document *frontmatter.Document
}

// Matter is what a file says.
type Matter struct {
	CheckedBy string      `toml:"checked_by" about:"Who read the whole page of the event beside its reports. Every page of the event says so."`
	CheckedOn corpus.Date `toml:"checked_on" about:"When it was read."`
	Decisions []Decision  `toml:"decision" about:"What was decided, a table each."`
}

// A Decision is one table [[decision]] of a file.
type Decision struct {
	ID           string      `toml:"id" about:"A name of the decision, unlike all others in the file. Without one it is made of what the decision is about." example:"\"not-told-7f3a91\""`
	Do           string      `toml:"do" about:"What is to be done." example:"\"not-told\""`
	Article      string      `toml:"article" about:"The article that the words of quote stand in: its id, or its outlet's if that has no other article in the event." example:"\"gazette\""`
	Quote        string      `toml:"quote" about:"Six to twenty words of the passage that is meant, exactly as the article has them. A statement is meant by a passage that tells it, a finding by one that it rests on." example:"\"the crossing will not reopen before September\""`
	Before       string      `toml:"before" about:"A few words that stand before the quote, where the same words stand in the article twice." example:"\"the council said that\""`
	After        string      `toml:"after" about:"A few words that stand after the quote." example:"\"at the earliest\""`
	Statement    string      `toml:"statement" about:"The heading of the statement, where a passage tells several." example:"\"The bridge stays shut until autumn\""`
	Finding      string      `toml:"finding" about:"What kind of finding is meant, such as \"coverage.only\" or, if there is no doubt, the signal alone." example:"\"coverage.only\""`
	AndArticle   string      `toml:"and_article" about:"The article of another statement, which is to be one with the first; or of the passage that is to be one by itself." example:"\"courier\""`
	AndQuote     string      `toml:"and_quote" about:"Words of a passage that tells that one; or of that passage." example:"\"nobody will cross the river before autumn\""`
	AndStatement string      `toml:"and_statement" about:"Its heading, where the passage tells several." example:"\"Nobody crosses before autumn\""`
	Called       string      `toml:"name" about:"The name of a row of names, or a label in it." example:"\"Anselm Pryce\""`
	With         string      `toml:"with" about:"The name of the row that means the same; or the label in it that means somebody else." example:"\"director of highways\""`
	Speaker      string      `toml:"speaker" about:"The name of somebody who speaks; in one report alone, if report names it." example:"\"Anselm Pryce\""`
	Report       string      `toml:"report" about:"The article that is said to tell the statement or not to: its id or its outlet's." example:"\"courier\""`
	Passage      string      `toml:"passage" about:"The words of that article by which it tells the statement." example:"\"It will be autumn before anybody crosses\""`
	Section      string      `toml:"section" about:"The signal whose part of the page was read, such as naming." example:"\"naming\""`
	To           string      `toml:"to" about:"What is to stand in place of the program's words." example:"\"The bridge stays shut\""`
	Place        int         `toml:"place" about:"The place among the statements, from 1." example:"1"`
	By           string      `toml:"by" about:"Who decided it; without it, whoever checked the event." example:"\"Ida Moor\""`
	On           corpus.Date `toml:"on" about:"When it was decided." example:"2026-05-21"`
	Why          string      `toml:"why" about:"Why, for whoever reads the file later; no page shows it." example:"\"The Courier names no month.\""`
	Machine      string      `toml:"machine" about:"What the program said on that day." example:"\"tells\""`
}

// A Key is a key of a decision, with a value as TOML.
type Key struct{ Name, Example string }

// Keys returns the keys of a decision in the order in which files have them.
func Keys() []Key {
	var keys []Key
	for f := range reflect.TypeFor[Decision]().Fields() {
		keys = append(keys, Key{f.Tag.Get("toml"), f.Tag.Get("example")})
	}
	return keys
}

// About says what the keys of a review mean; those of decisions begin with
// "decision.".
func About() map[string]string {
	about := map[string]string{}
	for f := range reflect.TypeFor[Matter]().Fields() {
		about[f.Tag.Get("toml")] = f.Tag.Get("about")
	}
	for f := range reflect.TypeFor[Decision]().Fields() {
		about["decision."+f.Tag.Get("toml")] = f.Tag.Get("about")
	}
	return about
}

// Decision returns the decision of a name, with that for its id.
func (r *Review) Decision(name string) (Decision, bool) {
	for _, d := range r.Decisions {
		if d.name() == name {
			d.ID = name
			return d, true
		}
	}
	return Decision{}, false
}

// name returns the id of a decision or, if it has none, one made of what it is about.
func (d *Decision) name() string {
	if d.ID != "" {
		return d.ID
	}
	return Name(*d)
}

// Name returns the id that a decision gets: what is done and a hash of what it is
// about, so that two editors who decide about one thing meet in one place of the file,
// and those who decide about two do not.
func Name(d Decision) string {
	h := fnv.New32a()
	for _, s := range []string{d.Article, d.Quote, d.Before, d.After, d.Statement, d.Finding, d.Report, d.AndArticle, d.AndQuote, d.AndStatement, d.Called, d.With, d.Speaker, d.Section} {
		h.Write([]byte(s + "\x00"))
	}
	return fmt.Sprintf("%s-%06x", d.Do, h.Sum32()&0xffffff)
}

// Mistake returns a diagnostic about a key of the n-th decision.
func (r *Review) mistake(severity diag.Severity, n int, key, mend, format string, args ...any) diag.Diagnostic {
	return r.document.Mistake(severity, fmt.Sprintf("decision.%d.%s", n, key), mend, format, args...)
}

// inOrder returns the numbers of the decisions in the order in which they are
// applied: what changes which rows there are before what changes one, and then by id,
// so that the order of the file changes nothing.
func (r *Review) inOrder() []int {
	var numbers []int
	for n := range r.Decisions {
		if _, known := verbOf(r.Decisions[n].Do); known {
			numbers = append(numbers, n)
		}
	}
	rank := func(n int) int {
		v, _ := verbOf(r.Decisions[n].Do)
		return v.rank
	}
	slices.SortStableFunc(numbers, func(a, b int) int {
		return cmp.Or(rank(a)-rank(b), strings.Compare(r.Decisions[a].name(), r.Decisions[b].name()))
	})
	return numbers
}
