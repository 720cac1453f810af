package agreement_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"parallax/generator/agreement"
)

// byCoder returns units of rows of values, a row a coder and a sign a unit; • is
// missing.
func byCoder(rows ...string) []agreement.Unit {
	var units []agreement.Unit
	for _, row := range rows {
		for i, sign := range []rune(row) {
			if i == len(units) {
				units = append(units, agreement.Unit{})
			}
			units[i].Values = append(units[i].Values, strings.Trim(string(sign), "•"))
		}
	}
	return units
}

// byCount returns units of counts: how many coders gave each value.
func byCount(rows string, separator string) []agreement.Unit {
	var units []agreement.Unit
	for row := range strings.FieldsSeq(rows) {
		u := agreement.Unit{}
		for value, count := range strings.Split(row, separator) {
			n, _ := strconv.Atoi(count)
			for range n {
				u.Values = append(u.Values, strconv.Itoa(value+1))
			}
		}
		units = append(units, u)
	}
	return units
}

// crossed returns units of two coders of a table: how often one gave the value of the
// row and the other that of the column.
func crossed(table string) []agreement.Unit {
	var units []agreement.Unit
	for i, row := range strings.Split(table, "/") {
		for j, count := range strings.Fields(row) {
			n, _ := strconv.Atoi(count)
			for range n {
				units = append(units, agreement.Unit{Values: []string{strconv.Itoa(i), strconv.Itoa(j)}})
			}
		}
	}
	return units
}

// The worked examples of the literature.
func krippendorff() []agreement.Unit {
	return byCoder("123321412•••", "1233224125•3", "•3332342251•", "12332441251•")
}
func encyclopedia() []agreement.Unit {
	return byCoder("•••••34121133•3", "1•213343•••••••", "••21344•21133•4")
}

const (
	fleiss15 = "00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031"
	fleiss30 = fleiss15 + " 00501 30012 51000 02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006"
	raters14 = "0,0,0,0,14 0,2,6,4,2 0,0,3,5,6 0,3,9,2,0 2,2,8,1,1 7,7,0,0,0 3,2,6,3,0 2,5,3,2,2 6,5,2,1,0 0,2,2,3,7"
)

// TestPublished holds every coefficient against worked examples: Krippendorff 2011,
// Cohen 1960, Fleiss 1971, Gwet's tables and an encyclopedia's. Three digits must
// agree.
func TestPublished(t *testing.T) {
	alpha := func(m agreement.Metric) func([]agreement.Unit) agreement.Figure {
		return func(units []agreement.Unit) agreement.Figure {
			f, err := agreement.Alpha(units, m, nil)
			if err != nil {
				t.Error(err)
			}
			return f
		}
	}
	ac1 := func(categories int) func([]agreement.Unit) agreement.Figure {
		return func(units []agreement.Unit) agreement.Figure { return agreement.AC1(units, categories) }
	}
	for _, test := range []struct {
		name  string
		units []agreement.Unit
		of    func([]agreement.Unit) agreement.Figure
		want  float64
	}{
		{"Krippendorff, two coders, two values", byCoder("0100000010", "1110010000"), alpha(agreement.Nominal), .095},
		{"Krippendorff, two coders, five values", byCoder("aabbdcccedda", "babbbccceddd"), alpha(agreement.Nominal), .692},
		{"Krippendorff, four coders, nominal", krippendorff(), alpha(agreement.Nominal), .743},
		{"ordinal", krippendorff(), alpha(agreement.Ordinal), .815},
		{"interval", krippendorff(), alpha(agreement.Numbers), .849},
		{"ratio", krippendorff(), alpha(agreement.Ratio), .797},
		{"percent", krippendorff(), agreement.Percent, .818},
		{"Fleiss with missing values", krippendorff(), agreement.Fleiss, .761},
		{"AC1 with missing values", krippendorff(), ac1(5), .775},
		{"encyclopedia, nominal", encyclopedia(), alpha(agreement.Nominal), .691},
		{"encyclopedia, interval", encyclopedia(), alpha(agreement.Numbers), .811},
		{"encyclopedia, ordinal", encyclopedia(), alpha(agreement.Ordinal), .807},
		{"Gwet, percent", crossed("13 0 0/0 20 7/0 4 56"), agreement.Percent, .89},
		{"Gwet, Cohen", crossed("13 0 0/0 20 7/0 4 56"), agreement.Cohen, .796},
		{"Gwet, Scott", crossed("13 0 0/0 20 7/0 4 56"), agreement.Scott, .796},
		{"Gwet, alpha", crossed("13 0 0/0 20 7/0 4 56"), alpha(agreement.Nominal), .797},
		{"Gwet, AC1", crossed("13 0 0/0 20 7/0 4 56"), ac1(3), .849},
		{"six raters, fifteen units, Fleiss", spread(fleiss15), agreement.Fleiss, .414},
		{"six raters, fifteen units, AC1", spread(fleiss15), ac1(5), .445},
		{"six raters, fifteen units, alpha", spread(fleiss15), alpha(agreement.Nominal), .420},
		{"Fleiss 1971", spread(fleiss30), agreement.Fleiss, .430},
		{"Fleiss 1971, AC1", spread(fleiss30), ac1(5), .448},
		{"fourteen raters, Fleiss", byCount(raters14, ","), agreement.Fleiss, .210},
		{"fourteen raters, alpha", byCount(raters14, ","), alpha(agreement.Nominal), .216},
		{"Cohen 1960", crossed("88 14 18/10 40 10/2 6 12"), agreement.Cohen, .492},
		{"Cohen, of fifty", crossed("20 5/10 15"), agreement.Cohen, .400},
		{"the same agreement", crossed("45 15/25 15"), agreement.Cohen, .130},
		{"by other margins", crossed("25 35/5 35"), agreement.Cohen, .259},
		{"paradox, percent", crossed("118 5/2 0"), agreement.Percent, .944},
		{"paradox, Cohen", crossed("118 5/2 0"), agreement.Cohen, -.023},
		{"paradox, alpha", crossed("118 5/2 0"), alpha(agreement.Nominal), -.025},
		{"paradox, AC1", crossed("118 5/2 0"), ac1(2), .941},
		{"a lone deviation", byCoder("1111•", "11111", "111•1", "1•111", "11311"), alpha(agreement.Nominal), 0},
		{"two that never agree", byCoder("ab", "ba"), alpha(agreement.Nominal), -.5},
	} {
		got := test.of(test.units)
		if !got.Known || math.Abs(got.Value-test.want) > .00051 {
			t.Errorf("%s: got %.4f (%t), want %.3f", test.name, got.Value, got.Known, test.want)
		}
	}
}

// spread returns units of counts of one digit each.
func spread(rows string) []agreement.Unit {
	var spaced []string
	for row := range strings.FieldsSeq(rows) {
		spaced = append(spaced, strings.Join(strings.Split(row, ""), ","))
	}
	return byCount(strings.Join(spaced, " "), ",")
}

// TestNothingToSay demands that no coefficient is made up where all values are one.
func TestNothingToSay(t *testing.T) {
	for name, units := range map[string][]agreement.Unit{
		"one value": byCoder("aaaa", "aaaa"), "no unit": nil, "one coder": byCoder("abab"), "never both": byCoder("a•", "•b"),
	} {
		alpha, err := agreement.Alpha(units, agreement.Nominal, nil)
		if err != nil || alpha.Known || agreement.Cohen(units).Known || agreement.Scott(units).Known || agreement.Fleiss(units).Known {
			t.Errorf("%s: %v, %v", name, alpha, err)
		}
	}
	if f := agreement.Percent(byCoder("aaaa", "aaaa")); !f.Known || f.Value != 1 {
		t.Errorf("percent: %v", f)
	}
	if _, err := agreement.Alpha(byCoder("ab", "ba"), agreement.Numbers, nil); err == nil {
		t.Error("letters are numbers")
	}
	if _, err := agreement.Alpha(byCoder("ab", "ba"), agreement.Ordinal, []string{"a"}); err == nil {
		t.Error("a value beyond the order is taken")
	}
}

// TestInterval holds the interval of Krippendorff's example against what 2,000 draws
// gave elsewhere, demands the same of the same seed, and that clusters widen it.
func TestInterval(t *testing.T) {
	alpha := func(units []agreement.Unit) agreement.Figure {
		f, err := agreement.Alpha(units, agreement.Nominal, nil)
		if err != nil {
			t.Error(err)
		}
		return f
	}
	r := agreement.Interval(krippendorff(), 1, alpha)
	if !r.Known || math.Abs(r.Low-.42) > .03 || r.High < .98 {
		t.Errorf("got %+v", r)
	}
	if again := agreement.Interval(krippendorff(), 1, alpha); again != r {
		t.Errorf("the same seed gives %+v and %+v", r, again)
	}
	many := crossed("13 0 0/0 20 7/0 4 56")
	free := agreement.Interval(many, 1, agreement.Cohen)
	for i := range many {
		many[i].Cluster = strconv.Itoa(i / 20)
	}
	if tied := agreement.Interval(many, 1, agreement.Cohen); tied.Known && tied.High-tied.Low <= free.High-free.Low {
		t.Errorf("units of one article are taken for independent: %+v, %+v", free, tied)
	}
	if r := agreement.Interval(byCoder("aaaa", "aaaa"), 1, alpha); r.Known || r.LeftOut == 0 {
		t.Errorf("got %+v", r)
	}
}
