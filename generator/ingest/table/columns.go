package table

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"parallax/generator/diag"
	"parallax/generator/ingest/dating"
)

// A field is what a column can be, with the names that it is known by, the best
// first: those of All the News, NELA-GT, news-please, trafilatura, NewsAPI, the
// Guardian, Media Cloud, GDELT, K-Monitor and others.
type field struct {
	name  string
	known []string
}

// fields returns what columns can be, in the order in which they are told.
func fields() []field {
	return []field{
		{"title", strings.Fields("title headline head hd heading article_title news_title webTitle headline.main titre titel")},
		{"text", strings.Fields("text full_text full_content maintext body bodyText article_text article_content content article story texte body_text fields.bodyText")},
		{"outlet", strings.Fields("outlet publication publicationTitle publisher newspaper media_name source_name source.name source.title press journal container-title source site site_name hostname domain source_domain")},
		{"url", strings.Fields("url link article_url web_url webUrl permalink href source_url DocumentIdentifier")},
		{"date", strings.Fields("date published publish_date published_at date_publish publication_date published_date pub_date pub_time webPublicationDate dateTimePub dateTime issued seendate")},
		{"author", strings.Fields("author authors byline by creator")},
		{"language", strings.Fields("language lang")},
		{"id", strings.Fields("id article_id doc_id uid uuid uri guid news_id stories_id")},
		{"lead", strings.Fields("lead description summary abstract snippet teaser excerpt")},
		{"year", []string{"year"}},
		{"month", []string{"month"}},
		{"day", []string{"day"}},
		{"extras", []string{extrasColumn}},
	}
}

// longText is how many characters half of the cells of a column must have that is
// the text by a name which means other things too.
const longText = 200

// isVague reports whether a name of the text means other things too.
func isVague(known string) bool {
	return slices.Contains([]string{"content", "article", "story"}, known)
}

// columns are the columns that fields are read from.
type columns struct {
	at    map[string]int    // place of a field's column
	names map[string]string // and its name
	used  []int
	order dating.Order // of dates, if somebody named it
}

// columns finds the column of each field.
func (g *grid) columns(options Options) (columns, error) {
	c := columns{at: map[string]int{}, names: map[string]string{}}
	if err := c.take(g, options.Columns); err != nil {
		return c, err
	}
	for _, f := range fields() {
		if _, named := c.at[f.name]; named {
			continue
		}
		for _, known := range f.known {
			i := slices.IndexFunc(g.names, func(name string) bool { return key(name) == key(known) })
			if i >= 0 && !slices.Contains(c.used, i) && !(isVague(known) && g.median(i) < longText) {
				c.use(f.name, i, g.names[i])
				break
			}
		}
	}
	_, titled := c.at["title"]
	_, extras := c.at["extras"]
	_, text := c.at["text"]
	_, url := c.at["url"]
	switch {
	case !titled && !extras:
		return c, fmt.Errorf("no column is known as the title; name it with --map title=COLUMN; there are %s", quoted(g.names))
	case !text && !url:
		return c, fmt.Errorf("no column is known as the text or as the address; name it with --map text=COLUMN; there are %s", quoted(g.names))
	}
	return c, nil
}

// take takes the columns that somebody named.
func (c *columns) take(g *grid, named map[string]string) error {
	var all []string
	for _, f := range fields() {
		if f.name != "extras" {
			all = append(all, f.name)
		}
	}
	for _, what := range slices.Sorted(maps.Keys(named)) {
		name := named[what]
		if !slices.Contains(all, what) {
			return fmt.Errorf("--map %s=%s: nothing is called %q; %s", what, name, what, diag.DidYouMean(what, all))
		}
		if what == "date" {
			for _, order := range [...]dating.Order{dating.DayFirst, dating.MonthFirst} {
				if rest, found := strings.CutSuffix(name, ":"+string(order)); found {
					name, c.order = rest, order
				}
			}
		}
		i := slices.Index(g.names, name)
		if i < 0 {
			i = slices.IndexFunc(g.names, func(other string) bool { return key(name) == key(other) })
		}
		if i < 0 {
			return fmt.Errorf("--map %s=%s: no column is called %q; %s", what, name, name, diag.DidYouMean(name, g.names))
		}
		c.use(what, i, g.names[i])
	}
	return nil
}

func (c *columns) use(field string, i int, name string) {
	c.at[field], c.names[field] = i, name
	c.used = append(c.used, i)
}

// key returns what two ways to write one name have in common.
func key(name string) string {
	return strings.NewReplacer("_", "", "-", "", ".", "", " ", "").Replace(strings.ToLower(strings.TrimSpace(name)))
}

// median returns how many characters the middle one of a column's cells has.
func (g *grid) median(i int) int {
	var sizes []int
	for _, r := range g.rows {
		if r.cells[i] != "" {
			sizes = append(sizes, utf8.RuneCountInString(r.cells[i]))
		}
	}
	if len(sizes) == 0 {
		return 0
	}
	slices.Sort(sizes)
	return sizes[len(sizes)/2]
}

// cell returns the cell of a field, "" if there is no such column.
func (c columns) cell(r row, field string) string {
	i, found := c.at[field]
	if !found {
		return ""
	}
	return r.cells[i]
}

// date returns the cell of the date, or what year, month and day make together.
func (c columns) date(r row) string {
	if s := c.cell(r, "date"); s != "" {
		return s
	}
	year, month, day := c.cell(r, "year"), c.cell(r, "month"), c.cell(r, "day")
	if year == "" || month == "" || day == "" {
		return ""
	}
	return strings.TrimSuffix(year, ".0") + "-" + strings.TrimSuffix(month, ".0") + "-" + strings.TrimSuffix(day, ".0")
}

// String says which field is read from which column.
func (c columns) String() string {
	var parts []string
	for _, f := range fields() {
		if name, found := c.names[f.name]; found {
			parts = append(parts, fmt.Sprintf("%s from %q", f.name, name))
		}
	}
	return strings.Join(parts, ", ")
}

func quoted(names []string) string {
	list := make([]string, len(names))
	for i, name := range names {
		list[i] = fmt.Sprintf("%q", name)
	}
	return strings.Join(list, ", ")
}
