package corpus

import (
	"slices"
	"time"

	"golang.org/x/text/language"

	"parallax/generator/diag"
	"parallax/generator/frontmatter"
	"parallax/generator/site"
)

// outletMatter is the front matter of an outlet.
type outletMatter struct {
	Name     string     `toml:"name"`
	Short    string     `toml:"short"`
	Letter   string     `toml:"letter"`
	Shape    string     `toml:"shape"`
	Homepage string     `toml:"homepage"`
	Language string     `toml:"language"`
	Country  factMatter `toml:"country"`
	Kind     factMatter `toml:"kind"`
	Owner    factMatter `toml:"owner"`
	Feeds    []string   `toml:"feeds"`
}

// Shapes returns the shapes that can stand beside the letter of an outlet, each with a
// colour of its own, in the order in which a site gives them to outlets that state none.
func Shapes() []string {
	return []string{"circle", "square", "triangle", "diamond", "cross", "bar"}
}

// factMatter is a fact in front matter: country = "Japan", or in full
// country = { value = "Japan", evidence = "https://...", reviewed = 2026-11-01 }.
type factMatter struct {
	Value    string `toml:"value"`
	Evidence string `toml:"evidence"`
	Reviewed Date   `toml:"reviewed"`
}

// UnmarshalText reads the short form.
func (f *factMatter) UnmarshalText(data []byte) error {
	f.Value = string(data)
	return nil
}

// outlet reads one outlet.
func (r *reader) outlet(f file) (Outlet, diag.List) {
	var m outletMatter
	d, body, l := readMatter(r.fsys, f.path, &m)
	o := Outlet{
		ID: f.id, File: f.path, Name: tidy(m.Name), Short: tidy(m.Short), Letter: tidy(m.Letter), Shape: m.Shape, Homepage: m.Homepage, Language: m.Language,
		Country: m.Country.fact(), Kind: m.Kind.fact(), Owner: m.Owner.fact(), Feeds: m.Feeds, Body: tidyMarkdown(body.Text),
	}
	if d == nil {
		return o, l
	}
	c := checker{document: d, list: &l, now: r.now}
	if o.Name == "" {
		c.missing("name")
	}
	if o.Short == "" {
		o.Short = o.Name
	}
	if o.Letter != "" && !isLetters(o.Letter) {
		c.mistake("letter", "write one or two capitals, such as "+c.document.Example("letter", `"C"`), "letter %q cannot stand for an outlet", o.Letter)
	}
	if o.Shape != "" && !slices.Contains(Shapes(), o.Shape) {
		c.mistake("shape", diag.DidYouMean(o.Shape, Shapes()), "there is no shape %q", o.Shape)
	}
	c.address("homepage", o.Homepage)
	c.language("language", o.Language)
	for _, feed := range o.Feeds {
		c.address("feeds", feed)
	}
	c.fact("country", o.Country)
	c.fact("kind", o.Kind)
	c.fact("owner", o.Owner)
	return o, l
}

func (f factMatter) fact() Fact {
	return Fact{Value: tidy(f.Value), Evidence: f.Evidence, Reviewed: f.Reviewed}
}

// A checker judges values of one file of the right type.
type checker struct {
	document *frontmatter.Document
	list     *diag.List
	now      time.Time
}

// mistake adds an error about a key.
func (c checker) mistake(key, mend, format string, args ...any) {
	c.list.Add(c.document.Mistake(diag.Error, key, mend, format, args...))
}

// missing says that a key is missing or empty, unless its line could not be
// read, which has been said.
func (c checker) missing(key string) {
	if !c.document.Broken(key) {
		c.mistake(key, "write "+c.document.Example(key, `"..."`), "there is no %s", key)
	}
}

// address demands a web address that readers may be sent to, if there is one.
func (c checker) address(key, address string) {
	if site.IsWeb(address) && site.Link(address) == "" {
		c.mistake(key, "write the address alone, as a reader may follow it", "%s %q has a name and password, or characters that hide what it is", key, address)
	} else if address != "" && !site.IsWeb(address) {
		c.mistake(key, "write the whole address, such as https://example.org/news/1", "%s %q is no http or https address", key, address)
	}
}

// language demands a language tag, if there is one.
func (c checker) language(key, tag string) {
	if tag == "" {
		return
	}
	if _, err := language.Parse(tag); err != nil {
		c.mistake(key, `write a tag such as "en" or "pt-BR"`, "%s %q is none", key, tag)
	}
}

// past demands a date that is not after now.
func (c checker) past(key string, d Date) {
	if days := d.daysAfter(c.now); days > 0 {
		unit := "days"
		if days == 1 {
			unit = "day"
		}
		c.mistake(key, "for this build today is "+c.now.Format(time.DateOnly), "%s lies %d %s ahead", key, days, unit)
	}
}

// fact notes a fact that nobody can check.
func (c checker) fact(key string, f Fact) {
	if f.Value == "" {
		return
	}
	c.address(key+".evidence", f.Evidence)
	c.past(key+".reviewed", f.Reviewed)
	if f.Evidence == "" || !f.Reviewed.Known() {
		example := c.document.Example(key, `{ value = "...", evidence = "https://...", reviewed = 2026-11-01 }`)
		c.list.Add(c.document.Mistake(diag.Note, key, "write "+example, "%s is stated without evidence and the day it was reviewed", key))
	}
}
