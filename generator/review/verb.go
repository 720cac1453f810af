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
	AboutName      = "name"
	AboutSpeaker   = "speaker"
	AboutWord      = "word"
	AboutPassage   = "passage"
	AboutSection   = "section"
)

// A change is what a decision changed: what the program had found, and what stands in
// its place.
type change struct{ machine, editor string }

// Verbs returns all that a decision can do, in the order of the manual.
func Verbs() []Verb {
	return []Verb{
		{Name: "hide-statement", About: AboutStatement, Means: "The statement has no row, and nothing is said of it.", rank: 3, run: (*applying).hideStatement},
		{Name: "rename-statement", About: AboutStatement, Needs: []string{"to"}, Means: "The statement gets another heading.", rank: 4, run: (*applying).renameStatement},
		{Name: "merge-statements", About: AboutStatement, Needs: []string{"and_article", "and_quote"}, Means: "Two statements are one, with the heading of the first.", rank: 1, run: (*applying).mergeStatements},
		{Name: "split-statement", About: AboutStatement, Needs: []string{"and_article", "and_quote", "to"}, Means: "A passage tells something else: a statement of its own, with the heading of to; of one heading they are one.", rank: 0, run: (*applying).splitStatement},
		{Name: "move-statement", About: AboutStatement, Needs: []string{"place"}, Means: "The statement has that place among the others.", rank: 6, run: (*applying).moveStatement},
		{Name: "confirm-statement", About: AboutStatement, Means: "The row was read and is right.", rank: 2, run: (*applying).confirmStatement},
		{Name: "tells", About: AboutCell, Needs: []string{"passage"}, Means: "The report tells the statement, by the words of passage.", rank: 2, run: (*applying).tells},
		{Name: "tells-part", About: AboutCell, Means: "The report tells a part of the statement only, or something near.", rank: 2, run: (*applying).tellsPart},
		{Name: "not-told", About: AboutCell, Means: "We looked: the statement is not in the report.", rank: 2, run: (*applying).notTold},
		{Name: "unsaid", About: AboutCell, Means: "Nothing is said of whether the report tells the statement.", rank: 2, run: (*applying).unsaid},
		{Name: "confirm-cell", About: AboutCell, Means: "What is said of the report and the statement was read and is right.", rank: 2, run: (*applying).confirmCell},
		{Name: "hide-finding", About: AboutFinding, Means: "The finding stands nowhere.", rank: 5, run: (*applying).hideFinding},
		{Name: "reword-finding", About: AboutFinding, Needs: []string{"to"}, Means: "The finding is said in these words.", rank: 5, run: (*applying).rewordFinding},
		{Name: "lead-finding", About: AboutFinding, Means: "The finding stands before all others.", rank: 6, run: (*applying).leadFinding},
		{Name: "confirm-finding", About: AboutFinding, Means: "The finding was read and is right.", rank: 5, run: (*applying).confirmFinding},
		{Name: "hide-name", About: AboutName, Means: "The row of names is not shown, and nothing is said of whom it names.", rank: 8, run: (*applying).hideName},
		{Name: "rename-name", About: AboutName, Needs: []string{"to"}, Means: "Whom the row names is called otherwise.", rank: 9, run: (*applying).renameName},
		{Name: "join-names", About: AboutName, Needs: []string{"with"}, Means: "Two rows of names mean the same, and are one.", rank: 7, run: (*applying).joinNames},
		{Name: "part-names", About: AboutName, Needs: []string{"with"}, Means: "A label in the row means somebody else, who gets a row called what to says.", rank: 6, run: (*applying).partNames},
		{Name: "hide-speaker", About: AboutSpeaker, Means: "Nothing is said of what the speaker said.", rank: 9, run: (*applying).hideSpeaker},
		{Name: "rename-speaker", About: AboutSpeaker, Needs: []string{"to"}, Means: "The speaker is called otherwise; two of one name are one.", rank: 8, run: (*applying).renameSpeaker},
		{Name: "group-speaker", About: AboutSpeaker, Needs: []string{"to"}, Means: "The speaker is of another kind, such as official or expert.", rank: 7, run: (*applying).groupSpeaker},
		{Name: "mark-word", About: AboutWord, Needs: []string{"to"}, Means: "The words of the quote are marked as loaded, hedge, booster or scare.", rank: 8, run: (*applying).markWord},
		{Name: "unmark-word", About: AboutWord, Means: "The words of the quote are not marked.", rank: 7, run: (*applying).unmarkWord},
		{Name: furniture, About: AboutPassage, Means: "The passage is no part of the report, but of the page that it was copied from: it is left out of everything.", rank: 0, run: (*applying).furniture},
		{Name: "check-section", About: AboutSection, Means: "All that the page says by the signal of section was read beside the reports.", rank: 0, run: (*applying).checkSection},
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
	case AboutName:
		keys = []string{"name"}
	case AboutSpeaker:
		keys = []string{"speaker"}
	case AboutSection:
		keys = []string{"section"}
	case AboutCell:
		keys = append(keys, "report")
	case AboutFinding:
		keys = append(keys, "finding")
	}
	return append(keys, v.Needs...)
}

// confirms reports whether the verb leaves what the program found as it is.
func (v Verb) confirms() bool { return strings.HasPrefix(v.Name, "confirm-") }
