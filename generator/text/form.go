package text

import (
	"maps"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"
	"unicode/utf8"
)

// A Form is what is known of a word wherever it stands: all of a [Word] but its
// place. It must not be changed.
type Form struct {
	Lower     string // lower case, curly apostrophes straightened, the ending of a genitive removed
	Stem      string // by the language's stemmer; Lower where there is none
	LowerHash uint32 // of Lower (FNV-1a)
	StemHash  uint32 // of Stem
	Documents int32  // as [Background.Stem] says of Stem
	Upper     bool   // begins with an upper-case letter in the text
	Digit     bool   // holds a digit
	Stop      bool   // carries no content
	word      bool   // has a letter or digit
	blank     int    // bytes of white space that the token begins with, which are no part of the word
	eastAsian bool   // is written in Han, kana or Hangul
}

// newForm looks at a token.
//
// Some signs join what stands before them, a blank too: Unicode takes a blank
// and a half-width voiced sound mark (U+FF9F) for one token.
func (l *Language) newForm(token string) *Form {
	blank := len(token)
	token = strings.TrimLeftFunc(token, unicode.IsSpace)
	blank -= len(token)
	first, _ := utf8.DecodeRuneInString(token)
	lower := l.Rules().Bare(strings.ToLower(strings.ReplaceAll(token, "’", "'")))
	digit := strings.ContainsFunc(token, unicode.IsDigit)
	f := &Form{
		Lower:     lower,
		Stem:      l.stemOf(lower),
		Upper:     unicode.IsUpper(first),
		Digit:     digit,
		blank:     blank,
		word:      digit || strings.ContainsFunc(token, unicode.IsLetter),
		eastAsian: eastAsian(lower),
	}
	f.LowerHash, f.StemHash = Hash(HashStart, f.Lower), Hash(HashStart, f.Stem)
	f.complete(l)
	return f
}

// complete fills in what the lists of the language say.
func (f *Form) complete(l *Language) {
	f.Stop = l.stop[f.Lower]
	f.Documents = int32(l.Background().Stem(f.Stem))
}

// form returns what is known of a token, from memory if it was seen before.
func (l *Language) form(token string) *Form {
	if f, ok := l.memo.known()[token]; ok {
		return f
	}
	return l.memo.learn(token, l.newForm)
}

// maxMemo is how many forms a language remembers; a text of random letters
// must not fill the memory.
const maxMemo = 200_000

// A memo remembers forms, since a thousand words make up most of all text.
// Most are found without a lock, in a map that is never written to once it is
// published; new ones are gathered beside it, and both become the next map
// when enough have come together for the copying not to count.
type memo struct {
	published atomic.Pointer[map[string]*Form]
	mu        sync.Mutex
	gathered  map[string]*Form
}

// known returns the published map, which must not be changed.
func (m *memo) known() map[string]*Form {
	if p := m.published.Load(); p != nil {
		return *p
	}
	return nil
}

// learn returns the form of a token that is not in the published map.
func (m *memo) learn(token string, look func(string) *Form) *Form {
	m.mu.Lock()
	defer m.mu.Unlock()
	if f, ok := m.gathered[token]; ok {
		return f
	}
	known := m.known()
	if len(known)+len(m.gathered) >= maxMemo {
		return look(token)
	}
	token = strings.Clone(token) // lest the memory holds on to a whole article
	f := look(token)
	if m.gathered == nil {
		m.gathered = map[string]*Form{}
	}
	m.gathered[token] = f
	const fewest = 64
	if len(m.gathered) >= fewest+len(known)/2 {
		next := make(map[string]*Form, len(known)+len(m.gathered))
		maps.Copy(next, known)
		maps.Copy(next, m.gathered)
		m.published.Store(&next)
		m.gathered = nil
	}
	return f
}

// each calls do for every form in memory, before others may look for them.
func (m *memo) each(do func(*Form)) {
	for _, forms := range []map[string]*Form{m.known(), m.gathered} {
		for _, f := range forms {
			do(f)
		}
	}
}
