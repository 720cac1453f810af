package framing

// Limits of windows.
const (
	windowGain  = 0.04 // least by which two sentences must be nearer than one
	windowShare = 0.95 // of their score, since more words find more in common
)

// widened returns the link of two units, of which one may take the next
// sentence of its paragraph along where both together are nearer to the other:
// what one outlet says in a sentence another says in two.
func (a *alignment) widened(i, j int, l link) link {
	if l.score >= sameScore || l.score < 0.7*cohesion {
		return l
	}
	u, v := a.units[i], a.units[j]
	best := l
	if pair := a.pair(i); pair != nil && v.profile.words > u.profile.words {
		if s := windowShare * a.score(pair, v.profile); s >= relatedScore && s > best.score+windowGain {
			best = link{score: s, wide: [2]bool{true, false}}
		}
	}
	if pair := a.pair(j); pair != nil && u.profile.words > v.profile.words {
		if s := windowShare * a.score(u.profile, pair); s >= relatedScore && s > best.score+windowGain {
			best = link{score: s, wide: [2]bool{false, true}}
		}
	}
	if best.wide != l.wide {
		best.spans[0], best.spans[1] = u.Span, v.Span
	}
	return best
}

// pair returns the profile of a unit with the next sentence of its paragraph;
// nil if it is the last, or stands in the headline.
func (a *alignment) pair(i int) *profile {
	u := a.units[i]
	if i+1 >= len(a.units) || u.passage == 0 {
		return nil
	}
	next := a.units[i+1]
	passages := a.readings[u.article].Article().Passages
	if next.article != u.article || next.passage != u.passage+1 || passages[next.passage].Block != passages[u.passage].Block {
		return nil
	}
	if a.pairs == nil {
		a.pairs = make([]*profile, len(a.units))
	}
	if a.pairs[i] == nil {
		terms := append(append([]term{}, u.terms...), next.terms...)
		a.pairs[i] = a.profiler.profile(terms)
	}
	return a.pairs[i]
}
