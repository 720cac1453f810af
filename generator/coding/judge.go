package coding

import (
	"cmp"
	"fmt"
	"slices"
	"sort"

	"parallax/generator/agreement"
	"parallax/generator/ratio"
)

// A Result says of one signal how far coders agree, and how often the program was
// right.
type Result struct {
	Signal  string
	Units   int            // with an answer of two coders or more
	Coders  []string       // as c1, c2, ...: who they are stands nowhere
	Given   map[string]int // how often each answer was given
	Percent agreement.Figure
	Alpha   agreement.Figure
	Between agreement.Range // of alpha
	AC1     agreement.Figure
	Kappa   agreement.Figure // Cohen's of two coders, Fleiss' of more
	Machine Machine
	Apart   []Unit // on which coders differ most, none if fewer than three coded
}

// A Machine is how often the program was right, by the majority of the coders.
type Machine struct {
	Yes, Right  int // claims that coders could judge, and those that they bear out
	PrecisionAt [2]float64
	Recall      agreement.Figure
	RecallAt    agreement.Range
	Undecided   int // units without a majority
}

// Bounds of alpha that Krippendorff gives: from the first on conclusions are sound,
// from the second on tentative.
const (
	sound     = 0.800
	tentative = 0.667
)

// The verdicts.
const (
	Nothing   = "nothing can be said"
	Enough    = "enough"
	Tentative = "for tentative conclusions only"
	NotEnough = "not enough"
)

// Verdict says what alpha allows, by the lower end of its interval.
func (r Result) Verdict() string {
	switch {
	case !r.Alpha.Known || !r.Between.Known:
		return Nothing
	case r.Between.Low >= sound:
		return Enough
	case r.Between.Low >= tentative:
		return Tentative
	}
	return NotEnough
}

// mostApart is how many units are named on which coders differ.
const mostApart = 5

// leastForApart is how many coders there must be, so that nobody is found out.
const leastForApart = 3

// Judge returns the results of a task by signal, and answers that one coder gave twice.
func (t *Task) Judge(answers []Answer) (results []Result, twice []string) {
	coders := codersOf(answers)
	given := map[string][]string{}
	for _, a := range answers {
		values := given[a.Unit]
		if values == nil {
			values = make([]string, len(coders))
			given[a.Unit] = values
		}
		i := slices.Index(coders, a.Coder)
		if values[i] != "" && values[i] != a.Value {
			twice = append(twice, fmt.Sprintf("c%d says %s and %s of %s", i+1, values[i], a.Value, a.Unit))
		}
		values[i] = a.Value
	}
	var signals []string
	for _, u := range t.Units {
		if !slices.Contains(signals, u.Signal) {
			signals = append(signals, u.Signal)
		}
	}
	for _, signal := range signals {
		results = append(results, t.result(signal, len(coders), given))
	}
	return results, twice
}

// codersOf returns the coders in the order of their names.
func codersOf(answers []Answer) []string {
	var list []string
	for _, a := range answers {
		list = append(list, a.Coder)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// result returns the result of one signal.
func (t *Task) result(signal string, coders int, given map[string][]string) Result {
	r := Result{Signal: signal, Given: map[string]int{}}
	for i := range coders {
		r.Coders = append(r.Coders, fmt.Sprintf("c%d", i+1))
	}
	var units []agreement.Unit
	var judged []judgedBy
	for _, u := range t.Units {
		values := given[u.ID]
		if u.Signal != signal || values == nil {
			continue
		}
		of := agreement.Unit{Cluster: u.Article}
		for _, v := range values {
			if v != "" {
				r.Given[v]++
			}
			if v == CannotTell {
				v = ""
			}
			of.Values = append(of.Values, v)
		}
		units = append(units, of)
		judged = append(judged, judgedBy{u, of.Values})
		if len(voices(of.Values)) > 1 {
			r.Units++
		}
	}
	r.agree(units, t.Seed, coders)
	r.Machine = machine(judged, t.Seed)
	if coders >= leastForApart {
		r.Apart = apart(judged)
	}
	return r
}

// agree fills in how far coders agree.
func (r *Result) agree(units []agreement.Unit, seed uint64, coders int) {
	alpha := func(units []agreement.Unit) agreement.Figure {
		f, err := agreement.Alpha(units, agreement.Nominal, nil)
		f.Known = f.Known && err == nil // categories are of the units themselves
		return f
	}
	r.Percent, r.Alpha, r.AC1 = agreement.Percent(units), alpha(units), agreement.AC1(units, 2)
	r.Between = agreement.Interval(units, seed, alpha)
	if r.Kappa = agreement.Fleiss(units); coders == 2 {
		r.Kappa = agreement.Cohen(units)
	}
}

// A judgedBy is a unit with the answers of the coders.
type judgedBy struct {
	Unit
	values []string
}

// voices returns the answers that were given.
func voices(values []string) []string {
	return slices.DeleteFunc(slices.Clone(values), func(v string) bool { return v == "" })
}

// majority returns the answer of most coders, "" if two have as many.
func (j judgedBy) majority() string {
	yes, no := 0, 0
	for _, v := range j.values {
		switch v {
		case Yes:
			yes++
		case No:
			no++
		}
	}
	switch {
	case yes > no:
		return Yes
	case no > yes:
		return No
	}
	return ""
}

// machine holds the program's answers against the majority.
func machine(judged []judgedBy, seed uint64) Machine {
	m := Machine{}
	var decided []judgedBy
	for _, j := range judged {
		switch majority := j.majority(); {
		case majority == "":
			m.Undecided++
			continue
		case j.Machine == Yes && majority == Yes:
			m.Yes++
			m.Right++
		case j.Machine == Yes:
			m.Yes++
		}
		decided = append(decided, j)
	}
	if m.Yes > 0 {
		m.PrecisionAt[0], m.PrecisionAt[1] = ratio.Wilson(float64(m.Right), float64(m.Yes))
	}
	m.Recall = recall(decided)
	m.RecallAt = agreement.Resample(decided, func(j judgedBy) string { return j.Article }, seed, recall)
	return m
}

// recall returns which share of what coders say yes to the program does too, each
// sentence with what it stands for.
func recall(decided []judgedBy) agreement.Figure {
	found, all := 0.0, 0.0
	for _, j := range decided {
		if j.majority() != Yes {
			continue
		}
		all += j.Weight
		if j.Machine == Yes {
			found += j.Weight
		}
	}
	if all == 0 {
		return agreement.Figure{}
	}
	return agreement.Figure{Value: found / all, Known: true}
}

// apart returns the units on which coders differ most.
func apart(judged []judgedBy) []Unit {
	lesser := func(j judgedBy) int {
		yes := 0
		for _, v := range j.values {
			if v == Yes {
				yes++
			}
		}
		return min(yes, len(voices(j.values))-yes)
	}
	list := slices.Clone(judged)
	sort.SliceStable(list, func(a, b int) bool {
		return cmp.Or(cmp.Compare(lesser(list[b]), lesser(list[a])), cmp.Compare(list[a].ID, list[b].ID)) < 0
	})
	var units []Unit
	for _, j := range list[:min(len(list), mostApart)] {
		if lesser(j) > 0 {
			units = append(units, j.Unit)
		}
	}
	return units
}
