package text

import (
	"maps"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"
	"unicode/utf8"
)

// A form is what is known of a token: all of a [Word] but its place.
type form struct {
	lower, stem string
	word        bool // has a letter or digit
	upper       bool // begins with an upper-case letter
	digit       bool // holds a digit
}

// newForm looks at a token.
func (l *Language) newForm(token string) form {
	first, _ := utf8.DecodeRuneInString(token)
	lower := strings.ToLower(strings.ReplaceAll(token, "’", "'"))
	lower = strings.TrimSuffix(lower, "'s")
	digit := strings.ContainsFunc(token, unicode.IsDigit)
	return form{
		lower: lower,
		stem:  l.stemOf(lower),
		word:  digit || strings.ContainsFunc(token, unicode.IsLetter),
		upper: unicode.IsUpper(first),
		digit: digit,
	}
}

// form returns what is known of a token, from memory if it was seen before.
func (l *Language) form(token string) form {
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
	published atomic.Pointer[map[string]form]
	mu        sync.Mutex
	gathered  map[string]form
}

// known returns the published map, which must not be changed.
func (m *memo) known() map[string]form {
	if p := m.published.Load(); p != nil {
		return *p
	}
	return nil
}

// learn returns the form of a token that is not in the published map.
func (m *memo) learn(token string, look func(string) form) form {
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
		m.gathered = map[string]form{}
	}
	m.gathered[token] = f
	const fewest = 64
	if len(m.gathered) >= fewest+len(known)/2 {
		next := make(map[string]form, len(known)+len(m.gathered))
		maps.Copy(next, known)
		maps.Copy(next, m.gathered)
		m.published.Store(&next)
		m.gathered = nil
	}
	return f
}
