package page

import (
	"html/template"
	"slices"
)

// An Event is the data of event.html, and of the blind twin, which has the
// same sections without the names. The fields follow the order of the page;
// a section without anything to show is nil or empty and stands in Quiet.
type Event struct {
	Frame
	Blind      bool
	Name       string
	Days       string   // "18–19 Nov 2019"
	Counts     string   // "5 articles, 4 outlets"
	Summary    string   // the editor's; may be empty
	Twins      []Link   // the same event in other forms
	Members    []Member // the articles, in order of publication
	Retold     []Who    // articles that are paraphrases
	Look       Look
	All        []GridRow // what every article carries
	Most       []GridRow // what most articles carry, where no statement is in all
	Ladder     *Ladder
	Grid       *Grid
	Slope      *SlopeChart
	Contrasts  []Contrast
	Legend     []LegendItem // of the marks in Contrasts
	Naming     *NamingTable
	Voices     *VoicesView
	Told       *ToldTable
	Wording    *WordingView
	Only       []OnlySide
	Timeline   Timeline
	Shared     []SharedPair
	Pairs      []Link
	Findings   []*Saying // the differences that no section says, strongest first
	Quiet      []string  // sentences: why a section is missing
	Together   Together
	Used       []ArticleUsed
	Note       template.HTML // the editor's note
	Contents   []Content
	Correction string // link; may be empty
	Data       []Link // the comparison in files for programs
}

// A Member is an article in the head of an event's page.
type Member struct {
	Who      Who
	Date     Dated
	Headline string
	Language string
}

// A LegendItem explains one kind of mark.
type LegendItem struct{ Kind, Name, Meaning string }

// A Content is one line of the table of contents.
type Content struct {
	ID    string
	Title string
	Count int // findings of the section; 0 is not shown
}

// eventPage renders the event's page.
func (b *builder) eventPage() error {
	file := "index.html"
	if b.blind {
		file = "blind.html"
	}
	path := eventPath(b.event.Slug, file)
	return b.page("event", path, b.eventView(path))
}

// eventView returns what the event's page is made from.
func (b *builder) eventView(path string) Event {
	name := b.clean(b.event.Title)
	v := Event{
		Frame: b.frame("event", path, name), Blind: b.blind, Name: name,
		Days: b.span(b.event.From, b.event.To), Counts: b.counts(), Twins: b.twins(path),
		Look: b.look(), Ladder: b.ladder(), Grid: b.grid(), Slope: b.slope(),
		Contrasts: b.contrasts(), Legend: b.legend("loaded", "label", "only"), Naming: b.naming(), Voices: b.voices(),
		Told: b.told(), Wording: b.wording(), Only: b.only(), Timeline: b.timeline(), Shared: b.sharedText(),
		Correction: contact(b.site.Config.Contact),
	}
	v.Members = b.members()
	for i, a := range b.articles {
		if a.Paraphrase {
			v.Retold = append(v.Retold, b.who[i])
		}
	}
	v.All, v.Most = v.Grid.common()
	if len(v.All) > 0 && v.Look.Common == nil && v.All[0].ID == b.comparison.Lead() {
		v.Look.Common = &Saying{Text: b.count("event.common", len(b.who), "statement", v.All[0].Heading), Refs: v.All[0].Refs}
	}
	for i := range b.comparison.Findings {
		if f := &b.comparison.Findings[i]; !f.Common {
			v.Findings = append(v.Findings, b.findings[f.ID])
		}
	}
	if b.note != nil {
		v.Summary = b.clean(b.note.Summary)
	}
	if b.blind {
		v.trim()
	} else {
		v.Together, v.Used, v.Pairs = b.together(), b.used(), b.pairLinks()
		v.Data = b.dataLinks(path, b.event)
		if b.embeds() {
			v.Data = append(v.Data, Link{Text: b.text("embed.use"), Href: embedFile})
		}
		if b.note != nil {
			v.Note = b.markdown(b.note.Body, path)
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
func (b *builder) cellRefs(row GridRow) []Ref {
	var refs []Ref
	for i, c := range row.Cells {
		if c.Href != "" && !c.Loose {
			refs = append(refs, Ref{Who: b.who[i], Place: c.Text, Href: c.Href})
		}
	}
	return refs
}

// counts says how many articles and outlets the event has.
func (b *builder) counts() string {
	outlets := map[string]bool{}
	for _, a := range b.articles {
		outlets[a.Outlet] = true
	}
	return b.count("event.articles", len(b.articles)) + b.text("language.comma") + b.count("event.outlets", len(outlets))
}

// legend returns the explanations of kinds of mark.
func (r *renderer) legend(kinds ...string) []LegendItem {
	var items []LegendItem
	for _, kind := range kinds {
		items = append(items, LegendItem{Kind: kind, Name: r.text("mark." + kind), Meaning: r.text("mark." + kind + "means")})
	}
	return items
}
