package framing

import (
	"sync"

	"parallax/generator/align"
	"parallax/generator/text"
	"parallax/generator/text/vocabulary"
)

// Shared is what all comparisons of a build have in common: it takes a while to
// make, and is the same for every event. It is safe for use by several goroutines
// at once, and a comparison is the same with it as without.
type Shared struct {
	model *align.Model
	mutex sync.Mutex
	words map[string]*vocabulary.Vocabulary // by tag
}

// Share returns what comparisons have in common.
func Share() *Shared {
	return &Shared{model: align.Shipped(), words: map[string]*vocabulary.Vocabulary{}}
}

// vocabulary returns the vocabulary of a language.
func (s *Shared) vocabulary(l *text.Language) *vocabulary.Vocabulary {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.words[l.Tag] == nil {
		s.words[l.Tag] = vocabulary.New(l)
	}
	return s.words[l.Tag]
}
