package corpus

import (
	"slices"
	"strings"
	"unicode"

	"parallax/generator/text"
)

// Furniture is what a copied web page leaves around an article: buttons,
// comment forms, lists of other articles. It is told by whole lines, never by
// words inside a sentence. The lists are in furniture.toml of a language:
//
//	furniture        lines and sentences that are nothing else
//	furniture_before beginnings of lines that lead to other articles
//	furniture_ends   headings after which other articles are listed
type furniture struct {
	language *text.Language
	whole    map[string]bool
	ends     map[string]bool
	before   []string
}

// newFurniture returns the furniture of a language; without lists nothing is
// furniture but lines without any letter or digit.
func newFurniture(l *text.Language) *furniture {
	return &furniture{
		language: l,
		whole:    lineSet(l.List("furniture")),
		ends:     lineSet(l.List("furniture_ends")),
		before:   l.List("furniture_before"),
	}
}

func lineSet(lines []string) map[string]bool {
	set := make(map[string]bool, len(lines))
	for _, line := range lines {
		set[bare(line)] = true
	}
	return set
}

// bare returns a line as lists have it: lower case, without the signs and
// stops around it.
func bare(line string) string {
	return strings.ToLower(strings.TrimFunc(strings.ReplaceAll(line, "’", "'"), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}))
}

// setAside splits the blocks of an article into those that are its own and
// the lines that are furniture, with the offset of the first such line's block.
func (f *furniture) setAside(blocks []rawBlock) (own []rawBlock, aside []string, at int) {
	listing := false // after a heading of other articles
	for _, b := range blocks {
		var kept []string
		for _, line := range b.lines {
			name := bare(line)
			ends := f.ends[name]
			if ends || f.isFurniture(line, name) || listing && !endsSentence(line) {
				if len(aside) == 0 {
					at = b.at
				}
				aside = append(aside, line)
				listing = listing || ends
				continue
			}
			listing = false
			kept = append(kept, line)
		}
		if len(kept) > 0 {
			own = append(own, rawBlock{b.kind, kept, b.at})
		}
	}
	return own, aside, at
}

// isFurniture reports whether a line, of which name is the bare form, is
// nothing but furniture.
func (f *furniture) isFurniture(line, name string) bool {
	if name == "" || f.whole[name] || isCopyright(line) {
		return true
	}
	for _, before := range f.before {
		if strings.HasPrefix(name, before) && !endsSentence(line) {
			return true
		}
	}
	if end := strings.IndexAny(line, ".!?"); end < 0 || !f.whole[bare(line[:end])] {
		return false // as nearly all lines are; sentences are dear
	}
	for _, s := range f.language.Sentences(line) {
		if !f.whole[bare(s.Of(line))] {
			return false
		}
	}
	return true
}

// isCopyright reports whether a line is a copyright notice.
func isCopyright(line string) bool {
	return len(strings.Fields(line)) <= 20 && (strings.HasPrefix(line, "©") || strings.HasPrefix(line, "Copyright ©") || strings.HasPrefix(line, "(c) "))
}

// endsSentence reports whether a line ends as a sentence does.
func endsSentence(line string) bool {
	line = strings.TrimRight(line, "\"”’'»)] ")
	return strings.HasSuffix(line, ".") || strings.HasSuffix(line, "!") || strings.HasSuffix(line, "?") ||
		strings.HasSuffix(line, "。") || strings.HasSuffix(line, "…") || strings.HasSuffix(line, ":")
}

// LeaveOut leaves passages of the body out of an article, by their indexes, as furniture
// that a person found; the headline stays. Everything that points into the text is made
// anew.
func (a *Article) LeaveOut(passages []int, language *text.Language) {
	if a.Withheld != nil {
		return // its places are kept as they were
	}
	var own []rawBlock
	for n := 1; n < len(a.Blocks); n++ {
		var kept []string
		for i, p := range a.Passages {
			switch words := p.Of(a.Text); {
			case p.Block != n:
			case slices.Contains(passages, i):
				a.SetAside = append(a.SetAside, words)
			default:
				kept = append(kept, words)
			}
		}
		if len(kept) > 0 {
			own = append(own, rawBlock{a.Blocks[n].Kind, kept, 0})
		}
	}
	a.setText(own)
	a.Passages, a.Quotations = listPassages(a, language), text.Quotations(a.Text)
}
