package event

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/text"
)

// pairOf compares two articles, each a day, a headline and a body.
func pairOf(t *testing.T, a, b [3]string) pair {
	t.Helper()
	var articles []corpus.Article
	for i, fields := range [][3]string{a, b} {
		date, err := corpus.ParseDate(fields[0])
		if err != nil {
			t.Fatal(err)
		}
		title, s := fields[1], fields[1]+"\n\n"+fields[2]
		articles = append(articles, corpus.Article{
			ID: string(rune('a' + i)), Title: title, Date: date, Language: "en", Text: s,
			Blocks: []corpus.Block{
				{Span: text.Span{End: len(title)}, Kind: corpus.Headline},
				{Span: text.Span{Start: len(title) + 2, End: len(s)}, Kind: corpus.Paragraph},
			},
		})
	}
	g := newGrouper(articles, Settings{Languages: text.Builtin(), Model: &Model{}})
	g.readAll()
	g.joinCopies()
	blocks, _ := g.nodeHeap().pairs(nil)
	pairs := slices.Concat(blocks...)
	if len(pairs) != 1 {
		t.Fatalf("%d pairs", len(pairs))
	}
	return pairs[0]
}

// TestSameDay sees that a day counts by whatever name: a weekday is the last one
// up to the day of publication.
func TestSameDay(t *testing.T) {
	const common = "The Quorl viaduct near Vexham collapsed while engineers inspected its pillars. "
	for _, test := range []struct {
		dateA, a, dateB, b string
		want               bool
	}{
		{"2031-03-06", "It fell on March 4.", "2031-03-05", "It fell on 4 March.", true},
		{"2031-03-06", "It fell on Tuesday.", "2031-03-05", "It fell on 4 March.", true}, // a Tuesday
		{"2031-03-13", "It fell on Tuesday.", "2031-03-05", "It fell on 4 March.", false},
		{"", "It fell on Tuesday.", "2031-03-05", "It fell on 4 March.", false},
		{"2031-03-06", "It fell.", "2031-03-05", "It fell.", false},
	} {
		a, b := [3]string{test.dateA, "Viaduct collapses", common + test.a}, [3]string{test.dateB, "Pillars give way", common + test.b}
		if got := pairOf(t, a, b).sameDay; got != test.want {
			t.Errorf("%q and %q: %v", test.a, test.b, got)
		}
	}
}

// TestLeadDecides compares a report with another on what it begins with, and
// with one that has the same words far down, behind another lead.
func TestLeadDecides(t *testing.T) {
	const happened = "The Quorl viaduct near Vexham collapsed while engineers inspected its pillars, and Ada Norwick resigned. "
	other := strings.Repeat("Farmers sold apples, cider, honey, wool, butter and cheese beneath striped awnings. ", 6)
	report := [3]string{"", "Viaduct collapses, Norwick resigns", happened}
	same := pairOf(t, report, [3]string{"", "Viaduct gone, Norwick gone", happened + other})
	aside := pairOf(t, report, [3]string{"", "Market day in the valley", other + happened})
	if same.leadTold < .9 || aside.leadTold < .9 {
		t.Errorf("the lead stands somewhere in the other text: %v, %v", same.leadTold, aside.leadTold)
	}
	if same.lead < 3*aside.lead {
		t.Errorf("the leads share %v, and %v with the one that begins otherwise", same.lead, aside.lead)
	}
	if same.headNames != 1 || aside.headNames >= 0 {
		t.Errorf("names of the headline: %v, %v", same.headNames, aside.headNames)
	}
}

// TestHeadlineThatIsTheText takes names from a headline without a body.
func TestHeadlineThatIsTheText(t *testing.T) {
	p := pairOf(t, [3]string{"", "The old viaduct at Vexham fell while Ada Norwick inspected it", ""}, [3]string{"", "Viaduct falls at Vexham", "The viaduct at Vexham fell as Ada Norwick inspected it."})
	if p.namesTold != 1 {
		t.Errorf("got %v", p.namesTold)
	}
}

// TestFar sees that near dates say nothing.
func TestFar(t *testing.T) {
	day := func(n int) corpus.Date { return corpus.Day(2031, 3, n) }
	for _, other := range []corpus.Date{day(1), day(3), day(5), {}} {
		if got := far(day(1), other); got != 0 {
			t.Errorf("%v: %v", other, got)
		}
	}
	if near, distant := far(day(1), day(8)), far(day(1), day(20)); near <= 0 || distant <= near {
		t.Errorf("a week %v, three %v", near, distant)
	}
}

// TestReadModel refuses what decides nothing.
func TestReadModel(t *testing.T) {
	good := BuiltinModel().String()
	for name, source := range map[string]string{
		"no weight":           strings.Replace(good, "kin = ", "kith = ", 1),
		"an unknown key":      "size = 3\n" + good,
		"first below":         strings.Replace(good, "first = 0.55", "first = 0.2", 1),
		"a threshold of 0":    strings.Replace(good, "threshold = 0.3", "threshold = 0", 1),
		"not a number at all": strings.Replace(good, "bias = ", "bias = x", 1),
	} {
		if source == good {
			t.Fatalf("%s: the same as the good one", name)
		}
		if _, err := ReadModel(source); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := ReadModel(good); err != nil {
		t.Error(err)
	}
}

// TestMostKin demands that no kinship makes higher odds than the one by which pairs are
// left out before their neighbours are known, whatever signs the weights have.
func TestMostKin(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	p := pair{a: 0, b: 1, cosines: [fieldCount]float32{.2, .1, .3}, lead: 5, rare: 7, leadTold: .5}
	profiles := []profile{{terms: 200, titleTerms: 6}, {terms: 150, titleTerms: 8}}
	for _, signs := range [][2]float64{{1, 1}, {1, -1}, {-1, 1}, {-1, -1}, {0, 0}} {
		m := BuiltinModel()
		m.Weights["kin"], m.Weights["title_kin"] = signs[0]*4.2, signs[1]*1.03
		decide := m.regression()
		most := featuresOf(&p, profiles, m.mostKin())
		for range 100 {
			f := featuresOf(&p, profiles, kinship{random.Float64(), random.Float64()})
			if decide.Sum(f[:]) > decide.Sum(most[:]) {
				t.Errorf("signs %v: %v has higher odds than %v", signs, f[:2], most[:2])
			}
		}
	}
}
