package command

import (
	"context"
	"fmt"
	"math"
	"strings"

	"parallax/generator/diag"
	"parallax/generator/ingest"
	"parallax/generator/text"
)

// A tally counts what became of sources and documents.
type tally struct {
	dry                                    bool
	added, replaced, held, changed, failed int
	aside                                  int      // that nobody wants
	twins                                  int      // that came before in their collection
	outlets                                []string // that are new
}

// String is the closing line: what came in and what did not.
func (t tally) String() string {
	verb := "added"
	if t.dry {
		verb = "would be added"
	}
	parts := []string{diag.Count(t.added, "article") + " " + verb}
	if t.replaced > 0 {
		parts = append(parts, fmt.Sprintf("%d of them in place of an earlier version", t.replaced))
	}
	parts = append(parts, fmt.Sprintf("%d there already", t.held))
	if t.changed > 0 {
		parts = append(parts, fmt.Sprintf("%d of them changed since", t.changed))
	}
	if t.aside > 0 {
		parts = append(parts, fmt.Sprintf("%d of other hosts, languages or days", t.aside))
	}
	if t.twins > 0 {
		parts = append(parts, fmt.Sprintf("%d twice in one file", t.twins))
	}
	return strings.Join(append(parts, fmt.Sprintf("%d not read", t.failed)), ", ")
}

// outlet notes an outlet that is new because a collection names it.
func (t *tally) outlet(taken ingest.Taken, doc ingest.Document) {
	if taken.NewOutlet && doc.Listed {
		t.outlets = append(t.outlets, taken.Outlet)
	}
}

// ready makes what was found ready to be taken, and returns how many blocks each
// document lost.
func (in *intake) ready(ctx context.Context) ([]int, error) {
	documents := make([]ingest.Document, len(in.batch))
	for i := range in.batch {
		documents[i] = in.batch[i].doc
	}
	left, err := await(ctx, func() ([]int, error) { return in.desk.Ready(documents, in.flags.outlet), nil })
	if err != nil {
		return nil, err
	}
	for i := range in.batch {
		in.batch[i].doc = documents[i]
	}
	return left, nil
}

// takeAll gives what was found and made ready to the desk, until ctx ends, and
// tells what became of each. Each lost so many blocks as left says.
func (in *intake) takeAll(ctx context.Context, left []int) {
	in.tally.dry, in.written = in.flags.dry, true
	for i := range in.batch {
		if ctx.Err() != nil {
			break
		}
		source, doc := in.batch[i].source, in.batch[i].doc
		in.console.progress("writing %d of %d: %s", i+1, len(in.batch), source)
		taken, err := in.take(doc, in.batch[i].updates)
		switch {
		case err != nil:
			in.fail(source, err)
		case taken.Held != "" && in.batch[i].updates != "" && !taken.Changed:
			// Nobody needs to know what was looked at and is the same.
		case taken.Held != "" && in.batch[i].updates != "":
			in.console.result("%s: holds another text now, and %s stays; parallax add --replace takes it", source, taken.Held)
		case taken.Held != "" && taken.Changed && !in.batch[i].quiet:
			in.tally.held++
			in.tally.changed++
			in.console.result("%s: is there already as %s, with other words; --replace takes these and keeps the others beside", source, taken.Held)
		case taken.Held != "" && in.batch[i].quiet && !in.flags.verbose:
			in.tally.held++
		case taken.Held != "":
			in.held(source, taken.Held)
		default:
			in.tally.added++
			if taken.Replaced {
				in.tally.replaced++
			}
			in.tally.outlet(taken, doc)
			if in.batch[i].quiet && !in.flags.verbose {
				continue
			}
			in.console.result("%s", takenLine(source, taken, doc, left[i]))
			if in.flags.verbose {
				in.console.result("  %s", doc.From)
			}
		}
	}
	in.batch = nil
}

// take gives a document to the desk, as a newer version of the article in a
// file if one is named.
func (in *intake) take(doc ingest.Document, updates string) (ingest.Taken, error) {
	if updates != "" {
		return in.desk.Update(doc, updates)
	}
	return in.desk.Take(doc, in.flags.outlet)
}

// held tells that an article is there already, and counts it.
func (in *intake) held(source, file string) {
	in.tally.held++
	in.console.result("%s: is there already as %s", source, file)
}

// takenLine is the line about an article: where it went, what was found and
// what is missing.
func takenLine(source string, t ingest.Taken, d ingest.Document, left int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %q", source, d.Title)
	if d.Date.Known() {
		fmt.Fprintf(&b, ", %s", d.Date)
	}
	if d.Author != "" {
		fmt.Fprintf(&b, ", by %s", d.Author)
	}
	fmt.Fprintf(&b, ", %s → %s", diag.Count(text.CountWords(d.Text()), "word"), t.File)
	if t.Replaced {
		b.WriteString(" (replaced)")
	}
	for _, remark := range remarks(t, d, left) {
		b.WriteString("; " + remark)
	}
	return b.String()
}

// remarks say what else there is to know about an article.
func remarks(t ingest.Taken, d ingest.Document, left int) []string {
	var list []string
	add := func(tell bool, format string, args ...any) {
		if tell {
			list = append(list, fmt.Sprintf(format, args...))
		}
	}
	add(t.Earlier != "", "the earlier version is %s", t.Earlier)
	add(t.NewOutlet, "new outlet %s", t.Outlet)
	missing := missingIn(d)
	add(len(missing) > 0, "missing: %s", strings.Join(missing, ", "))
	add(left > 0, "left out %s of the outlet's other pages", diag.Count(left, "line"))
	add(t.Shared.File != "", "%.0f%% of its text is in %s too", math.Floor(100*t.Shared.Share), t.Shared.File)
	add(t.Excerpt, "only what may be quoted")
	add(t.Private, "kept out of git")
	return list
}

// missingIn returns what an article does not say of itself.
func missingIn(d ingest.Document) []string {
	var missing []string
	for _, m := range []struct{ name, value string }{
		{"date", d.Date.String()}, {"author", d.Author}, {"address", d.URL}, {"language", d.Language}, {"licence", string(d.Licence)},
	} {
		if m.value == "" {
			missing = append(missing, m.name)
		}
	}
	return missing
}
