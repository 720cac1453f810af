package event

import (
	"cmp"
	"maps"
	"slices"

	"parallax/generator/corpus"
	"parallax/generator/event/link"
	"parallax/generator/text"
)

// A Reader reads articles one by one, for whoever groups them in parts. It is not for
// several goroutines at once.
type Reader struct {
	languages *text.Languages
	counts    map[string]Count
	readers   map[*text.Language]*reader
	desk      desk
}

// A Count tells how many texts of a collection there are in a language, and in how many
// of them each stem stands.
type Count struct {
	Texts int
	Stems map[string]int
}

// NewReader returns a reader. For languages without a background table it takes what was
// counted, by tag of the language; [Reader.Counted] says what to count.
func NewReader(languages *text.Languages, counts map[string]Count) *Reader {
	return &Reader{languages: languages, counts: counts, readers: map[*text.Language]*reader{}}
}

// of returns the reader of a language.
func (r *Reader) of(l *text.Language) *reader {
	if r.readers[l] == nil {
		made := newReader(l)
		if count, counted := r.counts[l.Tag]; counted && made.rarity.background.Documents == 0 {
			made.rarity.documents, made.rarity.counted = count.Texts, count.Stems
		}
		r.readers[l] = made
	}
	return r.readers[l]
}

// Counted returns the language of an article, and the stems to count of it, sorted; none if
// the language has a background table.
func (r *Reader) Counted(a *corpus.Article) (tag string, stems []string) {
	l := languageOf(r.languages, a)
	if l.Background().Documents > 0 {
		return l.Tag, nil
	}
	return l.Tag, slices.Sorted(maps.Keys(stemsOf(l, a)))
}

// Profile returns the profile of an article.
func (r *Reader) Profile(a *corpus.Article) Profile {
	l := languageOf(r.languages, a)
	return r.of(l).read(a, l.Words(a.Text), &r.desk)
}

// Comments reports whether an article is no report, but comments on some.
func (r *Reader) Comments(a *corpus.Article) bool {
	return GenreOf(languageOf(r.languages, a), a) != Report
}

// A Draft is an event without a slug, with the base that its slug is made of.
type Draft struct {
	Event
	Base string
}

// Draft describes the event of articles in order of publication, given what is known of
// each of them beside the others.
func (r *Reader) Draft(articles []*corpus.Article, joined []Joined) Draft {
	l := languageOf(r.languages, articles[0])
	var sheets []sheet
	if len(articles) > 1 {
		for _, a := range articles {
			own := languageOf(r.languages, a)
			sheets = append(sheets, newSheet(own, a, own.Words(a.Text)))
		}
	}
	s := r.of(l).study(articles, sheets)
	return Draft{s.event(l, articles, joined), baseSlug(s.name, articles[0].ID, articles[0].Date)}
}

// FreeSlug returns the slug that [Group] gives to an event without a lock and pins, given
// the base and which slugs are free. The events have their turn in order of their first
// articles: by time of publication, then by id.
func FreeSlug(base string, free func(slug string) bool) string { return freeSlug(base, free) }

// Keys returns what an article is found by, sorted: two without a common key are not
// compared.
func (p *Profile) Keys() []uint32 {
	keys := make([]uint32, len(p.keys))
	for i, k := range p.keys {
		keys[i] = uint32(k)
	}
	return keys
}

// Keep leaves an article only those of its keys that are wanted.
func (p *Profile) Keep(wanted func(key uint32) bool) {
	p.keys = slices.DeleteFunc(slices.Clone(p.keys), func(k term) bool { return !wanted(uint32(k)) })
}

// Print returns what tells copies of the article.
func (p *Profile) Print() *Print { return &p.print }

// Shingles returns hashes of runs of words, sorted: texts without a common one are no
// copies.
func (p *Print) Shingles() []uint32 {
	list := make([]uint32, len(p.shingles))
	for i, h := range p.shingles {
		list[i] = uint32(h)
	}
	return list
}

// FirstKey returns the first key that two articles have in common.
func FirstKey(a, b *Profile) (key uint32, found bool) {
	k, found := common(a.keys, b.keys)
	return uint32(k), found
}

// Window is how many days may lie between two articles that are compared.
const Window = window

// A Meeting is two articles of a list, by their places in it, and what they have in common.
type Meeting struct {
	A, B int // A < B
	Likeness
}

// Meet compares the pairs of a list that share enough and lie within the window, if they
// meet here. It uses the profiles up.
func Meet(profiles []Profile, here func(a, b *Profile) bool) []Meeting {
	h := heap{profiles, keepShared(profiles), here}
	blocks, _ := h.pairs(nil)
	var list []Meeting
	for _, pairs := range blocks {
		for i := range pairs {
			list = append(list, Meeting{int(pairs[i].a), int(pairs[i].b), pairs[i].Likeness})
		}
	}
	slices.SortFunc(list, func(a, b Meeting) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) })
	return list
}

// Join adds what was seen of other pairs of the same article. Whoever saw what, the two
// highest are the same.
func (b *Best) Join(other *Best) {
	own := [1]Best{*b}
	join(own[:], []Best{*other})
	*b = own[0]
}

// A Linked is an article as it is linked.
type Linked struct {
	ID   string
	Date corpus.Date
}

// A Node is an article with those that repeat it, in order of ids. All are comments or none
// counts as one.
type Node struct {
	Articles []Linked
	Comments bool
}

// Link joins nodes into events by edges between them: those of more than one article, each
// in order of publication, in order of their first nodes. Nodes are in order of the ids of
// their first articles.
func Link(m Model, nodes []Node, edges []link.Edge) [][]Joined {
	g := &grouper{model: m, edges: link.Sorted(len(nodes), edges)}
	follower := make([]bool, len(nodes))
	for n, node := range nodes {
		follower[n] = node.Comments
		for _, a := range node.Articles {
			g.articles = append(g.articles, &corpus.Article{ID: a.ID, Date: a.Date})
		}
	}
	g.sortArticles()
	g.nodeOf = make([]int32, len(g.articles))
	for n, node := range nodes {
		var articles []int32
		for _, a := range node.Articles {
			articles = append(articles, g.index[a.ID])
			g.nodeOf[g.index[a.ID]] = int32(n)
		}
		g.nodes = append(g.nodes, articles)
	}
	nowhere := func(int32, []int32) bool { return false } // nobody keeps anything apart
	g.found = g.clusters(following{m, follower, g.edges, nowhere}.linked(link.Constraints{}))
	ties := g.ties()
	var list [][]Joined
	for c := range g.found {
		if len(g.found[c].articles) > 1 {
			list = append(list, g.joined(int32(c), ties))
		}
	}
	return list
}
