package framing

import (
	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/text"
)

// Settings are what an editor decides about comparing.
type Settings struct {
	Languages *text.Languages
	Off       map[Signal]bool // signals that the site switches off
	Aliases   [][]string      // names of one participant, from the event's note
}

// Compare compares the articles of an event, which are its members in order.
func Compare(e *event.Event, articles []*corpus.Article, s Settings) *Comparison {
	return &Comparison{Event: e.Slug, Language: e.Language}
}
