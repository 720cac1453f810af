package evaluate

import (
	"fmt"
	"math"
	"runtime"
	"strings"
	"time"

	"parallax/generator/corpus"
	"parallax/generator/text"
)

// growth groups corpora of growing size, made from the input by shifting its
// dates and renaming its names, and shows time and memory. The exponent is
// that of the time between a size and the one before: 1 is linear.
func growth(items []eventItem, in Input) (Table, error) {
	if len(items) == 0 {
		return Table{}, fmt.Errorf("no articles to repeat")
	}
	table := Table{Head: []string{"articles", "events", "seconds", "ms/item", "peak MB", "exponent"}}
	lastSize, lastTaken := 0, time.Duration(0)
	for _, size := range in.Repeat {
		articles := repeated(items, size, in.Languages)
		runtime.GC()
		start := in.Now()
		found := grouped(articles, in.Languages, nil)
		taken := in.Now().Sub(start)
		var memory runtime.MemStats
		runtime.ReadMemStats(&memory)
		exponent := "–"
		if lastSize > 0 && size != lastSize {
			exponent = fmt.Sprintf("%.2f", math.Log(taken.Seconds()/lastTaken.Seconds())/math.Log(float64(size)/float64(lastSize)))
		}
		table.Rows = append(table.Rows, []string{
			fmt.Sprint(size), fmt.Sprint(len(sizes(found))), fmt.Sprintf("%.2f", taken.Seconds()),
			fmt.Sprintf("%.3f", taken.Seconds()*1000/float64(size)), fmt.Sprint(memory.Sys >> 20), exponent,
		})
		lastSize, lastTaken = size, taken
	}
	table.Notes = append(table.Notes,
		fmt.Sprintf("%d CPUs; peak MB is all memory that the program had asked the system for by then, input and result included", runtime.GOMAXPROCS(0)),
		"copies of the input with dates shifted by 30 days and the letters of the copy's number behind every name; articles without a date get one")
	return table, nil
}

// repeated returns size articles: the input over and over, each round later
// and with other names than the one before.
func repeated(items []eventItem, size int, languages *text.Languages) []corpus.Article {
	const days = 30
	start := time.Date(2001, 1, 1, 0, 0, 0, 0, time.UTC)
	articles := make([]corpus.Article, size)
	for i := range articles {
		item, round := items[i%len(items)], i/len(items)
		date, err := corpus.ParseDate(item.Date)
		if err != nil || !date.Known() {
			date = corpus.Moment(start)
		}
		item.Date = corpus.Day(date.Time().AddDate(0, 0, days*round).Date()).String()
		item.ID = fmt.Sprintf("%s-%d", item.ID, round)
		if round > 0 {
			item = renamed(item, letters(round), languages)
		}
		articles[i] = item.article()
	}
	return articles
}

// letters writes a number with the letters a to j.
func letters(n int) string {
	return strings.Map(func(r rune) rune { return r - '0' + 'a' }, fmt.Sprint(n))
}

// renamed returns the item with a suffix behind every word of a name.
func renamed(item eventItem, suffix string, languages *text.Languages) eventItem {
	l := languages.For(item.Language)
	words := l.Words(item.Text)
	names := map[string]bool{}
	for _, span := range l.Names(item.Text, words) {
		for _, w := range l.Words(span.Of(item.Text)) {
			names[w.Lower] = true
		}
	}
	rename := func(s string) string {
		var b strings.Builder
		at := 0
		for _, w := range l.Words(s) {
			if w.Upper && names[w.Lower] {
				end := w.Start + len(l.Rules().Bare(w.Of(s)))
				b.WriteString(s[at:end] + suffix)
				at = end
			}
		}
		return b.String() + s[at:]
	}
	item.Title, item.Text = rename(item.Title), rename(item.Text)
	return item
}
