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
	"cmp"
	"html/template"
	"net/url"
	"slices"
	"strings"

	"parallax/generator/address"
	"parallax/generator/corpus"
	"parallax/generator/framing"
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
	Standing   []string     // "Invented", "Retold"
	Checked    string       // who checked the page and when, or that nobody did
	Summary    string       // the editor's; may be empty
	Twins      []frame.Link // the same event in other forms
	Members    []Member     // the articles, in order of publication
	Retold     []frame.Who  // articles that are paraphrases
	Fronts     *Fronts
	Look       Look
	Grid       *Grid
	Differ     *Saying // the strongest difference in words, nil if it was said above
	Contrasts  []Contrast
	Legend     []frame.LegendItem // of the marks in Contrasts
	Naming     *NamingTable
	Voices     *VoicesView
	Told       *ToldTable
	Wording    *WordingView
	Only       []OnlySide
	Timeline   Timeline
	Shared     []SharedPair
	Story      []EpisodeLink // other episodes of the story; none on the blind twin
	Pairs      []frame.Link
	Findings   []*Saying // the differences that no section says, strongest first
	Quiet      []string  // sentences: why a section is missing
	Together   Together
	Used       []ArticleUsed
	Note       template.HTML // the editor's note
	Correction string        // link; may be empty
	Data       []frame.Link  // the comparison in files for programs
}

// A Member is an article in the head of an event's page.
type Member struct {
	Who      frame.Who
	Date     frame.Dated
	Headline string
	Language string
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
		Frame: b.Frame("event", path, name), Blind: b.blind, Name: name, Standing: b.Standing(), Checked: b.checked(),
		Days: b.Span(b.Event.From, b.Event.To), Counts: b.Counts(), Twins: b.twins(path),
		Look: b.Look(), Fronts: b.fronts(), Grid: b.grid(),
		Differ: b.top(framing.SignalPassages), Contrasts: b.contrasts(), Legend: b.Legend("loaded", "label", "only"), Naming: b.naming(), Voices: b.voices(),
		Told: b.told(), Wording: b.wording(), Only: b.only(), Timeline: b.timeline(), Shared: b.sharedText(), Story: b.story(path),
		Correction: frame.Contact(b.Config.Contact),
	}
	v.Members = b.members()
	for i, a := range b.Articles {
		if a.Paraphrase {
			v.Retold = append(v.Retold, b.Who[i])
		}
	}
	if lead := b.Comparison.Statement(b.Comparison.Lead()); lead != nil && v.Look.Common == nil {
		v.Look.Common = &Saying{Text: b.Count("event.common", len(b.Who), "statement", b.Clean(lead.Heading))}
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
	return v
}

// Standing says what a reader has to know of the reports before reading them: that
// they are invented, or retold.
func (b *Builder) Standing() []string {
	var list []string
	if b.invented() {
		list = append(list, b.Text("event.invented"))
	}
	if !slices.ContainsFunc(b.Articles, func(a *corpus.Article) bool { return !a.Paraphrase }) {
		list = append(list, b.Text("event.retoldmark"))
	}
	return list
}

// checked says who checked the event and when, or that nobody did.
func (b *Builder) checked() string {
	r := &b.Comparison.Review
	switch {
	case r.CheckedBy == "":
		return cmp.Or(strings.Join(b.checkedSections(), "; "), b.Text("event.unchecked"))
	case !r.CheckedOn.Known():
		return b.Text("event.checkedby", "name", r.CheckedBy)
	}
	return b.Text("event.checked", "name", r.CheckedBy, "date", b.Date(r.CheckedOn).Text)
}

// checkedSections says who checked which parts of the page, a sentence for each person
// and day.
func (b *Builder) checkedSections() []string {
	var said []string
	parts := map[[2]string][]string{}
	var order [][2]string
	for _, d := range b.Comparison.Review.Decisions {
		if d.Do != "check-section" {
			continue
		}
		key := [2]string{d.By, ""}
		if d.On.Known() {
			key[1] = b.Date(d.On).Text
		}
		if parts[key] == nil {
			order = append(order, key)
		}
		parts[key] = append(parts[key], b.Text("signal."+string(d.Signal)))
	}
	for _, key := range order {
		what := b.Messages.List(parts[key])
		if key[1] == "" {
			said = append(said, b.Text("event.checkedpartby", "what", what, "name", key[0]))
		} else {
			said = append(said, b.Text("event.checkedpart", "what", what, "name", key[0], "date", key[1]))
		}
	}
	return said
}

// decided says whose decision a part of the comparison is, by its id; empty if it is
// the program's.
func (b *Builder) decided(about string) string { return b.decidedBy(b.Comparison.DecidedBy(about)) }

// decidedBy says that people decided something; empty if nobody did.
func (b *Builder) decidedBy(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return b.Text("event.decided", "name", b.Messages.List(names))
}

// invented reports whether all outlets of the event are invented: their homes
// lie below .example, which is kept for what does not exist (RFC 2606).
func (b *Builder) invented() bool {
	return !slices.ContainsFunc(b.Articles, func(a *corpus.Article) bool {
		o := b.Corpus.Outlet(a.Outlet)
		if o == nil {
			return true
		}
		home, err := url.Parse(o.Homepage)
		return err != nil || !strings.HasSuffix(home.Hostname(), ".example")
	})
}

// trim leaves out of the blind twin what is not needed to compare texts
// without names, or what would tell the outlet; the event's page has it.
func (v *Event) trim() {
	v.Canonical = ""
	if v.Voices != nil {
		v.Voices.Sides, v.Voices.Verbs.Rows = nil, nil
	}
	v.Wording, v.Only, v.Shared, v.Findings = nil, nil, nil, nil
	v.Contrasts = v.Contrasts[:min(blindContrasts, len(v.Contrasts))]
}

// sayOnce leaves out what was said before on the page: the sentence on top stands
// nowhere else, that of a section stands at its head and not beside its
// quotations, and the last list has what nothing else says.
func (v *Event) sayOnce() {
	said := map[string]bool{}
	once := func(s *Saying) bool {
		if s == nil || said[s.ID] {
			return false
		}
		said[s.ID] = true
		return true
	}
	once(v.Look.Contrast)
	for _, head := range v.heads() {
		if !once(*head) {
			*head = nil
		}
	}
	if v.Told != nil {
		v.Told.Says = slices.DeleteFunc(v.Told.Says, func(s *Saying) bool { return !once(s) })
	}
	for i := range v.Contrasts {
		if c := &v.Contrasts[i]; !once(c.Says) {
			c.Says = nil
		}
	}
	v.Findings = slices.DeleteFunc(v.Findings, func(s *Saying) bool { return !once(s) })
}

// heads returns where the sections that have one sentence at their head keep it.
func (v *Event) heads() []**Saying {
	var heads []**Saying
	if v.Grid != nil {
		heads = append(heads, &v.Grid.Says)
	}
	if len(v.Contrasts) > 0 {
		heads = append(heads, &v.Differ)
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

// Counts says how many articles and outlets the event has.
func (b *Builder) Counts() string {
	outlets := map[string]bool{}
	for _, a := range b.Articles {
		outlets[a.Outlet] = true
	}
	return b.Count("event.articles", len(b.Articles)) + b.Text("language.comma") + b.Count("event.outlets", len(outlets))
}
