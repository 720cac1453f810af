package event

import (
	"slices"

	"parallax/generator/corpus"
	"parallax/generator/diag"
)

// An Explanation says why two articles are or are not in one event.
type Explanation struct {
	A, B        string    // article ids
	EventA      string    // slug of A's event
	EventB      string    // slug of B's event; the same if they are together
	GenreA      Genre     // of A; what is no report follows reports
	GenreB      Genre     // of B
	Language    bool      // both are in one language; if not, nothing else is compared
	PinnedAlike bool      // front matter puts both in one event
	KeptApart   bool      // front matter keeps them apart
	Copy        bool      // they share long passages word for word
	TooFar      bool      // their dates lie further apart than articles are compared over
	Compared    bool      // they share enough rare stems, within that time, to be compared at all
	Probability float64   // that the two report one event, by themselves
	Mean        float64   // mean probability between A and the other members of B's event
	Between     float64   // mean probability between the reports of the two events, copies counted once; 0 if they are one
	Threshold   float64   // that the mean, or what is between the two events, must reach
	Base        float64   // logarithm of the odds before anything is known of the two
	Measures    []Measure // what adds to it and takes from it, if they were compared
	Cosines     []Cosine
	Days        float64 // between the dates; -1 if one is unknown
	Terms       []Term  // shared words
	Names       []Term
	Numbers     []Term
}

// Together reports whether the two articles are in one event.
func (e *Explanation) Together() bool { return e.EventA == e.EventB }

// A Measure is one thing that the decision on two articles is made from.
type Measure struct {
	Name  string  // as model.toml has it
	Value float64 // what was measured
	Odds  float64 // what it adds to the logarithm of the odds
}

// A Cosine is how alike a field of two articles is, beside the best that each
// has with any other.
type Cosine struct {
	Field        string
	Value        float64
	BestA, BestB float64 // weighted mean of the two highest
}

// Explain groups articles as Group does and explains what became of two of
// them. The second result is false if there is no article of one of the ids.
func Explain(articles []corpus.Article, s Settings, a, b string) (Explanation, bool, diag.List) {
	g := newGrouper(articles, s)
	i, okA := g.index[a]
	j, okB := g.index[b]
	if !okA || !okB || i == j {
		return Explanation{}, false, g.problems
	}
	g.readAll()
	g.cluster()
	x := Explanation{A: a, B: b, Days: -1}
	first, second := g.articles[i], g.articles[j]
	x.GenreA, x.GenreB = g.genres[i], g.genres[j]
	language := g.language[i]
	x.Language = language == g.language[j]
	x.PinnedAlike = g.pins.labels[i] != 0 && g.pins.labels[i] == g.pins.labels[j]
	x.KeptApart = !x.PinnedAlike && (!g.pins.alike(i, j) && (g.pins.labels[i] != 0 && g.pins.labels[j] != 0 || g.pins.apart[[2]int32{min(i, j), max(i, j)}]))
	x.Copy = g.nodeOf[i] == g.nodeOf[j]
	if first.Date.Known() && second.Date.Known() {
		x.Days = first.Date.Days(second.Date)
		x.TooFar = x.Days > window
	}
	g.explainPlace(&x, i, j)
	if x.Language {
		g.explainPair(&x, g.nodeOf[i], g.nodeOf[j])
		shared := g.readers[language].reasons(g.sheets([]int32{i, j}))
		x.Terms, x.Names, x.Numbers = shared.terms, shared.names, shared.numbers
	}
	return x, true, g.problems
}

// explainPlace says where the two articles are, how near the first is to the
// others of the second's event, and how near the two events are.
func (g *grouper) explainPlace(x *Explanation, i, j int32) {
	home := g.homes()
	target := home[g.nodeOf[j]]
	from, to := &g.found[home[g.nodeOf[i]]], &g.found[target]
	x.EventA, x.EventB = from.slug, to.slug
	x.Threshold = g.model.Threshold
	if from != to && g.lone(from) && g.lone(to) || from == to && len(to.articles) == 2 {
		x.Threshold = g.model.First
	}
	sum, others := g.ties().sum(g.nodeOf[i], target), len(to.articles)
	if from == to {
		x.Mean = sum / float64(others-1)
		return
	}
	x.Mean = sum / float64(others)
	x.Between = g.meanBetween(from, to)
}

// lone reports whether a cluster is one report, with nothing but copies of it.
func (g *grouper) lone(c *cluster) bool {
	return !slices.ContainsFunc(c.articles, func(a int32) bool { return g.nodeOf[a] != g.nodeOf[c.articles[0]] })
}

// meanBetween returns the mean similarity between the nodes of two clusters,
// which decides whether they are joined.
func (g *grouper) meanBetween(a, b *cluster) float64 {
	side := make([]int, len(g.nodes)) // 1 in a, 2 in b
	var count [3]int
	for n, c := range []*cluster{a, b} {
		for _, article := range c.articles {
			if node := g.nodeOf[article]; side[node] == 0 {
				side[node] = n + 1
				count[n+1]++
			}
		}
	}
	sum := 0.0
	for _, e := range g.edges {
		if side[e.A]*side[e.B] == 2 { // one in each
			sum += float64(e.Similarity)
		}
	}
	return sum / float64(count[1]*count[2])
}

// explainPair says what two nodes have in common.
func (g *grouper) explainPair(x *Explanation, a, b int32) {
	nodes := g.nodeHeap()
	profiles := nodes.profiles
	blocks, bests := nodes.pairs(nil)
	candidates := slices.Concat(blocks...)
	decide := g.model.regression()
	for n := range candidates {
		p := &candidates[n]
		if p.a != min(a, b) || p.b != max(a, b) {
			continue
		}
		f := featuresOf(p, profiles, kinOf(p, profiles, bests))
		x.Compared, x.Probability, x.Base = true, decide.Probability(f[:]), decide.Base
		for i, name := range featureNames() {
			x.Measures = append(x.Measures, Measure{name, f[i], decide.Weights[name] * f[i]})
		}
		of := func(field string, value float32, a, b topTwo) Cosine {
			return Cosine{field, float64(value), float64(a.mean()), float64(b.mean())}
		}
		ofA, ofB := bests[a], bests[b]
		x.Cosines = []Cosine{
			of("words", p.whole(), ofA.whole, ofB.whole),
			of("headline", p.cosines[inTitle], ofA.title, ofB.title),
		}
	}
}
