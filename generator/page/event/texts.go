package event

import (
	"html/template"
	"strings"

	"parallax/generator/address"
	"parallax/generator/page/frame"
)

// A Texts is the data of text.html: the event's articles one after the other,
// as far as they may be shown, without marks; with names or, in the blind
// twin, without.
type Texts struct {
	frame.Frame
	Blind    bool
	Name     string
	Event    frame.Link
	Articles []TextArticle
}

// A TextArticle is one article.
type TextArticle struct {
	ID         string // fragment: the letter in lower case
	Who        frame.Who
	Headline   template.HTML
	HeadlineID string
	Language   string
	Dir        string
	Date       frame.Dated
	Paraphrase bool
	Blocks     []ReaderBlock
}

// WriteTexts renders the page of texts.
func (b *Builder) WriteTexts() error {
	file, back := "plain.html", "index.html"
	if b.blind {
		file, back = "blind-text.html", "blind.html"
	}
	path := address.Event(b.Event.Slug, file)
	name := b.Clean(b.Event.Title)
	v := Texts{Frame: b.Frame("text", path, name), Blind: b.blind, Name: name, Event: frame.Link{Text: name, Href: back}}
	v.Description = b.Text("text.description", "event", name)
	if b.blind {
		v.Canonical = ""
	}
	for i, a := range b.Articles {
		id := strings.ToLower(b.Comparison.Articles[i].Letter)
		v.Articles = append(v.Articles, TextArticle{
			ID: id, Who: b.Who[i], Headline: b.words(i, a.Passages[0].Span), HeadlineID: id + "-h",
			Language: a.Language, Dir: frame.Direction(a.Language), Date: b.Date(a.Date), Paraphrase: a.Paraphrase,
			Blocks: b.leftOut(i, b.blocks(i, b.writers[i], id+"-")),
		})
	}
	return b.Print("text", path, v)
}

// members lists the event's articles.
func (b *Builder) members() []Member {
	var list []Member
	for i, a := range b.Articles {
		list = append(list, Member{Who: b.Who[i], Date: b.Date(a.Date), Headline: b.Clean(a.Title), Language: b.Language(a.Language)})
	}
	return list
}
