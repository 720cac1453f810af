package page

import "html"

// An Embed is the data of embed.html: the strongest contrast of an event alone,
// for others to show on their pages in a frame, with the snippet that does it.
type Embed struct {
	Frame
	Name    string
	Event   Link // to the page of the event
	Look    Look
	Snippet string // HTML to copy
}

// embedFile is the name of the page in an event's folder.
const embedFile = "embed.html"

// embeds reports whether the event has a contrast to show elsewhere. A frame
// needs an address.
func (b *builder) embeds() bool { return b.site.Config.BaseURL != "" && b.look().Contrast != nil }

// embed renders the page that others show in a frame.
func (b *builder) embed() error {
	if !b.embeds() {
		return nil
	}
	path := eventPath(b.event.Slug, embedFile)
	v := Embed{Frame: b.frame("embed", path, b.event.Title), Name: b.event.Title, Event: Link{Text: b.text("embed.to"), Href: "index.html"}, Look: b.look()}
	v.Description = v.Look.Contrast.Text
	v.Snippet = `<iframe src="` + html.EscapeString(v.Canonical) + `" title="` + html.EscapeString(v.Site+": "+v.Name) + `" width="100%" height="440" loading="lazy"></iframe>`
	v.Canonical = "" // the event's page is the one to be found
	return b.page("embed", path, v)
}
