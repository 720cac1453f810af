package dataset

import (
	"slices"
	"strconv"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/dataset/columns"
	"parallax/generator/framing"
)

// A Table is one CSV file of an event, whose first row names the columns.
type Table struct {
	Name    string
	Columns []string
	Rows    [][]string // in the form of the columns' types; empty if unknown
}

// Tables are the tables of one event.
type Tables struct {
	headlines, wording, naming, speakers, decisions Table

	grid  Table             // the statements with columns for each article
	names map[string]string // of outlets, by the letters of their articles
}

// Tabulate returns the tables of a comparison.
func Tabulate(c *framing.Comparison, all *corpus.Corpus) Tables {
	names := letterNames(c, all)
	return Tables{
		headlines: headlineTable(c, names), wording: wordingTable(c, names), naming: namingTable(c, names), speakers: speakerTable(c, names), decisions: decisionTable(c, names),
		grid: statementTable(c), names: names,
	}
}

// OfEvent returns the tables that have rows.
func (t Tables) OfEvent() []Table {
	return slices.DeleteFunc([]Table{t.headlines, t.grid, t.wording, t.naming, t.speakers, t.decisions}, func(t Table) bool { return len(t.Rows) == 0 })
}

// Forms returns every kind of table, without rows and without the columns that
// each event has of its own.
func Forms() []Table {
	t := Tabulate(&framing.Comparison{}, &corpus.Corpus{})
	return []Table{t.headlines, t.grid, t.wording, t.naming, t.speakers, t.decisions}
}

// Path returns the address of the table of an event.
func (t Table) Path(slug string) string { return Folder + slug + "/" + t.Name + ".csv" }

// bytes returns the table as CSV.
func (t Table) bytes() []byte { return columns.CSV(typed(t.Columns), t.Rows) }

// typed returns columns with their types.
func typed(names []string) []columns.Column {
	list := make([]columns.Column, len(names))
	for i, name := range names {
		list[i] = columns.Column{Name: name, Type: columnType(name)}
	}
	return list
}

func decimal(f float64) string { return strconv.FormatFloat(f, 'f', 4, 64) }

// headlineTable lists the articles with their headlines and what marks them.
func headlineTable(c *framing.Comparison, names map[string]string) Table {
	t := Table{Name: "headlines", Columns: []string{"letter", "outlet", "article", "date", "url", "headline", "marks", "words", "own_words", "quoted_words"}}
	marks := make([][]string, len(c.Articles))
	for _, r := range c.Headline.Rungs {
		for _, tag := range r.Tags {
			marks[r.Article] = append(marks[r.Article], tag.Kind)
		}
	}
	for i, a := range c.Articles {
		t.Rows = append(t.Rows, []string{
			a.Letter, names[a.Letter], a.ID, a.Date.String(), a.URL, a.Title, strings.Join(marks[i], " "),
			strconv.Itoa(a.Words), strconv.Itoa(a.Own), strconv.Itoa(a.Quoted),
		})
	}
	return t
}

// statementTable is the coverage grid: a column for each article, which says
// "same" or "related" where the article carries the statement.
func statementTable(c *framing.Comparison) Table {
	t := Table{Name: gridTable, Columns: []string{"statement", "heading", "reach"}}
	for _, a := range c.Articles {
		t.Columns = append(t.Columns, a.Letter, a.Letter+"_position")
	}
	for _, s := range c.Coverage.Statements {
		row := make([]string, len(t.Columns))
		row[0], row[1], row[2] = s.ID, s.Heading, s.Reach
		for _, carried := range s.Cells {
			row[3+2*carried.Article], row[4+2*carried.Article] = carried.Band, decimal(carried.Position)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// wordingTable lists the words that articles favour.
func wordingTable(c *framing.Comparison, names map[string]string) Table {
	t := Table{Name: "wording", Columns: []string{"letter", "outlet", "term", "z", "log_odds", "low", "high", "count", "others"}}
	for _, w := range c.Wording.Terms {
		letter := c.Articles[w.Article].Letter
		t.Rows = append(t.Rows, []string{
			letter, names[letter], w.Term, decimal(w.Z), decimal(w.LogOdds), decimal(w.Low), decimal(w.High), strconv.Itoa(w.Count), strconv.Itoa(w.Others),
		})
	}
	return t
}

// namingTable lists what each article calls a participant.
func namingTable(c *framing.Comparison, names map[string]string) Table {
	t := Table{Name: "naming", Columns: []string{"participant", "name", "kind", "letter", "outlet", "label", "count", "quoted", "first", "own"}}
	for _, p := range c.Naming.Participants {
		for _, side := range p.Sides {
			letter := c.Articles[side.Article].Letter
			for _, l := range side.Labels {
				t.Rows = append(t.Rows, []string{
					p.ID, p.Name, string(p.Kind), letter, names[letter], l.Text, strconv.Itoa(l.Count), strconv.Itoa(l.Quoted),
					strconv.FormatBool(l.First), strconv.FormatBool(l.Own),
				})
			}
		}
	}
	return t
}

// speakerTable lists who is quoted or reported, and how much.
func speakerTable(c *framing.Comparison, names map[string]string) Table {
	t := Table{Name: "speakers", Columns: []string{"letter", "outlet", "speaker", "group", "words", "direct_words", "verbs"}}
	for _, side := range c.Voices.Sides {
		letter := c.Articles[side.Article].Letter
		for _, s := range side.Speakers {
			t.Rows = append(t.Rows, []string{
				letter, names[letter], s.Name, string(s.Group), strconv.Itoa(s.Words), strconv.Itoa(s.Direct), strings.Join(s.Verbs, " "),
			})
		}
	}
	return t
}

// decisionTable lists what a person decided, with what the program had found.
func decisionTable(c *framing.Comparison, names map[string]string) Table {
	t := Table{Name: "decisions", Columns: []string{"decision", "do", "signal", "about", "finding", "letter", "outlet", "value_machine", "value_editor", "by", "on"}}
	for _, d := range c.Review.Decisions {
		letter := ""
		if d.Article >= 0 {
			letter = c.Articles[d.Article].Letter
		}
		t.Rows = append(t.Rows, []string{d.ID, d.Do, string(d.Signal), d.About, d.Key, letter, names[letter], d.Machine, d.Editor, d.By, d.On.String()})
	}
	return t
}
