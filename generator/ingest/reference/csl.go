package reference

import (
	"encoding/json"
	"fmt"
	"strings"

	textlanguage "golang.org/x/text/language"

	"parallax/generator/ingest/entry"
)

// A cslItem is a reference of CSL-JSON.
type cslItem struct {
	ID        any      `json:"id"`
	Type      string   `json:"type"`
	Title     string   `json:"title"`
	Container string   `json:"container-title"`
	Publisher string   `json:"publisher"`
	URL       string   `json:"URL"`
	Language  string   `json:"language"`
	Issued    cslDate  `json:"issued"`
	Authors   []cslAut `json:"author"`
}

type cslAut struct {
	Family  string `json:"family"`
	Given   string `json:"given"`
	Literal string `json:"literal"`
}

// A cslDate is a day in parts, which may be numbers or texts, or as somebody wrote
// it.
type cslDate struct {
	Parts   [][]any `json:"date-parts"`
	Raw     string  `json:"raw"`
	Literal string  `json:"literal"`
}

// IsCSL reports whether a text is a list of CSL-JSON: its first object has a type
// and a day of issue.
func IsCSL(s string) bool {
	in := json.NewDecoder(strings.NewReader(strings.TrimPrefix(s, "\ufeff")))
	if token, err := in.Token(); err != nil || token != json.Delim('[') || !in.More() {
		return false
	}
	var object map[string]json.RawMessage
	if in.Decode(&object) != nil {
		return false
	}
	_, typed := object["type"]
	_, issued := object["issued"]
	_, contained := object["container-title"]
	return typed && (issued || contained)
}

// CSL reads a list of CSL-JSON.
func CSL(s string, months []string) (*entry.Collection, error) {
	c := &entry.Collection{}
	var items []json.RawMessage
	if err := json.Unmarshal([]byte(strings.TrimPrefix(s, "\ufeff")), &items); err != nil {
		return nil, fmt.Errorf("read the references: %w", err)
	}
	for i, raw := range items {
		place := fmt.Sprintf("row %d", i+1)
		var item cslItem
		if err := json.Unmarshal(raw, &item); err != nil {
			c.Fail(place, fmt.Errorf("read the reference: %w", err))
			continue
		}
		e := entry.Entry{Place: place, Title: item.Title, Outlet: item.Container, Language: language(item.Language)}
		if item.ID != nil {
			e.ID = fmt.Sprint(item.ID)
		}
		if e.Outlet == "" {
			e.Outlet = item.Publisher
		}
		var names []string
		for _, a := range item.Authors {
			if name := oneLine(a.Given + " " + a.Family + " " + a.Literal); name != "" {
				names = append(names, name)
			}
		}
		e.Author = strings.Join(names, ", ")
		add(c, e, item.Issued.String(), months, item.URL)
	}
	return finished(c, "references in CSL-JSON"), nil
}

// String returns the day as it is read; a month or a year alone is no day.
func (d cslDate) String() string {
	if len(d.Parts) == 0 || len(d.Parts[0]) < 3 {
		return d.Raw + d.Literal
	}
	return fmt.Sprintf("%v-%v-%v", d.Parts[0][0], d.Parts[0][1], d.Parts[0][2])
}

// language returns a tag as BCP 47 has it, "" if it is none.
func language(s string) string {
	tag, err := textlanguage.Parse(strings.ReplaceAll(strings.TrimSpace(s), "_", "-"))
	if err != nil || strings.TrimSpace(s) == "" {
		return ""
	}
	return tag.String()
}
