package event

import "math"

// A vector holds weights by term, each term once.
type vector []weighted

type weighted struct {
	term   term
	weight float32
}

// normalise brings vectors, taken as parts of one, to length 1 together.
func normalise(parts ...vector) {
	sum := 0.0
	for _, v := range parts {
		for _, w := range v {
			sum += float64(w.weight) * float64(w.weight)
		}
	}
	scale := float32(1 / math.Sqrt(sum))
	for _, v := range parts {
		for i := range v {
			v[i].weight *= scale
		}
	}
}

// A term is the hash of a stem (even), or of a pair of stems or a name of
// several words (odd). Hashes spare a dictionary of the whole corpus; that
// two of the few hundred terms of an article collide with those of another is
// rarer than a misprint. Once all articles are read, those that several have
// are numbered instead; see shared.go.
type term uint32

// single returns the term of a hashed stem, from a seed.
func single(seed term, stem uint32) term { return (seed ^ term(stem)) * 0x9E3779B1 &^ 1 }

// bigram returns the term of two neighbouring terms.
func bigram(a, b term) term { return (a*0x9E3779B1 ^ b*0x85EBCA6B) | 1 }
