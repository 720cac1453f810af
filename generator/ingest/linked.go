package ingest

import (
	"bytes"
	"encoding/json"
	"html"
	"strings"
)

// linkedData is what the JSON-LD of a page says of the article
// (schema.org/NewsArticle).
type linkedData struct {
	headline, author, date, address, publisher, language, licence string
}

// A thing is an object of JSON-LD. Each value may be a text, an object or a
// list of either.
type thing struct {
	Type      values  `json:"@type"`
	Graph     []thing `json:"@graph"`
	Headline  values  `json:"headline"`
	Author    values  `json:"author"`
	Published values  `json:"datePublished"`
	URL       values  `json:"url"`
	Page      values  `json:"mainEntityOfPage"`
	Publisher values  `json:"publisher"`
	Language  values  `json:"inLanguage"`
	License   values  `json:"license"`
	Main      *thing  `json:"mainEntity"`
}

// values are texts: those of a list, or the name or address of objects. What
// is neither is passed over, since one odd value must not cost the others.
type values []string

// UnmarshalJSON reads a text, an object or a list.
func (v *values) UnmarshalJSON(data []byte) error {
	var list []json.RawMessage
	if json.Unmarshal(data, &list) != nil {
		list = []json.RawMessage{data}
	}
	for _, item := range list {
		var s string
		var o struct {
			Name values `json:"name"`
			ID   string `json:"@id"`
			URL  string `json:"url"`
		}
		if json.Unmarshal(item, &s) == nil && s != "" {
			*v = append(*v, s)
		} else if json.Unmarshal(item, &o) == nil {
			*v = append(*v, firstOf(o.Name, values{o.ID}, values{o.URL})...)
		}
	}
	return nil
}

// firstOf returns the first list with a text in it.
func firstOf(lists ...values) values {
	for _, list := range lists {
		if len(list) > 0 && list[0] != "" {
			return list
		}
	}
	return nil
}

func (v values) first() string {
	if len(v) == 0 {
		return ""
	}
	return oneLine(v[0])
}

// readLinkedData returns what the first article of a page's objects says.
// Objects that are no JSON are passed over.
func readLinkedData(objects []string) linkedData {
	for _, source := range objects {
		for _, t := range things(source) {
			if t.isArticle() {
				return t.data()
			}
		}
	}
	return linkedData{}
}

// things returns the objects of a script, those of graphs and lists too.
func things(source string) []thing {
	data := bytes.TrimSuffix(bytes.TrimSpace([]byte(source)), []byte(";"))
	var top []thing
	if json.Unmarshal(data, &top) != nil {
		var one thing
		if json.Unmarshal(data, &one) != nil {
			return nil
		}
		top = []thing{one}
	}
	var all []thing
	for _, t := range top {
		all = append(append(all, t), t.Graph...)
		if t.Main != nil {
			all = append(all, *t.Main)
		}
	}
	return all
}

func (t thing) isArticle() bool {
	for _, kind := range t.Type {
		if strings.HasSuffix(kind, "Article") || strings.HasSuffix(kind, "Posting") || kind == "Report" {
			return true
		}
	}
	return false
}

func (t thing) data() linkedData {
	names := make([]string, 0, len(t.Author))
	for _, name := range t.Author {
		if name = oneLine(name); name != "" && !strings.Contains(name, "://") {
			names = append(names, name)
		}
	}
	return linkedData{
		headline:  oneLine(html.UnescapeString(t.Headline.first())), // many pages escape it twice
		author:    strings.Join(names, ", "),
		date:      t.Published.first(),
		address:   firstOf(t.URL, t.Page).first(),
		publisher: t.Publisher.first(),
		language:  t.Language.first(),
		licence:   t.License.first(),
	}
}
