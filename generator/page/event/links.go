package event

import (
	"parallax/generator/address"
	"parallax/generator/dataset"
	"parallax/generator/event"
	"parallax/generator/page/frame"
)

// ClassFile is the name of the lesson's page for the screen, in an event's folder.
const ClassFile = "class.html"

// twins returns the links to the other forms of the event.
func (b *Builder) twins(path string) []frame.Link {
	var links []frame.Link
	add := func(key, file string) {
		links = append(links, frame.Link{Text: b.Text(key), Href: file, Current: address.Event(b.Event.Slug, file) == path})
	}
	if b.blind {
		add("event.shownames", "index.html")
		add("event.blindtext", "blind-text.html")
		if b.Lesson != nil {
			add("lesson.link", ClassFile)
		}
		return links
	}
	if b.Config.Pages.Blind {
		add("event.hidenames", "blind.html")
	}
	add("event.plain", "plain.html")
	if b.Lesson != nil {
		add("lesson.link", ClassFile)
	}
	return links
}

// pairLinks returns the links to the event's pair pages.
func (b *Builder) pairLinks() []frame.Link {
	var links []frame.Link
	for _, p := range b.pairs() {
		x, y := b.Who[p[0]], b.Who[p[1]]
		first, second := b.Comparison.Articles[p[0]].Letter, b.Comparison.Articles[p[1]].Letter
		links = append(links, frame.Link{Text: b.Text("pair.title", "first", x.Name, "second", y.Name), Href: address.PairFile(first, second)})
	}
	return links
}

// dataLinks returns the links of a page of the event to its data.
func (b *Builder) dataLinks(path string, e *event.Event) []frame.Link {
	links := []frame.Link{{Text: "JSON", Href: address.Link(path, dataset.Path(e.Slug))}}
	for _, t := range b.Tables.OfEvent() {
		links = append(links, frame.Link{Text: t.Name + ".csv", Href: address.Link(path, t.Path(e.Slug))})
	}
	return links
}
