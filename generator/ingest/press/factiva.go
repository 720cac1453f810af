package press

import (
	"fmt"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"parallax/generator/ingest/dating"
	"parallax/generator/ingest/entry"
)

// factivaCodes are the codes that stand before what an article of Factiva says of
// itself, with indexing.
func factivaCodes() map[string]bool {
	return set("AN|ART|BY|CLM|CO|CR|CT|CX|CY|ED|ET|HD|IN|IPC|IPD|LA|LP|NS|PD|PG|PUB|RE|RF|RST|SC|SE|SN|TD|VOL|WC")
}

// isFactivaArticle reports whether an element is an article: its class is "article
// enArticle" or of another language. The element around it has the class "article"
// alone and is none.
func isFactivaArticle(n *html.Node) bool {
	if !hasClass(n, "article") {
		return false
	}
	for class := range strings.FieldsSeq(attribute(n, "class")) {
		if len(class) == len("enArticle") && strings.HasSuffix(class, "Article") {
			return true
		}
	}
	return false
}

// factivaMark is what a page of Factiva has and others do not.
var factivaMark = regexp.MustCompile(`class="(?:article [a-z]{2}Article|articleParagraph)`)

// IsFactivaPage reports whether a page is an export of Factiva.
func IsFactivaPage(begin string) bool { return factivaMark.MatchString(begin) }

// FactivaPage reads a page of Factiva.
func FactivaPage(s string, months []string) (*entry.Collection, error) {
	root, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return nil, fmt.Errorf("read the page: %w", err)
	}
	c := &entry.Collection{}
	form := "a page of Factiva"
	for i, article := range all(root, isFactivaArticle) {
		fields := factivaRows(article)
		var e entry.Entry
		if fields["HD"] != "" {
			e = factivaEntry(fields, months)
		} else {
			e, form = factivaBare(article, months), "a page of Factiva without indexing, where the order of lines tells what each is"
		}
		e.Place = place(i + 1)
		take(c, e)
	}
	wrappers := all(root, func(n *html.Node) bool { return strings.HasPrefix(attribute(n, "id"), "article-") })
	return finished(c, form, len(wrappers), "the number of wrappers")
}

// factivaRows returns what stands behind each code in the tables of an article.
func factivaRows(article *html.Node) map[string]string {
	codes, fields := factivaCodes(), map[string]string{}
	for _, row := range all(article, func(n *html.Node) bool { return n.DataAtom == atom.Tr }) {
		cells := all(row, func(n *html.Node) bool { return n.DataAtom == atom.Td || n.DataAtom == atom.Th })
		if len(cells) >= 2 && codes[words(cells[0])] {
			fields[words(cells[0])] = blocksOf(cells[1])
		}
	}
	return fields
}

// factivaEntry makes an entry of what stands behind codes.
func factivaEntry(fields map[string]string, months []string) entry.Entry {
	e := entry.Entry{
		ID: factivaNumber(fields["AN"]), Title: fields["HD"], Outlet: fields["SN"], Author: fields["BY"],
		Text: strings.TrimSpace(fields["LP"]) + "\n\n" + strings.TrimSpace(fields["TD"]), Language: factivaLanguage(fields["LA"]),
	}
	e.Date, _, _ = dating.Find(fields["PD"], months)
	return e
}

// factivaNumber returns the number of an article, whole: cut short it is that of
// others.
func factivaNumber(an string) string {
	_, number, found := strings.Cut(oneLine(an), "Document ")
	if !found {
		return oneLine(an)
	}
	return number
}

// factivaLanguage returns a language of Factiva's as a tag; "" if it is another.
func factivaLanguage(name string) string {
	names := map[string]string{
		"english": "en", "englisch": "en", "anglais": "en", "inglés": "en", "german": "de", "deutsch": "de", "allemand": "de", "alemán": "de",
		"french": "fr", "französisch": "fr", "français": "fr", "francés": "fr", "spanish": "es", "spanisch": "es", "espagnol": "es", "español": "es",
		"italian": "it", "portuguese": "pt", "dutch": "nl", "en": "en", "de": "de", "fr": "fr", "es": "es",
	}
	return names[strings.ToLower(oneLine(name))]
}

// Lines of an article without codes.
var (
	clock      = regexp.MustCompile(`^\d{1,2}:\d\d(?:\s*[AaPp]\.?[Mm]\.?)?$`)
	wordCount  = regexp.MustCompile(`^[\d.,\s]+ ?\pL+$`)
	factivaEnd = regexp.MustCompile(`^(?:Document|Dokument|Documento) ([A-Z]+\d[A-Za-z0-9]+)$`)
)

// factivaBare reads an article without codes: the headline, and then lines that are
// bare, in order: how many words, the day, the hour if there is one, the outlet.
func factivaBare(article *html.Node, months []string) entry.Entry {
	e := entry.Entry{}
	for _, n := range all(article, func(n *html.Node) bool { return strings.HasSuffix(attribute(n, "class"), "Headline") }) {
		e.Title += " " + words(n)
	}
	dated := false
	for _, n := range all(article, func(n *html.Node) bool {
		return n.DataAtom == atom.Div && !strings.Contains(attribute(n, "class"), "Headline")
	}) {
		line := words(n)
		day, _, _ := dating.Find(line, months)
		switch {
		case all(n, func(n *html.Node) bool { return strings.HasSuffix(attribute(n, "class"), "Headline") }) != nil, line == "", clock.MatchString(line):
		case !dated && day.Known():
			e.Date, dated = day, true
		case !dated && wordCount.MatchString(line):
		case !dated:
			e.Author = line
		case e.Outlet == "":
			e.Outlet = line
		}
	}
	var text []string
	for _, n := range all(article, func(n *html.Node) bool { return n.DataAtom == atom.P }) {
		line := words(n)
		if m := factivaEnd.FindStringSubmatch(line); m != nil {
			e.ID = m[1]
		} else if hasClass(n, "articleParagraph") {
			text = append(text, line)
		}
	}
	e.Text = strings.Join(text, "\n\n")
	return e
}

// IsFactivaText reports whether lines are an export of Factiva: some of them are
// nothing but its codes.
func IsFactivaText(begin string) bool {
	found := map[string]bool{}
	for _, line := range lines(begin) {
		found[line] = true
	}
	return found["HD"] && found["SN"] && found["PD"]
}

// searchSummary is the line behind the last article.
const searchSummary = "Search Summary"

// FactivaText reads an export of Factiva with a code alone on a line and what it
// stands for below, as RTF and plain text have it.
func FactivaText(s string, months []string) (*entry.Collection, error) {
	c := &entry.Collection{}
	codes := factivaCodes()
	fields, code, number, numbered := map[string]string{}, "", 0, 0
	end := func() {
		if len(fields) == 0 {
			return
		}
		number++
		e := factivaEntry(fields, months)
		e.Place = place(number)
		take(c, e)
		fields, code = map[string]string{}, ""
	}
	for _, line := range lines(s) {
		ends := factivaEnd.FindStringSubmatch(line)
		switch {
		case line == searchSummary:
			end()
			return finished(c, "an export of Factiva", numbered, "the number of its documents")
		case ends != nil:
			numbered++
			fields["AN"] = ends[1]
			end()
		case codes[line]:
			if line == "HD" && fields["HD"] != "" {
				end() // the article before has no number
			}
			code = line
		case code == "LP" || code == "TD":
			fields[code] += line + "\n\n"
		case code != "":
			fields[code] = strings.TrimSpace(fields[code] + " " + line)
		}
	}
	end()
	return finished(c, "an export of Factiva", numbered, "the number of its documents")
}
