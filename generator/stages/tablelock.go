package stages

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"parallax/generator/dataset/tidy"
)

// TableLock says what the tables of the site are made of besides its articles: the lists
// of the languages that they are in, and the settings that figures depend on.
func (w *Work) TableLock() (tidy.Lock, error) {
	lock := tidy.Lock{Lists: map[string]string{}}
	for _, a := range w.Corpus.Articles {
		language, _, _ := strings.Cut(a.Language, "-")
		if _, known := lock.Lists[language]; known {
			continue
		}
		sum, err := w.Languages.Sum(language)
		if err != nil {
			return lock, fmt.Errorf("name the lists of the language %s: %w", language, err)
		}
		if sum != "" {
			lock.Lists[language] = sum
		}
	}
	c := w.Config
	var off []string
	for name, on := range c.Signals {
		if !on {
			off = append(off, strconv.Quote(name))
		}
	}
	slices.Sort(off)
	number := func(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
	lock.Settings = []tidy.Setting{
		{Key: "language", Value: strconv.Quote(c.Language)}, {Key: "time_zone", Value: strconv.Quote(c.TimeZone)}, {Key: "licence.default", Value: strconv.Quote(c.Licence.Default)},
		{Key: "signals off", Value: "[" + strings.Join(off, ", ") + "]"}, {Key: "grouping.caution", Value: number(c.Grouping.Caution)},
		{Key: "quotation.share", Value: number(c.Quotation.Share)}, {Key: "quotation.page", Value: strconv.Itoa(c.Quotation.Page)},
		{Key: "quotation.passage", Value: strconv.Itoa(c.Quotation.Passage)}, {Key: "quotation.class", Value: strconv.FormatBool(c.Quotation.Class)},
	}
	return lock, nil
}
