package event

import "math"

// A vector holds weights by term, in order of terms, and has length 1 unless
// it is empty.
type vector []weighted

type weighted struct {
	term   term
	weight float32
}

// normal returns the vector brought to length 1, in place.
func (v vector) normal() vector {
	sum := 0.0
	for _, w := range v {
		sum += float64(w.weight) * float64(w.weight)
	}
	scale := float32(1 / math.Sqrt(sum))
	for i := range v {
		v[i].weight *= scale
	}
	return v
}

// dot returns the cosine of two vectors, 0 if one is empty.
func dot(a, b vector) float64 {
	sum := 0.0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].term < b[j].term:
			i++
		case a[i].term > b[j].term:
			j++
		default:
			sum += float64(a[i].weight) * float64(b[j].weight)
			i++
			j++
		}
	}
	return sum
}

// dotPairs is the part of dot that pairs of stems and longer names carry.
func dotPairs(a, b vector) float64 {
	sum := 0.0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].term < b[j].term:
			i++
		case a[i].term > b[j].term:
			j++
		default:
			if a[i].term&1 == 1 {
				sum += float64(a[i].weight) * float64(b[j].weight)
			}
			i++
			j++
		}
	}
	return sum
}

// A term is the hash of a stem (even), or of a pair of stems or a name of
// several words (odd). Hashes spare a dictionary of the whole corpus; that
// two of the few hundred terms of an article collide with those of another is
// rarer than a misprint.
type term uint32

const hashStart term = 2166136261

// hash goes on hashing from h with the bytes of s (FNV-1a).
func hash(h term, s string) term {
	for i := range len(s) {
		h = (h ^ term(s[i])) * 16777619
	}
	return h
}

// single returns the term of a stem, hashed from a seed.
func single(seed term, stem string) term { return hash(seed, stem) &^ 1 }

// bigram returns the term of two neighbouring terms.
func bigram(a, b term) term { return (a*0x9E3779B1 ^ b*0x85EBCA6B) | 1 }
