package press

import (
	"regexp"
	"strings"

	"parallax/generator/ingest/dating"
	"parallax/generator/ingest/entry"
)

// underscores is the line between two articles of ProQuest.
var underscores = regexp.MustCompile(`(?m)^_{60,}[ \t]*\r?$`)

// proQuestLabels are the labels of an article, those that stand in its text excepted:
// a paragraph may begin with "Note:".
func proQuestLabels() map[string]bool {
	return set("abstract|author|company / organization|copyright|correspondence author|country of publication|database|document feature|document type|document url|full text|identifier / keyword|issn|e-issn|issue|language of publication|last updated|links|location|number of pages|pages|first page|people|place of publication|proquest document id|publication date|publication info|publication subject|publication title|publication year|publisher|section|source type|subject|title|volume|year|dateline|column|caption|credit|classification|company|edition|alternate title|publication note")
}

// IsProQuest reports whether a text is an export of ProQuest.
func IsProQuest(begin string) bool {
	return underscores.MatchString(begin) && (strings.Contains(begin, "ProQuest document ID:") || strings.Contains(begin, "Full text:"))
}

// ProQuest reads an export of ProQuest as text.
func ProQuest(s string, months []string) (*entry.Collection, error) {
	c := &entry.Collection{}
	labels := proQuestLabels()
	number := 0
	for _, part := range underscores.Split(s, -1) {
		fields, title := proQuestFields(part, labels)
		if len(fields) == 0 {
			continue // what stands before the first article and behind the last
		}
		number++
		e := entry.Entry{
			Place: place(number), ID: oneLine(fields["proquest document id"]), Title: title, Outlet: fields["publication title"],
			Author: fields["author"], Text: fields["full text"], Language: factivaLanguage(fields["language of publication"]),
		}
		if e.Title == "" {
			e.Title = fields["title"]
		}
		for _, label := range [...]string{"publication date", "publication info"} {
			if !e.Date.Known() {
				e.Date, _, _ = dating.Find(proQuestDay(fields[label]), months)
			}
		}
		take(c, e)
	}
	return finished(c, "an export of ProQuest", strings.Count(s, "ProQuest document ID:"), "the number of its documents")
}

// glued is a day that no blank parts from what stands before: "[Singapore]24 May".
var glued = regexp.MustCompile(`\](\d)`)

func proQuestDay(value string) string { return glued.ReplaceAllString(value, "] $1") }

// proQuestFields returns the title of an article, its first line, and what stands
// behind each label, to the next one.
func proQuestFields(part string, labels map[string]bool) (fields map[string]string, title string) {
	fields = map[string]string{}
	label := ""
	for _, paragraph := range paragraphs(strings.ReplaceAll(part, "\n", "\n\n")) {
		switch name, value := labelled(paragraph, labels); {
		case name != "":
			if label = name; fields[label] == "" {
				fields[label] = value
			}
		case label == "full text":
			fields[label] += "\n\n" + paragraph
		case label != "":
			fields[label] += " " + paragraph
		case title == "":
			title = paragraph
		}
	}
	return fields, title
}
