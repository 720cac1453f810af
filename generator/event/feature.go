package event

import (
	"math"

	"parallax/generator/corpus"
)

// A pair is what two articles have in common: for each field a cosine from 0
// to 1, of which stems and phrases are the two parts of one, and what each
// tells of what the other begins with.
type pair struct {
	a, b      int32 // a < b
	cosines   [fieldCount]float32
	lead      float32 // the sum of the rarities of the stems in both leads
	rare      int32   // rare stems that stand in both
	leadTold  float32 // share of a lead that the other article has, of both the greater
	namesTold float32 // share of the names in a lead that the other has, of both the greater
	headNames float32 // share of the names in a headline that the other's lead has, of both the lesser; below 0 if one has none
	sameDay   bool    // both texts name one day of the year
}

// whole is the cosine of the whole texts.
func (p *pair) whole() float32 { return p.cosines[inStems] + p.cosines[inPhrases] }

// rareFrom is the rarity from which a stem is rare: fewer than one text in
// fifty has it.
const rareFrom = 4

// A tally sums up the rarities of stems that two articles share: of the lead of
// one, those anywhere in the other, and so on, both ways.
type tally struct {
	lead, names, headNames [2]float32
}

// compare measures what the article that the scratch holds has in common with
// another.
func (s *scratch) compare(i, j int32, held, other *profile) pair {
	p := pair{a: min(i, j), b: max(i, j)}
	for f := inPhrases; f < fieldCount; f++ {
		weights, sum := s.weights[f], float32(0)
		for _, w := range other.fields[f] {
			sum += weights[w.term] * w.weight
		}
		p.cosines[f] = sum
	}
	var t tally
	weights, sum := s.weights[inStems], float32(0)
	for n, w := range other.fields[inStems] {
		if weights[w.term] == 0 {
			continue
		}
		sum += weights[w.term] * w.weight
		m := other.marks[n]
		if m.rarity > rareFrom {
			p.rare++
		}
		if in := s.places[w.term]; in|m.in != 0 {
			t.add(in, m.in, m.rarity)
			if in&m.in&inLead != 0 {
				p.lead += m.rarity
			}
		}
	}
	p.cosines[inStems] = sum
	p.leadTold = max(share(t.lead[0], held.room.lead), share(t.lead[1], other.room.lead))
	p.namesTold = max(share(t.names[0], held.room.names), share(t.names[1], other.room.names))
	p.headNames = -1
	if held.room.headNames > 0 && other.room.headNames > 0 {
		p.headNames = min(share(t.headNames[0], held.room.headNames), share(t.headNames[1], other.room.headNames))
	}
	p.sameDay = meet(held.days, other.days)
	return p
}

// add counts a stem that stands in some parts of two articles.
func (t *tally) add(first, second where, rarity float32) {
	for n, sides := range [...][2]where{{first, second}, {second, first}} {
		here, there := sides[0], sides[1]
		if here&inLead != 0 {
			t.lead[n] += rarity
		}
		if here&inLeadName != 0 && there&inName != 0 {
			t.names[n] += rarity
		}
		if here.both(inHeadline|inName) && there&inLead != 0 {
			t.headNames[n] += rarity
		}
	}
}

// share returns a part of a sum, 0 if there is nothing.
func share(part, all float32) float32 {
	if all == 0 {
		return 0
	}
	return part / all
}

// meet reports whether two sorted lists have anything in common.
func meet(a, b []uint16) bool {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			return true
		}
	}
	return false
}

// best holds what the nearest neighbours of an article look like: for each
// cosine, a mean of the two highest that it has with any other.
type best struct{ whole, title topTwo }

// topTwo is the highest and the second highest of what it has seen.
type topTwo struct{ first, second float32 }

func (t *topTwo) see(x float32) {
	if x > t.first {
		t.first, t.second = x, t.first
	} else {
		t.second = max(t.second, x)
	}
}

// mean weighs the second highest thrice: the highest alone would let two reports
// that share a long quotation part from all others.
func (t topTwo) mean() float32 { return (t.first + 3*t.second) / 4 }

// see lets a pair have its say in the bests of its articles.
func (s *scratch) see(p *pair) {
	for _, at := range [...]int32{p.a, p.b} {
		s.bests[at].whole.see(p.whole())
		s.bests[at].title.see(p.cosines[inTitle])
	}
}

// join adds to bests what others saw. Whoever saw what, the two highest are the same.
func join(bests, others []best) {
	for i, b := range others {
		for _, x := range [...]float32{b.whole.first, b.whole.second} {
			bests[i].whole.see(x)
		}
		for _, x := range [...]float32{b.title.first, b.title.second} {
			bests[i].title.see(x)
		}
	}
}

// featureNames are the names in model.toml of the features that the decision is
// made from.
func featureNames() []string {
	return []string{
		"kin", "title_kin", "lead_told", "names_told", "headline_names", "no_headline_names", "shared_lead", "rare_words", "headline_length", "phrases", "log_phrases", "same_day", "far",
	}
}

// features are what the decision is made from, in the order of featureNames.
type features [13]float64

// A kinship compares two cosines of a pair with the best that either article has,
// 0 to 1, and so says whether the two are mutual neighbours without counting how many
// neighbours there are: no size of an event is preferred.
type kinship struct{ whole, title float64 }

// kinOf returns the kinship of a pair.
func kinOf(p *pair, profiles []profile, bests []best) kinship {
	x, y := &bests[p.a], &bests[p.b]
	common := usual(min(profiles[p.a].terms, profiles[p.b].terms))
	whole, _ := ratio(p.whole(), x.whole, y.whole, common.whole)
	_, title := ratio(p.cosines[inTitle], x.title, y.title, common.title)
	return kinship{whole, title}
}

// mostKin returns the kinship from which the model makes the highest odds.
func (m Model) mostKin() kinship {
	var k kinship
	if m.Weights["kin"] > 0 {
		k.whole = 1
	}
	if m.Weights["title_kin"] > 0 {
		k.title = 1
	}
	return k
}

// featuresOf returns the features of a pair. But for the kinship they are properties
// of the two articles alone.
func featuresOf(p *pair, profiles []profile, kin kinship) features {
	a, b := &profiles[p.a], &profiles[p.b]
	const least = .01 // a smaller cosine says as little as none
	phrases := p.cosines[inPhrases]
	noNames := 0.0
	if p.headNames < 0 {
		noNames = 1
	}
	sameDay := 0.0
	if p.sameDay {
		sameDay = 1
	}
	return features{
		kin.whole, kin.title, float64(p.leadTold), float64(p.namesTold), float64(max(0, p.headNames)), noNames,
		math.Log1p(float64(p.lead)), float64(p.rare) / math.Sqrt(float64(a.terms)*float64(b.terms)),
		math.Log1p(float64(min(a.titleTerms, b.titleTerms))), float64(phrases), math.Log(float64(phrases) + least), sameDay, far(a.date, b.date),
	}
}

// A commonCosine is what reports of one event commonly share in each field.
type commonCosine struct{ whole, title float32 }

// usual returns cosines that reports of one event commonly reach, a little less
// in short texts: of those tried, the ones that were best in the mean over pools
// of all make-ups. An article whose nearest neighbour is further away has no kin,
// so that on a site where most events have one report the nearest stranger is
// not taken for it. Headlines of one event often share little.
func usual(terms int) commonCosine {
	const full = 200 // terms from which a text shares no more for being longer
	part := float32(math.Sqrt(math.Sqrt(min(1, float64(terms)/full))))
	return commonCosine{whole: .28 * part, title: .14 * part}
}

// ratio compares a cosine with the best of both articles or, if that is
// higher, with the least that counts as kin, at most 1: with the higher best,
// then with the lower.
func ratio(c float32, a, b topTwo, least float32) (high, low float64) {
	x, y := max(a.mean(), least), max(b.mean(), least)
	return float64(min(1, c/max(x, y))), float64(min(1, c/min(x, y)))
}

// far returns how far apart two dates are beyond four days, on the scale of
// days, and 0 where they are nearer or one is unknown: distance is evidence
// against one event and nearness none for it, lest all that a day brings become
// one event.
func far(a, b corpus.Date) float64 {
	const nearest = 4
	if !a.Known() || !b.Known() {
		return 0
	}
	return math.Log1p(max(nearest, a.Days(b))) - math.Log1p(nearest)
}
