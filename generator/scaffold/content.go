package scaffold

import (
	"fmt"
	"path"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/frontmatter"
	"parallax/generator/text"
)

// Content returns a new file of a kind of content. Name is its id or its
// title: "north-bridge/gazette" or "The Gazette". Outlets are the ids of the
// site's outlets, for a new article.
func Content(kind, name string, outlets []string) (File, error) {
	id, err := idOf(name)
	if err != nil {
		return File{}, err
	}
	if kind == reviewKind {
		return newReview(id)
	}
	if kind != "article" && strings.Contains(id, "/") {
		return File{}, fmt.Errorf("the name %q has a slash; only articles may stand in folders of folders", name)
	}
	var b strings.Builder
	b.WriteString("+++\n")
	for _, k := range corpus.Keys(kind) {
		writeKey(&b, k, value(kind, k, titleOf(name), outlets), outlets)
	}
	b.WriteString("+++\n\n" + body(kind) + "\n")
	return File{Path: corpus.Folders()[kind] + "/" + id + ".md", Data: []byte(b.String())}, nil
}

// idOf returns the id that a name stands for.
func idOf(name string) (string, error) {
	parts := strings.Split(strings.TrimSuffix(name, ".md"), "/")
	for i, part := range parts {
		if parts[i] = text.Slug(part, text.LongestSlug); !corpus.IsSlug(parts[i]) {
			return "", fmt.Errorf("the name %q cannot be an address; choose one of a to z, 0 to 9 and hyphens", name)
		}
	}
	return strings.Join(parts, "/"), nil
}

// titleOf returns the title that a name stands for.
func titleOf(name string) string {
	last := path.Base(strings.TrimSuffix(name, ".md"))
	if corpus.IsSlug(last) {
		last = strings.ReplaceAll(last, "-", " ")
	}
	return text.Capital(last)
}

// value returns the value that a key of a new file has, or "" if it is only
// shown in a comment.
func value(kind string, k corpus.Key, title string, outlets []string) string {
	switch {
	case k.Name == "draft":
		return "true"
	case k.Name == "outlet" && len(outlets) == 1:
		return frontmatter.Quote(outlets[0])
	case k.Name == "title" && kind != "event", k.Name == "name":
		return frontmatter.Quote(title)
	case k.Required:
		return frontmatter.Quote("")
	}
	return ""
}

// writeKey writes a key with what it means.
func writeKey(b *strings.Builder, k corpus.Key, value string, outlets []string) {
	about := k.About
	if k.Name == "draft" {
		about += " Delete this line when the article is done."
	}
	if k.Name == "outlet" && len(outlets) > 0 {
		about += " There are: " + strings.Join(outlets, ", ") + "."
	}
	fmt.Fprintf(b, "# %s\n", about)
	if value == "" {
		for line := range strings.Lines(assignment(k)) {
			b.WriteString("# " + strings.TrimSuffix(line, "\n") + "\n")
		}
		return
	}
	fmt.Fprintf(b, "%s = %s\n", k.Name, value)
}

// assignment returns the TOML that gives a key the value of its example.
func assignment(k corpus.Key) string {
	if k.Type == corpus.TypeEdits || k.Type == corpus.TypeItems {
		return k.Example // tables name their key themselves
	}
	return k.Name + " = " + k.Example
}

// body returns what stands below the front matter of a new file.
func body(kind string) string {
	switch kind {
	case "article":
		return "The text of the article, in paragraphs."
	case "outlet":
		return "What the outlet says of itself, and since when."
	case "event":
		return "What is worth asking about these reports."
	case "term":
		return "An example of it."
	case "lesson":
		return "What you checked, for the teacher who uses it."
	}
	return "What the page says, in Markdown."
}
