package evaluate

import (
	"fmt"
	"regexp"
	"strings"
)

// A factScore counts what was found of an article besides its text. Where the
// truth has a title, date or author, they are right if they are the same, the
// date by its day. A data set without such labels can still tell whether the
// day agrees with the one in the address, which is taken only where nothing else
// says one.
type factScore struct {
	found, labels, right map[string]int // by "title", "date", "author"
	dated, agreed        int            // addresses with a day; those whose day was found
}

// addressDay is a day in an address: /2019/11/20/ or /2019-11-20.
var addressDay = regexp.MustCompile(`/((?:19|20)\d\d)[/-]([01]\d)[/-]([0-3]\d)(?:\D|$)`)

// add counts one page.
func (s *factScore) add(truth, found extracted) {
	if s.found == nil {
		s.found, s.labels, s.right = map[string]int{}, map[string]int{}, map[string]int{}
	}
	for _, f := range []struct{ name, truth, found string }{
		{"title", truth.Title, found.Title}, {"date", day(truth.Date), day(found.Date)}, {"author", truth.Author, found.Author},
	} {
		if f.found != "" {
			s.found[f.name]++
		}
		if f.truth != "" {
			s.labels[f.name]++
			if strings.Join(strings.Fields(f.truth), " ") == f.found {
				s.right[f.name]++
			}
		}
	}
	if m := addressDay.FindStringSubmatch(truth.URL); m != nil {
		s.dated++
		if day(found.Date) == strings.Join(m[1:], "-") {
			s.agreed++
		}
	}
}

// day returns the day of a date.
func day(date string) string { return date[:min(len(date), len("2006-01-02"))] }

// notes says what was counted on so many pages.
func (s *factScore) notes(pages int) []string {
	notes := []string{fmt.Sprintf("found on %d pages: title %d, date %d, author %d", pages, s.found["title"], s.found["date"], s.found["author"])}
	if s.dated > 0 {
		notes = append(notes, fmt.Sprintf("date the same as the day in the address: %d of %d", s.agreed, s.dated))
	}
	for _, name := range []string{"title", "date", "author"} {
		if s.labels[name] > 0 {
			notes = append(notes, fmt.Sprintf("%s right: %d of %d", name, s.right[name], s.labels[name]))
		}
	}
	return notes
}
