package overlap

const (
	seed = 7 // words in a row that must agree
	gap  = 3 // words that may differ between two runs that become one
)

// A Text is what is held against another: words that end in sentences.
type Text struct {
	Words []Word
	From  int                // the first word that counts
	End   func(word int) int // the word after the last one of the sentence that a word stands in
}

// An Index says where runs of words of a text begin first.
type Index map[Word]int

// Index returns the index of a text, by which others are held against it.
func (t Text) Index() Index {
	index := Index{}
	Each(t.Words[t.From:], seed, func(at int, hash Word) {
		if _, known := index[hash]; !known {
			index[hash] = t.From + at
		}
	})
	return index
}

// A Run is a run of words in both of two texts, from one word to before another.
type Run struct{ From, To, OtherFrom, OtherTo int }

// Common returns the runs of words that a text, whose index is given, shares with
// another, in the order of the other. A run ends with its sentence at the latest;
// short gaps in it are bridged.
func Common(t Text, index Index, other Text) []Run {
	var list []Run
	next := other.From // the first word behind the last run
	Each(other.Words[other.From:], seed, func(at int, hash Word) {
		from, ok := index[hash]
		if at += other.From; at < next || !ok {
			return
		}
		run := Run{from, from + seed, at, at + seed}
		end, otherEnd := t.End(run.From), other.End(run.OtherFrom)
		for run.To < end && run.OtherTo < otherEnd && t.Words[run.To] == other.Words[run.OtherTo] {
			run.To++
			run.OtherTo++
		}
		run.To, run.OtherTo = min(run.To, end), min(run.OtherTo, otherEnd)
		next = run.OtherTo
		if n := len(list) - 1; n >= 0 && t.End(list[n].From) == end && other.End(list[n].OtherFrom) == otherEnd && list[n].near(run) {
			list[n].To, list[n].OtherTo = run.To, run.OtherTo
			return
		}
		list = append(list, run)
	})
	return list
}

// near reports whether few words of either text stand between a run and the next.
func (r Run) near(next Run) bool {
	close := func(end, begin int) bool { return begin >= end && begin-end <= gap }
	return close(r.To, next.From) && close(r.OtherTo, next.OtherFrom)
}
