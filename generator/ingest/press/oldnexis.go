package press

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"parallax/generator/ingest/dating"
	"parallax/generator/ingest/entry"
)

// counted is the line that an article of the old Nexis begins with.
var counted = regexp.MustCompile(`(?im)^[^\S\n]*(?:dokument|document)?[^\S\n]*(\d+)[^\S\n]+(?:of|von|de|sur|di|van)[^\S\n]+(\d+)(?:[^\S\n]+(?:documents?|dokumente?n?|documentos?|documenti|documenten))?[^\S\n]*$`)

// oldNexisHead and oldNexisFoot are the labels above and below a text.
func oldNexisHead() map[string]bool {
	return set("byline|section|length|dateline|highlight|series|source|title|autor|rubrik|länge|auteur|rubrique|longueur|encart")
}
func oldNexisFoot() map[string]bool {
	return set("language|load-date|publication-type|graphic|journal-code|sprache|update|publikationstyp|publication-typ|langue|type-publication|date-chargement|copyright|correction-date|idioma")
}

// IsOldNexis reports whether a text or a page is an export of the old Nexis.
func IsOldNexis(begin string) bool {
	if strings.Contains(begin, `<A NAME="DOC_ID_`) {
		return true
	}
	m := counted.FindStringSubmatch(begin)
	return m != nil && strings.Contains(strings.ToLower(m[0]), "do") && m[1] == "1"
}

// OldNexis reads an export of the Nexis of before 2019: a text, or a page.
func OldNexis(s string, months []string) (*entry.Collection, error) {
	if strings.HasPrefix(strings.TrimSpace(s), "<") {
		root, err := html.Parse(strings.NewReader(s))
		if err != nil {
			return nil, err
		}
		s = blocksOf(root)
	}
	c := &entry.Collection{}
	marks := counted.FindAllStringSubmatchIndex(s, -1)
	all := 0
	for i, m := range marks {
		end := len(s)
		if i+1 < len(marks) {
			end = marks[i+1][0]
		}
		all, _ = strconv.Atoi(s[m[4]:m[5]]) // digits alone
		e := oldArticle(paragraphs(s[m[1]:end]), months)
		e.Place = place(i + 1)
		take(c, e)
	}
	return finished(c, "an export of the Nexis of before 2019", all, "the last article")
}

// oldArticle reads the paragraphs of an article: the outlet; the day and the title,
// which change places; labels; the text; labels.
func oldArticle(parts []string, months []string) entry.Entry {
	e := entry.Entry{}
	head, foot := oldNexisHead(), oldNexisFoot()
	begin := -1
	for i, part := range parts {
		if label, value := labelled(part, head); label != "" {
			begin = i + 1
			switch label {
			case "byline", "autor", "auteur":
				e.Author = value
			}
		} else if begin >= 0 {
			break // labels end where the text begins
		}
	}
	top := parts
	if begin >= 0 {
		first := slices.IndexFunc(parts, func(p string) bool { label, _ := labelled(p, head); return label != "" })
		top = parts[:first]
	}
	read := above(&e, top, months)
	if begin < 0 {
		begin = read
	}
	end := begin
	for end < len(parts) {
		label, _ := labelled(parts[end], foot)
		if label != "" || strings.HasPrefix(parts[end], "Copyright ") && end > begin {
			break
		}
		end++
	}
	e.Text = strings.Join(parts[min(begin, len(parts)):end], "\n\n")
	return e
}

// mostTop is how many paragraphs stand above the labels of an article.
const mostTop = 6

// above reads outlet, day and title, and returns how many paragraphs they took.
func above(e *entry.Entry, parts []string, months []string) int {
	for i, part := range parts[:min(len(parts), mostTop)] {
		day, _, _ := dating.Find(part, months)
		switch {
		case strings.HasPrefix(part, "Copyright "):
		case e.Outlet == "":
			e.Outlet = part
		case day.Known() && !e.Date.Known() && len(part) <= longestDay:
			e.Date = day
		case e.Title == "":
			e.Title = part
		}
		if e.Outlet != "" && e.Title != "" && e.Date.Known() {
			return i + 1
		}
	}
	return min(len(parts), mostTop)
}
