package align

import (
	"math"
	"slices"

	"parallax/generator/ratio"
)

const (
	// leastShared is the share of the lighter passage's words, by weight, from
	// which two passages are compared at all.
	leastShared = 0.12
	// unlike is the likeness of passages that are not compared. On labelled
	// events 1 in 100 such pairs tells one fact.
	unlike = 0.01
	// strongWords is how many of the heaviest shared words count by themselves.
	strongWords = 3
	// openingPassages is how many passages open a text: headline and lead.
	openingPassages = 2
)

// A tie is the likeness of a unit and another of a later or earlier text.
type tie struct {
	other    int32
	likeness float32
}

// A Pair is what two passages have in common: the measures that their likeness
// is made of.
type Pair struct {
	Meaning    float64 // words of both, those of like meaning included, by weight (Dice)
	Inside     float64 // the same over the lighter of the two (containment)
	Cosine     float64 // of the weights of words
	Strongest  float64 // weight of the heaviest shared word
	Strong     float64 // of the three heaviest together
	Plain      float64 // weight of shared words that are no names
	Names      float64 // weight of shared names
	Numbers    float64 // shared numbers
	Neighbours float64 // pairs of neighbouring words of both over those of either
	Opening    float64 // 1 if both are headlines or leads
	Around     float64 // the greatest Meaning of two passages beside them
	Mass       float64 // logarithm of the weight of the lighter one's words
}

// PairMeasures returns the names of the measures of a [Pair], in order.
func PairMeasures() []string {
	return []string{
		"meaning", "inside", "cosine", "strongest", "strong", "plain", "names", "numbers", "neighbours", "opening", "around", "mass",
	}
}

// Values returns the measures in the order of [PairMeasures].
func (p *Pair) Values() []float64 {
	return []float64{
		p.Meaning, p.Inside, p.Cosine, p.Strongest, p.Strong, p.Plain, p.Names, p.Numbers, p.Neighbours, p.Opening, p.Around, p.Mass,
	}
}

// compared are the pairs of units that are compared, each measured once for both.
type compared struct {
	*Alignment
	measured []Pair
	with     [][]common // by unit, in the order of the others
}

// common is another unit that a unit is compared with.
type common struct {
	other, pair int32 // unit, and index of what was measured
}

// tie compares the units of different texts that share enough words.
func (a *Alignment) tie() [][]tie {
	p := a.pairs()
	ties := make([][]tie, len(a.units))
	likeness := make([]float32, len(p.measured))
	for i, list := range p.with {
		ties[i] = make([]tie, len(list))
		for k, c := range list {
			if int(c.other) > i {
				m := &p.measured[c.pair]
				m.Around = p.around(i, int(c.other))
				likeness[c.pair] = float32(max(unlike, a.model.Likeness.Probability(m.Values())))
			}
			ties[i][k] = tie{c.other, likeness[c.pair]}
		}
	}
	return ties
}

// pairs measures the units of different texts that share enough.
func (a *Alignment) pairs() *compared {
	pairs := &compared{Alignment: a, with: make([][]common, len(a.units))}
	where := make([][]int32, len(a.lexicon.keys))
	shared := make([]float64, len(a.units))
	var touched []int32
	for j := range a.units {
		v := &a.units[j]
		touched = touched[:0]
		for _, w := range v.content {
			weight := a.lexicon.weight[w.id]
			for _, i := range where[w.id] {
				if shared[i] == 0 {
					touched = append(touched, i)
				}
				shared[i] += weight
			}
			where[w.id] = append(where[w.id], int32(j))
		}
		slices.Sort(touched)
		for _, i := range touched {
			u := &a.units[i]
			enough := u.text != v.text && shared[i] > leastShared*min(u.mass, v.mass)
			shared[i] = 0
			if enough {
				n := int32(len(pairs.measured))
				pairs.measured = append(pairs.measured, a.measure(u, v))
				pairs.with[i] = append(pairs.with[i], common{int32(j), n})
				pairs.with[j] = append(pairs.with[j], common{i, n})
			}
		}
	}
	return pairs
}

// around returns the greatest meaning that passages beside two units share.
func (c *compared) around(i, j int) float64 {
	most := 0.0
	for _, p := range [2]int{i - 1, i + 1} {
		if p < 0 || p >= len(c.units) || c.units[p].text != c.units[i].text {
			continue
		}
		for _, q := range [2]int{j - 1, j + 1} {
			if at, found := find(c.with[p], int32(q)); found {
				if c.units[q].text == c.units[j].text {
					most = max(most, c.measured[c.with[p][at].pair].Meaning)
				}
			}
		}
	}
	return most
}

func find(list []common, other int32) (int, bool) {
	return slices.BinarySearchFunc(list, other, func(c common, other int32) int { return int(c.other - other) })
}

// measure compares two units, apart from what stands around them.
func (a *Alignment) measure(u, v *unit) Pair {
	p := Pair{Mass: math.Log(1 + min(u.mass, v.mass)), Neighbours: share(u.pairs, v.pairs)}
	if u.passage < openingPassages && v.passage < openingPassages {
		p.Opening = 1
	}
	meant, dot := 0.0, 0.0
	var strong [strongWords]float64
	for i, j := 0, 0; i < len(u.content) && j < len(v.content); {
		switch x, y := u.content[i], v.content[j]; {
		case x.id < y.id:
			i++
		case x.id > y.id:
			j++
		default:
			w := a.lexicon.weight[x.id]
			meant += w
			dot += w * w
			p.take(x, y, w)
			insert(&strong, w)
			i++
			j++
		}
	}
	meant += a.lexicon.kindred(u.content, v.content)
	p.Meaning, p.Inside = ratio.Of(2*meant, u.mass+v.mass), ratio.Of(meant, min(u.mass, v.mass))
	p.Cosine = ratio.Of(dot, math.Sqrt(u.square*v.square))
	p.Strongest, p.Strong = strong[0], strong[0]+strong[1]+strong[2]
	return p
}

// take counts a shared word as a name or a plain word.
func (p *Pair) take(x, y word, weight float64) {
	if x.name || y.name {
		p.Names += weight
	} else {
		p.Plain += weight
	}
	if x.number && y.number {
		p.Numbers++
	}
}

// insert puts a weight among the greatest ones, which fall.
func insert(greatest *[strongWords]float64, w float64) {
	for i, g := range greatest {
		if w > g {
			greatest[i], w = w, g
		}
	}
}

// kindred returns the weight of the words of one profile that the other has
// not, but a word of about the same meaning that the first has not; each
// counts once.
func (x *lexicon) kindred(a, b []word) float64 {
	sum := 0.0
	var used []int32
	for _, w := range a {
		if len(x.kin[w.id]) == 0 || has(b, w.id) {
			continue
		}
		best, at := 0.0, int32(-1)
		for _, k := range x.kin[w.id] {
			if m := k.near * min(x.weight[w.id], x.weight[k.id]); m > best && has(b, k.id) && !has(a, k.id) && !slices.Contains(used, k.id) {
				best, at = m, k.id
			}
		}
		if at >= 0 {
			used = append(used, at)
			sum += best
		}
	}
	return sum
}

// has reports whether a sorted list holds a word.
func has(list []word, id int32) bool {
	_, found := slices.BinarySearchFunc(list, id, func(w word, id int32) int { return int(w.id - id) })
	return found
}

// likeness returns the likeness of two units of different texts.
func (a *Alignment) likeness(i, j int32) float64 {
	list := a.ties[i]
	at, found := slices.BinarySearchFunc(list, j, func(t tie, other int32) int { return int(t.other - other) })
	if !found {
		return unlike
	}
	return float64(list[at].likeness)
}

// share returns the elements of both sorted lists over those of either.
func share[T int32 | int64](a, b []T) float64 {
	both := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			both, i, j = both+1, i+1, j+1
		}
	}
	return ratio.Of(float64(both), float64(len(a)+len(b)-both))
}
