package page

import (
	"html/template"
	"strings"
)

// A Texts is the data of text.html: the event's articles one after the other,
// as far as they may be shown, without marks; with names or, in the blind
// twin, without.
type Texts struct {
	Frame
	Blind    bool
	Name     string
	Event    Link
	Articles []TextArticle
}

// A TextArticle is one article.
type TextArticle struct {
	ID         string // fragment: the letter in lower case
	Who        Who
	Headline   template.HTML
	HeadlineID string
	Language   string
	Dir        string
	Date       Dated
	Paraphrase bool
	Blocks     []ReaderBlock
}

// texts renders the page of texts.
func (b *builder) texts() error {
	file, back := "plain.html", "index.html"
	if b.blind {
		file, back = "blind-text.html", "blind.html"
	}
	path := eventPath(b.event.Slug, file)
	name := b.clean(b.event.Title)
	v := Texts{Frame: b.frame("text", path, name), Blind: b.blind, Name: name, Event: Link{Text: name, Href: back}}
	v.Description = b.text("text.description", "event", name)
	if b.blind {
		v.Canonical = ""
	}
	for i, a := range b.articles {
		id := strings.ToLower(b.who[i].Letter)
		v.Articles = append(v.Articles, TextArticle{
			ID: id, Who: b.who[i], Headline: b.words(i, a.Passages[0].Span), HeadlineID: id + "-h",
			Language: a.Language, Dir: direction(a.Language), Date: b.date(a.Date), Paraphrase: a.Paraphrase,
			Blocks: b.blocks(i, b.writers[i], id+"-"),
		})
	}
	return b.page("text", path, v)
}

// members lists the event's articles.
func (b *builder) members() []Member {
	var list []Member
	for i, a := range b.articles {
		list = append(list, Member{Who: b.who[i], Date: b.date(a.Date), Headline: b.clean(a.Title), Language: b.language(a.Language)})
	}
	return list
}
