// Package event makes the pages of one event, a file for each section of its page
// and for each of the pages beside it. A [Builder] makes them, once with the
// outlets' names and once as the blind twin.
//
// # Text of articles
//
// Text is text. html/template escapes everything, but for two makers of HTML:
// the mark writer, which escapes an article's words itself and puts underlines
// into them, and goldmark, which drops the HTML in an editor's Markdown. Every
// word of an article passes the [rights.Allowance] of its event, so that a page,
// like the site as a whole, carries no more of it than its licence permits.
//
// A mark is an underline with words before it that only screen readers say, so
// that nothing is told by colour alone. In the blind twin the names and
// addresses of all outlets, and of the articles' writers, are replaced wherever
// they stand, inside quotations too.
package event

import (
	"html/template"
	"slices"

	"parallax/generator/address"
	"parallax/generator/page/frame"
)

// An Event is the data of event.html, and of the blind twin, which has the
// same sections without the names. The fields follow the order of the page;
// a section without anything to show is nil or empty and stands in Quiet.
type Event struct {
	frame.Frame
	Blind      bool
	Name       string
	Days       string       // "18–19 Nov 2019"
	Counts     string       // "5 articles, 4 outlets"
	Summary    string       // the editor's; may be empty
	Twins      []frame.Link // the same event in other forms
	Members    []Member     // the articles, in order of publication
	Retold     []frame.Who  // articles that are paraphrases
	Look       Look
	All        []GridRow // what every article carries
	Most       []GridRow // what most articles carry, where no statement is in all
	Ladder     *Ladder
	Grid       *Grid
	Slope      *SlopeChart
	Contrasts  []Contrast
	Legend     []frame.LegendItem // of the marks in Contrasts
	Naming     *NamingTable
	Voices     *VoicesView
	Told       *ToldTable
	Wording    *WordingView
	Only       []OnlySide
	Timeline   Timeline
	Shared     []SharedPair
	Pairs      []frame.Link
	Findings   []*Saying // the differences that no section says, strongest first
	Quiet      []string  // sentences: why a section is missing
	Together   Together
	Used       []ArticleUsed
	Note       template.HTML // the editor's note
	Contents   []Content
	Correction string       // link; may be empty
	Data       []frame.Link // the comparison in files for programs
}

// A Member is an article in the head of an event's page.
type Member struct {
	Who      frame.Who
	Date     frame.Dated
	Headline string
	Language string
}

// A Content is one line of the table of contents.
type Content struct {
	ID    string
	Title string
	Count int // findings of the section; 0 is not shown
}

// WritePage renders the event's page.
func (b *Builder) WritePage() error {
	file := "index.html"
	if b.blind {
		file = "blind.html"
	}
	path := address.Event(b.Event.Slug, file)
	return b.Print("event", path, b.eventView(path))
}

// eventView returns what the event's page is made from.
func (b *Builder) eventView(path string) Event {
	name := b.Clean(b.Event.Title)
	v := Event{
		Frame: b.Frame("event", path, name), Blind: b.blind, Name: name,
		Days: b.Span(b.Event.From, b.Event.To), Counts: b.Counts(), Twins: b.twins(path),
		Look: b.Look(), Ladder: b.ladder(), Grid: b.grid(), Slope: b.slope(),
		Contrasts: b.contrasts(), Legend: b.Legend("loaded", "label", "only"), Naming: b.naming(), Voices: b.voices(),
		Told: b.told(), Wording: b.wording(), Only: b.only(), Timeline: b.timeline(), Shared: b.sharedText(),
		Correction: frame.Contact(b.Config.Contact),
	}
	v.Members = b.members()
	for i, a := range b.Articles {
		if a.Paraphrase {
			v.Retold = append(v.Retold, b.Who[i])
		}
	}
	v.All, v.Most = v.Grid.common()
	if len(v.All) > 0 && v.Look.Common == nil && v.All[0].ID == b.Comparison.Lead() {
		v.Look.Common = &Saying{Text: b.Count("event.common", len(b.Who), "statement", v.All[0].Heading), Refs: v.All[0].Refs}
	}
	for i := range b.Comparison.Findings {
		if f := &b.Comparison.Findings[i]; !f.Common {
			v.Findings = append(v.Findings, b.Findings[f.ID])
		}
	}
	if b.Note != nil {
		v.Summary = b.Clean(b.Note.Summary)
	}
	if b.blind {
		v.trim()
	} else {
		v.Together, v.Used, v.Pairs = b.together(), b.used(), b.pairLinks()
		v.Data = b.dataLinks(path, b.Event)
		if b.embeds() {
			v.Data = append(v.Data, frame.Link{Text: b.Text("embed.use"), Href: embedFile})
		}
		if b.Note != nil {
			v.Note = b.Markdown(b.Note.Body, path)
		}
	}
	v.Description = v.Counts
	if v.Look.Contrast != nil {
		v.Description = v.Look.Contrast.Text
	}
	if !b.blind {
		v.Linked = b.linked(&v)
		if _, drawn := b.card(); drawn {
			v.Card = v.Canonical + cardFile
		}
	}
	v.sayOnce()
	v.Quiet = b.quiet()
	v.Contents = b.contents(&v)
	return v
}

// trim leaves out of the blind twin what is not needed to compare texts
// without names, or what would tell the outlet; the event's page has it.
func (v *Event) trim() {
	v.Canonical = ""
	if v.Voices != nil {
		v.Voices.Sides, v.Voices.Verbs.Rows = nil, nil
	}
	v.All, v.Most = nil, nil
	v.Slope, v.Wording, v.Only, v.Shared, v.Findings = nil, nil, nil, nil, nil
	v.Contrasts = v.Contrasts[:min(blindContrasts, len(v.Contrasts))]
}

// sayOnce leaves out of the heads of sections what stands beside its quotations
// already, and out of the last list what was said anywhere before.
func (v *Event) sayOnce() {
	said := map[string]bool{}
	known := func(s *Saying) bool { return s == nil || said[s.ID] }
	for _, c := range v.Contrasts {
		if c.Says != nil {
			said[c.Says.ID] = true
		}
	}
	heads := v.heads()
	for _, head := range heads {
		if known(*head) {
			*head = nil
		}
	}
	if v.Told != nil {
		v.Told.Says = slices.DeleteFunc(v.Told.Says, known)
		for i := range v.Told.Says {
			heads = append(heads, &v.Told.Says[i])
		}
	}
	for _, head := range append(heads, &v.Look.Contrast) {
		if *head != nil {
			said[(*head).ID] = true
		}
	}
	for _, s := range v.Look.Also {
		said[s.ID] = true
	}
	v.Findings = slices.DeleteFunc(v.Findings, known)
}

// heads returns where the sections that have one sentence at their head keep it.
func (v *Event) heads() []**Saying {
	var heads []**Saying
	if v.Ladder != nil {
		heads = append(heads, &v.Ladder.Says)
	}
	if v.Grid != nil {
		heads = append(heads, &v.Grid.Says)
	}
	if v.Naming != nil {
		heads = append(heads, &v.Naming.Says)
	}
	if v.Voices != nil {
		heads = append(heads, &v.Voices.Says)
	}
	if v.Wording != nil {
		heads = append(heads, &v.Wording.Says)
	}
	return heads
}

// blindContrasts is how many contrasts the blind twin shows.
const blindContrasts = 3

// commonRows is how many statements the section on what all report lists.
const commonRows = 6

// common returns the rows that every article carries or, if there is none,
// those that more than half of them carry.
func (g *Grid) common() (all, most []GridRow) {
	if g == nil {
		return nil, nil
	}
	for _, group := range g.Groups {
		for _, row := range group.Rows {
			switch found := row.found(); {
			case found == len(row.Cells) && len(all) < commonRows:
				all = append(all, row)
			case 2*found > len(row.Cells) && len(most) < commonRows:
				most = append(most, row)
			}
		}
	}
	if len(all) > 0 {
		most = nil
	}
	return all, most
}

// found returns how many articles carry the statement of the row.
func (r GridRow) found() int {
	n := 0
	for _, c := range r.Cells {
		if c.Depth > 0 && !c.Loose {
			n++
		}
	}
	return n
}

// cellRefs returns links to the passages that tell what a row says.
func (b *Builder) cellRefs(row GridRow) []Ref {
	var refs []Ref
	for i, c := range row.Cells {
		if c.Href != "" && !c.Loose {
			refs = append(refs, Ref{Who: b.Who[i], Place: c.Text, Href: c.Href})
		}
	}
	return refs
}

// Counts says how many articles and outlets the event has.
func (b *Builder) Counts() string {
	outlets := map[string]bool{}
	for _, a := range b.Articles {
		outlets[a.Outlet] = true
	}
	return b.Count("event.articles", len(b.Articles)) + b.Text("language.comma") + b.Count("event.outlets", len(outlets))
}
