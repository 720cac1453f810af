package framing

import (
	"testing"
	"testing/fstest"

	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/text"
)

// TestLanguageIsOneFolder adds a language with a file of lists and no code: who
// says what is then found in it.
func TestLanguageIsOneFolder(t *testing.T) {
	packs := fstest.MapFS{"es/lists.toml": {Data: []byte(`
stop = ["el", "la", "los", "de", "que", "en", "un", "una", "se"]
role_determiners = ["el", "la", "los", "las", "un", "una"]
role_prepositions = ["de", "en", "a", "por", "con"]
role_subordinators = ["que"]
role_complementisers = ["que"]
cue_clause = ["decir"]
verbs = ["decir", "inundar"]
irregular = ["decir dijo dicho diciendo", "inundar inundó inundado inundando"]
articles = ["el", "la", "los"]
`)}}
	var articles []*corpus.Article
	for i, body := range []string{
		"La alcaldesa Ida Moss dijo que el viejo mercado de Tarn se inundó en la noche.",
		"El viejo mercado de Tarn se inundó en la noche del lunes, según los vecinos.",
	} {
		a := newArticle(string(rune('a'+i)), string(rune('a'+i)), "2024-06-10", "Inundación", body)
		a.Language = "es"
		articles = append(articles, a)
	}
	c := Compare(&event.Event{Language: "es"}, articles, Settings{Languages: text.Packs(packs)})
	if hasSilence(c, "silence.language") {
		t.Errorf("the language has lists, but %+v", c.Silences)
	}
	if len(c.Voices.Attributions) != 1 || c.Voices.Attributions[0].Speaker != "Ida Moss" || c.Voices.Attributions[0].Verb != "decir" {
		t.Errorf("got %+v, want what Ida Moss says", c.Voices.Attributions)
	}
	without := Compare(&event.Event{Language: "es"}, articles, Settings{Languages: text.Packs(fstest.MapFS{})})
	for _, s := range []Signal{SignalVoices, SignalNaming, SignalTone, SignalAgency} {
		off := false
		for _, silence := range without.Silences {
			off = off || silence.Signal == s && silence.Why.Key == "silence.language"
		}
		if !off {
			t.Errorf("%s does not say that it is off", s)
		}
	}
	if len(without.Coverage.Statements) == 0 || len(without.Emphasis.Sides) != 2 || len(without.Headline.Rungs) != 2 {
		t.Errorf("coverage %v, emphasis %v, headlines %v", without.Coverage, without.Emphasis, without.Headline)
	}
}
