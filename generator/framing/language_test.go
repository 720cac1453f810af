package framing

import (
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/text"
)

// madeUp returns three reports in a language of 200 words that nobody speaks.
func madeUp(t *testing.T) []*corpus.Article {
	t.Helper()
	var articles []*corpus.Article
	for _, id := range []string{"a", "b", "c"} {
		data, err := os.ReadFile(path.Join("testdata/language", id+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		title, body, _ := strings.Cut(string(data), "\n\n")
		a := newArticle(id, id, "2024-06-10", title, strings.TrimSpace(body))
		a.Language = "qaa"
		articles = append(articles, a)
	}
	return articles
}

// TestLanguageIsAFolderOfLists compares reports in a language that is lists and
// nothing else, neither rules nor tables: every signal finds something in them.
func TestLanguageIsAFolderOfLists(t *testing.T) {
	c := Compare(&event.Event{Language: "qaa"}, madeUp(t), Settings{Languages: text.Packs(os.DirFS("testdata/language"))})
	if len(c.Silences) > 0 {
		t.Errorf("silences %+v", c.Silences)
	}
	for signal, speaks := range map[Signal]bool{
		SignalHeadline: slices.ContainsFunc(c.Headline.Rungs, func(r Rung) bool { return len(r.Tags) > 0 }),
		SignalCoverage: len(c.Coverage.Statements) > 0 && c.Coverage.Statements[0].Reach == "all",
		SignalPassages: len(c.Passages.Contrasts) > 0,
		SignalNaming:   len(c.Naming.Participants) > 0 && c.Naming.Participants[0].Name == "Rolf Hale",
		SignalVoices:   slices.ContainsFunc(c.Voices.Attributions, func(a Attribution) bool { return a.Speaker == "Ida Moss" }),
		SignalWording:  len(c.Wording.Terms) > 0,
		SignalTone:     slices.ContainsFunc(c.Tone.Sides, func(s ToneSide) bool { return len(s.Marks) > 0 }),
		SignalAgency:   len(c.Agency.Agentless) > 0,
		SignalEmphasis: len(c.Emphasis.Sides) == len(c.Articles),
	} {
		if !speaks {
			t.Errorf("%s says nothing", signal)
		}
	}
}

// TestWithoutLists compares the same reports in a language that nobody has
// listed: the signals that need lists say that they are off.
func TestWithoutLists(t *testing.T) {
	c := Compare(&event.Event{Language: "qaa"}, madeUp(t), Settings{Languages: text.Packs(fstest.MapFS{})})
	for _, s := range []Signal{SignalVoices, SignalNaming, SignalTone, SignalAgency} {
		if !slices.ContainsFunc(c.Silences, func(x Silence) bool { return x.Signal == s && x.Why.Key == "silence.language" }) {
			t.Errorf("%s does not say that it is off", s)
		}
	}
	if len(c.Coverage.Statements) == 0 || len(c.Emphasis.Sides) != 3 || len(c.Headline.Rungs) != 3 || len(c.Wording.Terms) == 0 {
		t.Errorf("coverage %v, emphasis %v, headlines %v, wording %v", c.Coverage, c.Emphasis, c.Headline, c.Wording)
	}
}
