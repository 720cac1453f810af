package event

import (
	"cmp"
	"slices"
	"strings"
	"sync/atomic"

	"parallax/generator/corpus"
	"parallax/generator/diag"
	"parallax/generator/event/link"
	"parallax/generator/parallel"
	"parallax/generator/text"
)

// Settings are what grouping needs besides the articles.
type Settings struct {
	Languages *text.Languages
	Notes     []corpus.EventNote // titles that editors gave
	Lock      Lock
	Model     *Model  // nil for the built-in one
	Caution   float64 // what the odds that a join needs are multiplied by; 0 for 1
}

// A Grouping is what Group found.
type Grouping struct {
	Events []Event    // by date of the latest article, newest first, then by slug
	Lock   Lock       // to be kept for the next build
	Near   []NearMiss // the nearest first
	Seams  []Seam     // where events might come apart, the loosest first
	Needs  float64    // mean probability that a join of clusters needed
}

// A NearMiss is an article that nearly joined an event.
type NearMiss struct {
	Article    string
	Event      string  // slug
	Similarity float64 // mean similarity to the event's members
}

// leastTerms is how many words that carry content an article needs to be
// grouped by what it says.
const leastTerms = 4

// Group groups articles into events, as the package comment says. The order
// of articles changes nothing. Mistakes in pins are errors; articles that are
// too short to group, and editors' notes without an event, are told too.
func Group(articles []corpus.Article, s Settings) (Grouping, diag.List) {
	g := newGrouper(articles, s)
	g.readAll()
	g.cluster()
	return g.grouping(), g.problems
}

// A grouper holds the work of one call of Group. Articles are known by their
// index in order of ids.
type grouper struct {
	settings Settings
	model    Model
	articles []*corpus.Article // by id
	index    map[string]int32  // by id
	language []*text.Language  // by article
	genres   []Genre           // likewise
	words    [][]text.Word     // by article, of as many as are kept
	readers  map[*text.Language]*reader
	heap     heap // of articles
	pins     pins
	nodes    [][]int32   // articles that repeat each other, the one that stands for them first
	nodeOf   []int32     // by article
	edges    []link.Edge // between nodes
	found    []cluster
	problems diag.List
}

// A cluster is an event in the making.
type cluster struct {
	articles []int32
	slug     string
	name     string // what its slug is made of
	title    string
	reasons  reasons
}

func newGrouper(articles []corpus.Article, s Settings) *grouper {
	g := &grouper{settings: s, index: map[string]int32{}, readers: map[*text.Language]*reader{}}
	if s.Model != nil {
		g.model = *s.Model
	} else {
		g.model = BuiltinModel()
	}
	g.model = g.model.cautious(cmp.Or(s.Caution, 1))
	for i := range articles {
		g.articles = append(g.articles, &articles[i])
	}
	slices.SortStableFunc(g.articles, func(a, b *corpus.Article) int { return strings.Compare(a.ID, b.ID) })
	for i, a := range g.articles {
		g.index[a.ID] = int32(i)
	}
	g.pins = g.readPins()
	return g
}

// languageOf returns the language of an article.
func (g *grouper) languageOf(a *corpus.Article) *text.Language {
	tag := a.Language
	if tag == "" {
		tag = text.Detect(a.Text)
	}
	return g.settings.Languages.For(tag)
}

// keptWords is how many words are kept from reading to naming, lest all texts
// are split twice: 24 MB of them. A large collection splits the rest again.
const keptWords = 1_000_000

// wordsOf returns the words of an article.
func (g *grouper) wordsOf(i int32) []text.Word {
	if words := g.words[i]; words != nil {
		return words
	}
	return g.language[i].Words(g.articles[i].Text)
}

// readAll makes the profiles of all articles.
func (g *grouper) readAll() {
	g.language, g.genres = make([]*text.Language, len(g.articles)), make([]Genre, len(g.articles))
	parallel.Each(len(g.articles), func(_, i int) {
		g.language[i] = g.languageOf(g.articles[i])
		g.genres[i] = GenreOf(g.language[i], g.articles[i])
	})
	for i, a := range g.articles {
		l := g.language[i]
		if g.readers[l] == nil {
			g.readers[l] = newReader(l)
		}
		g.readers[l].rarity.count(l, a)
	}
	profiles := make([]profile, len(g.articles))
	g.words = make([][]text.Word, len(g.articles))
	var kept atomic.Int64
	desks := make([]desk, parallel.Workers())
	parallel.Each(len(g.articles), func(worker, i int) {
		words := g.wordsOf(int32(i))
		if kept.Add(int64(len(words))) <= keptWords {
			g.words[i] = words
		}
		profiles[i] = g.readers[g.language[i]].read(g.articles[i], words, &desks[worker])
	})
	for i, a := range g.articles {
		if profiles[i].terms < leastTerms && a.Event == "" {
			g.problems.Notef(a.File, 0, "pin it with event = \"…\" if it belongs to one", "the text is too short to group by what it says")
		}
	}
	g.heap = heap{profiles, keepShared(profiles)}
}

// joinCopies makes the nodes to be linked: each an article with those that
// repeat it almost word for word, unless pins keep them apart.
func (g *grouper) joinCopies() {
	g.nodes = nil
	g.nodeOf = make([]int32, len(g.articles))
	for i, original := range copies(g.heap.profiles) {
		if int(original) != i && g.pins.alike(int32(i), original) {
			g.nodeOf[i] = g.nodeOf[original]
			g.nodes[g.nodeOf[i]] = append(g.nodes[g.nodeOf[i]], int32(i))
			continue
		}
		g.nodeOf[i] = int32(len(g.nodes))
		g.nodes = append(g.nodes, []int32{int32(i)})
	}
}

// nodeHeap returns the profiles of the articles that stand for nodes.
func (g *grouper) nodeHeap() *heap {
	list := make([]profile, len(g.nodes))
	for i, node := range g.nodes {
		list[i] = g.heap.profiles[node[0]]
	}
	return &heap{list, g.heap.size}
}

// maxRounds is how often clustering is done again because an article landed
// in an event that its front matter rules out.
const maxRounds = 4

// cluster links the nodes and names the clusters, until no article is in an
// event that it must not join.
func (g *grouper) cluster() {
	for range maxRounds {
		g.joinCopies()
		g.edges = g.nodeHeap().edges(g.model)
		g.found = nil
		for _, nodes := range g.linked() {
			var articles []int32
			for _, n := range nodes {
				articles = append(articles, g.nodes[n]...)
			}
			slices.SortFunc(articles, g.before)
			g.found = append(g.found, cluster{articles: articles})
		}
		g.nameClusters()
		if !g.keepOut() {
			return
		}
	}
}

// linked returns the clusters of nodes: reports are joined by average link, and what
// comments on them follows.
func (g *grouper) linked() [][]int32 {
	follower := g.followers()
	if !slices.Contains(follower, true) {
		return link.Average(len(g.nodes), g.edges, g.constraints(), g.model.thresholds())
	}
	between := slices.DeleteFunc(slices.Clone(g.edges), func(e link.Edge) bool { return follower[e.A] || follower[e.B] })
	return g.follow(link.Average(len(g.nodes), between, g.constraints(), g.model.thresholds()), follower)
}

// before orders articles as they stand in an event, given by their indices.
func (g *grouper) before(a, b int32) int {
	return cmp.Or(g.articles[a].Compare(g.articles[b]), cmp.Compare(a, b))
}
