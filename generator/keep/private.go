package keep

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/revision"
	"parallax/generator/text"
)

// A Private is what is kept of an article whose text may not be given away.
type Private struct {
	File       string           `json:"file"`
	Outlet     string           `json:"outlet"`
	Date       corpus.Date      `json:"date"`
	Retrieved  corpus.Date      `json:"retrieved"`
	URL        string           `json:"url"`
	Language   string           `json:"language"`
	Author     string           `json:"author"`
	Topics     []string         `json:"topics"`
	Paraphrase bool             `json:"paraphrase"`
	Excerpt    bool             `json:"excerpt"`
	Original   int              `json:"original"` // words; 0 if unknown
	Changes    corpus.Changes   `json:"changes"`
	Unspaced   bool             `json:"unspaced"` // its script has no blanks between words
	Quotations []text.Span      `json:"quotations"`
	Blocks     []corpus.Block   `json:"blocks"`
	Passages   []corpus.Passage `json:"passages"`
	Words      []Run            `json:"words"` // of the passages, in order
}

// A Run is words of a text that may be shown or, where Words is empty, how much of it
// may not.
type Run struct {
	Start int    // in bytes
	Words string // empty if they are withheld
	Bytes int    // of what is withheld
	Count int    // of words
	Parts int    // of words, those with a hyphen counted by their parts
}

// MarshalJSON writes a run as [start, "words"] or [start, bytes, count, parts].
func (r Run) MarshalJSON() ([]byte, error) {
	if r.Words != "" {
		return json.Marshal([]any{r.Start, r.Words})
	}
	return json.Marshal([]int{r.Start, r.Bytes, r.Count, r.Parts})
}

// UnmarshalJSON reads what MarshalJSON writes.
func (r *Run) UnmarshalJSON(data []byte) error {
	var list []json.RawMessage
	if err := json.Unmarshal(data, &list); err != nil {
		return err
	}
	fields := []any{&r.Start, &r.Bytes, &r.Count, &r.Parts}
	if len(list) == 2 {
		fields = []any{&r.Start, &r.Words}
	}
	if len(list) != len(fields) {
		return fmt.Errorf("a run of words has %d values", len(list))
	}
	for i, field := range fields {
		if err := json.Unmarshal(list[i], field); err != nil {
			return err
		}
	}
	return nil
}

// end returns the byte behind a run.
func (r Run) end() int { return r.Start + max(len(r.Words), r.Bytes) }

// withhold returns what is kept of an article: the pieces of its words, and how much
// stands between them. Fewer words than run are no quotation.
func withhold(a *corpus.Article, pieces []text.Span, run int) *Private {
	p := &Private{
		File: a.File, Outlet: a.Outlet, Date: a.Date, Retrieved: a.Retrieved, URL: a.URL, Language: a.Language, Author: a.Author, Topics: a.Topics,
		Paraphrase: a.Paraphrase, Excerpt: a.Excerpt, Original: a.Original, Unspaced: text.MostlyUnspaced(a.Text),
		Quotations: a.Quotations, Blocks: a.Blocks, Passages: a.Passages,
	}
	if n := len(a.Earlier); n > 0 {
		p.Changes = revision.Revise(a.Earlier[n-1], a).Figures(a.Earlier[n-1])
	}
	for _, passage := range a.Passages {
		at := passage.Start
		for _, piece := range pieces {
			if !piece.Overlaps(passage.Span) {
				continue
			}
			piece = text.Span{Start: max(piece.Start, passage.Start), End: min(piece.End, passage.End)}
			p.gap(a.Text, passage.Start, at, piece.Start)
			p.Words = append(p.Words, Run{Start: piece.Start, Words: piece.Of(a.Text)})
			at = piece.End
		}
		p.gap(a.Text, passage.Start, at, passage.End)
	}
	return p
}

// gap adds what is withheld between two bytes of a passage that begins at a third.
func (p *Private) gap(s string, passage, from, to int) {
	if from < to {
		count := func(count func(string) int) int { return count(s[passage:to]) - count(s[passage:from]) }
		p.Words = append(p.Words, Run{Start: from, Bytes: to - from, Count: max(0, count(text.CountWords)), Parts: max(0, count(parts))})
	}
}

// parts counts the words of a text, those with a hyphen by their parts.
func parts(s string) int { return text.CountWords(strings.ReplaceAll(s, "-", " ")) }

// Article returns the article with signs in place of what is withheld.
func (a Article) Article() *corpus.Article {
	p := a.Private
	made := &corpus.Article{
		ID: a.ID, File: p.File, Outlet: p.Outlet, Date: p.Date, Retrieved: p.Retrieved, URL: p.URL, Language: p.Language, Author: p.Author, Topics: p.Topics,
		Paraphrase: p.Paraphrase, Excerpt: p.Excerpt, Original: p.Original, Blocks: p.Blocks, Passages: p.Passages, Quotations: p.Quotations,
		Withheld: &corpus.Withheld{Changes: p.Changes},
	}
	end := p.Blocks[len(p.Blocks)-1].End
	written := []byte(strings.Repeat(" ", end))
	for _, b := range p.Blocks[1:] {
		copy(written[b.Start-len("\n\n"):], "\n\n")
	}
	for _, r := range p.Words {
		if r.Words == "" {
			copy(written[r.Start:], standIn(r, p.Unspaced))
			continue
		}
		copy(written[r.Start:], r.Words)
		made.Withheld.There = append(made.Withheld.There, text.Span{Start: r.Start, End: r.end()})
	}
	made.Text = string(written)
	made.Title = p.Blocks[0].Of(made.Text)
	return made
}

// StandIns are the letters that stand for words that are withheld: no language has
// them in a text of the press.
const StandIns = "ƛ〇"

// standIn returns as many words as were withheld, of one letter each, in as many
// bytes.
func standIn(r Run, unspaced bool) string {
	letters := []rune(StandIns)
	written := words(r, string(letters[0]), " ")
	if unspaced {
		written = words(r, string(letters[1]), "")
	}
	if len(written) > r.Bytes {
		written = words(r, "x", " ")
	}
	return (written + strings.Repeat(" ", max(0, r.Bytes-len(written))))[:r.Bytes]
}

// words writes words of a letter, as many of them as have further parts with hyphens.
func words(r Run, letter, blank string) string {
	list := slices.Repeat([]string{letter}, r.Count)
	if more := r.Parts - r.Count; more > 0 && len(list) > 0 && blank != "" {
		list[0] += strings.Repeat("-"+letter, more)
	}
	return blank + strings.Join(list, blank)
}
