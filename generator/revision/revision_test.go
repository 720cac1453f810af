package revision

import (
	"math/rand/v2"
	"strings"
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/text"
)

// asPassages returns sentences as the passages of a text.
func asPassages(lines ...string) (string, []corpus.Passage) {
	var list []corpus.Passage
	at := 0
	for _, line := range lines {
		list = append(list, corpus.Passage{Span: text.Span{Start: at, End: at + len(line)}})
		at += len(line) + 1
	}
	return strings.Join(lines, "\n"), list
}

func TestRevise(t *testing.T) {
	var before corpus.Version
	var now corpus.Article
	before.Text, before.Passages = asPassages("Bath closed", "Engineers found cracks in the wall of the pool.", "Nobody was hurt.", "It opens in June.")
	now.Text, now.Passages = asPassages("Bath closed", "Two swimmers were hurt on Sunday.", "Engineers found two cracks in the wall of the large pool.", "It opens in July.")
	r := Revise(before, &now)
	var b strings.Builder
	for _, e := range r.Edits {
		for _, run := range e {
			b.WriteString(map[EditKind]string{Stayed: "", Went: "-", Came: "+"}[run.Kind] + run.Words + "|")
		}
		b.WriteByte('\n')
	}
	want := "+Two swimmers were hurt on Sunday.|\n" +
		"Engineers found|+two|cracks in the wall of the|+large|pool.|\n" +
		"-Nobody was hurt.|\n" +
		"It opens in|-June.|+July.|\n"
	if b.String() != want || r.Out != 4 || r.In != 9 {
		t.Errorf("%d out, %d in\n%s", r.Out, r.In, b.String())
	}
	if r := Revise(before, &corpus.Article{Text: before.Text, Passages: before.Passages}); len(r.Edits) != 0 {
		t.Error(r)
	}
}

// TestBagIsNeverStricter demands that sentences which are one are compared, and
// that those without a word in common are not.
func TestBagIsNeverStricter(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	sentence := func() string {
		words := make([]string, 1+random.IntN(8))
		for i := range words {
			words[i] = string(rune('a' + random.IntN(5)))
		}
		return strings.Join(words, " ")
	}
	for range 5000 {
		a, b := sentence(), sentence()
		if _, same := editOf(a, b); same && !bagOf(a).mayBe(bagOf(b)) {
			t.Errorf("%q and %q are not compared", a, b)
		}
	}
	if bagOf("engineers found cracks").mayBe(bagOf("nobody was hurt")) {
		t.Error("sentences without a common word are compared")
	}
}
