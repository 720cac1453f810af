package ingest

import (
	"encoding/json"
	"errors"
	"html"
	"io"
	"slices"
	"strings"
)

// linkedData is what the JSON-LD of a page says of the article
// (schema.org/NewsArticle).
type linkedData struct {
	headline, author, date, address, publisher, language, licence string
}

// A thing is an object of JSON-LD.
type thing map[string]any

// mostThings is how many objects of a page are read.
const mostThings = 5000

// things are the objects of all scripts of a page, those inside others too, and
// by their ids: what one script says of a person another may point to.
type things struct {
	all []thing
	ids map[string]thing
}

// readThings reads scripts. What is no JSON, as the web has it, is passed over.
func readThings(scripts []string) *things {
	t := &things{ids: map[string]thing{}}
	for _, source := range scripts {
		decoder := json.NewDecoder(strings.NewReader(mendJSON(source)))
		for {
			var value any
			if err := decoder.Decode(&value); err != nil {
				if !errors.Is(err, io.EOF) && len(t.all) == 0 && strings.Contains(source, "&quot;") {
					t.collect(parsed(html.UnescapeString(source)))
				}
				break
			}
			t.collect(value)
		}
	}
	return t
}

// parsed returns the value of a script, nil if it is no JSON.
func parsed(source string) (value any) {
	if json.Unmarshal([]byte(mendJSON(source)), &value) != nil {
		return nil
	}
	return value
}

// collect adds the objects in a value, outer ones first.
func (t *things) collect(value any) {
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			t.collect(item)
		}
	case map[string]any:
		if len(t.all) >= mostThings {
			return
		}
		t.all = append(t.all, v)
		if id, _ := v["@id"].(string); id != "" && len(v) > len(t.ids[id]) {
			t.ids[id] = v
		}
		for _, key := range sortedKeys(v) {
			t.collect(v[key])
		}
	}
}

func sortedKeys(v map[string]any) []string {
	keys := make([]string, 0, len(v))
	for key := range v {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// mendJSON returns a script as JSON: without the marks that hide it from old
// browsers, comments and commas before a closing bracket, and with blanks for
// raw line breaks in texts.
func mendJSON(source string) string {
	var b strings.Builder
	inText := false
	for i := 0; i < len(source); i++ {
		c := source[i]
		switch {
		case inText && c == '\\' && i+1 < len(source):
			b.WriteByte(c)
			i++
			b.WriteByte(source[i])
		case inText && c < ' ':
			b.WriteByte(' ')
		case inText:
			inText = c != '"'
			b.WriteByte(c)
		case c == '"':
			inText = true
			b.WriteByte(c)
		default:
			if n := noJSON(source[i:]); n > 0 {
				i += n - 1
			} else if !(c == ',' && closesNext(source[i+1:])) {
				b.WriteByte(c)
			}
		}
	}
	return b.String()
}

// noJSON returns how many bytes at the beginning of a script, outside of its
// texts, are wrapping or comment.
func noJSON(s string) int {
	for _, mark := range [...]string{"<![CDATA[", "]]>", "<!--", "-->", ";"} {
		if strings.HasPrefix(s, mark) {
			return len(mark)
		}
	}
	switch {
	case strings.HasPrefix(s, "/*"):
		if end := strings.Index(s, "*/"); end > 0 {
			return end + len("*/")
		}
	case strings.HasPrefix(s, "//"):
		if end := strings.IndexAny(s, "\n{[]<"); end > 0 {
			return end
		}
		return len(s)
	}
	return 0
}

// closesNext reports whether a closing bracket is next, which a comma before
// has no business with.
func closesNext(s string) bool {
	s = strings.TrimLeft(s, " \t\r\n")
	return s == "" || s[0] == '}' || s[0] == ']' || s[0] == ','
}

// An identity is what a page calls its article besides its JSON-LD.
type identity struct {
	titles  []string // words of headings and titles
	address string   // as addressKey has it; empty if unknown
}

// article returns what the page's own article says: of several, the one whose
// address or headline is the page's; one alone, unless both are another's.
func (t *things) article(page identity) linkedData {
	var found []thing
	best, most := -1, 0
	for _, one := range t.all {
		if !one.isArticle() {
			continue
		}
		d := t.data(one)
		if d.headline == "" && d.date == "" && d.author == "" && d.address == "" {
			continue
		}
		if n := page.same(d); best < 0 || n > most {
			best, most = len(found), n
		}
		found = append(found, one)
	}
	if best < 0 || most < 0 || most == 0 && t.several(found) {
		return linkedData{}
	}
	return t.data(found[best])
}

// several reports whether things are more than one article.
func (t *things) several(found []thing) bool {
	for _, one := range found[1:] {
		if t.data(one).headline != t.data(found[0]).headline {
			return true
		}
	}
	return false
}

// same returns how much an article is the page's: more than 0 if its address or
// headline says so, less if they say that it is another's.
func (p identity) same(d linkedData) int {
	n, other := 0, 0
	if key := wordsOf(d.headline); key != "" && len(p.titles) > 0 {
		other++
		if slices.ContainsFunc(p.titles, func(title string) bool { return title == key || strings.HasPrefix(title, key+" ") }) {
			n += 2
		}
	}
	if d.address != "" && p.address != "" {
		other++
		if AddressKey(d.address) == p.address {
			n += 2
		}
	}
	if n == 0 && other == 2 {
		return -1
	}
	return n
}

// isArticle reports whether a thing is a text that was published.
func (o thing) isArticle() bool {
	for _, kind := range texts(o["@type"]) {
		kind = kind[strings.LastIndexAny(kind, "/:#")+1:]
		switch {
		case strings.HasSuffix(kind, "Article"):
			return true
		case kind == "BlogPosting", kind == "LiveBlogPosting", kind == "SocialMediaPosting", kind == "DiscussionForumPosting", kind == "Report":
			return true
		}
	}
	return false
}

// texts returns the texts of a value that is one or a list of them.
func texts(value any) []string {
	switch v := value.(type) {
	case string:
		if v = oneLine(v); v != "" {
			return []string{v}
		}
	case []any:
		var list []string
		for _, item := range v {
			list = append(list, texts(item)...)
		}
		return list
	}
	return nil
}

// names returns what the things are called that a value names: texts, objects
// or references to objects elsewhere.
func (t *things) names(value any) []string {
	switch v := value.(type) {
	case string:
		if one, known := t.ids[v]; known {
			return texts(one["name"])
		}
		return texts(v)
	case []any:
		var list []string
		for _, item := range v {
			list = append(list, t.names(item)...)
		}
		return list
	case map[string]any:
		if name := texts(v["name"]); len(name) > 0 {
			return name
		}
		if id, _ := v["@id"].(string); t.ids[id] != nil {
			return texts(t.ids[id]["name"])
		}
	}
	return nil
}

// addresses returns the addresses that a value names.
func addresses(value any) []string {
	switch v := value.(type) {
	case []any:
		var list []string
		for _, item := range v {
			list = append(list, addresses(item)...)
		}
		return list
	case map[string]any:
		return append(texts(v["url"]), texts(v["@id"])...)
	}
	return texts(value)
}

// data returns what a thing says of itself.
func (t *things) data(o thing) linkedData {
	var authors []string
	for _, name := range t.names(o["author"]) {
		if !strings.Contains(name, "://") && !slices.Contains(authors, name) {
			authors = append(authors, name)
		}
	}
	return linkedData{
		headline:  oneLine(html.UnescapeString(firstOf(texts(o["headline"])))), // many pages escape it twice
		author:    strings.Join(authors, ", "),
		date:      firstOf(texts(o["datePublished"])),
		address:   firstOf(addresses(o["url"]), addresses(o["mainEntityOfPage"])),
		publisher: oneLine(html.UnescapeString(firstOf(t.names(o["publisher"])))),
		language:  firstOf(t.names(o["inLanguage"])),
		licence:   firstOf(addresses(o["license"])),
	}
}

// firstOf returns the first text of the first list that has one.
func firstOf(lists ...[]string) string {
	for _, list := range lists {
		if len(list) > 0 {
			return list[0]
		}
	}
	return ""
}
