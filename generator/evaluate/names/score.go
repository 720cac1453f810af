package names

import (
	"maps"
	"slices"

	"parallax/generator/evaluate/measure"
	"parallax/generator/text"
)

// A Score sums up over events.
type Score struct {
	recall, precision, purity measure.Mean // labelled rows worth showing; rows shown; labels of rows that have a labelled one
	speech                    measure.Mean // labelled passages of speakers: the share found
	together, apart           measure.Mean // B-cubed precision and recall of passages found
	group, grouped            measure.Mean // groups said; speakers found: the share with a group
	unmapped                  int          // rows that no labelled row is like
}

// Measures returns all figures; the last is ours alone.
func (s *Score) Measures() measure.List {
	return measure.List{
		{Name: "name_recall", Value: s.recall.Value()}, {Name: "shown", Value: float64(s.recall.N)},
		{Name: "name_precision", Value: s.precision.Value()}, {Name: "rows", Value: float64(s.precision.N)}, {Name: "rows_unmapped", Value: float64(s.unmapped)},
		{Name: "label_purity", Value: s.purity.Value()},
		{Name: "speech_recall", Value: s.speech.Value()}, {Name: "speaker_b3", Value: measure.Harmonic(s.together, s.apart)},
		{Name: "group_accuracy", Value: s.group.Value()}, {Name: "groups", Value: float64(s.group.N)},
		{Name: "grouped", Value: s.grouped.Value()},
	}
}

// Add scores what was said of one event.
func (s *Score) Add(t Truth, e Event) {
	found := map[int]bool{} // labelled rows
	for i := range e.Names {
		k := match(&e.Names[i], t.Names)
		if k < 0 {
			s.unmapped++
			s.precision.Add(0)
			continue
		}
		found[k] = true
		s.precision.Is(t.Names[k].Show)
		for doc, labels := range e.Names[i].Labels {
			for _, x := range labels {
				s.purity.Is(likeAny(x, t.Names[k].Labels[doc]))
			}
		}
	}
	for k, l := range t.Names {
		if l.Show && len(labelled(l.Labels)) > 1 {
			s.recall.Is(found[k])
		}
	}
	s.addSpeech(t.Speakers, e.Speakers)
}

// match returns the labelled row that a row belongs to, the first of those
// with most articles alike; -1 for none.
func match(r *Row, rows []Labelled) int {
	docs := labelled(r.Labels)
	found, most := -1, 0
	for k, l := range rows {
		alike := 0
		for _, doc := range docs {
			if slices.ContainsFunc(r.Labels[doc], func(x string) bool { return likeAny(x, l.Labels[doc]) }) {
				alike++
			}
		}
		if alike >= 2 && 2*alike > len(docs) && alike > most {
			found, most = k, alike
		}
	}
	return found
}

// labelled returns the articles that have a label, in order.
func labelled(labels map[string][]string) []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(labels)), func(doc string) bool { return len(labels[doc]) == 0 })
}

// A spoken is a labelled passage that was found: by whom, and by whom as said.
type spoken struct{ speaker, said int }

// addSpeech looks up who is said to speak in each labelled passage.
func (s *Score) addSpeech(truth, said []Speaker) {
	found := s.lookUp(truth, said)
	for _, x := range found {
		var both, same, own float64
		for _, y := range found {
			if x.said == y.said {
				same++
			}
			if x.speaker == y.speaker {
				own++
			}
			if x == y {
				both++
			}
		}
		s.together.Add(both / same)
		s.apart.Add(both / own)
	}
	s.addGroups(truth, said, found)
}

// lookUp returns the labelled passages that are laid to somebody, in order, and
// counts them among all.
func (s *Score) lookUp(truth, said []Speaker) []spoken {
	var found []spoken
	for k, g := range truth {
		for _, doc := range slices.Sorted(maps.Keys(g.At)) {
			for _, span := range g.At[doc] {
				j := slices.IndexFunc(said, func(r Speaker) bool { return speaks(r.At[doc], span) })
				s.speech.Is(j >= 0)
				if j >= 0 {
					found = append(found, spoken{k, j})
				}
			}
		}
	}
	return found
}

// speaks reports whether a span of a list shares bytes with another.
func speaks(at []text.Span, span text.Span) bool {
	return slices.ContainsFunc(at, func(x text.Span) bool { return min(x.End, span.End) > max(x.Start, span.Start) })
}

// addGroups judges the group of each labelled speaker: that of the speaker
// that most of the passages are laid to, the first of several.
func (s *Score) addGroups(truth, said []Speaker, found []spoken) {
	for k, g := range truth {
		counts := map[int]int{}
		best := -1
		for _, x := range found {
			if x.speaker == k {
				counts[x.said]++
			}
		}
		for _, x := range found {
			if x.speaker == k && (best < 0 || counts[x.said] > counts[best]) {
				best = x.said
			}
		}
		if best < 0 {
			continue
		}
		s.grouped.Is(known(said[best].Group))
		if known(said[best].Group) {
			s.group.Is(said[best].Group == g.Group)
		}
	}
}
