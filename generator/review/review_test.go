package review_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/diag"
	"parallax/generator/framing"
	"parallax/generator/review"
	"parallax/generator/sample"
	"parallax/generator/text"
)

// articlesOf returns the articles of a corpus.
func articlesOf(c *corpus.Corpus) []*corpus.Article {
	var list []*corpus.Article
	for i := range c.Articles {
		list = append(list, &c.Articles[i])
	}
	return list
}

// event returns the sample event with findings of the kinds that follow what is
// decided about statements.
func event(t *testing.T) (*corpus.Corpus, *framing.Comparison) {
	t.Helper()
	c := sample.Corpus(t)
	made := sample.Comparison(t, c)
	keys := map[string]string{"common-1": "coverage.tell", "passages-1": "passages.word", "headline-1": "headline.word", "naming-1": "naming.group",
		"voices-1": "voices.own", "tone-1": "tone.loaded", "wording-1": "wording.more", "coverage-1": "coverage.without"}
	for i := range made.Findings {
		f := &made.Findings[i]
		f.Says.Key = "finding." + keys[f.ID]
		if s := made.Coverage.Statements; f.ID == "common-1" {
			f.Says = f.Says.With("statement", s[0].Heading).With("total", "4").Of(4)
		}
	}
	made.Findings = append(made.Findings, framing.Finding{
		ID: "coverage-2", Signal: framing.SignalCoverage, Statement: "s7", Evidence: []framing.Evidence{sample.Passage(t, c, 2, "The botched")},
	})
	made.Findings[len(made.Findings)-1].Says.Key = "finding.coverage.only"
	return c, made
}

// decide parses a review and applies it.
func decide(t *testing.T, languages *text.Languages, source string) (before, after *framing.Comparison, l diag.List) {
	t.Helper()
	c, made := event(t)
	r, l := review.Parse("alder-queen", []byte(source))
	if r == nil || l.Failed() {
		t.Fatalf("%v\n%s", l.Sorted(), source)
	}
	data, err := json.Marshal(made)
	if err != nil {
		t.Fatal(err)
	}
	after, problems, err := review.Apply(made, articlesOf(c), languages, r)
	if err != nil {
		t.Fatal(err)
	}
	if now, _ := json.Marshal(made); !bytes.Equal(now, data) {
		t.Error("the program's comparison was changed")
	}
	l.Merge(problems)
	return made, after, l
}

// lines writes what a review may change of a comparison, a line each.
func lines(c *framing.Comparison) []string {
	var list []string
	add := func(format string, args ...any) { list = append(list, fmt.Sprintf(format, args...)) }
	for _, s := range c.Coverage.Statements {
		row := s.ID + " " + s.Reach + " “" + s.Heading + "”"
		for i, a := range c.Articles {
			row += " " + a.Letter + ":" + string(s.Answer(i))
		}
		add("%s", row)
	}
	for _, k := range c.Coverage.Conflicts {
		row := "conflict " + k.Statement
		for _, s := range k.Sides {
			row += fmt.Sprintf(" %s×%d", s.Value, len(s.Evidence))
		}
		add("%s", row)
	}
	for _, f := range c.Findings {
		add("finding %s %s %d %v ×%d", f.ID, f.Says.Key, f.Says.Count, f.Says.Args["statement"], len(f.Evidence))
	}
	for _, k := range c.Passages.Contrasts {
		add("contrast %s %s ×%d", k.Statement, k.Finding, len(k.Sides))
	}
	for _, d := range c.Agency.Agentless {
		add("deed %s", d.Statement)
	}
	for _, s := range c.Emphasis.Sides {
		row := fmt.Sprintf("side %d leads with “%s”", s.Article, s.Lead)
		for _, w := range s.Weights {
			row += fmt.Sprintf(" %s@%.2f", w.Statement, w.Position)
		}
		add("%s", row)
	}
	for n, names := range [][]framing.Participant{c.Naming.Participants, c.Naming.Rows} {
		for _, p := range names {
			row := fmt.Sprintf("names %d %s:", n, p.Name)
			for _, s := range p.Sides {
				for _, l := range s.Labels {
					row += fmt.Sprintf(" %d %s", s.Article, l.Text)
				}
			}
			add("%s", row)
		}
	}
	for _, v := range c.Voices.Attributions {
		add("said by %d %s, %s", v.Article, v.Speaker, v.Group)
	}
	for _, side := range c.Voices.Sides {
		row := fmt.Sprintf("voices %d of %d words:", side.Article, side.Words)
		for _, s := range side.Speakers {
			row += fmt.Sprintf(" %s (%s) %d", s.Name, s.Group, s.Words)
		}
		add("%s", row)
	}
	for _, side := range c.Tone.Sides {
		row := fmt.Sprintf("marks %d:", side.Article)
		for _, m := range side.Marks {
			row += " " + m.Kind + " " + m.Word
		}
		add("%s", row)
	}
	for _, p := range c.Tone.Plain {
		add("plain %s: %s", p.Statement, p.Word.Word)
	}
	for _, t := range c.Tone.Targets {
		add("toward %s", t.Participant)
	}
	return list
}

// changes returns the lines that only one of two comparisons has.
func changes(before, after *framing.Comparison) string {
	old, now := lines(before), lines(after)
	var list []string
	for _, l := range old {
		if !slices.Contains(now, l) {
			list = append(list, "-"+l)
		}
	}
	for _, l := range now {
		if !slices.Contains(old, l) {
			list = append(list, "+"+l)
		}
	}
	return strings.Join(list, "\n")
}

// decision writes a decision of one line.
func decision(keys string) string {
	return "[[decision]]\nby = \"Ida Moor\"\n" + strings.ReplaceAll(keys, "; ", "\n") + "\n"
}

// Quotations of the sample, as decisions name statements and findings.
const (
	aground = `article = "courier"; quote = "The Alder Queen ran aground off Alder Point on Monday night"; statement = "The Alder Queen ran aground off Alder Point"`
	aboard  = `article = "courier"; quote = "The Alder Queen ran aground off Alder Point on Monday night"; statement = "passengers aboard"`
	safety  = `article = "alder/courier"; quote = "Safety was assured at every moment"`
	dredged = `article = "deckhands"; quote = "The union wants the channel dredged before ferries sail again"`
	botched = `article = "lamp"; quote = "The botched rescue took nine hours"`
	pilot   = `article = "deckhands"; quote = "We had asked for a second pilot since autumn"`
)

// TestApply decides one thing and looks at all that follows.
func TestApply(t *testing.T) {
	languages := text.Builtin()
	for _, test := range []struct{ name, source, want string }{
		{"hide a statement", `do = "hide-statement"; ` + aboard, `
-s2 all “passengers aboard” A:tells B:tells C:tells D:tells
-conflict s2 212×3 About 230×1
-plain s2: botched`},
		{"hide the lead", `do = "hide-statement"; ` + aground, `
-s1 all “The Alder Queen ran aground off Alder Point” A:tells B:tells C:tells D:tells
-finding common-1 finding.coverage.tell 4 [The Alder Queen ran aground off Alder Point] ×4
-contrast s1 passages-1 ×3
-side 0 leads with “s1”
-side 1 leads with “s1”
-side 2 leads with “s1”
-side 3 leads with “s1”
+side 0 leads with “”
+side 1 leads with “”
+side 2 leads with “”
+side 3 leads with “”`},
		{"rename a statement", `do = "rename-statement"; to = "The ferry went aground"; ` + aground, `
-s1 all “The Alder Queen ran aground off Alder Point” A:tells B:tells C:tells D:tells
-finding common-1 finding.coverage.tell 4 [The Alder Queen ran aground off Alder Point] ×4
+s1 all “The ferry went aground” A:tells B:tells C:tells D:tells
+finding common-1 finding.coverage.tell 4 [The ferry went aground] ×4`},
		{"a report does not tell it", `do = "not-told"; report = "lamp"; ` + aground, `
-s1 all “The Alder Queen ran aground off Alder Point” A:tells B:tells C:tells D:tells
-finding common-1 finding.coverage.tell 4 [The Alder Queen ran aground off Alder Point] ×4
-contrast s1 passages-1 ×3
-side 2 leads with “s1”
+s1 some “The Alder Queen ran aground off Alder Point” A:tells B:tells C:absent D:tells
+finding common-1 finding.coverage.mosttell 3 [The Alder Queen ran aground off Alder Point] ×3
+contrast s1 passages-1 ×2
+side 2 leads with “”`},
		{"a report tells it", `do = "tells"; report = "deckhands"; passage = "Two people were treated for cold."; ` + safety, `
-s3 some “Safety was assured at every moment” A:tells B:tells C:tells D:absent
-side 3 leads with “s1”
+s3 all “Safety was assured at every moment” A:tells B:tells C:tells D:tells
+side 3 leads with “s1” s3@0.90`},
		{"a report tells a part", `do = "tells-part"; report = "harbour-office"; ` + safety, `
-s3 some “Safety was assured at every moment” A:tells B:tells C:tells D:absent
+s3 some “Safety was assured at every moment” A:part B:tells C:tells D:absent`},
		{"nothing is said of a report", `do = "unsaid"; report = "deckhands"; ` + safety, `
-s3 some “Safety was assured at every moment” A:tells B:tells C:tells D:absent
+s3 some “Safety was assured at every moment” A:tells B:tells C:tells D:unsaid`},
		{"what one alone tells, another does", `do = "tells"; report = "courier"; passage = "Passengers said they spent nine hours without heating."; ` + botched, `
-s7 one “The botched rescue took nine hours” A:absent B:absent C:tells D:absent
-finding coverage-2 finding.coverage.only 0 [] ×1
-side 1 leads with “s1”
+s7 some “The botched rescue took nine hours” A:absent B:tells C:tells D:absent
+side 1 leads with “s1” s7@0.60`},
		{"nothing is said of what one alone tells", `do = "unsaid"; report = "courier"; ` + pilot, `
-s6 one “asked for a second pilot since autumn” A:absent B:absent C:absent D:tells
+s6 some “asked for a second pilot since autumn” A:absent B:unsaid C:absent D:tells`},
		{"the only cell", `do = "unsaid"; report = "deckhands"; ` + pilot, `
-s6 one “asked for a second pilot since autumn” A:absent B:absent C:absent D:tells`},
		{"an agent is gone", `do = "unsaid"; report = "courier"; ` + dredged, `
-s4 some “the channel dredged” A:absent B:tells C:absent D:tells
-finding coverage-1 finding.coverage.without 0 [] ×2
-deed s4
+s4 some “the channel dredged” A:absent B:unsaid C:absent D:tells`},
		{"hide a finding", `do = "hide-finding"; finding = "passages.word"; article = "courier"; quote = "The Harbour Office put off dredging the channel two years ago"`, `
-finding passages-1 finding.passages.word 0 [] ×2
-contrast s1 passages-1 ×3`},
		{"reword a finding", `do = "reword-finding"; finding = "tone"; to = "Fear is in one report."; article = "lamp"; quote = "Terrified families huddled in the dark"`, `
-finding tone-1 finding.tone.loaded 0 [] ×2
+finding tone-1 finding.reviewed 0 [] ×2`},
		{"two statements are one", `do = "merge-statements"; and_article = "courier"; and_quote = "Ferries will sail again on Thursday"; ` + safety, `
-s5 some “Ferries will sail again on Thursday” A:tells B:tells C:absent D:absent`},
		{"what two tell alone is one", `do = "merge-statements"; and_article = "lamp"; and_quote = "The botched rescue took nine hours"; ` + pilot, `
-s6 one “asked for a second pilot since autumn” A:absent B:absent C:absent D:tells
-s7 one “The botched rescue took nine hours” A:absent B:absent C:tells D:absent
-finding coverage-2 finding.coverage.only 0 [] ×1
-side 2 leads with “s1”
+s6 some “asked for a second pilot since autumn” A:absent B:absent C:tells D:tells
+side 2 leads with “s1” s6@0.50`},
		{"a passage of a statement is another", `do = "split-statement"; and_article = "lamp"; and_quote = "Harbour chiefs insisted that safety was assured"; to = "Harbour chiefs insist"; ` + safety, `
-s3 some “Safety was assured at every moment” A:tells B:tells C:tells D:absent
-side 2 leads with “s1”
+s3 some “Safety was assured at every moment” A:tells B:tells C:unsaid D:absent
+s8 some “Harbour chiefs insist” A:unsaid B:unsaid C:tells D:unsaid
+side 2 leads with “s1” s8@0.85`},
		{"hide a name", `do = "hide-name"; name = "Ines Calder"`, `
-names 0 Ines Calder: 0 Harbour Master Ines Calder 1 Harbour Master Ines Calder 2 Harbour chiefs
-names 1 Ines Calder: 0 Harbour Master Ines Calder 1 Harbour Master Ines Calder 2 Harbour chiefs
-toward ines-calder`},
		{"name by a label", `do = "rename-name"; name = "harbour chiefs"; to = "The harbour master"`, `
-names 0 Ines Calder: 0 Harbour Master Ines Calder 1 Harbour Master Ines Calder 2 Harbour chiefs
-names 1 Ines Calder: 0 Harbour Master Ines Calder 1 Harbour Master Ines Calder 2 Harbour chiefs
+names 0 The harbour master: 0 Harbour Master Ines Calder 1 Harbour Master Ines Calder 2 Harbour chiefs
+names 1 The harbour master: 0 Harbour Master Ines Calder 1 Harbour Master Ines Calder 2 Harbour chiefs`},
		{"join names", `do = "join-names"; name = "Alder Queen"; with = "Ines Calder"`, `
-names 0 Ines Calder: 0 Harbour Master Ines Calder 1 Harbour Master Ines Calder 2 Harbour chiefs
-names 0 Alder Queen: 0 passenger ferry Alder Queen 2 crippled Alder Queen 2 stricken ferry
-names 1 Ines Calder: 0 Harbour Master Ines Calder 1 Harbour Master Ines Calder 2 Harbour chiefs
-names 1 Alder Queen: 0 passenger ferry Alder Queen 2 crippled Alder Queen 2 stricken ferry
-toward ines-calder
+names 0 Alder Queen: 0 passenger ferry Alder Queen 0 Harbour Master Ines Calder 1 Harbour Master Ines Calder 2 crippled Alder Queen 2 stricken ferry 2 Harbour chiefs
+names 1 Alder Queen: 0 passenger ferry Alder Queen 0 Harbour Master Ines Calder 1 Harbour Master Ines Calder 2 crippled Alder Queen 2 stricken ferry 2 Harbour chiefs`},
		{"a label of a row means somebody else", `do = "part-names"; name = "Ines Calder"; with = "harbour chiefs"; to = "The harbour board"`, `
-names 0 Ines Calder: 0 Harbour Master Ines Calder 1 Harbour Master Ines Calder 2 Harbour chiefs
-names 1 Ines Calder: 0 Harbour Master Ines Calder 1 Harbour Master Ines Calder 2 Harbour chiefs
-toward ines-calder
+names 0 Ines Calder: 0 Harbour Master Ines Calder 1 Harbour Master Ines Calder
+names 0 The harbour board: 2 Harbour chiefs
+names 1 Ines Calder: 0 Harbour Master Ines Calder 1 Harbour Master Ines Calder
+names 1 The harbour board: 2 Harbour chiefs`},
		{"hide a speaker", `do = "hide-speaker"; speaker = "Greta Holm"`, `
-voices 2 of 14 words: Greta Holm (affected) 5 Harbour chiefs (official) 5
+voices 2 of 9 words: Harbour chiefs (official) 5`},
		{"a speaker in one report", `do = "rename-speaker"; speaker = "Ines Calder"; report = "courier"; to = "the coastguard"`, `
-voices 1 of 22 words:  (unnamed) 6 Ines Calder (official) 6 the coastguard (police) 10
+voices 1 of 22 words: the coastguard (police) 16  (unnamed) 6`},
		{"the kind of a speaker", `do = "group-speaker"; speaker = "Mo Adeyo"; to = "affected"`, `
-voices 3 of 9 words: Mo Adeyo (unknown) 9
+voices 3 of 9 words: Mo Adeyo (affected) 9`},
		{"no loaded word", `do = "unmark-word"; article = "lamp"; quote = "Terrified"`, `
-finding tone-1 finding.tone.loaded 0 [] ×2
-marks 2: loaded terrified loaded botched hedge about
+marks 2: loaded botched hedge about`},
		{"a loaded word", `do = "mark-word"; to = "loaded"; article = "lamp"; quote = "huddled"`, `
-marks 2: loaded terrified loaded botched hedge about
+marks 2: loaded terrified loaded huddled loaded botched hedge about`},
		{"confirm", `do = "confirm-cell"; report = "lamp"; ` + safety, ``},
	} {
		before, after, l := decide(t, languages, decision(test.source))
		got := changes(before, after)
		if got != strings.TrimSpace(test.want) {
			t.Errorf("%s: got\n%s", test.name, got)
		}
		if len(l.Sorted()) > 0 {
			t.Errorf("%s: %v", test.name, l.Sorted())
		}
		if n := len(after.Review.Decisions); n != 1 {
			t.Errorf("%s: %d decisions are on record", test.name, n)
		}
	}
}

// TestSetAside leaves a passage out of a report before anything is found in it, and
// notes it as a decision.
func TestSetAside(t *testing.T) {
	c, _ := event(t)
	courier := &c.Articles[1]
	before := courier.Text
	source := decision(`do = "furniture"; article = "courier"; quote = "Passengers said they spent nine hours without heating"`) + decision(`do = "check-section"; section = "naming"; on = 2026-05-02`)
	r, l := review.Parse("alder-queen", []byte(source))
	if l.Failed() {
		t.Fatal(l.Sorted())
	}
	reviews, languages := map[string]*review.Review{"alder-queen": r}, text.Builtin()
	review.SetAside(c, reviews, languages)
	const gone = "Passengers said they spent nine hours without heating."
	if courier.Text != strings.Replace(before, " "+gone, "", 1) && courier.Text != strings.Replace(before, gone+" ", "", 1) && courier.Text != strings.Replace(before, "\n\n"+gone, "", 1) {
		t.Errorf("the text is\n%s\nand was\n%s", courier.Text, before)
	}
	for _, p := range courier.Passages {
		if p.Of(courier.Text) == gone || p.Span.End > len(courier.Text) {
			t.Errorf("a passage is %+v", p)
		}
	}
	made := sample.Comparison(t, sample.Corpus(t))
	after, problems, err := review.Apply(made, articlesOf(c), languages, r)
	if err != nil || len(problems.Sorted()) > 0 || len(after.Review.Decisions) != 2 {
		t.Fatalf("%v, %v, %v", after.Review, problems.Sorted(), err)
	}
	section, passage := after.Review.Decisions[0], after.Review.Decisions[1]
	if section.Signal != framing.SignalNaming || passage.Machine != "Passengers said they spent nine …" || passage.Article != 1 || passage.Signal != "" {
		t.Errorf("on record is %+v and %+v", section, passage)
	}
	if review.Furniture(reviews) == "" || review.Furniture(nil) != "" {
		t.Error("what is left out has no name")
	}
}

// TestLead puts a finding before all others.
func TestLead(t *testing.T) {
	_, after, l := decide(t, text.Builtin(), decision(`do = "lead-finding"; finding = "naming.group"; article = "lamp"; quote = "Harbour chiefs insisted that safety was assured"`))
	if after.Findings[0].ID != "naming-1" || after.Top().ID != "common-1" || len(l.Sorted()) > 0 {
		t.Errorf("%v, %v", lines(after), l.Sorted())
	}
	d := after.Review.Decisions[0]
	if d.Machine != "passages-1" || d.Editor != "naming-1" || d.By != "Ida Moor" || d.Signal != framing.SignalNaming || d.Key != "finding.naming.group" {
		t.Errorf("on record is %+v", d)
	}
}

// TestWarnings demands that what cannot be applied is told with its line and what is
// nearest, and that nothing is changed.
func TestWarnings(t *testing.T) {
	languages := text.Builtin()
	for _, test := range []struct{ source, want string }{
		{`do = "hide-statement"; article = "courier"; quote = "Nobody was hurt in any serious way by this"`,
			`:5:9: warning: these words do not stand in alder/courier, so the decision is not applied; the nearest passage is “Nobody was seriously injured.”`},
		{`do = "hide-statement"; article = "courier"; quote = "The coastguard told the Courier that two people were treated"`,
			`:5:9: warning: no statement rests on these words of courier now`},
		{`do = "hide-statement"; article = "couriers"; quote = "ran aground"`, `:4:11: warning: the event has no article "couriers", so the decision is not applied; known are alder/harbour-office`},
		{`do = "hide-finding"; finding = "tone"; article = "courier"; quote = "Nobody was seriously injured"`, `:4:11: warning: no finding of the kind "tone" rests on these words of courier now`},
		{`do = "tells"; report = "courier"; passage = "words that stand nowhere in it at all"; ` + botched, `:5:11: warning: these words do not stand in alder/courier`},
		{`do = "tells-part"; report = "courier"; ` + botched, `:3:6: warning: the program does not find the statement in courier at all`},
		{`do = "not-told"; report = "deckhands"; ` + safety, `:3:6: note: the program says the same by now; this decision may go`},
		{`do = "hide-name"; name = "Alder King"`, `:4:8: warning: no row of names has "Alder King", so the decision is not applied; known are Alder Queen, Ines Calder`},
		{`do = "join-names"; name = "Alder Queen"; with = "Mo"`, `:5:8: warning: there are no two rows for "Alder Queen" and "Mo"`},
		{`do = "part-names"; name = "Alder Queen"; with = "tug"`, `:5:8: warning: no row of "Alder Queen" has the label "tug"`},
		{`do = "split-statement"; to = "X"; and_article = "courier"; and_quote = "Ferries will sail again on Thursday"; ` + safety, `:6:13: warning: the statement does not rest on these words of courier`},
		{`do = "check-section"; section = "name"`, `:4:11: warning: there is no signal "name", so the decision is not applied; known are headline, coverage`},
		{`do = "furniture"; article = "courier"; quote = "Safety was assured at every moment"`, `:5:9: warning: these words of alder/courier are still in it`},
		{`do = "furniture"; article = "courier"; quote = "Nobody at all said this in the text"`, `:5:9: warning: these words do not stand in alder/courier`},
		{`do = "hide-speaker"; speaker = "Greta Hol"`, `:4:11: warning: nobody speaks by the name of "Greta Hol", so the decision is not applied; did you mean "Greta Holm"?`},
		{`do = "hide-speaker"; speaker = "Greta Holm"; report = "courier"`, `warning: nobody speaks by the name of "Greta Holm"`},
		{`do = "group-speaker"; speaker = "Greta Holm"; to = "experts"`, `warning: there is no kind of speakers "experts", so the decision is not applied; did you mean "expert"?`},
		{`do = "mark-word"; to = "loud"; article = "lamp"; quote = "huddled"`, `warning: words are not marked as "loud", so the decision is not applied; known are loaded, hedge, booster, scare`},
		{`do = "unmark-word"; article = "lamp"; quote = "huddled"`, `:3:6: note: the program says the same by now; this decision may go`},
		{`do = "merge-statements"; and_article = "courier"; and_quote = "Safety was assured at every moment"; ` + safety, `:5:13: warning: both quotations are of one statement`},
		{`do = "lead-finding"; finding = "wording"; article = "courier"; quote = "put off dredging the channel two years ago"`, `warning: this finding rests on one report`},
		{`do = "hide-statement"; article = "courier"; quote = "The Alder Queen went aground near the Alder rocks late Monday night with 212 people there"; statement = "passengers aboard"`,
			`:5:9: warning: the words of alder/courier have changed, and the decision is applied to the nearest; check it, and quote them as they are now: “The Alder Queen ran aground off Alder Point on Monday night with …”`},
	} {
		before, after, l := decide(t, languages, decision(test.source))
		if got := fmt.Sprint(l.Sorted()); !strings.Contains(got, test.want) {
			t.Errorf("%s: got %s", test.source, got)
		}
		if got := changes(before, after); got != "" && !strings.Contains(test.want, "changed") && !strings.Contains(test.want, "rests on one") {
			t.Errorf("%s: changed is\n%s", test.source, got)
		}
	}
}

// TestParse demands that what is wrong with a file by itself is told.
func TestParse(t *testing.T) {
	for _, test := range []struct{ source, want string }{
		{"[[decision]]\ndo = \"hide\"\nby = \"x\"\n", `x.toml:2:6: there is nothing to be done by the name of "hide"; known are hide-statement`},
		{decision(`do = "hide-statement"; article = "a"`), `add quote = "..."`},
		{decision(`do = "tells"; article = "a"; quote = "b"`), `tells needs report`},
		{"[[decision]]\ndo = \"hide-statement\"\narticle = \"a\"\nquote = \"b\"\n", "somebody must have decided this"},
		{decision(`do = "hide-statement"; article = "a"; quote = "b"`) + decision(`do = "hide-statement"; article = "a"; quote = "b"`), "stands in line 3 already"},
		{decision(`do = "hide-statement"; article = "a"; quote = "` + strings.Repeat("word ", 26) + `"`), "the quotation has 26 words"},
		{"<<<<<<< ours\n", "a merge was begun here and not finished"},
		{"chekced_by = \"x\"\n", `did you mean "checked_by"?`},
	} {
		_, l := review.Parse("x", []byte(test.source))
		if got := fmt.Sprint(l.Sorted()); !strings.Contains(got, test.want) {
			t.Errorf("%q: got %s", test.source, got)
		}
	}
}

// TestOrderOfTheFile demands that it makes no difference.
func TestOrderOfTheFile(t *testing.T) {
	list := []string{
		decision(`do = "not-told"; report = "lamp"; ` + aground), decision(`do = "rename-statement"; to = "Aground"; ` + aground),
		decision(`do = "hide-statement"; ` + aboard), decision(`do = "lead-finding"; finding = "tone"; ` + botched),
		decision(`do = "reword-finding"; to = "Fear."; finding = "tone"; ` + botched),
	}
	_, first, _ := decide(t, text.Builtin(), strings.Join(list, ""))
	slices.Reverse(list)
	_, second, _ := decide(t, text.Builtin(), strings.Join(list, ""))
	x, _ := json.Marshal(first)
	y, _ := json.Marshal(second)
	if !bytes.Equal(x, y) {
		t.Errorf("got\n%s\nand\n%s", x, y)
	}
}

// TestRandomReviews applies decisions at random: the result hangs together, and the
// program's comparison stays as it was.
func TestRandomReviews(t *testing.T) {
	random, languages := rand.New(rand.NewPCG(7, 22)), text.Builtin()
	applied := 0
	for range 200 {
		source := ""
		for range 1 + random.IntN(8) {
			source += anyDecision(t, random)
		}
		_, after, _ := decide(t, languages, source)
		applied += len(after.Review.Decisions)
		whole(t, after)
		if t.Failed() {
			t.Fatal(source)
		}
	}
	if applied < 400 {
		t.Errorf("only %d decisions were applied", applied)
	}
}

// anyDecision returns a decision about something of the sample.
func anyDecision(t *testing.T, random *rand.Rand) string {
	c, made := event(t)
	verbs := review.Verbs()
	v := verbs[random.IntN(len(verbs))]
	e := made.Findings[random.IntN(len(made.Findings))].Evidence[0]
	kind := review.Kind(&made.Findings[0])
	if v.About == review.AboutFinding {
		f := &made.Findings[random.IntN(len(made.Findings))]
		e, kind = f.Evidence[0], review.Kind(f)
	} else {
		s := made.Coverage.Statements[random.IntN(len(made.Coverage.Statements))]
		e = s.Cells[random.IntN(len(s.Cells))].Evidence[0]
	}
	of := &c.Articles[random.IntN(len(c.Articles))]
	a := &c.Articles[e.Article]
	quote := func(s string) string { return strings.NewReplacer(`"`, `\"`, "; ", " ").Replace(s) }
	return decision(fmt.Sprintf(`do = %q; article = %q; quote = "%s"; finding = %q; report = %q; passage = "%s"; to = "Words %d"; place = 3; and_article = "courier"; and_quote = "Ferries will sail again on Thursday"; name = "Ines Calder"; with = "Alder Queen"; speaker = "Greta Holm"; section = "naming"; id = "%d"`,
		v.Name, a.ID, quote(a.Passages[e.Passage].Of(a.Text)), kind, of.ID, quote(of.Passages[random.IntN(len(of.Passages))].Of(of.Text)), random.IntN(9), random.Int()))
}

// whole demands that every part of a comparison that names another finds it.
func whole(t *testing.T, c *framing.Comparison) {
	t.Helper()
	statements, findings := map[string]bool{"": true}, map[string]bool{}
	for i := range c.Coverage.Statements {
		s := &c.Coverage.Statements[i]
		statements[s.ID] = true
		told := s.Told()
		if len(s.Cells) == 0 || (s.Reach == "all") != (told == len(c.Articles)) || s.Reach == "one" && len(s.Cells) != 1 {
			t.Errorf("a statement is %+v", s)
		}
		for _, cell := range s.Cells {
			if len(cell.Evidence) == 0 || slices.Contains(s.Absent, cell.Article) {
				t.Errorf("a cell of %s is %+v", s.ID, cell)
			}
		}
	}
	for _, f := range c.Findings {
		findings[f.ID] = true
		if !statements[f.Statement] || len(f.Evidence) == 0 {
			t.Errorf("a finding is %+v", f)
		}
	}
	for _, k := range c.Passages.Contrasts {
		if !statements[k.Statement] || !findings[k.Finding] || len(k.Sides) < 2 {
			t.Errorf("a contrast is %+v", k)
		}
	}
	for _, k := range c.Coverage.Conflicts {
		if !statements[k.Statement] || len(k.Sides) < 2 {
			t.Errorf("a conflict is %+v", k)
		}
	}
	for _, side := range c.Emphasis.Sides {
		for _, w := range side.Weights {
			if !statements[w.Statement] {
				t.Errorf("a weight is %+v", w)
			}
		}
		if !statements[side.Lead] {
			t.Errorf("a lead is %q", side.Lead)
		}
	}
}

// TestMove gives a statement another place.
func TestMove(t *testing.T) {
	for place, want := range map[int]string{1: "[s4 s1 s2 s3 s5 s6 s7]", 4: "[s1 s2 s3 s4 s5 s6 s7]", 99: "[s1 s2 s3 s5 s6 s7 s4]"} {
		_, after, _ := decide(t, text.Builtin(), decision(fmt.Sprintf(`do = "move-statement"; place = %d; `, place)+dredged))
		var ids []string
		for _, s := range after.Coverage.Statements {
			ids = append(ids, s.ID)
		}
		if got := fmt.Sprint(ids); got != want {
			t.Errorf("to place %d: %s", place, got)
		}
	}
}

// TestVerbsAreInTheManual demands that the manual and the schema of keys know all that
// can be done.
func TestVerbsAreInTheManual(t *testing.T) {
	manual, err := os.ReadFile("../../docs/site/content/pages/reviewing.md")
	if err != nil {
		t.Fatal(err)
	}
	keys := review.About()
	for _, v := range review.Verbs() {
		if !bytes.Contains(manual, []byte("`"+v.Name+"`")) || !strings.HasSuffix(v.Means, ".") {
			t.Errorf("%s is not explained", v.Name)
		}
		for _, key := range v.Needs {
			if keys["decision."+key] == "" {
				t.Errorf("%s needs %s, which is no key", v.Name, key)
			}
		}
	}
	for _, k := range review.Keys() {
		if !strings.HasSuffix(keys["decision."+k.Name], ".") || k.Example == "" {
			t.Errorf("the key %s is not explained", k.Name)
		}
	}
}
