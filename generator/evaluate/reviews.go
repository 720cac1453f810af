package evaluate

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"parallax/generator/framing"
	"parallax/generator/ratio"
)

// reviewsTask counts what editors decided about a site.
func reviewsTask() Task {
	return Task{Name: "reviews", Short: "what a site's editors found right and wrong: INPUT is the folder of the built site", Run: reviews}
}

// A verdict is what an editor's decision says of what the program had found.
type verdict int

const (
	noVerdict verdict = iota
	rightVerdict
	arguableVerdict
	wrongVerdict
)

// verdictOf returns the verdict of a decision. Whoever words something better does not
// say that it was wrong, and whoever puts something first says nothing of it.
func verdictOf(d framing.Decision) verdict {
	switch {
	case strings.HasPrefix(d.Do, "confirm-"):
		return rightVerdict
	case strings.HasPrefix(d.Do, "move-"), strings.HasPrefix(d.Do, "check-"), strings.HasPrefix(d.Do, "lead-"), d.Confirmed():
		return noVerdict
	case strings.HasPrefix(d.Do, "rename-"), strings.HasPrefix(d.Do, "reword-"),
		d.Do == "tells-part" && d.Machine == string(framing.Tells), d.Do == "tells" && d.Machine == string(framing.Part):
		return arguableVerdict
	case d.Machine == "" || d.Machine == string(framing.Unsaid):
		return noVerdict // the program had claimed nothing
	}
	return wrongVerdict
}

// claimOf names what a decision is about, as the table has it.
func claimOf(d framing.Decision) string {
	switch {
	case d.Key != "":
		return strings.TrimPrefix(d.Key, "finding.")
	case d.Article >= 0 && d.Signal == framing.SignalCoverage:
		return "cell: " + d.Machine
	}
	_, about, of := strings.Cut(d.Do, "-")
	if !of {
		return d.Do // furniture
	}
	for _, claim := range []string{"statement", "name", "speaker", "word"} {
		if strings.HasPrefix(about, claim) { // of one or of several that are joined
			return claim
		}
	}
	return about
}

// A claimCount counts the verdicts on one kind of claim.
type claimCount struct {
	signal, claim string
	verdicts      [wrongVerdict + 1]int
}

// reviews reads the data files of a site.
func reviews(in Input) (Table, error) {
	counts := map[[2]string]*claimCount{}
	events, decisions := 0, 0
	site := os.DirFS(in.Path)
	names, err := fs.Glob(site, "data/*.json")
	if err != nil {
		return Table{}, err
	}
	for _, name := range names {
		data, err := fs.ReadFile(site, name)
		if err != nil {
			return Table{}, err
		}
		var e struct{ Comparison *framing.Comparison }
		if base := strings.TrimPrefix(name, "data/"); base == "schema.json" || base == "index.json" || base == "datapackage.json" {
			continue
		}
		if err := json.Unmarshal(data, &e); err != nil {
			return Table{}, fmt.Errorf("%s: %w", name, err)
		}
		if e.Comparison == nil || len(e.Comparison.Review.Decisions) == 0 {
			continue
		}
		events++
		for _, d := range e.Comparison.Review.Decisions {
			decisions++
			count(counts, d)
		}
	}
	if decisions == 0 {
		return Table{}, fmt.Errorf("no data file below %s has a decision; build a site with files in content/reviews first", filepath.Join(in.Path, "data"))
	}
	return reviewTable(counts, events, decisions), nil
}

// count adds a decision.
func count(counts map[[2]string]*claimCount, d framing.Decision) {
	v := verdictOf(d)
	if v == noVerdict {
		return
	}
	key := [2]string{string(d.Signal), claimOf(d)}
	if counts[key] == nil {
		counts[key] = &claimCount{signal: key[0], claim: key[1]}
	}
	counts[key].verdicts[v]++
}

// reviewTable sets the counts in a table, by signal and claim.
func reviewTable(counts map[[2]string]*claimCount, events, decisions int) Table {
	t := Table{
		Head: []string{"signal", "claim", "right", "arguable", "wrong", "P", "from", "to"},
		Notes: []string{
			fmt.Sprintf("Decisions: %d; events: %d. P counts an arguable claim as half right; from and to are its interval at 95 in 100 (Wilson 1927).", decisions, events),
			"Editors look at what they doubt, so that P is rather low; claims that were drawn at random give a fair one.",
		},
	}
	for _, c := range counts {
		right, n := float64(c.verdicts[rightVerdict])+float64(c.verdicts[arguableVerdict])/2, float64(c.verdicts[rightVerdict]+c.verdicts[arguableVerdict]+c.verdicts[wrongVerdict])
		low, high := ratio.Wilson(right, n)
		t.Rows = append(t.Rows, []string{
			c.signal, c.claim, strconv.Itoa(c.verdicts[rightVerdict]), strconv.Itoa(c.verdicts[arguableVerdict]), strconv.Itoa(c.verdicts[wrongVerdict]),
			fmt.Sprintf("%.2f", right/n), fmt.Sprintf("%.2f", low), fmt.Sprintf("%.2f", high),
		})
	}
	slices.SortFunc(t.Rows, slices.Compare)
	return t
}
