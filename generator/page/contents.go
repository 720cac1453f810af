package page

import (
	"parallax/generator/framing"
)

// contents returns the table of contents: the sections that are there.
func (b *builder) contents(v *Event) []Content {
	number := map[framing.Signal]int{}
	for _, f := range b.comparison.Findings {
		if !f.Common {
			number[f.Signal]++
		}
	}
	sections := []struct {
		id      string
		there   bool
		signals []framing.Signal
	}{
		{"all", !v.Blind, nil},
		{"headlines", v.Ladder != nil, []framing.Signal{framing.SignalHeadline}},
		{"grid", v.Grid != nil, []framing.Signal{framing.SignalCoverage}},
		{"passages", len(v.Contrasts) > 0, []framing.Signal{framing.SignalPassages}},
		{"naming", v.Naming != nil, []framing.Signal{framing.SignalNaming}},
		{"voices", v.Voices != nil, []framing.Signal{framing.SignalVoices}},
		{"told", v.Told != nil, []framing.Signal{framing.SignalTone, framing.SignalAgency, framing.SignalEmphasis}},
		{"wording", v.Wording != nil, []framing.Signal{framing.SignalWording}},
		{"only", len(v.Only) > 0, nil},
		{"timeline", !v.Blind, nil},
		{"shared", len(v.Shared) > 0, nil},
		{"made", true, nil},
	}
	var list []Content
	for _, s := range sections {
		c := Content{ID: s.id, Title: b.text("section." + s.id)}
		for _, signal := range s.signals {
			c.Count += number[signal]
		}
		if s.there {
			list = append(list, c)
		}
	}
	return list
}

// twins returns the links to the other forms of the event.
func (b *builder) twins(path string) []Link {
	var links []Link
	add := func(key, file string) {
		links = append(links, Link{Text: b.text(key), Href: file, Current: eventPath(b.event.Slug, file) == path})
	}
	if b.blind {
		add("event.shownames", "index.html")
		add("event.blindtext", "blind-text.html")
		if b.class != nil {
			add("lesson.link", classFile)
		}
		return links
	}
	if b.site.Config.Pages.Blind {
		add("event.hidenames", "blind.html")
	}
	add("event.plain", "plain.html")
	if b.class != nil {
		add("lesson.link", classFile)
	}
	return links
}

// pairLinks returns the links to the event's pair pages.
func (b *builder) pairLinks() []Link {
	var links []Link
	for _, p := range b.pairs() {
		x, y := b.who[p[0]], b.who[p[1]]
		links = append(links, Link{Text: b.text("pair.title", "first", x.Name, "second", y.Name), Href: pairFile(x.Letter, y.Letter)})
	}
	return links
}
