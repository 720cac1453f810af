package press

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"parallax/generator/ingest/dating"
	"parallax/generator/ingest/entry"
)

// Lines of Nexis Uni and Nexis+ that are nothing else, in the languages of its
// interface.
func nexisEnds() map[string]bool {
	return set("end of document|ende des dokuments|fin du document|fin del documento|fine del documento|fim do documento|einde van document")
}
func nexisBodies() map[string]bool {
	return set("body|text|corps|corps du texte|volltext|cuerpo|corpo|hoofdtekst")
}
func nexisBehinds() map[string]bool {
	return set("classification|klassifizierung|clasificación|classificazione|classificação|classificatie|graphic|notes|correction|references")
}

// nexisLabels are the labels of the head and the foot of an article.
func nexisLabels() map[string]bool {
	return set("section|length|byline|highlight|dateline|load-date|series|edition|distribution|correction-date|graphic" +
		"|rubrik|länge|autor|update|longueur|rubrique|auteur|sección|longitud|autor/a|sezione|lunghezza|autore|seção|comprimento|sectie|lengte")
}

// nexisCover is how many documents the cover page says there are.
var nexisCover = regexp.MustCompile(`(?i)^(?:documents?|dokumente|documentos|documenti|documenten)\s*\((\d+)\)$`)

// IsNexis reports whether lines are an export of Nexis: one of them says that a
// document ends.
func IsNexis(text string) bool {
	ends := nexisEnds()
	return slices.ContainsFunc(lines(text), func(line string) bool { return ends[strings.ToLower(line)] })
}

// Nexis reads an export of Nexis Uni or Nexis+, a paragraph a line.
func Nexis(text string, months []string) (*entry.Collection, error) {
	c := &entry.Collection{}
	n := nexis{ends: nexisEnds(), bodies: nexisBodies(), behinds: nexisBehinds(), labels: nexisLabels(), months: months}
	var part []string
	cover, number := 0, 0
	for _, line := range lines(text) {
		if m := nexisCover.FindStringSubmatch(line); m != nil && number == 0 {
			cover, _ = strconv.Atoi(m[1]) // digits alone
		}
		if !n.ends[strings.ToLower(line)] {
			part = append(part, line)
			continue
		}
		number++
		e := n.article(part)
		e.Place = place(number)
		take(c, e)
		part = part[:0]
	}
	if slices.ContainsFunc(part, func(line string) bool { return n.bodies[strings.ToLower(line)] }) { // it breaks off
		e := n.article(part)
		e.Place = place(number + 1)
		take(c, e)
	}
	return finished(c, "an export of Nexis", cover, "the cover page")
}

// A nexis knows the lines that mean something.
type nexis struct {
	ends, bodies, behinds, labels map[string]bool
	months                        []string
}

// article reads the lines of one article, and of the cover page before the first.
// The last day before the first label is that of publication; above it are the
// outlet and the title.
func (n nexis) article(part []string) entry.Entry {
	e := entry.Entry{}
	body := slices.IndexFunc(part, func(line string) bool { return n.bodies[strings.ToLower(line)] })
	if body < 0 {
		e.Title = strings.Join(part, " ") // for errors that the archive writes
		return e
	}
	head := part[:body]
	labels := len(head)
	for i, line := range head {
		label, value := labelled(line, n.labels)
		if label == "" {
			continue
		}
		labels = min(labels, i)
		if slices.Contains([]string{"byline", "autor", "auteur", "autore", "autor/a"}, label) {
			e.Author = value
		}
	}
	for i := labels - 1; i >= 2; i-- {
		if day, _, _ := dating.Find(head[i], n.months); day.Known() && len(head[i]) <= longestDay {
			e.Date, e.Outlet, e.Title = day, head[i-1], head[i-2]
			break
		}
	}
	if e.Title == "" && len(head) > 0 {
		e.Title = head[0]
	}
	end := len(part)
	for i, line := range part[body+1:] {
		label, _ := labelled(line, n.labels)
		if n.behinds[strings.ToLower(line)] || label == "load-date" || label == "graphic" {
			end = body + 1 + i
			break
		}
	}
	e.Text = strings.Join(part[body+1:end], "\n\n")
	return e
}

// longestDay is the most bytes of a line that says when an article was published:
// "Wednesday 30 September 2009 11:45 AM GMT".
const longestDay = 60
