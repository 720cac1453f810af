package corpus

import (
	"fmt"
	"reflect"
)

// A Key is a key of front matter as an editor needs to know it: for new files,
// for the schemas that editors' programs read, and for their snippets.
type Key struct {
	Name     string
	Type     string // one of the constants below
	Required bool
	About    string // one sentence
	Example  string // a value, as TOML
}

// Types of keys.
const (
	TypeText  = "text"
	TypeDate  = "date"  // a day, or a moment with its zone
	TypeTruth = "truth" // true or false
	TypeCount = "count" // a whole number, 0 or more
	TypeTexts = "texts" // a list of texts
	TypeLists = "lists" // a list of lists of texts
	TypeEdits = "edits" // tables of the keys of LessonEdit
	TypeItems = "items" // tables of the keys of LessonItem
	TypeFact  = "fact"  // a text, or a table of value, evidence and reviewed
)

// Folders tells where the files of a kind stand: "article", "outlet", "event",
// "lesson", "page" or "term".
func Folders() map[string]string {
	return map[string]string{
		"article": "content/articles", "outlet": "content/outlets", "event": "content/events",
		"lesson": "content/lessons", "page": "content/pages", "term": "content/glossary",
	}
}

// Keys returns the keys of a kind of file in their order, nil if there is no
// such kind.
func Keys(kind string) []Key {
	matter, known := matters()[kind]
	if !known {
		return nil
	}
	about := map[string]Key{}
	for _, k := range described()[kind] {
		about[k.Name] = k
	}
	var keys []Key
	for i := range matter.NumField() {
		f := matter.Field(i)
		k := about[f.Tag.Get("toml")]
		k.Name, k.Type = f.Tag.Get("toml"), typeOf(f.Type)
		keys = append(keys, k)
	}
	return keys
}

// matters are the structs that front matter is read into.
func matters() map[string]reflect.Type {
	return map[string]reflect.Type{
		"article": reflect.TypeFor[articleMatter](), "outlet": reflect.TypeFor[outletMatter](), "event": reflect.TypeFor[noteMatter](),
		"lesson": reflect.TypeFor[lessonMatter](),
		"page":   reflect.TypeFor[pageMatter](), "term": reflect.TypeFor[termMatter](),
	}
}

// typeOf returns the type of a key from that of its field.
func typeOf(t reflect.Type) string {
	switch t {
	case reflect.TypeFor[Date]():
		return TypeDate
	case reflect.TypeFor[factMatter]():
		return TypeFact
	case reflect.TypeFor[[]string]():
		return TypeTexts
	case reflect.TypeFor[[][]string]():
		return TypeLists
	case reflect.TypeFor[[]LessonEdit]():
		return TypeEdits
	case reflect.TypeFor[[]LessonItem]():
		return TypeItems
	case reflect.TypeFor[bool]():
		return TypeTruth
	case reflect.TypeFor[int]():
		return TypeCount
	}
	return TypeText
}

// described says what each key means. Its types come from the structs.
func described() map[string][]Key {
	const evidence = `{ value = "%s", evidence = "https://example.org/about", reviewed = 2026-11-01 }`
	return map[string][]Key{
		"article": {
			{Name: "title", Required: true, Example: `"Council closes the harbour bath"`, About: "The headline, exactly as the outlet printed it."},
			{Name: "outlet", Required: true, Example: `"gazette"`, About: "Who published it: the id of a file in content/outlets, or the exact name of an outlet."},
			{Name: "date", Example: "2026-05-20T06:30:00+01:00", About: "When it was published: a day, or a moment with its zone."},
			{Name: "retrieved", Example: "2026-05-21", About: "When you read it."},
			{Name: "url", Example: `"https://example.org/news/1"`, About: "The address of the original."},
			{Name: "language", Example: `"en"`, About: "The language of the text as a tag; told from the text if you leave it out."},
			{Name: "author", Example: `"Ida Moor"`, About: "Who wrote it."},
			{Name: "licence", Example: `"CC-BY-4.0"`, About: "An SPDX identifier; without one the article is all rights reserved, and quoted within the budget of config.toml."},
			{Name: "topics", Example: `["transport"]`, About: "What it is about."},
			{Name: "event", Example: `"harbour-bath-2026-05"`, About: "Pins the article to an event by its slug; otherwise Parallax groups articles by what they report."},
			{Name: "not_event", Example: `["harbour-cup-2026-05"]`, About: "Keeps the article out of these events."},
			{Name: "paraphrase", Example: "true", About: "The text is your retelling: only the headline and what stands in quotation marks count as the outlet's words."},
			{Name: "excerpt", Example: "true", About: "The text is not whole, so nothing is said of what it leaves out."},
			{Name: "draft", Example: "true", About: "Leaves the article out of builds without --drafts."},
			{Name: "original_words", Example: "612", About: "How many words the original of an excerpt has: limits on quotations are shares of it."},
		},
		"outlet": {
			{Name: "name", Required: true, Example: `"The Merrow Courier"`, About: "The name, as the outlet writes it."},
			{Name: "short", Example: `"Courier"`, About: "A shorter name for tables."},
			{Name: "letter", Example: `"C"`, About: "The letter, or two, that stands for it on all pages; without it Parallax takes a free one from the name."},
			{Name: "shape", Example: `"circle"`, About: "The shape, with its colour, beside the letter: circle, square, triangle, diamond, cross or bar; without it Parallax takes one that no outlet of the same events has."},
			{Name: "homepage", Example: `"https://example.org/"`, About: "The address of its home page; \"parallax add\" tells the outlet of a page by it."},
			{Name: "language", Example: `"en"`, About: "The language of its articles that state none, as a tag."},
			{Name: "country", Example: fmt.Sprintf(evidence, "Japan"), About: "Where it is published, with the page that says so and the day you read it."},
			{Name: "kind", Example: fmt.Sprintf(evidence, "daily newspaper"), About: "What it is in its own words, with the page that says so and the day you read it."},
			{Name: "owner", Example: fmt.Sprintf(evidence, "a trust"), About: "Who owns it, with the page that says so and the day you read it."},
			{Name: "feeds", Example: `["https://example.org/feed.xml"]`, About: "The addresses of its feeds."},
		},
		"event": {
			{Name: "title", Example: `"North Bridge is closed"`, About: "A title of your own, in place of the one that Parallax finds."},
			{Name: "summary", Example: `"The council closed the bridge after a report about cracks."`, About: "One sentence about what happened, from no side."},
			{Name: "topics", Example: `["transport"]`, About: "What it is about; the event is listed under each."},
			{Name: "aliases", Example: `[["North Korea", "DPRK"]]`, About: "Names that mean the same participant, in one list each."},
		},
		"lesson": {
			{Name: "checked_by", Example: `"Ida Moor"`, About: "Who read the items that are confirmed, edited or added; needed as soon as there are any."},
			{Name: "checked_on", Example: "2026-05-21", About: "When they were read."},
			{Name: "confirm", Example: `["naming_1"]`, About: "Items that you found right, by id; the key shows each item's id."},
			{Name: "drop", Example: `["loaded_2"]`, About: "Items that are not to be used."},
			{Name: "only_checked", Example: "true", About: "Uses nothing that was not checked."},
			{Name: "edit", Example: "[[edit]]\nid = \"naming_1\"\nprompt = \"What is the same person called in each report?\"", About: "Changes an item; what you leave out stays."},
			{Name: "add", Example: "[[add]]\nid = \"own_1\"\nkind = \"naming\"\nform = \"open\"\nprompt = \"Who would you have asked?\"\nmodels = [\"A driver.\"]", About: "An item of your own."},
		},
		"page": {
			{Name: "title", Required: true, Example: `"About this site"`, About: "The title of the page."},
		},
		"term": {
			{Name: "title", Required: true, Example: `"Agent"`, About: "The term."},
			{Name: "meaning", Required: true, Example: `"The person or thing that does what the verb says."`, About: "What it means, in one sentence."},
			{Name: "signal", Example: `"agency"`, About: "The signal that it belongs to, by the name it has in config.toml."},
		},
	}
}
