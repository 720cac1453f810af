package odds

import (
	"math"
	"strings"

	"parallax/generator/text"
)

const (
	priorSize    = 100
	priorGeneral = 0.2
)

// An expectation is the prior of the log-odds: how often a term is to be
// expected, by its share in the whole event and in the language at large.
type expectation struct {
	event      tally
	background *text.Background
}

// pseudo returns the pseudo-count of a term.
func (e expectation) pseudo(key string) float64 {
	share := float64(e.event.counts[key]) / float64(max(1, e.event.words))
	return priorSize * ((1-priorGeneral)*share + priorGeneral*e.general(key))
}

// general returns the share of a term in the language at large, of a pair as
// if its words met by chance.
func (e expectation) general(key string) float64 {
	first, second, pair := strings.Cut(key, " ")
	share := func(key string) float64 {
		stem, _, _ := strings.Cut(key, lemmaMark)
		return float64(e.background.Stem(stem)) / float64(max(1, e.background.Words))
	}
	if pair {
		return share(first) * share(second)
	}
	return share(first)
}

// logOdds is how much one side favours a term against the other.
type logOdds struct {
	value float64 // log-odds ratio, positive if the first side favours the term
	error float64 // standard error
}

func (l logOdds) z() float64    { return l.value / l.error }
func (l logOdds) low() float64  { return l.value - 1.96*l.error }
func (l logOdds) high() float64 { return l.value + 1.96*l.error }

// between returns the weighted log-odds of a term used a of n times on one
// side and b of m times on the other (Monroe, Colaresi & Quinn 2008, equations
// 15, 20 and 22).
func (e expectation) between(key string, a, n, b, m int) logOdds {
	pseudo := e.pseudo(key)
	ours, theirs := float64(a)+pseudo, float64(b)+pseudo
	return logOdds{
		value: math.Log(ours/(float64(n)+priorSize-ours)) - math.Log(theirs/(float64(m)+priorSize-theirs)),
		error: math.Sqrt(1/ours + 1/theirs),
	}
}
