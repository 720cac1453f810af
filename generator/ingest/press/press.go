// Package press reads the exports of press archives: Nexis ([Nexis] for files of
// Word and RTF, [OldNexis] for texts and pages until 2019), Factiva ([FactivaPage],
// [FactivaText]), ProQuest ([ProQuest]) and Europresse ([Europresse]). The functions
// that begin with Is tell each by what is in a file.
//
// # Two counts
//
// Every reader of such files loses articles or doubles them, and none says so. Each
// form therefore has a second count that does not depend on how articles were
// found: the cover page, "1 of 262", the marks at the end, the wrappers. Where the two
// differ it is said.
//
// # Labels
//
// Labels and months are in the language of the archive's interface, not of the
// article. Only what is in a closed list is a label: a paragraph may begin with
// "Note:" too. A blank that does not break stands behind the colon of some.
//
// # What an archive adds
//
// A place, "(site web)", a number or a full stop behind the name of an outlet is the
// archive's and goes; nothing else of a name does, and none is made.
package press

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"parallax/generator/diag"
	"parallax/generator/ingest/entry"
)

// added is what archives put behind the name of an outlet.
var added = regexp.MustCompile(`(?i)(?:\s*\((?:site web|website|web site|web|online)\)|\s+\((?:[\pL .'-]+)\)|,?\s+n[o°º]\.?\s*\d+.*)$`)

// outlet returns the name of an outlet without what the archive adds.
func outlet(name string) string {
	name = strings.TrimSuffix(oneLine(name), ".")
	for {
		rest := strings.TrimRight(added.ReplaceAllString(name, ""), " ,")
		if rest == name || rest == "" {
			return name
		}
		name = rest
	}
}

// Mistakes in an article of an export.
var (
	errNoBody  = errors.New("no text of an article was found in it")
	errNoTitle = errors.New("no title was found in it")
	errArchive = errors.New("the archive put an error in the place of the article")
)

// archiveError is what archives write in the place of an article that they could not
// export.
const archiveError = "there is an error in this document"

// by stands before the names of those who wrote an article.
var by = regexp.MustCompile(`(?i)^(?:by|von|par|por|di|door)\s+`)

// take takes an article into the collection, or lists it as unread.
func take(c *entry.Collection, e entry.Entry) {
	e.Title, e.Outlet, e.Author, e.Text = oneLine(e.Title), outlet(e.Outlet), by.ReplaceAllString(oneLine(e.Author), ""), strings.TrimSpace(e.Text)
	switch {
	case strings.Contains(e.Title+e.Text, archiveError):
		c.Fail(e.Place, errArchive)
	case e.Text == "":
		c.Fail(e.Place, errNoBody)
	case e.Title == "":
		c.Fail(e.Place, errNoTitle)
	default:
		c.Entries = append(c.Entries, e)
	}
}

// finished says what the export is, and whether two counts agree. The second count
// is 0 if the export has none.
func finished(c *entry.Collection, form string, second int, where string) (*entry.Collection, error) {
	n := len(c.Entries) + len(c.Unread)
	c.Form, c.Archive = form+", "+diag.Count(n, "article"), true
	if second > 0 && second != n {
		c.Remark(fmt.Sprintf("%s were found, and %s says %d: look at the file", diag.Count(n, "article"), where, second))
	}
	if missing := c.Missing(); missing != "" {
		c.Remark(missing)
	}
	return c, nil
}

// place names an article by its number.
func place(n int) string { return fmt.Sprintf("article %d", n) }

// oneLine returns words with one blank between them, also where it does not break.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// labelled returns the label of a line, in lower case, and what stands behind its
// colon; "" if it begins with none of the list.
func labelled(line string, labels map[string]bool) (label, value string) {
	before, after, found := strings.Cut(line, ":")
	if before = strings.ToLower(oneLine(before)); !found || !labels[before] {
		return "", ""
	}
	return before, oneLine(after)
}

// set returns the words of a list, which are parted by bars.
func set(list string) map[string]bool {
	words := map[string]bool{}
	for word := range strings.SplitSeq(list, "|") {
		words[word] = true
	}
	return words
}

// lines returns the lines of a text that are not empty, each with single blanks.
func lines(s string) []string {
	var list []string
	for line := range strings.SplitSeq(strings.NewReplacer("\r\n", "\n", "\f", "\n").Replace(s), "\n") {
		if line = oneLine(line); line != "" {
			list = append(list, line)
		}
	}
	return list
}

// paragraphs returns the paragraphs of a text whose lines are broken: blank lines
// stand between them.
func paragraphs(s string) []string {
	var list []string
	open := false
	for line := range strings.SplitSeq(strings.NewReplacer("\r\n", "\n", "\f", "\n").Replace(s), "\n") {
		line = oneLine(line)
		switch {
		case line == "":
			open = false
			continue
		case open:
			list[len(list)-1] += " " + line
			continue
		}
		list, open = append(list, line), true
	}
	return list
}
