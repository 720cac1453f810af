package lesson

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/generator/framing"
)

// longestSaying is how many words a clause has at most that is asked for.
const longestSaying = 16

// longestSentence is how many words a sentence has at most that is asked for
// whole.
const longestSentence = 14

// A saying is a statement in the words in which an exercise asks for it.
type saying struct {
	words  string // as they stand in a passage, from the article on
	clause bool   // they can be true or not, and nothing that belongs to them is cut off
}

// say returns what a statement is called in an exercise: its heading with the
// article that stands before it. The words are a clause where one passage at
// least has them between two marks or conjunctions, and then the shortest. They are empty if no
// passage begins a sentence or a clause with them.
func (m *maker) say(s *framing.Statement) saying {
	best := saying{}
	for _, c := range s.Cells {
		for _, e := range c.Evidence {
			phrase, clause := m.sayIn(s, e)
			if best.words == "" {
				best.words = phrase
			}
			if clause != "" && (!best.clause || len(clause) < len(best.words)) {
				best = saying{clause, true}
			}
		}
	}
	return best
}

// sayIn returns what a statement is called in one passage, and the clause or
// the short sentence in which it stands there. Each is empty if there is none.
func (m *maker) sayIn(s *framing.Statement, e framing.Evidence) (phrase, clause string) {
	a := m.Articles[e.Article]
	passage := a.Passages[e.Passage].Of(a.Text)
	at := strings.Index(strings.ToLower(passage), strings.ToLower(s.Heading))
	if at < 0 || len(strings.ToLower(passage)) != len(passage) {
		return "", ""
	}
	start, end := article(passage[:at]), at+len(s.Heading)
	if !opens(passage[:start]) {
		return "", ""
	}
	phrase = capital(passage[start:end])
	if e.Passage == 0 || !starts(passage[:start]) {
		return phrase, ""
	}
	judged := func(words string) bool {
		return stands(words) && complete(words) && (!strings.HasPrefix(a.Language, "en") || verbal(words))
	}
	sentence := strings.TrimRight(passage, " .")
	if to := closing(passage, start, end); s.Clause && to > 0 && judged(passage[start:to]) {
		return phrase, capital(passage[start:to])
	}
	if sentence != passage && len(strings.Fields(sentence)) <= longestSentence && !vague(sentence) && starts(sentence) && judged(sentence) {
		return phrase, capital(sentence)
	}
	return phrase, ""
}

// article returns where the words before a heading end, its article left out.
func article(before string) int {
	trimmed := strings.TrimRightFunc(before, unicode.IsSpace)
	for _, word := range []string{"the", "a", "an"} {
		rest := len(trimmed) - len(word)
		if rest >= 0 && strings.EqualFold(trimmed[rest:], word) && (rest == 0 || !unicode.IsLetter(rune(trimmed[rest-1]))) {
			return rest
		}
	}
	return len(before)
}

// opens reports whether a sentence or a clause can begin after words.
func opens(before string) bool {
	before = fold(before)
	return before == "" || strings.HasSuffix(before, " that") || strings.ContainsAny(before[len(before)-1:], ",;:\"")
}

// starts reports whether a clause that begins after words is told for itself:
// neither denied nor laid to a condition. After "that" it is told only if
// somebody says it.
func starts(before string) bool {
	words := strings.Fields(fold(before))
	if n := len(words); n > 0 && words[n-1] == "that" && (n == 1 || !speech(words[n-2])) {
		return false
	}
	return !slices.ContainsFunc(words, func(w string) bool {
		switch strings.Trim(w, ",;:\"“”") {
		case "if", "unless", "whether", "denied", "denies", "deny", "denying", "never", "false", "wrongly":
			return true
		}
		return false
	})
}

// closing returns where in a passage the clause ends whose words stand from
// start to end: there, or where the words end that belong to it. It is 0 if
// that is too far.
func closing(passage string, start, end int) int {
	for !closes(passage[end:]) || halved(passage[start:end], passage[end:]) {
		next := strings.TrimLeftFunc(passage[end:], unicode.IsSpace)
		at := len(passage) - len(next)
		length := strings.IndexFunc(next, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;–—\"“”()", r) })
		if length < 0 {
			length = len(strings.TrimRight(next, ".!?"))
		}
		if length == 0 || next[:length] == "-" || strings.ContainsAny(next[:length], ":?!") || len(strings.Fields(passage[start:at+length])) > longestSaying {
			return 0
		}
		end = at + length
	}
	return end
}

// closes reports whether a clause can end before words: at the end of a
// passage, at a mark, or where another clause begins that sets no condition. A
// full stop inside a passage shortens a word, and a comma may stand between
// adjectives.
func closes(after string) bool {
	words := strings.Fields(strings.ToLower(after))
	rest := strings.TrimLeft(strings.ToLower(after), " \n.,;:!?–—)\"”")
	switch {
	case rest == "":
		return true
	case strings.ContainsRune(".:!?", first(words[0])):
		return false
	case strings.ContainsRune(";–—)", first(words[0])):
		return continues(strings.Fields(rest)[0])
	case strings.ContainsRune(",\"”", first(words[0])):
		next := strings.Fields(strings.TrimLeft(after, " \n,\"”"))
		return !describes(next[0]) || slices.ContainsFunc(next[:min(len(next), 4)], speech)
	}
	return continues(words[0]) && words[0] != "which" && words[0] != "who"
}

// halved reports whether a clause that ends where an "and" follows ends between
// two adjectives: "a swift | and forceful challenge".
func halved(words, after string) bool {
	list, next := strings.Fields(strings.ToLower(words)), strings.Fields(strings.ToLower(after))
	if len(list) < 2 || len(next) == 0 || next[0] != "and" && next[0] != "but" {
		return false
	}
	before := list[len(list)-2]
	return before == "a" || before == "an" || before == "the"
}

// first returns the first letter or mark of words.
func first(words string) rune {
	r, _ := utf8.DecodeRuneInString(words)
	return r
}

// describes reports whether a word after a comma may be a second adjective, and
// so what is before the comma not all: "an unsolicited, huge bid".
func describes(word string) bool {
	lower := strings.Trim(word, ".,;:")
	switch {
	case unicode.IsUpper(first(word)) || continues(lower) || speech(lower):
		return false
	case strings.HasSuffix(lower, "ing") || strings.HasSuffix(lower, "ed") || strings.HasSuffix(lower, "ly"):
		return false
	}
	switch lower {
	case "a", "an", "the", "his", "her", "its", "their", "he", "she", "it", "they", "so", "in", "on", "at", "by", "for", "from", "to", "of", "into", "over", "under", "amid", "despite", "during", "following", "since", "then", "than", "not", "saying":
		return false
	}
	return true
}

// continues reports whether a word goes on after a clause without taking
// anything back from it.
func continues(word string) bool {
	switch word {
	case "and", "but", "as", "after", "before", "when", "while", "because", "although", "though", "which", "who", "where", "according", "with", "including":
		return true
	}
	return false
}

// speech reports whether a word tells that somebody said something.
func speech(word string) bool {
	switch strings.Trim(word, ".,") {
	case "said", "says", "told", "asked", "alleged", "announced", "added", "wrote", "reported":
		return true
	}
	return false
}

// complete reports whether words are a clause to their end: no short form or
// small word is last, they do not begin with how long before something else it
// was, and what looks like the verb is no participle, as in "a firm described
// as small".
func complete(words string) bool {
	list := lettered(words)
	if len(list) == 0 {
		return false
	}
	switch last := list[len(list)-1]; last {
	case "mr", "mrs", "ms", "dr", "sgt", "lt", "capt", "mt", "st", "gen", "sen", "rep", "jr", "no", "weeks", "clear", "for", "of", "to", "with", "by", "from", "at", "as", "into", "about", "the", "a", "an":
		return false
	default:
		if len(last) == 1 {
			return false
		}
	}
	for i, w := range list[1:] {
		if (w == "before" || w == "after") && strings.HasSuffix(list[i], "s") && i < 3 {
			return false
		}
		if strings.HasSuffix(list[i], "ed") && (w == "as" || w == "by") && !slices.ContainsFunc(list, auxiliary) {
			return false
		}
	}
	return true
}

// verbal reports whether English words hold what is a verb beyond doubt.
func verbal(words string) bool {
	return slices.ContainsFunc(lettered(words)[1:], func(w string) bool {
		if auxiliary(w) || strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "n't") || strings.HasSuffix(w, "n’t") {
			return true
		}
		switch w {
		case "became", "began", "broke", "brought", "came", "caught", "cut", "drew", "drove", "fell", "felt", "flew", "found", "fought", "gave", "got", "grew", "held", "hit", "kept", "knew", "led", "left", "lost", "made", "meant", "met", "paid", "put", "ran", "rose", "saw", "sent", "set", "shot", "shut", "sold", "spoke", "spent", "stood", "struck", "swept", "thought", "threw", "took", "underwent", "went", "withdrew", "won", "wrote",
			"begins", "asserts", "brings", "comes", "costs", "depends", "encourages", "expects", "faces", "follows", "gives", "goes", "holds", "includes", "keeps", "lies", "makes", "means", "needs", "operates", "opposes", "pays", "plans", "remains", "runs", "sends", "shows", "starts", "takes", "wants":
			return true
		}
		return false
	})
}

// lettered returns the words of a text in small letters.
func lettered(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' })
}

// auxiliary reports whether a word is an auxiliary verb.
func auxiliary(word string) bool {
	switch word {
	case "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must", "should", "do", "does", "did":
		return true
	}
	return false
}

// stands reports whether a clause can be judged by itself: it does not point
// outside, quotes nobody and does not only say that somebody spoke.
func stands(words string) bool {
	return !strings.ContainsAny(words, "\"“”|:") && !points(words) && !slices.ContainsFunc(lettered(words), func(w string) bool {
		return w == "that" || w == "only" || speech(w)
	})
}

// points reports whether words speak of somebody or something by a pronoun
// alone.
func points(words string) bool {
	return slices.ContainsFunc(lettered(words), func(w string) bool {
		w, _, _ = strings.Cut(strings.ReplaceAll(w, "’", "'"), "'")
		switch w {
		case "i", "me", "my", "we", "us", "our", "you", "your", "he", "him", "she", "they", "them", "this", "these", "those", "here":
			return true
		}
		return false
	})
}

// vague reports whether a heading begins with a word that points at something
// before it.
func vague(heading string) bool {
	word, _, _ := strings.Cut(strings.ToLower(heading), " ")
	switch strings.TrimSuffix(word, "'s") {
	case "everything", "someone", "something", "anyone", "another", "others", "mine", "what", "how", "nearly", "yet", "it", "its", "they", "them", "he", "she", "this", "these", "that", "there", "we", "i", "you", "one", "since", "then", "so", "such", "if", "but", "and", "or", "both", "his", "her", "their", "at":
		return true
	}
	return strings.ContainsAny(word[:min(1, len(word))], "0123456789")
}

// capital returns words with a capital letter first and blanks made one.
func capital(words string) string {
	words = strings.Join(strings.Fields(words), " ")
	r, size := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(r)) + words[size:]
}
