package page

import (
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// within returns the elements of a kind and class below a node.
func within(n *html.Node, tag, class string) []*html.Node {
	var list []*html.Node
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && c.Data == tag && (class == "" || strings.Contains(" "+attribute(c, "class")+" ", " "+class+" ")) {
			list = append(list, c)
		}
	}
	return list
}

// TestFrontsHoldOwnWords demands of the demonstration, all rights reserved, that
// every report stands on its event's page with its headline, most with how
// they begin, and that no word that it alone is said to have is in another.
func TestFrontsHoldOwnWords(t *testing.T) {
	s := restrictedSite(t)
	files := render(t, s)
	texts := map[string]string{}
	for _, a := range s.Corpus.Articles {
		texts[a.ID] = a.Text
	}
	fronts, leads, words := 0, 0, 0
	for _, e := range s.Events {
		doc, err := html.Parse(strings.NewReader(files["e/"+e.Slug+"/index.html"]))
		if err != nil {
			t.Fatal(err)
		}
		shown := 0
		for _, list := range within(doc, "ol", "fronts") {
			shown += len(within(list, "p", "hl"))
			leads += len(within(list, "p", "lead"))
			for _, own := range within(list, "p", "own") {
				for _, q := range within(own, "q", "") {
					words++
					word, carriers := regexp.MustCompile(`(?i)\b`+regexp.QuoteMeta(saidIn(q))+`\b`), 0
					for _, m := range e.Members {
						if word.MatchString(texts[m.Article]) {
							carriers++
						}
					}
					if carriers != 1 {
						t.Errorf("%s: %d reports have %q", e.Slug, carriers, saidIn(q))
					}
				}
			}
		}
		if shown != len(e.Members) {
			t.Errorf("%s: %d of %d reports stand side by side", e.Slug, shown, len(e.Members))
		}
		fronts += shown
	}
	if 3*leads < 2*fronts || words < fronts/3 {
		t.Errorf("of %d reports %d say how they begin, and all have %d words of their own", fronts, leads, words)
	}
}

// An outlet is not its own loudest source: the next one is.
func TestNoOutletIsItsOwnSource(t *testing.T) {
	s := sampleSite(t)
	c, err := s.Compare(nil)
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, own := range []bool{false, true} {
		for i := range c.Voices.Sides {
			side := &c.Voices.Sides[i]
			if outlet := s.Corpus.Outlet(s.Corpus.Articles[side.Article].Outlet); own && outlet != nil && len(side.Speakers) > 0 {
				side.Speakers[0].Name = strings.ToUpper(outlet.Name)
				names[side.Speakers[0].Name] = true
			}
		}
		s.Compare = sameComparison(c)
		page := render(t, s)["e/alder-queen/index.html"]
		doc, err := html.Parse(strings.NewReader(page))
		if err != nil {
			t.Fatal(err)
		}
		voices := within(doc, "p", "voice")
		if !own && len(voices) == 0 {
			t.Fatal("nobody speaks")
		}
		for _, p := range voices {
			for n := range p.Descendants() {
				if n.Type == html.TextNode && own && names[n.Data] {
					t.Errorf("an outlet speaks most: %s", n.Data)
				}
			}
		}
	}
}

// TestOneLineASentence demands of the readers of the demonstration that no sentence
// has two notes on who else tells it, and that a note names no more articles than
// one line holds.
func TestOneLineASentence(t *testing.T) {
	files, notes := render(t, restrictedSite(t)), 0
	for path, data := range files {
		if !strings.Contains(path, "/read-") {
			continue
		}
		doc, err := html.Parse(strings.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		for _, aside := range within(doc, "aside", "") {
			said := map[string]bool{}
			for _, li := range within(aside, "li", "") {
				var words strings.Builder
				for n := range li.Descendants() {
					if n.Type == html.TextNode {
						words.WriteString(n.Data)
					}
				}
				at := "" // the number of the sentence
				for _, b := range within(li, "b", "") {
					at = b.FirstChild.Data
				}
				if !strings.Contains(words.String(), "Also in") {
					continue
				}
				notes++
				if links := len(within(li, "a", "")); said[at] || links > 4 {
					t.Errorf("%s: sentence %q has another note, or one with %d links: %s", path, at, links, words.String())
				}
				said[at] = true
			}
		}
	}
	if notes < 20 {
		t.Errorf("only %d notes", notes)
	}
}

// TestLaidIsSaid demands that a row says so where it is only what somebody says, and
// that no other row does.
func TestLaidIsSaid(t *testing.T) {
	s := sampleSite(t)
	c, err := s.Compare(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, by := range []string{"", "Ida Moss"} {
		want := map[string]bool{}
		for i := range c.Coverage.Statements {
			st := &c.Coverage.Statements[i]
			want[st.ID] = st.Clause && i%2 == 0
			st.By = by
			for k := range st.Cells {
				st.Cells[k].Quoted = i%2 == 0
			}
		}
		s.Compare = sameComparison(c)
		doc, err := html.Parse(strings.NewReader(render(t, s)["e/alder-queen/index.html"]))
		if err != nil {
			t.Fatal(err)
		}
		note, laid := "told only as what "+map[bool]string{true: "somebody", false: by}[by == ""]+" says", 0
		for _, row := range within(doc, "tr", "") {
			id := attribute(row, "id")
			if id == "" {
				continue
			}
			if has := strings.Contains(wordsIn(row), note); has != want[id] {
				t.Errorf("row %s by %q: says that it is laid to somebody: %v, want %v", id, by, has, want[id])
			} else if has {
				laid++
			}
		}
		if laid == 0 {
			t.Error("no row is laid to anybody")
		}
	}
}
