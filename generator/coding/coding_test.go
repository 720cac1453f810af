package coding_test

import (
	"encoding/csv"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"parallax/generator/coding"
	"parallax/generator/corpus"
	"parallax/generator/framing"
	"parallax/generator/sample"
)

// task returns a task of the sample.
func task(t *testing.T, seed uint64) (*coding.Task, *corpus.Corpus) {
	t.Helper()
	all := sample.Corpus(t)
	c := sample.Comparison(t, all)
	c.Silences = nil
	for i := range c.Voices.Attributions {
		c.Voices.Attributions[i].Passage = 3 // where the sample's sources speak
	}
	var articles []*corpus.Article
	for i := range all.Articles {
		articles = append(articles, &all.Articles[i])
	}
	made, err := coding.New([]coding.Source{{Comparison: c, Articles: articles}}, all.Outlets, coding.Wishes{Units: 10, Seed: seed, Program: "test"})
	if err != nil {
		t.Fatal(err)
	}
	return made, all
}

// TestNew demands a sample that a seed repeats, of both answers, whose weights say how
// many sentences there are, and that hides who published what.
func TestNew(t *testing.T) {
	one, all := task(t, 1)
	two, _ := task(t, 1)
	if fmt.Sprint(one) != fmt.Sprint(two) {
		t.Error("the same seed draws other sentences")
	}
	if other, _ := task(t, 2); fmt.Sprint(one.Units) == fmt.Sprint(other.Units) {
		t.Error("another seed draws the same sentences")
	}
	count := map[string]int{}
	for _, u := range one.Units {
		count[u.Signal+" "+u.Machine]++
		for _, o := range all.Outlets {
			if strings.Contains(u.Left+u.Text+u.Right, o.Name) || strings.Contains(u.Text, o.Short) && o.Short != "" {
				t.Errorf("%s names %s", u.Text, o.Name)
			}
		}
	}
	for _, signal := range coding.Signals() {
		if count[signal+" yes"] == 0 || count[signal+" no"] == 0 || count[signal+" yes"]+count[signal+" no"] > 10 {
			t.Errorf("%s: %v", signal, count)
		}
	}
	if fmt.Sprint(one.Order(1)) == fmt.Sprint(one.Order(2)) {
		t.Error("two coders have the same order")
	}
}

// TestSilent draws nothing from an article of which the program says nothing.
func TestSilent(t *testing.T) {
	all := sample.Corpus(t)
	c := sample.Comparison(t, all)
	c.Silences = []framing.Silence{{Signal: framing.SignalTone, Article: -1}, {Signal: framing.SignalVoices, Article: 1}}
	var articles []*corpus.Article
	for i := range all.Articles {
		articles = append(articles, &all.Articles[i])
	}
	made, err := coding.New([]coding.Source{{Comparison: c, Articles: articles}}, nil, coding.Wishes{Units: 100})
	if err != nil {
		t.Fatal(err)
	}
	for _, u := range made.Units {
		if u.Signal == "tone" || u.Article == all.Articles[1].ID {
			t.Errorf("%+v", u)
		}
	}
}

// TestSheets demands that a coder sees neither the program's answer nor the article.
func TestSheets(t *testing.T) {
	made, _ := task(t, 1)
	rows, err := csv.NewReader(strings.NewReader(string(made.Sheet(1)))).ReadAll()
	if err != nil || len(rows) != len(made.Units)+1 || strings.Join(rows[0], " ") != "unit_id left text right question answer unsure note" {
		t.Fatalf("%q, %v", rows, err)
	}
	page, err := made.Page(2)
	if err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{"machine", "article_id", "alder/", `"weight"`} {
		if strings.Contains(string(page), secret) || strings.Contains(string(made.Sheet(1)), secret) {
			t.Errorf("a coder sees %s", secret)
		}
	}
	if regexp.MustCompile(`(?i)(src|href)\s*=\s*["']?http|@import`).Match(page) {
		t.Error("the page asks for something from elsewhere")
	}
	for _, u := range made.Units {
		if !strings.Contains(string(page), u.ID) {
			t.Errorf("%s is not on the page", u.ID)
		}
	}
}

// TestRead reads what each tool writes of two units.
func TestRead(t *testing.T) {
	made, _ := task(t, 1)
	made.Units = made.Units[:2]
	made.Units[0].Text, made.Units[1].Text = `A 😀 "no" was said.`, "Nobody said it."
	a, b := made.Units[0].ID, made.Units[1].ID
	for _, test := range []struct{ name, file, data, text, want string }{
		{"a sheet", "ann.csv", "unit_id,text,answer\n" + a + ",x,yes\n" + b + ",y,Cannot tell\n", "", "ann yes, ann cannot tell"},
		{"a sheet that a spreadsheet saved", "bo.csv", "\ufeffunit_id;text;answer\r\n" + a + ";x;No\r\n" + b + ";caf\u00e9;\r\n", "", "bo no"},
		{"a sheet with another answer", "ann.csv", "unit_id,answer\n" + a + ",perhaps\nu0,yes\n", "", `! ` + a + `: "perhaps" is none of the answers yes, no, cannot tell, ! u0: it is no unit of this task`},
		{"a page", "x.json", `{"task":"t","coder":"owl","answers":{"` + a + `":{"answer":"yes","unsure":true},"` + b + `":{"note":"x"}}}`, "", "owl yes"},
		{"Label Studio", "x.json", `[{"id":1,"data":{"text":"A 😀 \"no\" was  said."},"annotations":[{"completed_by":7,"was_cancelled":false,"result":[{"value":{"choices":["Yes"]}}]},{"completed_by":{"id":8,"email":"a@b.example"},"result":[{"value":{"start":0,"end":1,"text":"A","labels":["no"]}}]},{"completed_by":9,"was_cancelled":true,"result":[{"value":{"choices":["no"]}}]}],"predictions":[{"result":[{"value":{"choices":["no"]}}]}]},{"id":2,"data":{"unit_id":"` + b + `"},"annotations":[{"completed_by":7,"result":[]}]}]`, "", "7 yes, 8 no"},
		{"CAS JSON", "proj/owl.json", `{"%TYPES":{},"%FEATURE_STRUCTURES":[{"%ID":1,"%TYPE":"uima.cas.Sofa","sofaNum":1,"sofaString":"A 😀 \"no\" was said."},{"%ID":2,"%TYPE":"custom.Span","@sofa":1,"begin":0,"end":3,"label":"yes"}],"%VIEWS":{}}`, "", "owl yes"},
		{"CAS XMI", "proj/owl.xmi", `<?xml version="1.0" encoding="UTF-8"?><xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:custom="http:///custom.ecore" xmi:version="2.0"><cas:NULL xmi:id="0"/><custom:Span xmi:id="2" sofa="1" begin="0" end="3" label="Cannot tell"/><cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="A 😀 &quot;no&quot; was said."/></xmi:XMI>`, "", "owl cannot tell"},
		{"brat", "owl/" + b + ".ann", "T1\tno 0 6\tNobody\nA1\tcertain T1\n#1\tAnnotatorNotes T1\tyes\n", "Nobody said it.", "owl no"},
		{"brat by its text, with a value", "owl/doc.ann", "T1\tAnswer 0 6\tNobody\nA1\tSays T1 cannot_tell\n", "Nobody said it.\n", "owl cannot tell"},
		{"doccano", "owl.jsonl", `{"id":1,"text":"Nobody said it.","label":["yes"]}` + "\n{broken\n" + `{"id":2,"text":"Nobody said it.","label":[[0,4,"no"]],"user":3}` + "\n", "", "owl yes, 3 no, ! line 2: invalid character 'b' looking for beginning of object key string"},
		{"two answers", "ann.json", `[{"id":1,"data":{"unit_id":"` + a + `"},"annotations":[{"completed_by":1,"result":[{"value":{"choices":["yes","no"]}}]}]}]`, "", "1 yes, ! task 1: it says yes and no"},
	} {
		c, err := made.Read(test.file, []byte(test.data), []byte(test.text))
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		var got []string
		for _, answer := range c.Answers {
			got = append(got, answer.Coder+" "+answer.Value)
		}
		for _, u := range c.Unread {
			got = append(got, "! "+u)
		}
		if s := strings.Join(got, ", "); s != test.want {
			t.Errorf("%s: got %s, want %s", test.name, s, test.want)
		}
	}
	if _, err := made.Read("x.csv", []byte("a,b\n1,2\n"), nil); err == nil {
		t.Error("a table without answers is a sheet")
	}
}

// judged returns a task of one signal with answers, a row a unit: the program's answer,
// its weight and those of the coders as signs (y, n, ? or blank).
func judged(rows ...string) (*coding.Task, []coding.Answer) {
	made := &coding.Task{Seed: 1}
	var answers []coding.Answer
	for i, row := range rows {
		cells := strings.Split(row, " ")
		u := coding.Unit{ID: fmt.Sprint("u", i), Signal: "tone", Text: fmt.Sprint("Sentence ", i), Article: fmt.Sprint("a", i), Machine: cells[0], Weight: 1}
		fmt.Sscan(cells[1], &u.Weight)
		made.Units = append(made.Units, u)
		for coder, sign := range cells[2] {
			if value := map[rune]string{'y': coding.Yes, 'n': coding.No, '?': coding.CannotTell}[sign]; value != "" {
				answers = append(answers, coding.Answer{Unit: u.ID, Coder: fmt.Sprint("coder", coder), Value: value})
			}
		}
	}
	return made, answers
}

// TestJudge holds precision, recall with weights and agreement against figures made by
// hand.
func TestJudge(t *testing.T) {
	made, answers := judged("yes 1 yyy", "yes 1 yyy", "yes 1 yyn", "yes 1 nnn", "no 10 nnn", "no 10 nnn", "no 10 yy.", "no 10 ?yn")
	results, twice := made.Judge(answers)
	if len(results) != 1 || len(twice) != 0 {
		t.Fatalf("%v %v", results, twice)
	}
	r := results[0]
	if m := r.Machine; m.Yes != 4 || m.Right != 3 || m.Undecided != 1 {
		t.Errorf("%+v", m)
	}
	// Coders say yes to three claims of weight 1 and to one sentence of weight 10.
	if got := fmt.Sprintf("%.4f", r.Machine.Recall.Value); got != "0.2308" {
		t.Errorf("recall is %s", got)
	}
	// Of 8 units two have one pair in three that agrees, or none.
	if got := fmt.Sprintf("%.4f", r.Percent.Value); got != "0.7917" {
		t.Errorf("percent is %s", got)
	}
	if r.Units != 8 || r.Given[coding.CannotTell] != 1 || strings.Join(r.Coders, " ") != "c1 c2 c3" {
		t.Errorf("%+v", r)
	}
	if len(r.Apart) != 2 || r.Apart[0].ID != "u2" {
		t.Errorf("apart: %+v", r.Apart)
	}
	if !strings.Contains(r.String(), "of 4 claims of the program coders bear out 3: precision 0.750 (0.301 to 0.954)") || strings.Contains(r.String(), "coder0") {
		t.Error(r.String())
	}
	table, err := csv.NewReader(strings.NewReader(string(coding.Table(results)))).ReadAll()
	if err != nil || len(table) != 2 || table[1][slices.Index(table[0], "machine_right")] != "3" {
		t.Errorf("%q, %v", table, err)
	}
}

// TestReadTable reads what was written, and says what is no such table.
func TestReadTable(t *testing.T) {
	made, answers := judged("yes 1 yyy", "yes 1 yyn", "no 10 nnn")
	results, _ := made.Judge(answers)
	lines, err := coding.ReadTable(coding.Table(results))
	if err != nil || len(lines) != 1 || lines[0].Signal != "tone" || lines[0].Units != "3" || lines[0].Precision != "1.000" || lines[0].Verdict != results[0].Verdict() || lines[0].AlphaLow == "" {
		t.Errorf("%+v, %v", lines, err)
	}
	for data, want := range map[string]string{"": "no column", "a,b\n": "no column", "signal,alpha\ntaste,0.1\n": "no signal", "signal,alpha\ntone,much\n": "no figure", "signal,alpha\ntone\n": "wrong number of fields"} {
		if _, err := coding.ReadTable([]byte(data)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", data, err, want)
		}
	}
}

// TestJudgeSaysNothing demands that nothing is made up of answers that say nothing, and
// that two coders are not found out.
func TestJudgeSaysNothing(t *testing.T) {
	made, answers := judged("yes 1 yy", "yes 1 yy")
	results, _ := made.Judge(answers)
	if s := results[0].String(); !strings.Contains(s, "all gave the same answer to all 2 units: there is no coefficient") {
		t.Error(s)
	}
	made, answers = judged("yes 1 yn", "no 1 y.")
	results, _ = made.Judge(append(answers, coding.Answer{Unit: "u0", Coder: "coder0", Value: coding.No}))
	if len(results[0].Apart) != 0 || results[0].Verdict() != "nothing can be said" {
		t.Errorf("%+v", results[0])
	}
	if _, twice := made.Judge(append(answers, coding.Answer{Unit: "u0", Coder: "coder0", Value: coding.No})); len(twice) != 1 || twice[0] != "c1 says yes and no of u0" {
		t.Errorf("%q", twice)
	}
	made, answers = judged("yes 1 y")
	results, _ = made.Judge(answers)
	if s := results[0].String(); !strings.Contains(s, "no unit has the answers of two coders") {
		t.Error(s)
	}
}
