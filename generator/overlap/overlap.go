// Package overlap finds runs of words that texts share, for whoever asks: wire copy
// in two reports, or words of an article in the files of a site. [Each] is the
// finder under all of them; [Common] sets two texts side by side.
//
// A word is a hash, so that a caller says what makes two words equal: it gives the
// same hash to both. Hashes have 64 bits, of which two words in a corpus of
// millions are not equal by chance.
package overlap

// A Word is the hash of a word; see [Hash] and [Mix].
type Word = uint64

// Pause stands between texts that do not follow each other, and where words were
// left out. No word has it as its hash.
const Pause Word = 0

// FNV-1a, over bytes of a word and over words of a run.
const (
	Start Word = 14695981039346656037
	prime Word = 1099511628211
)

// Mix adds a word, or what a word is made of, to a hash that begins with Start.
func Mix(h, x Word) Word {
	h = (h ^ x) * prime
	return h ^ h>>29
}

// Letter adds a letter of a word to its hash, which begins with Start.
func Letter(h Word, r rune) Word { return (h ^ Word(r)) * prime }

// Hash returns the hash of a word as written.
func Hash(word string) Word {
	h := Start
	for _, r := range word {
		h = Letter(h, r)
	}
	return max(h, 1)
}

// Each calls do with the place and the hash of every run of n words without a
// pause in it.
func Each(words []Word, n int, do func(at int, hash Word)) {
	whole := 0 // words since the last pause
	for end, w := range words {
		if whole++; w == Pause {
			whole = 0
		}
		if whole < n {
			continue
		}
		h := Start
		for _, w := range words[end-n+1 : end+1] {
			h = Mix(h, w)
		}
		do(end-n+1, h)
	}
}
