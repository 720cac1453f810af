package keep

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/file"
	"parallax/generator/framing"
	"parallax/generator/lesson"
	"parallax/generator/rights"
	"parallax/generator/sample"
	"parallax/generator/site"
	"parallax/generator/text"
)

// withheld is an event whose articles are private, and what is kept of it.
type withheld struct {
	corpus   *corpus.Corpus
	event    event.Event
	articles []*corpus.Article
	kept     *Kept
	data     []byte
}

// keepSample keeps the sample event, all rights reserved, with exercises that ask for
// words at random.
func keepSample(t *testing.T, q site.Quotation, random *rand.Rand) withheld {
	t.Helper()
	w := withheld{corpus: sample.Corpus(t)}
	w.event = sample.Event(w.corpus)
	for _, m := range w.event.Members {
		for i := range w.corpus.Articles {
			if a := &w.corpus.Articles[i]; a.ID == m.Article {
				a.File, a.Licence = "content/.private/articles/"+a.ID+".md", ""
				w.articles = append(w.articles, a)
			}
		}
	}
	c := sample.Comparison(t, w.corpus)
	of := make([]*corpus.Article, len(c.Articles))
	for i, known := range c.Articles {
		for _, a := range w.articles {
			if a.ID == known.ID {
				of[i] = a
			}
		}
	}
	l := &lesson.Lesson{}
	for range random.IntN(200) {
		l.Exercises = append(l.Exercises, lesson.Exercise{Sources: []framing.Evidence{someWords(of, random)}})
	}
	allowance := rights.Allow(c, of, rights.ReadHeadlines(w.corpus.Articles), q)
	made := Make(&w.event, w.articles, "settings", allowance, Findings{Lesson: l})
	var err error
	if w.data, err = made.Bytes(); err != nil {
		t.Fatal(err)
	}
	if w.kept, err = Read(w.data); err != nil {
		t.Fatal(err)
	}
	return w
}

// someWords returns evidence for up to eight words of an article.
func someWords(articles []*corpus.Article, random *rand.Rand) framing.Evidence {
	e := framing.Evidence{Article: random.IntN(len(articles))}
	a := articles[e.Article]
	e.Passage = random.IntN(len(a.Passages))
	passage := a.Passages[e.Passage].Span
	words := regexp.MustCompile(`\S+`).FindAllStringIndex(passage.Of(a.Text), -1)
	first := random.IntN(len(words))
	last := min(len(words)-1, first+random.IntN(8))
	e.Span = text.Span{Start: passage.Start + words[first][0], End: passage.Start + words[last][1]}
	return e
}

// TestKeptIsWithinTheAllowance demands of what is kept, whatever exercises ask for, that
// the audit finds no more of any article in it than the site may carry, and that no
// words stand in it that the article has not.
func TestKeptIsWithinTheAllowance(t *testing.T) {
	random := rand.New(rand.NewPCG(17, 3))
	for range 40 {
		q := site.Quotation{Share: random.Float64() / 3, Page: random.IntN(150), Passage: random.IntN(50)}
		w := keepSample(t, q, random)
		audit := rights.NewAudit(q, w.corpus, []event.Event{w.event})
		audit.Add(file.File{Path: "kept/" + w.event.Slug + ".json", Data: w.data})
		report := audit.Report()
		for _, d := range report.Sorted() {
			t.Errorf("%+v: %s", q, d)
		}
		for i, a := range w.kept.Articles {
			here, whole := a.Article(), w.articles[i]
			if len(here.Text) != len(whole.Text) {
				t.Fatalf("%s: %d bytes, want %d", a.ID, len(here.Text), len(whole.Text))
			}
			for _, s := range here.Withheld.There {
				if s.Of(here.Text) != s.Of(whole.Text) {
					t.Errorf("%s: %q, want %q", a.ID, s.Of(here.Text), s.Of(whole.Text))
				}
			}
			if got, want := here.Words(here.Body()), whole.Words(whole.Body()); got != want {
				t.Errorf("%s: %d words, want %d", a.ID, got, want)
			}
		}
	}
}

// TestKeptArticle demands that what is known of an article is kept.
func TestKeptArticle(t *testing.T) {
	w := keepSample(t, site.Quotation{Share: .1, Page: 150, Passage: 50}, rand.New(rand.NewPCG(1, 1)))
	for i, a := range w.kept.Articles {
		got, want := *a.Article(), *w.articles[i]
		got.Text, want.Text, got.Withheld, want.PinLines = "", "", nil, corpus.PinLines{}
		want.Event, want.NotEvent, got.Topics, want.Topics = "", nil, nil, nil
		got.Quotations, want.Quotations = append(got.Quotations, text.Span{}), append(want.Quotations, text.Span{})
		if !reflect.DeepEqual(got, want) {
			t.Errorf("got  %+v\nwant %+v", got, want)
		}
	}
	again, err := w.kept.Bytes()
	if err != nil || !bytes.Equal(again, w.data) {
		t.Errorf("written again, the file is another (%v)", err)
	}
	for line := range strings.Lines(string(w.data)) {
		if len(line) > 3*lineLength {
			t.Errorf("a line of %d bytes: %s", len(line), line)
		}
	}
}

// TestSum demands that a change of what pages depend on is seen.
func TestSum(t *testing.T) {
	a := corpus.Article{ID: "a", Text: "Text."}
	seen := map[string]bool{Sum(&a): true}
	for _, change := range []func(){
		func() { a.Text = "Another." }, func() { a.Licence = "CC0-1.0" }, func() { a.Date = corpus.Day(2026, 1, 2) }, func() { a.Outlet = "o" },
		func() { a.Paraphrase = true }, func() { a.Excerpt = true }, func() { a.Original = 9 }, func() { a.URL = "https://a.example/" },
	} {
		change()
		if seen[Sum(&a)] {
			t.Errorf("nothing is seen of a change: %+v", a)
		}
		seen[Sum(&a)] = true
	}
	before := Sum(&a)
	a.File, a.Event, a.Topics = "elsewhere.md", "pinned", []string{"Topic"}
	if Sum(&a) != before {
		t.Error("what pages take from the article itself makes a difference")
	}
}

// TestReadNeverPanics gives Read files in which numbers are others: it refuses them, or
// articles can be made of them.
func TestReadNeverPanics(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 2))
	w := keepSample(t, site.Quotation{Share: .2, Page: 150, Passage: 50}, random)
	numbers := regexp.MustCompile(`\b\d+\b`).FindAllIndex(w.data, -1)
	refused := 0
	for range 1500 {
		at := numbers[random.IntN(len(numbers))]
		other := []string{"-7", "0", "3", "99", "1000000", "99999999999"}[random.IntN(6)]
		k, err := Read([]byte(string(w.data[:at[0]]) + other + string(w.data[at[1]:])))
		if err != nil {
			refused++
			continue
		}
		for _, a := range k.Articles {
			made := a.Article()
			for _, p := range made.Passages {
				_ = p.Of(made.Text)
			}
		}
	}
	if refused < 250 {
		t.Errorf("only %d of 1500 files were refused", refused)
	}
}

func TestReadRefuses(t *testing.T) {
	w := keepSample(t, site.Quotation{Share: .2, Page: 150, Passage: 50}, rand.New(rand.NewPCG(4, 2)))
	for _, c := range []struct{ old, with, want string }{
		{`"version":1`, `"version":2`, "it has the form 2, and this program knows 1"},
		{`"slug":"alder-queen"`, `"slug":"../x"`, "it names no event"},
		{`"comparison":{`, `"other":{`, "it has no comparison"},
		{`"kind":"headline"`, `"kind":1`, "cannot unmarshal"},
	} {
		data := strings.Replace(string(w.data), c.old, c.with, 1)
		if _, err := Read([]byte(data)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", c.with, err)
		}
	}
}

func TestStandIn(t *testing.T) {
	for _, c := range []struct {
		run      Run
		unspaced bool
		want     string
	}{
		{Run{Bytes: 12, Count: 2, Parts: 2}, false, " ƛ ƛ      "},
		{Run{Bytes: 16, Count: 2, Parts: 3}, false, " ƛ-ƛ ƛ       "},
		{Run{Bytes: 1}, false, " "},
		{Run{Bytes: 4, Count: 2, Parts: 2}, false, " x x"},
		{Run{Bytes: 1, Count: 1, Parts: 1}, false, " "},
		{Run{Bytes: 8, Count: 2, Parts: 2}, true, "〇〇  "},
		{Run{Bytes: 0}, false, ""},
	} {
		if got := standIn(c.run, c.unspaced); got != c.want || len(got) != c.run.Bytes {
			t.Errorf("%+v: %q, want %q", c.run, got, c.want)
		}
	}
}

func TestLay(t *testing.T) {
	long := strings.Repeat("x", lineLength)
	var b bytes.Buffer
	if err := lay(&b, fmt.Appendf(nil, `{"a":[1,2],"b":[%q,{"c":null}],"d":"<&>"}`, long), 0); err != nil {
		t.Fatal(err)
	}
	want := "{\n \"a\":[1,2],\n \"b\":[\n  \"" + long + "\",\n  {\"c\":null}\n ],\n \"d\":\"<&>\"\n}"
	if b.String() != want {
		t.Errorf("got %s, want %s", b.String(), want)
	}
}
