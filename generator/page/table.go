package page

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"

	"parallax/generator/framing"
)

// A table is one CSV file of an event. The first row names the columns.
type table struct {
	name    string
	columns []string
	rows    [][]string
}

// tables returns the tables of a comparison, some without rows.
func tables(c *framing.Comparison, names map[string]string) []table {
	return []table{headlineTable(c, names), statementTable(c), wordingTable(c, names), namingTable(c, names), speakerTable(c, names)}
}

// path returns the address of the table of an event.
func (t table) path(slug string) string { return dataFolder + slug + "/" + t.name + ".csv" }

// bytes returns the table as CSV (RFC 4180) with the line ends of Unix.
func (t table) bytes() []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	for _, row := range append([][]string{t.columns}, t.rows...) {
		w.Write(row) // a buffer takes everything
	}
	w.Flush()
	return b.Bytes()
}

// cell returns a text that no spreadsheet takes for a formula.
func cell(s string) string {
	if strings.IndexAny(s, "=+-@\t\r") == 0 {
		return "'" + s
	}
	return s
}

func integer(n int) string { return strconv.Itoa(n) }

func decimal(f float64) string { return strconv.FormatFloat(f, 'f', 4, 64) }

// headlineTable lists the articles with their headlines and what marks them.
func headlineTable(c *framing.Comparison, names map[string]string) table {
	t := table{name: "headlines", columns: []string{"letter", "outlet", "article", "date", "url", "headline", "marks", "words", "own_words", "quoted_words"}}
	marks := make([][]string, len(c.Articles))
	for _, r := range c.Headline.Rungs {
		for _, tag := range r.Tags {
			marks[r.Article] = append(marks[r.Article], tag.Kind)
		}
	}
	for i, a := range c.Articles {
		t.rows = append(t.rows, []string{
			a.Letter, cell(names[a.Letter]), a.ID, a.Date.String(), cell(a.URL), cell(a.Title), strings.Join(marks[i], " "),
			integer(a.Words), integer(a.Own), integer(a.Quoted),
		})
	}
	return t
}

// statementTable is the coverage grid: a column for each article, which says
// "same" or "related" where the article carries the statement.
func statementTable(c *framing.Comparison) table {
	t := table{name: "statements", columns: []string{"statement", "heading", "reach"}}
	for _, a := range c.Articles {
		t.columns = append(t.columns, a.Letter, a.Letter+"_position")
	}
	for _, s := range c.Coverage.Statements {
		row := make([]string, len(t.columns))
		row[0], row[1], row[2] = s.ID, cell(s.Heading), s.Reach
		for _, carried := range s.Cells {
			row[3+2*carried.Article], row[4+2*carried.Article] = carried.Band, decimal(carried.Position)
		}
		t.rows = append(t.rows, row)
	}
	return t
}

// wordingTable lists the words that articles favour.
func wordingTable(c *framing.Comparison, names map[string]string) table {
	t := table{name: "wording", columns: []string{"letter", "outlet", "term", "z", "log_odds", "low", "high", "count", "others"}}
	for _, w := range c.Wording.Terms {
		letter := c.Articles[w.Article].Letter
		t.rows = append(t.rows, []string{
			letter, cell(names[letter]), cell(w.Term), decimal(w.Z), decimal(w.LogOdds), decimal(w.Low), decimal(w.High), integer(w.Count), integer(w.Others),
		})
	}
	return t
}

// namingTable lists what each article calls a participant.
func namingTable(c *framing.Comparison, names map[string]string) table {
	t := table{name: "naming", columns: []string{"participant", "name", "kind", "letter", "outlet", "label", "count", "quoted", "first", "own"}}
	for _, p := range c.Naming.Participants {
		for _, side := range p.Sides {
			letter := c.Articles[side.Article].Letter
			for _, l := range side.Labels {
				t.rows = append(t.rows, []string{
					p.ID, cell(p.Name), p.Kind, letter, cell(names[letter]), cell(l.Text), integer(l.Count), integer(l.Quoted),
					strconv.FormatBool(l.First), strconv.FormatBool(l.Own),
				})
			}
		}
	}
	return t
}

// speakerTable lists who is quoted or reported, and how much.
func speakerTable(c *framing.Comparison, names map[string]string) table {
	t := table{name: "speakers", columns: []string{"letter", "outlet", "speaker", "group", "words", "direct_words", "verbs"}}
	for _, side := range c.Voices.Sides {
		letter := c.Articles[side.Article].Letter
		for _, s := range side.Speakers {
			t.rows = append(t.rows, []string{
				letter, cell(names[letter]), cell(s.Name), s.Group, integer(s.Words), integer(s.Direct), cell(strings.Join(s.Verbs, " ")),
			})
		}
	}
	return t
}
