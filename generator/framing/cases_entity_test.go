package framing

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"parallax/generator/cases"
	"parallax/generator/corpus"
)

// TestEntities gathers the mentions of articles, which "//" parts, by what they
// mean. Mentions that stand alone are left out.
func TestEntities(t *testing.T) {
	cases.Run(t, "testdata/cases/entities.txt", func(asked string) string {
		var articles []*corpus.Article
		for i, body := range strings.Split(asked, " // ") {
			name := string(rune('a' + i))
			articles = append(articles, newArticle(name, name, "2024-06-12", "", body))
		}
		var list []string
		for _, chain := range Chains(builtin.For("en"), articles) {
			var words []string
			for _, m := range chain {
				words = append(words, m.Span.Of(articles[m.Article].Text))
			}
			if len(words) > 1 {
				list = append(list, strings.Join(words, " = "))
			}
		}
		return inLine(list)
	})
}

// TestSpeakers names who speaks in a text, each time, and the group of
// speakers: "-" where it is nobody with a name.
func TestSpeakers(t *testing.T) {
	cases.Run(t, "testdata/cases/speakers.txt", func(asked string) string {
		r := read(0, newArticle("a", "a", "", "", asked), builtin.For("en"))
		var list []string
		for _, a := range r.attributions {
			list = append(list, fmt.Sprintf("%s (%s)", orNone(a.Speaker), a.Group))
		}
		return inLine(list)
	})
}

func orNone(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

// TestNames says for names, each with how often an event has it, which other
// one stands for it.
func TestNames(t *testing.T) {
	cases.Run(t, "testdata/cases/names.txt", func(asked string) string {
		counts := map[string]int{}
		var order []string
		for entry := range strings.SplitSeq(asked, ", ") {
			at := strings.LastIndexByte(entry, ' ')
			counts[entry[:at]], _ = strconv.Atoi(entry[at+1:])
			order = append(order, entry[:at])
		}
		table := nameTableOf(counts)
		var list []string
		for _, name := range order {
			if table[name] != name {
				list = append(list, name+" = "+table[name])
			}
		}
		return inLine(list)
	})
}
