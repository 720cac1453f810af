package tone

import (
	"strings"

	"parallax/generator/text"
)

// A Mark is a word or phrase by which a writer judges, leaves open or insists.
type Mark struct {
	text.Span
	Kind  string // "loaded", "hedge" or "booster"
	Entry string // as the list has it
	Rule  string // the list, a key of the method page, such as "loaded-label"
	Sure  bool   // loaded in nearly every place; false for words that often are not
}

// A list of words and what they are.
type list struct {
	name, kind string
	sure       bool
}

// lists are the lists of the language that make marks. Where entries of
// several begin at one word, the longest wins, and then the first list.
var lists = [...]list{
	{"loaded_label", "loaded", true},
	{"loaded_attack", "loaded", true}, {"loaded_attack_verbs", "loaded", true},
	{"loaded_boast", "loaded", true}, {"loaded_boast_verbs", "loaded", true},
	{"loaded_deceit", "loaded", true}, {"loaded_deceit_verbs", "loaded", true},
	{"loaded_force", "loaded", true}, {"loaded_force_verbs", "loaded", true},
	{"loaded_exaggeration", "loaded", true}, {"loaded_exaggeration_verbs", "loaded", true},
	{"loaded_emotion", "loaded", true},
	{"loaded_blame", "loaded", true}, {"loaded_praise", "loaded", true},
	{"loaded_doubt_verbs", "loaded", false},
	{"loaded_sometimes", "loaded", false}, {"loaded_sometimes_verbs", "loaded", false},
	{"vague_attribution", "hedge", true}, {"hedge", "hedge", true},
	{"certainty", "booster", true}, {"degree", "booster", true},
}

// IsLoaded reports whether a list has a word, or a verb in its bare form, that judges in
// nearly every place.
func IsLoaded(l *text.Language, word string) bool {
	for _, list := range lists {
		if list.kind == "loaded" && list.sure && l.In(list.name, word) {
			return true
		}
	}
	return false
}

// rule returns the list's key of the method page.
func (l list) rule() string {
	return strings.ReplaceAll(strings.TrimSuffix(l.name, "_verbs"), "_", "-")
}

// Marks returns what the lists have of the sentence, in order. Names are never
// marked.
func (s *Sentence) Marks() []Mark {
	var marks []Mark
	for _, m := range s.listed() {
		marks = append(marks, m.Mark)
	}
	return marks
}

// A listedMark is a mark that a list makes.
type listedMark struct {
	Mark
	first int // token that it begins with
}

// listed returns the marks of the lists in order.
func (s *Sentence) listed() []listedMark {
	words := make([]text.Word, len(s.tokens))
	for i, t := range s.tokens {
		words[i] = t.Word
	}
	var lexicons [len(lists)]*text.Lexicon
	for i, l := range lists {
		lexicons[i] = s.language.Lexicon(l.name)
	}
	var marks []listedMark
	for i := 0; i < len(words); {
		mark, n := s.markAt(words, i, &lexicons)
		if n > 0 {
			marks = append(marks, listedMark{mark, i})
		}
		i += max(n, 1)
	}
	return marks
}

// markAt returns the mark that begins at a word and the words it takes, 0 if
// there is none.
func (s *Sentence) markAt(words []text.Word, i int, lexicons *[len(lists)]*text.Lexicon) (best Mark, most int) {
	if s.tokens[i].form == "" && !s.language.Stop(words[i].Lower) {
		return best, 0
	}
	for k, l := range lists {
		entry, n := lexicons[k].Match(words[i:])
		if n <= most || strings.HasSuffix(l.name, "_verbs") && !s.isVerb(i, entry) {
			continue
		}
		best = Mark{
			Span: text.Span{Start: words[i].Start, End: words[i+n-1].End},
			Kind: l.kind, Entry: entry, Rule: l.rule(), Sure: l.sure,
		}
		most = n
	}
	return best, most
}

// isVerb reports whether the word is a verb that is meant as it is listed. The
// forms that nouns share ("a blast", "blasts") must follow a name, a pronoun
// or "to"; a blow that lands somewhere ("slammed into") is meant literally.
func (s *Sentence) isVerb(i int, base string) bool {
	lower := s.tokens[i].Lower
	if i+1 < len(s.tokens) && s.language.Lexicon("tone_literal_after").Has(s.tokens[i+1].Lower) {
		return false
	}
	ambiguous := lower == base || s.language.Rules().Third(lower)
	if !ambiguous || !s.language.CanBe(base, 'n') && !s.language.CanBe(base, 'a') {
		return true
	}
	if i == 0 {
		return false
	}
	before := s.tokens[i-1]
	return before.rival || s.title && before.Upper || s.language.Lexicon("tone_before_verb").Has(before.Lower)
}
