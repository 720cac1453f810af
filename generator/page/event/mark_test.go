package event

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"parallax/generator/corpus"
	"parallax/generator/mask"
	"parallax/generator/page/frame"
	"parallax/generator/text"
)

// read returns the words of HTML as a reader sees them, without what is said
// unseen.
func read(t testing.TB, source string) string {
	t.Helper()
	doc, err := html.Parse(strings.NewReader("<p>" + source))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Data == "i" && n.Parent.Data == "u" {
			return
		}
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for c := range n.ChildNodes() {
			walk(c)
		}
	}
	walk(doc)
	return b.String()
}

func TestMarkWriter(t *testing.T) {
	const s = `He "lied" & left.`
	for name, c := range map[string]struct {
		marks []mark
		swaps []mask.Swap
		span  text.Span
		want  string
	}{
		"plain":        {nil, nil, text.Span{End: len(s)}, `He "lied" &amp; left.`},
		"mark":         {[]mark{{text.Span{Start: 4, End: 8}, "loaded"}}, nil, text.Span{End: 9}, `He "<u class="d-loaded"><i>loaded: </i>lied</u>"`},
		"half in":      {[]mark{{text.Span{Start: 0, End: 8}, "own"}}, nil, text.Span{Start: 4, End: 9}, `<u class="d-own">lied</u>"`},
		"overlapping":  {[]mark{{text.Span{Start: 0, End: 5}, "own"}, {text.Span{Start: 2, End: 8}, "own"}}, nil, text.Span{End: 5}, `<u class="d-own">He "l</u>`},
		"swap":         {nil, []mask.Swap{{Span: text.Span{Start: 12, End: 16}, By: "<b>"}}, text.Span{Start: 10, End: len(s)}, `&amp; &lt;b&gt;.`},
		"swap in mark": {[]mark{{text.Span{Start: 4, End: 6}, "own"}}, []mask.Swap{{Span: text.Span{Start: 4, End: 8}, By: "said"}}, text.Span{Start: 4, End: 9}, `<u class="d-own">said</u>"`},
	} {
		t.Run(name, func(t *testing.T) {
			w := &markWriter{text: s, marks: flatten(c.marks), swaps: c.swaps, prefix: map[string]string{"loaded": "loaded:"}}
			if got := string(w.span(c.span)); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// What a reader sees of a marked text is the text, wherever the marks are.
func FuzzMarkWriter(f *testing.F) {
	f.Add("a <b> & c\" d", 1, 4, 3, 9)
	f.Add("é\u202eü", 0, 2, 2, 5)
	f.Fuzz(func(t *testing.T, s string, a, b, c, d int) {
		s = strings.ToValidUTF8(strings.Map(func(r rune) rune {
			if r == 0 || r == '\r' {
				return -1
			}
			return r
		}, s), "")
		span := func(x, y int) text.Span {
			x, y = min(max(x, 0), len(s)), min(max(y, 0), len(s))
			return text.Span{Start: min(x, y), End: max(x, y)}
		}
		marks := flatten([]mark{{span(a, b), "loaded"}, {span(c, d), "own"}})
		for _, m := range marks {
			if !strings.HasPrefix(s[m.Start:], strings.ToValidUTF8(m.Of(s), "")) {
				t.Skip("a mark cuts a character")
			}
		}
		w := &markWriter{text: s, marks: marks, prefix: map[string]string{"loaded": "loaded:"}}
		if got := read(t, string(w.span(text.Span{End: len(s)}))); got != s {
			t.Errorf("%q reads %q", s, got)
		}
	})
}

// A mark that begins with a name begins with what stands in its place, though
// the article before the name went with it.
func TestMarksOnMasks(t *testing.T) {
	const s = "We told the Courier that, said Ada."
	at := strings.Index(s, "Courier")
	article := strings.Index(s, "the")
	swaps := []mask.Swap{{Span: text.Span{Start: article, End: at + len("Courier")}, By: "Outlet B"}}
	b := &Builder{Press: &frame.Press{}, Site: &Site{}, blind: true, Articles: []*corpus.Article{{Text: s}}, Swaps: [][]mask.Swap{swaps}}
	w := b.writer(0, []mark{{Span: text.Span{Start: at, End: at + len("Courier that")}, kind: "only"}})
	for want, span := range map[string]text.Span{
		`We told <u class="d-only">Outlet B that</u>, said Ada.`: {End: len(s)},
		`We told`: {End: len("We told")},
		`<u class="d-only">Outlet B that</u>, said Ada.`: {Start: at, End: len(s)},
		`We told <u class="d-only">Outlet B</u>`:         {End: at + len("Courier")},
	} {
		if got := string(w.span(span)); got != want {
			t.Errorf("%v: %s, want %s", span, got, want)
		}
	}
}

// The words of a text are what its markup says.
func TestWordsAreWhatMarkupSays(t *testing.T) {
	const s = "We told <the> Courier & \"you\"."
	w := &markWriter{text: s, swaps: []mask.Swap{{Span: text.Span{Start: 14, End: 21}, By: "Outlet <B>"}}}
	for _, span := range []text.Span{{End: len(s)}, {Start: 16, End: len(s)}, {Start: 8, End: 18}} {
		if got, want := w.words(span), read(t, string(w.span(span))); got != want {
			t.Errorf("%v: %q, want %q", span, got, want)
		}
	}
}
