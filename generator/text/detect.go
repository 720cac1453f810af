package text

import (
	"unicode"
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"
)

// Detect returns the primary subtag of the language that s is written in, or
// "" if s is too short or too mixed to tell. It looks at the beginning of s
// alone. A text of fewer than about 40 letters in a script that several
// languages share is never decided.
func Detect(s string) string {
	const enough, least = 2000, 40
	s = beginning(s, enough)
	if kana(s) {
		return "ja" // whatlanggo takes Japanese with many Han characters for Chinese
	}
	info := whatlanggo.DetectWithOptions(s, whatlanggo.Options{Whitelist: likely()})
	if info.Script == nil {
		return ""
	}
	shared := info.Script == unicode.Latin || info.Script == unicode.Cyrillic || info.Script == unicode.Arabic
	if shared && letters(s) < least {
		return ""
	}
	const sure = .05 // of whatlanggo's confidence, found on headlines
	if info.Confidence < sure {
		return ""
	}
	return info.Lang.Iso6391()
}

// likely returns the languages that news sites are written in most; the full
// list confuses short texts of large languages with small ones.
func likely() map[whatlanggo.Lang]bool {
	list := map[whatlanggo.Lang]bool{}
	for _, lang := range []whatlanggo.Lang{
		whatlanggo.Arb, whatlanggo.Bel, whatlanggo.Ben, whatlanggo.Bul, whatlanggo.Ces, whatlanggo.Cmn,
		whatlanggo.Dan, whatlanggo.Deu, whatlanggo.Ell, whatlanggo.Eng, whatlanggo.Est, whatlanggo.Fin,
		whatlanggo.Fra, whatlanggo.Heb, whatlanggo.Hin, whatlanggo.Hrv, whatlanggo.Hun, whatlanggo.Ind,
		whatlanggo.Ita, whatlanggo.Jpn, whatlanggo.Kat, whatlanggo.Kor, whatlanggo.Lav, whatlanggo.Lit,
		whatlanggo.Mar, whatlanggo.Nld, whatlanggo.Nob, whatlanggo.Pes, whatlanggo.Pol, whatlanggo.Por,
		whatlanggo.Ron, whatlanggo.Rus, whatlanggo.Slv, whatlanggo.Spa, whatlanggo.Srp, whatlanggo.Swe,
		whatlanggo.Tam, whatlanggo.Tel, whatlanggo.Tha, whatlanggo.Tur, whatlanggo.Ukr, whatlanggo.Urd,
		whatlanggo.Vie,
	} {
		list[lang] = true
	}
	return list
}

// beginning returns at most n bytes of s, cut between characters.
func beginning(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// kana reports whether a twentieth of the letters of s or more are Japanese
// syllables.
func kana(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.In(r, unicode.Hiragana, unicode.Katakana) {
			n++
		}
	}
	return n > 0 && n*20 >= letters(s)
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// HasUTF8 reports whether data has characters of UTF-8 beyond ASCII, whatever
// else it has.
func HasUTF8(data []byte) bool {
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r != utf8.RuneError && size > 1 {
			return true
		}
		data = data[size:]
	}
	return false
}
