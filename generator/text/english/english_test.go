package english

import (
	"slices"
	"testing"

	"parallax/generator/cases"
)

func TestSyllables(t *testing.T) {
	for word, want := range map[string]int{
		"cat": 1, "closed": 1, "wanted": 2, "table": 2, "mayor": 2, "council": 2, "bridge": 1, "engineers": 3, "the": 1, "14,000": 1, "houses": 2,
	} {
		if got := (Rules{}).Syllables(word); got != want {
			t.Errorf("%s: %d, want %d", word, got, want)
		}
	}
}

func TestCardinal(t *testing.T) {
	for word, want := range map[string]string{
		"27th": "27", "1st": "1", "2nd": "2", "3rd": "3", "27": "27", "20s": "20s", "5hr": "5hr", "30": "30", "1970s": "1970s", "bath": "bath",
	} {
		if got := (Rules{}).Cardinal(word); got != want {
			t.Errorf("%s: %s, want %s", word, got, want)
		}
	}
}

func TestNouns(t *testing.T) {
	var r Rules
	for plural, want := range map[string]string{
		"councils": "council", "cities": "city", "churches": "church", "classes": "class", "men": "men", "spokesmen": "spokesman", "class": "class",
		"bus": "bus", "crisis": "crisis", "executives": "executive", "gas": "gas",
	} {
		if got := r.Singular(plural); got != want {
			t.Errorf("%s: %s, want %s", plural, got, want)
		}
	}
	if got := r.Singulars("part"); !slices.Equal(got, []string{"part"}) {
		t.Errorf("singulars of part: %v", got)
	}
	if got := r.Singulars("agencies"); !slices.Equal(got, []string{"agencies", "agencie", "agenci", "agency"}) {
		t.Errorf("agencies: %v", got)
	}
	for word, want := range map[string]string{"council's": "council", "council’s": "council", "workers'": "workers", "workers": "workers"} {
		if got := r.Bare(word); got != want {
			t.Errorf("%s: %s, want %s", word, got, want)
		}
	}
	if r.Agrees("council", false) || !r.Agrees("councils", false) || !r.Agrees("council", true) {
		t.Error("a noun agrees with a verb by its number")
	}
}

func TestVerbs(t *testing.T) {
	var r Rules
	for verb, want := range map[string][3]string{
		"say": {"says", "sayed", "saying"}, "plan": {"plans", "planned", "planning"}, "deny": {"denies", "denied", "denying"}, "die": {"dies", "died", "dying"},
		"close": {"closes", "closed", "closing"}, "agree": {"agrees", "agreed", "agreeing"}, "push": {"pushes", "pushed", "pushing"},
	} {
		third, past, participle, gerund := r.Conjugate(verb, nil)
		if got := [3]string{third, past, gerund}; got != want || participle != past {
			t.Errorf("%s: %v, want %v", verb, got, want)
		}
	}
	if _, past, participle, gerund := r.Conjugate("admit", []string{"admit", "admitted", "admitted"}); past != "admitted" || participle != past || gerund != "admitting" {
		t.Errorf("admit: %s, %s", past, gerund)
	}
	if got := r.Bases("classified"); !slices.Equal(got, []string{"classifi", "classifie", "classify"}) {
		t.Errorf("classified: %v", got)
	}
	if r.VerbOf("exceed") != "" || r.VerbOf("crowdfunded") != "crowdfund" {
		t.Error("a verb in -eed is the past of another")
	}
}

func TestSingulars(t *testing.T) { cases.Run(t, "testdata/singulars.txt", Rules{}.Singular) }
