package ingest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/frontmatter"
	"parallax/generator/text"
)

// longestSlug is the most bytes of a title that a file's name has.
const longestSlug = 60

// fileName returns the name of a document's file: its day and its title.
func fileName(doc Document) string {
	name := slug(doc.Title, longestSlug)
	if doc.Date.Known() {
		name = doc.Date.String()[:len("2006-01-02")] + "-" + name
	}
	return name + ".md"
}

// slug returns a name as a part of an address of at most n bytes. A name that
// has nothing of a to z and 0 to 9, or is reserved, becomes a hash.
func slug(name string, n int) string {
	s := text.Slug(name, n)
	if !corpus.IsSlug(s) {
		sum := sha256.Sum256([]byte(name))
		s = "t" + hex.EncodeToString(sum[:4])
	}
	return s
}

// articleFile returns the file of an article. What an editor decided about the
// one that it replaces, nil if there is none, stays.
func articleFile(doc Document, outlet string, before *corpus.Article) []byte {
	var b strings.Builder
	b.WriteString("+++\n")
	if from := oneLine(doc.From.String()); from != "" {
		b.WriteString("# " + from + "\n")
	}
	field(&b, "title", doc.Title)
	field(&b, "outlet", outlet)
	if doc.Date.Known() {
		fmt.Fprintf(&b, "date = %s\n", doc.Date)
	}
	field(&b, "url", doc.URL)
	field(&b, "language", doc.Language)
	field(&b, "author", doc.Author)
	field(&b, "licence", string(doc.Licence))
	if doc.Retrieved.Known() {
		fmt.Fprintf(&b, "retrieved = %s\n", doc.Retrieved)
	}
	if doc.Excerpt {
		b.WriteString("excerpt = true\n")
		if doc.Words > 0 {
			fmt.Fprintf(&b, "original_words = %d\n", doc.Words)
		}
	}
	if before != nil {
		fieldList(&b, "topics", before.Topics)
		field(&b, "event", before.Event)
		fieldList(&b, "not_event", before.NotEvent)
		if before.Draft {
			b.WriteString("draft = true\n")
		}
	}
	b.WriteString("+++\n\n")
	b.WriteString(markdown(doc.Blocks))
	return []byte(b.String())
}

// outletFile returns the file of an outlet.
func outletFile(o corpus.Outlet) []byte {
	var b strings.Builder
	b.WriteString("+++\n")
	field(&b, "name", o.Name)
	field(&b, "homepage", o.Homepage)
	field(&b, "language", o.Language)
	b.WriteString("+++\n")
	return []byte(b.String())
}

// field writes a key of front matter, if it has a value.
func field(b *strings.Builder, key, value string) {
	if value = oneLine(value); value != "" {
		fmt.Fprintf(b, "%s = %s\n", key, frontmatter.Quote(value))
	}
}

// fieldList writes a key of front matter that has several values.
func fieldList(b *strings.Builder, key string, values []string) {
	list := make([]string, len(values))
	for i, value := range values {
		list[i] = frontmatter.Quote(oneLine(value))
	}
	if len(list) > 0 {
		fmt.Fprintf(b, "%s = [%s]\n", key, strings.Join(list, ", "))
	}
}
