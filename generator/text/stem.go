package text

import (
	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
)

// Stem returns the Snowball stem of a lower-case word, or the word itself if
// there is no stemmer for the language.
func (l *Language) Stem(lower string) string {
	if l.Tag != "en" {
		return lower
	}
	env := snowballstem.NewEnv(lower)
	english.Stem(env)
	return env.Current()
}
