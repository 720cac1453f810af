package class

import (
	"strconv"
	"strings"
)

// bundleReadme says what is in the pack and which exercises each format cannot
// hold.
func (b *room) bundleReadme(p *Bundle, wish Wish) []byte {
	var s strings.Builder
	say := func(key string, pairs ...string) { s.WriteString(b.Text("pack."+key, pairs...) + "\n") }
	say("title", "event", p.Title)
	s.WriteString(grades(b.Style, p.Level) + b.Text("language.comma") + lessonLead(b.Style, p.Items, p.Minutes) + ". " + p.checked + "\n\n")
	if wish.Beside {
		say("beside")
	} else {
		say("pupils")
		say("teacher")
	}
	say("practice")
	s.WriteString("\n")
	say("formats")
	for _, e := range p.Exports {
		say("held", "file", e.Format.File, "format", e.Format.Title, "n", strconv.Itoa(p.Items-len(e.LeftOut)), "of", strconv.Itoa(p.Items))
		for _, out := range e.LeftOut {
			say("leftout", "n", strconv.Itoa(out.Number), "name", out.Name, "reason", b.Messages.Say(out.Reason))
		}
	}
	s.WriteString("\n")
	say("kahoot")
	say("forms")
	return []byte(s.String())
}
