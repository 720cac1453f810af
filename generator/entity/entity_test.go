package entity

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"parallax/generator/cases"
	"parallax/generator/cases/article"
	"parallax/generator/reading"
	"parallax/generator/text"
)

var english = text.Builtin().For("en")

// resolve reads English articles, which "//" parts, and says who is who.
func resolve(asked string) *Entities {
	var readings []*reading.Reading
	for i, body := range strings.Split(asked, " // ") {
		name := string(rune('a' + i))
		readings = append(readings, reading.Read(article.Of(english, name, "", body), english))
	}
	return Resolve(english, readings, nil)
}

// textOf returns the words of a span of an article.
func (c *Entities) textOf(article int, span text.Span) string {
	return span.Of(c.readings[article].Text())
}

// TestEntities gathers the mentions of articles, which "//" parts, by what they
// mean. Mentions that stand alone are left out.
func TestEntities(t *testing.T) {
	cases.Run(t, "testdata/cases/entities.txt", func(asked string) string {
		c := resolve(asked)
		var list []string
		for _, chain := range c.Chains() {
			var words []string
			for _, i := range chain {
				m := c.Mentions()[i]
				words = append(words, c.textOf(m.Article, m.Anchor()))
			}
			if len(words) > 1 {
				list = append(list, strings.Join(words, " = "))
			}
		}
		return strings.Join(list, " | ")
	})
}

// TestMentions finds what an article refers to: names, nouns, verbs and
// pronouns, "the" before what is definite.
func TestMentions(t *testing.T) {
	cases.Run(t, "testdata/cases/mentions.txt", func(asked string) string {
		c := resolve(asked)
		var list []string
		for _, m := range newMentionFinder(english, c.readings).find(0, c.readings[0]) {
			one := m.Kind.String() + " "
			if m.Definite {
				one += "the "
			}
			one += c.textOf(0, m.Span)
			if m.Kind == Noun && !strings.EqualFold(m.Head, c.textOf(0, m.Anchor())) {
				one += " (" + m.Head + ")"
			}
			list = append(list, one)
		}
		return strings.Join(list, " | ")
	})
}

// TestSpeakers names who speaks in the articles of an event, each time, and the
// group of speakers: "-" where it is nobody with a name.
func TestSpeakers(t *testing.T) {
	cases.Run(t, "testdata/cases/speakers.txt", func(asked string) string {
		var articles []string
		for _, speakers := range resolve(asked).Speakers() {
			var list []string
			for _, s := range speakers {
				list = append(list, fmt.Sprintf("%s (%s)", cmp.Or(s.Name, "-"), s.Group))
			}
			articles = append(articles, strings.Join(list, " | "))
		}
		return strings.Join(articles, " // ")
	})
}

// TestNames says for names, each with how often an event has it, which other
// one stands for it.
func TestNames(t *testing.T) {
	english := &Entities{language: text.Builtin().For("en")}
	cases.Run(t, "testdata/cases/names.txt", func(asked string) string {
		counts := map[string]int{}
		var order []string
		for entry := range strings.SplitSeq(asked, ", ") {
			at := strings.LastIndexByte(entry, ' ')
			counts[entry[:at]], _ = strconv.Atoi(entry[at+1:])
			order = append(order, entry[:at])
		}
		table := english.nameTableOf(counts)
		var list []string
		for _, name := range order {
			if table[name] != name {
				list = append(list, name+" = "+table[name])
			}
		}
		return strings.Join(list, " | ")
	})
}
