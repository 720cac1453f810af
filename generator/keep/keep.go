// Package keep makes of an event a file that may be given away though the texts of
// its articles may not, and makes the event of that file again. [Make] and [Read]
// are its entry points.
//
// # Why
//
// Articles whose owners reserve all rights stand where git ignores them, in
// content/.private. Whoever clones the repository of a site does not have them, and
// is to build the same site all the same. So a build keeps of every event that has
// such an article what its pages are made from, in content/kept/<event>.json, and
// makes the pages from nothing else: from what it read of that file. What a clone
// builds from it cannot be anything else.
//
// # What is kept
//
// The event as grouping found it; of each article a hash, so that a change of it is
// seen; of a private one what is known of it, and where its passages stand; the
// comparison as it is published, cut to what the event's allowance lets it say; and
// what else is found by reading the texts whole: which names the blind twin hides,
// which words two reports set side by side do not share, and the exercises of the
// lesson.
//
// # Whose words
//
// Of a private article's words those are kept that pages show: what the
// [rights.Allowance] chose, and what exercises and notes name besides in words that are
// too few to be a quotation. Of the others the file says how many there are. It goes
// through the audit like every file of the site.
//
// # Of events without private articles
//
// What grouping found depends on all articles of the site. So of an event without
// private articles a file is kept too if the site has any: what grouping found, and
// hashes. Its texts are there, and it is compared anew.
package keep

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"

	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/framing"
	"parallax/generator/lesson"
	"parallax/generator/mask"
	"parallax/generator/rights"
	"parallax/generator/site"
	"parallax/generator/text"
)

// Folder is where the files are kept, in the site's folder; version is that of their
// form.
const (
	Folder  = "content/kept"
	version = 1
)

// File returns the name of the file of an event.
func File(slug string) string { return Folder + "/" + slug + ".json" }

// A Kept is what is kept of an event.
type Kept struct {
	Version  int         `json:"version"`
	Settings string      `json:"settings,omitempty"` // hash of the settings and the editor's names that it was made with; empty without private articles
	Event    event.Event `json:"event"`
	Articles []Article   `json:"articles"` // in the order of the event
	*Findings
}

// Findings are what was found by reading the articles of an event whole; nil if none
// of them is private.
type Findings struct {
	Comparison *framing.Comparison `json:"comparison"`
	Rights     rights.Kept         `json:"rights"`
	Names      mask.Learned        `json:"names"`
	Pairs      []Pair              `json:"pairs"`
	Lesson     *lesson.Lesson      `json:"lesson"` // before an editor changed it; empty if the site wants none
}

// A Pair is two articles that a page sets side by side.
type Pair struct {
	First  int            `json:"first"` // indexes into Comparison.Articles
	Second int            `json:"second"`
	Own    [2][]text.Span `json:"own"`  // words of each that the passage beside does not have
	Same   []int          `json:"same"` // passages of the first of which those beside are the same words
}

// An Article is an article of an event.
type Article struct {
	ID      string   `json:"id"`
	Sum     string   `json:"sum"`               // of what the event's pages depend on
	Private *Private `json:"private,omitempty"` // nil if its text is in the repository
}

// Settings returns a hash of what an event's file depends on besides its articles:
// settings of the site, the names that an editor says are one, and the sum of the
// review of the event, empty if it has none.
func Settings(c site.Config, aliases [][]string, review string) string {
	return sum(struct {
		Quotation site.Quotation
		Signals   map[string]bool
		Aliases   [][]string
		Review    string `json:",omitempty"` // so that the hash of an event without one stays
	}{c.Quotation, c.Signals, aliases, review})
}

// Sum returns a hash of so much of an article as an event's file depends on.
func Sum(a *corpus.Article) string {
	return sum([]any{a.Text, a.Title, a.Outlet, a.Date, a.URL, a.Language, a.Licence, a.Paraphrase, a.Excerpt, a.Original})
}

// sum returns the first bytes of a hash of plain data, in hexadecimal.
func sum(v any) string {
	const length = 8 // bytes; whoever changes a text does not look for another with the same hash
	h := sha256.New()
	_ = json.NewEncoder(h).Encode(v) // plain data always marshals, to a hash
	return hex.EncodeToString(h.Sum(nil)[:length])
}

// Plain returns what is kept of an event without private articles.
func Plain(e *event.Event, articles []*corpus.Article) *Kept {
	k := &Kept{Version: version, Event: *e}
	for _, a := range articles {
		k.Articles = append(k.Articles, Article{ID: a.ID, Sum: Sum(a)})
	}
	return k
}

// Make returns what is kept of an event that has private articles. The articles are
// those of the event in its order, the allowance is that of its comparison, and found
// is what else was found in their texts.
func Make(e *event.Event, articles []*corpus.Article, settings string, allowance *rights.Allowance, found Findings) *Kept {
	k := Plain(e, articles)
	k.Settings = settings
	found.Comparison, found.Rights = allowance.Comparison(), allowance.Keep()
	there := map[string][]text.Span{}
	asked := found.Lesson.Evidence()
	for _, d := range found.Comparison.Agency.Agentless {
		asked = append(asked, d.Deed) // which a reader's note names
	}
	for i, a := range articles {
		if a.Private() {
			there[a.ID] = allowance.Pieces(a, asked)
			k.Articles[i].Private = withhold(a, there[a.ID], found.Rights.Run)
		}
	}
	for i := range found.Pairs {
		found.Pairs[i].cut(found.Comparison, there)
	}
	k.Findings = &found
	return k
}

// cut leaves out what a pair says of words that are not there, by the ids of private
// articles.
func (p *Pair) cut(c *framing.Comparison, there map[string][]text.Span) {
	for i, article := range []int{p.First, p.Second} {
		pieces, private := there[c.Articles[article].ID]
		p.Own[i] = slices.DeleteFunc(slices.Clone(p.Own[i]), func(s text.Span) bool {
			return private && !slices.ContainsFunc(pieces, s.Overlaps)
		})
	}
}

// Has reports whether a private article is among those of the event.
func (k *Kept) Has(id string) bool {
	return slices.ContainsFunc(k.Articles, func(a Article) bool { return a.ID == id && a.Private != nil })
}

// Says returns the keys of the messages that are kept. Another version of the program
// may have no words for one.
func (k *Kept) Says() []string {
	if k.Findings == nil {
		return nil
	}
	var keys []string
	for _, f := range k.Comparison.Findings {
		keys = append(keys, f.Says.Key)
	}
	for _, s := range k.Comparison.Silences {
		keys = append(keys, s.Why.Key)
	}
	for _, x := range slices.Concat(k.Lesson.Exercises, k.Lesson.Offered) {
		keys = append(keys, x.Prompt.Key, x.Why.Key)
		for _, m := range x.Models {
			keys = append(keys, m.Key)
		}
		for _, o := range slices.Concat(x.Rows, x.Options) {
			keys = append(keys, o.Says.Key)
		}
	}
	return slices.DeleteFunc(keys, func(key string) bool { return key == "" })
}

// Pair returns what is kept of two articles side by side, nil if nothing is.
func (k *Kept) Pair(first, second int) *Pair {
	i := slices.IndexFunc(k.Pairs, func(p Pair) bool { return p.First == first && p.Second == second })
	if i < 0 {
		return nil
	}
	return &k.Pairs[i]
}

// Members returns the articles of an event with those in place of private ones that
// are made of the file.
func (k *Kept) Members(articles []*corpus.Article) []*corpus.Article {
	list := slices.Clone(articles)
	for i, a := range list {
		at := slices.IndexFunc(k.Articles, func(known Article) bool { return known.ID == a.ID && known.Private != nil })
		if at >= 0 {
			list[i] = k.Articles[at].Article()
		}
	}
	return list
}

// Bytes returns the file of an event.
func (k *Kept) Bytes() ([]byte, error) {
	data, err := json.Marshal(k)
	if err != nil {
		return nil, fmt.Errorf("keep event %s: %w", k.Event.Slug, err)
	}
	var b bytes.Buffer
	if err := lay(&b, data, 0); err != nil {
		return nil, fmt.Errorf("keep event %s: %w", k.Event.Slug, err)
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}
