package framing

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/message"
	"parallax/generator/text"
)

// forbidden are words that no sentence of Parallax may hold: they judge, or
// guess at what a writer meant. In evidence they stand as the article has them.
var forbidden = map[string][]string{
	"en": {
		"biased", "bias", "lie", "lies", "lied", "lying", "liar", "hides", "hide", "hid", "conceals", "propaganda", "left", "right", "left-wing",
		"right-wing", "omit", "omits", "omitted", "slanted", "fake", "dishonest", "unreliable", "reliable", "misleading", "manipulates", "agenda",
		"ideology", "partisan", "extremist", "distorts", "suppresses", "ignores", "refuses",
	},
	"es": {
		"sesgado", "sesgada", "sesgo", "miente", "mentira", "mentiras", "oculta", "ocultan", "propaganda", "izquierda", "derecha", "omite", "omiten",
		"falso", "falsa", "deshonesto", "fiable", "engañoso", "manipula", "partidista", "ideología", "ignora", "distorsiona",
	},
	"de": {
		"parteiisch", "voreingenommen", "lügt", "lüge", "lügen", "verschweigt", "verheimlicht", "verbirgt", "propaganda", "links", "rechts", "falsch",
		"unehrlich", "glaubwürdig", "unglaubwürdig", "irreführend", "manipuliert", "ideologie", "verzerrt", "unterdrückt", "ignoriert",
	},
	"fr": {
		"partial", "partiale", "biaisé", "ment", "mensonge", "cache", "dissimule", "propagande", "gauche", "droite", "omet", "faux", "fausse",
		"malhonnête", "fiable", "trompeur", "manipule", "partisan", "idéologie", "déforme", "ignore",
	},
}

func catalogue(t *testing.T, tag string) *message.Catalogue {
	c, err := message.Load(os.DirFS("../../templates"), tag)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// mostWords is how many words a sentence of a finding has of its own, so that with
// two names of outlets and what it quotes it has at most 22.
const mostWords = 12

// TestPlainSentences counts the words of every sentence for findings without what
// is filled in, and wants no list of outlets before its verb: whose words come
// first is read as whose fault it is.
func TestPlainSentences(t *testing.T) {
	begins := []string{"finding.coverage.shared"} // nobody's words stand in it
	for tag := range forbidden {
		c, language := catalogue(t, tag), text.Builtin().For(tag)
		for _, key := range c.Keys() {
			if !strings.HasPrefix(key, "finding.") {
				continue
			}
			for _, count := range []int{1, 2, 5} {
				said := c.Say(message.Message{Key: key, Count: count})
				if strings.HasPrefix(said, "{outlets}") && !slices.Contains(begins, key) {
					t.Errorf("%s %s begins with outlets: %s", tag, key, said)
				}
				own := regexp.MustCompile(`\{[a-z]+\}`).ReplaceAllString(said, "")
				if n := len(language.Words(own)); n > mostWords {
					t.Errorf("%s %s has %d words of its own: %s", tag, key, n, said)
				}
			}
		}
	}
}

// TestForbiddenWords reads every sentence for findings and silences of all
// languages.
func TestForbiddenWords(t *testing.T) {
	for tag, words := range forbidden {
		c, language := catalogue(t, tag), text.Builtin().For(tag)
		looked := 0
		for _, key := range c.Keys() {
			if !strings.HasPrefix(key, "finding.") && !strings.HasPrefix(key, "silence.") {
				continue
			}
			looked++
			for _, count := range []int{1, 2} {
				said := c.Say(message.Message{Key: key, Count: count})
				for _, w := range language.Words(said) {
					if slices.Contains(words, w.Lower) {
						t.Errorf("%s %s says %q", tag, key, w.Lower)
					}
				}
			}
		}
		if looked < 30 {
			t.Errorf("%s has %d sentences of findings", tag, looked)
		}
	}
}

// reports are events whose findings are looked at below.
var reports = [][]string{flood, exercise, verbs}

// Two invented reports that choose other verbs for one deed.
var verbs = []string{
	`Union slams pay plan

The dockers' union slammed the pay plan of the harbour board of Anwell on Monday. The plan saves two million crowns.

The board said it would talk.`,
	`Union criticises pay plan

The dockers' union criticised the pay plan of the harbour board of Anwell on Monday. The plan saves three million crowns.

The board said it would talk.`,
}

// TestFindingsSay checks that every finding can be said in both languages, with
// nothing left open and no word of judgement outside quotation marks, and that
// its evidence lies where it says.
func TestFindingsSay(t *testing.T) {
	for tag, words := range forbidden {
		cat, language := catalogue(t, tag), text.Builtin().For(tag)
		for i, texts := range reports {
			c := compareTexts(Settings{}, texts...)
			if len(c.Findings) == 0 {
				t.Errorf("event %d has no findings", i)
			}
			for _, f := range c.Findings {
				said := cat.Say(f.Says)
				if said == f.Says.Key || strings.Contains(said, "{") {
					t.Errorf("%s %s: %q", tag, f.ID, said)
				}
				for _, w := range language.Words(withoutQuotes(said)) {
					if slices.Contains(words, w.Lower) {
						t.Errorf("%s %s says %q: %s", tag, f.ID, w.Lower, said)
					}
				}
				for _, e := range f.Evidence {
					if e.Span.Start < 0 || e.Span.End > len(texts[e.Article]) || e.Span.Len() <= 0 || e.Passage < 0 {
						t.Errorf("%s has the evidence %+v", f.ID, e)
					}
				}
			}
		}
	}
}

// withoutQuotes drops what stands between quotation marks.
func withoutQuotes(s string) string {
	var b strings.Builder
	quoted := false
	for _, r := range s {
		switch r {
		case '“', '«':
			quoted = true
		case '”', '»':
			quoted = false
		}
		if !quoted {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// TestStrongestFindings looks at what comes first.
func TestStrongestFindings(t *testing.T) {
	cat := catalogue(t, "en")
	tests := []struct {
		texts []string
		want  string
	}{
		{flood, "The figures for “people” differ: “12” in A, “15” in B."},
		{exercise, "One thing is “exercise” in B and C, but “war games” in A."},
		{verbs, "On the same point, it is “slammed” in A, but “criticised” in B."},
	}
	for _, test := range tests {
		c := compareTexts(Settings{}, test.texts...)
		var said []string
		for _, f := range c.Findings {
			if !f.Common {
				said = append(said, cat.Say(f.Says))
			}
		}
		if len(said) > 4 {
			said = said[:4]
		}
		if !slices.Contains(said, test.want) {
			t.Errorf("want %q among the first, got\n%s", test.want, strings.Join(said, "\n"))
		}
	}
}

// TestContrasts sets the strongest statements side by side.
func TestContrasts(t *testing.T) {
	c := compareTexts(Settings{}, verbs...)
	if len(c.Passages.Contrasts) == 0 {
		t.Fatal("no contrasts")
	}
	k := c.Passages.Contrasts[0]
	if len(k.Sides) != 2 || k.Finding == "" || k.Statement == "" {
		t.Fatalf("got %+v", k)
	}
	var own []string
	for _, s := range k.Sides {
		for _, span := range s.Own {
			own = append(own, span.Of(verbs[s.Article]))
		}
	}
	if len(own) == 0 {
		t.Errorf("no words of its own: %+v", k)
	}
}

// TestOrderOfArticles compares the same articles given in another order.
func TestOrderOfArticles(t *testing.T) {
	var articles []*corpus.Article
	for i, s := range exercise {
		title, body, _ := strings.Cut(s, "\n\n")
		articles = append(articles, newArticle(string(rune('a'+i)), string(rune('a'+i)), "2024-06-10", title, body))
	}
	settings := Settings{Languages: text.Builtin()}
	first := marshal(t, Compare(&event.Event{Language: "en"}, articles, settings))
	slices.Reverse(articles)
	if second := marshal(t, Compare(&event.Event{Language: "en"}, articles, settings)); first != second {
		t.Error("another order gives another comparison")
	}
}

// TestDuplicate adds a copy of an article: the statements stay, with one more
// article carrying them.
func TestDuplicate(t *testing.T) {
	once := compareTexts(Settings{}, flood...)
	twice := compareTexts(Settings{}, append(slices.Clone(flood), flood[2])...)
	count := func(c *Comparison, article int) int {
		n := 0
		for _, s := range c.Coverage.Statements {
			if !s.Alone() && slices.ContainsFunc(s.Cells, func(cell Cell) bool { return cell.Article == article }) {
				n++
			}
		}
		return n
	}
	for i := range flood {
		if count(once, i) == 0 || count(once, i) != count(twice, i) {
			t.Errorf("article %d carries %d statements, with the copy %d", i, count(once, i), count(twice, i))
		}
	}
}

// TestLittle compares next to nothing without a finding or a panic.
func TestLittle(t *testing.T) {
	for _, texts := range [][]string{
		{"One headline\n\nOne sentence."},
		{"", ""},
		{"A\n\nB.", "A\n\nB."},
		{"Ship\n\n“”", "Ship\n\n.,;"},
		{"Rain falls on Tarn\n\nIt rained.", "A cat was found\n\nNobody knew whose."},
	} {
		c := compareTexts(Settings{}, texts...)
		for _, f := range c.Findings {
			if !f.Common {
				t.Errorf("%q: got %+v", texts, f.Says)
			}
		}
	}
}

// TestUnknownLanguage compares articles in a language without lists.
func TestUnknownLanguage(t *testing.T) {
	texts := []string{
		"Inundación en Tarn\n\nEl río Anwell se desbordó el lunes e inundó el viejo mercado de Tarn.\n\nLa alcaldesa habló ante los vecinos del puerto.",
		"Tarn, inundada\n\nEl río Anwell se desbordó e inundó el lunes el viejo mercado de Tarn.\n\nLos panaderos regalaron su pan a los vecinos.",
	}
	var articles []*corpus.Article
	for i, s := range texts {
		title, body, _ := strings.Cut(s, "\n\n")
		a := newArticle(string(rune('a'+i)), string(rune('a'+i)), "2024-06-10", title, body)
		a.Language = "xx"
		articles = append(articles, a)
	}
	c := Compare(&event.Event{Language: "xx"}, articles, Settings{Languages: text.Builtin()})
	if got := carriers(c, texts, "viejo mercado"); got != "all AB" {
		t.Errorf("coverage: got %q, want all AB", got)
	}
	if len(c.Headline.Rungs) != 2 || len(c.Emphasis.Sides) != 2 || len(c.Naming.Participants) != 0 {
		t.Errorf("headline %v, emphasis %v, naming %v", c.Headline.Rungs, c.Emphasis.Sides, c.Naming.Participants)
	}
}

func marshal(t *testing.T, c any) string {
	data, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestNamed(t *testing.T) {
	names := map[string]string{"A": "Post", "B1": "Mail (1)"}
	m := Named(message.New("k", "outlet", "A", "label", "A").With("others", "B1", "Z"), func(letter string) string { return names[letter] })
	if got := fmt.Sprint(m.Args["outlet"], m.Args["others"], m.Args["label"]); got != "[Post] [Mail (1) Z] [A]" {
		t.Errorf("got %s", got)
	}
}
