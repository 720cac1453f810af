package review

import "strings"

// A Verb is something that a decision can do.
type Verb struct {
	Name  string
	About string   // what it is about: a Kind
	Needs []string // keys that it must have, besides those of what it is about
	Means string   // one sentence

	rank int // when it is applied: low ranks first
	run  func(*applying, *target) (change, bool)
}

// What a decision can be about.
const (
	AboutStatement = "statement"
	AboutCell      = "cell"
	AboutFinding   = "finding"
)

// A change is what a decision changed: what the program had found, and what stands in
// its place.
type change struct{ machine, editor string }

// Verbs returns all that a decision can do, in the order of the manual.
func Verbs() []Verb {
	return []Verb{
		{Name: "hide-statement", About: AboutStatement, Means: "The statement has no row, and nothing is said of it.", rank: 3, run: (*applying).hideStatement},
		{Name: "rename-statement", About: AboutStatement, Needs: []string{"to"}, Means: "The statement gets another heading.", rank: 4, run: (*applying).renameStatement},
		{Name: "move-statement", About: AboutStatement, Needs: []string{"place"}, Means: "The statement has that place among the others.", rank: 6, run: (*applying).moveStatement},
		{Name: "confirm-statement", About: AboutStatement, Means: "The row was read and is right.", rank: 2, run: (*applying).confirmStatement},
		{Name: "tells", About: AboutCell, Needs: []string{"passage"}, Means: "The report tells the statement, by the words of passage.", rank: 2, run: (*applying).tells},
		{Name: "tells-part", About: AboutCell, Means: "The report tells a part of the statement only, or something near.", rank: 2, run: (*applying).tellsPart},
		{Name: "not-told", About: AboutCell, Means: "We looked: the statement is not in the report.", rank: 2, run: (*applying).notTold},
		{Name: "unsaid", About: AboutCell, Means: "Nothing is said of whether the report tells the statement.", rank: 2, run: (*applying).unsaid},
		{Name: "confirm-cell", About: AboutCell, Means: "What is said of the report and the statement was read and is right.", rank: 1, run: (*applying).confirmCell},
		{Name: "hide-finding", About: AboutFinding, Means: "The finding stands nowhere.", rank: 5, run: (*applying).hideFinding},
		{Name: "reword-finding", About: AboutFinding, Needs: []string{"to"}, Means: "The finding is said in these words.", rank: 5, run: (*applying).rewordFinding},
		{Name: "lead-finding", About: AboutFinding, Means: "The finding stands before all others.", rank: 6, run: (*applying).leadFinding},
		{Name: "confirm-finding", About: AboutFinding, Means: "The finding was read and is right.", rank: 5, run: (*applying).confirmFinding},
	}
}

// verbOf returns the verb of a name.
func verbOf(name string) (Verb, bool) {
	for _, v := range Verbs() {
		if v.Name == name {
			return v, true
		}
	}
	return Verb{}, false
}

// verbNames returns the names of all verbs.
func verbNames() []string {
	var names []string
	for _, v := range Verbs() {
		names = append(names, v.Name)
	}
	return names
}

// needs returns the keys that a decision of the verb must have.
func (v Verb) needs() []string {
	keys := []string{"article", "quote"}
	switch v.About {
	case AboutCell:
		keys = append(keys, "report")
	case AboutFinding:
		keys = append(keys, "finding")
	}
	return append(keys, v.Needs...)
}

// confirms reports whether the verb leaves what the program found as it is.
func (v Verb) confirms() bool { return strings.HasPrefix(v.Name, "confirm-") }
