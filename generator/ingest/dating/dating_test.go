package dating_test

import (
	"strings"
	"testing"

	"parallax/generator/ingest/dating"
	"parallax/generator/text"
)

// TestColumn reads columns of dates, values with | between them.
func TestColumn(t *testing.T) {
	months := dating.Names(text.Builtin())
	for _, test := range []struct {
		name, values string
		order        dating.Order
		want         string
	}{
		{"ISO", "2024-05-31|2024-05-31T12:00:00+02:00|2024-05-31 12:00:00|2024-05-31T12:00:00|2024/5/3", "", "2024-05-31|2024-05-31T12:00:00+02:00|2024-05-31|2024-05-31|2024-05-03"},
		{"UTC", "2024-05-31 12:00:00 UTC|2024-05-31 12:00:00 EST|2024-05-31T12:00:00.123Z", "", "2024-05-31T12:00:00Z|2024-05-31|2024-05-31T12:00:00Z"},
		{"RFC 2822", "Fri, 31 May 2024 12:00:00 +0200|Fri, 5 Jul 2024 08:00:00 GMT", "", "2024-05-31T12:00:00+02:00|2024-07-05T08:00:00Z"},
		{"GDELT", "20240531|20240531T120000Z|20240531120000", "", "2024-05-31|2024-05-31T12:00:00Z|2024-05-31T12:00:00Z"},
		{"since 1970", "1717156800|1717156800000|1717156800.0|12|-5", "", "2024-05-31T12:00:00Z|2024-05-31T12:00:00Z|2024-05-31T12:00:00Z||"},
		{"spelt", "May 31, 2014 Friday|29 décembre 2011|Friday, 5. July 2019|9 Januar 1993|3-Sep-2024|1er mars 2020|5 de mayo de 2024", "", "2014-05-31|2011-12-29|2019-07-05|1993-01-09|2024-09-03|2020-03-01|2024-05-05"},
		{"spelt with a time", "May 31, 2014 Friday 9:30 AM GMT|31 May 2014 09:30", "", "2014-05-31|2014-05-31"},
		{"no day", "May 2014|2014|soon||May 32, 2014|2024-13-01", "", "|||||"},
		{"a value above 12 settles it", "05/06/2024|25/06/2024", "", "2024-06-05|2024-06-25"},
		{"the other way", "05/06/2024|06/25/2024|5/6/24 9:30", "", "2024-05-06|2024-06-25|2024-05-06"},
		{"nobody can tell", "05/06/2024|07/07/2024", "", "|2024-07-07"},
		{"they contradict each other", "05/06/2024|25/06/2024|06/25/2024", "", "|2024-06-25|2024-06-25"},
		{"named", "05/06/2024|01.02.99", dating.DayFirst, "2024-06-05|1999-02-01"},
		{"named the other way", "05/06/2024|25/06/2024", dating.MonthFirst, "2024-05-06|"},
		{"marks that differ", "05/06.2024", dating.DayFirst, ""},
		{"a year that no newspaper has", "0024-05-31|9999-01-01", "", "|"},
	} {
		var got []string
		for _, d := range dating.Column(strings.Split(test.values, "|"), test.order, months).Dates {
			got = append(got, d.String())
		}
		if s := strings.Join(got, "|"); s != test.want {
			t.Errorf("%s: got %s, want %s", test.name, s, test.want)
		}
	}
}

// TestAsk says what cannot be told.
func TestAsk(t *testing.T) {
	r := dating.Column([]string{"", "05/06/2024", "soon", "07/08/2024"}, "", nil)
	if got := r.Ask("published", "say which"); r.Open != 2 || r.Strange != 1 || !strings.Contains(got, `2 dates of "published", such as 05/06/2024`) {
		t.Errorf("%+v: %s", r, got)
	}
	if r := dating.Column([]string{"soon", "2024-05-31"}, "", nil); r.Ask("d", "m") != "" || r.Example != "soon" {
		t.Errorf("%+v", r)
	}
}

// TestFind finds the day in a line with other words and figures.
func TestFind(t *testing.T) {
	months := dating.Names(text.Builtin())
	for line, want := range map[string]string{
		"mardi 14 mars 2006, p. 5":            "2006-03-14",
		"Le Monde, no. 12, 1er mars 2006, 10": "2006-03-01",
		"May 31, 2014 Friday 9:30 AM GMT":     "2014-05-31",
		"5. Juli 2019 Freitag":                "2019-07-05",
		"24\u00a0May 2012.":                   "2012-05-24",
		"5 de mayo de 2024":                   "2024-05-05",
		"Section 12, 2014":                    "",
		"The Tide 2024-05-31":                 "2024-05-31",
	} {
		if got, _, _ := dating.Find(line, months); got.String() != want {
			t.Errorf("%s: got %s, want %s", line, got, want)
		}
	}
}
