package event

import (
	"html"

	"parallax/generator/address"
	"parallax/generator/page/frame"
)

// An Embed is the data of embed.html: the strongest contrast of an event alone,
// for others to show on their pages in a frame, with the snippet that does it.
type Embed struct {
	frame.Frame
	Name    string
	Event   frame.Link // to the page of the event
	Look    Look
	Snippet string // HTML to copy
}

// embedFile is the name of the page in an event's folder.
const embedFile = "embed.html"

// embeds reports whether the event has a contrast to show elsewhere. A frame
// needs an address.
func (b *Builder) embeds() bool { return b.Config.BaseURL != "" && b.Look().Contrast != nil }

// WriteEmbed renders the page that others show in a frame.
func (b *Builder) WriteEmbed() error {
	if !b.embeds() {
		return nil
	}
	path := address.Event(b.Event.Slug, embedFile)
	v := Embed{Frame: b.Frame("embed", path, b.Event.Title), Name: b.Event.Title, Event: frame.Link{Text: b.Text("embed.to"), Href: "index.html"}, Look: b.Look()}
	v.Description = v.Look.Contrast.Text
	v.Snippet = `<iframe src="` + html.EscapeString(v.Canonical) + `" title="` + html.EscapeString(v.Site+": "+v.Name) + `" width="100%" height="440" loading="lazy"></iframe>`
	v.Canonical = "" // the event's page is the one to be found
	return b.Print("embed", path, v)
}
