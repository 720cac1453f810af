package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Made articles: the words are English and the sentences mean nothing, but reports of
// one event share its names and about half of its statements, reworded here and there,
// so that comparing has something to find. The same number always gives the same bytes.

const (
	outlets    = 50
	perEvent   = 5
	statements = 20  // of an event
	wordsLeast = 300 // of a report
	wordsMore  = 200
)

// lexicon is what sentences are made of.
func lexicon() []string {
	return strings.Fields(`the of and to in a is that for it as was with be by on not he his but at are this have from or had an they
which one you were her all she there would their we him been has when who will more no if out so said what up its about into
than them can only other new some could time these two may then do first any now such like our over even most made after also
many before must through back years where much your way down should because each just those people how too little state good
make world own see men work long get here between both life being under never day same another know while last might great old
off come since against right used take three minister officials police protest court ruling spending tax climate storm election
vote parliament senate committee report inquiry union strike hospital school border migrant treaty summit trade market bank
inflation rate worker wage energy gas oil plant river flood fire drought aid relief rescue victims families residents council
mayor governor president critics supporters opposition coalition government spokesman decision plan proposal bill law reform
crisis deal talks agreement ceasefire attack security forces troops region city town village capital economy company chief
shares profit losses job cuts factory privacy data safety regulator fine appeal judge jury verdict charges evidence witness`)
}

// A maker makes the articles of events.
type maker struct {
	*rand.Rand
	words []string
}

// An article is one report.
type article struct {
	number, event, outlet int
	date                  time.Time
	title, body           string
}

// writeArticles writes so many articles into a folder, each with the front matter that
// its reader wants.
func writeArticles(folder string, n int, front func(article) string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	words := lexicon()
	for number := 0; number < n; number++ {
		m := maker{rand.New(rand.NewPCG(1, uint64(number/perEvent))), words}
		a := m.article(number)
		name := fmt.Sprintf("%06d.md", number)
		if err := os.WriteFile(filepath.Join(folder, name), []byte("+++\n"+front(a)+"+++\n\n"+a.body), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// article makes a report: first what its event has, which is the same for all of its
// reports, and then what it has itself.
func (m maker) article(number int) article {
	event := number / perEvent
	names := make([]string, 5)
	for i := range names {
		names[i] = m.name() + " " + m.name()
	}
	told := make([][]string, statements)
	for i := range told {
		told[i] = m.some(12, 24)
		told[i][1+m.IntN(10)] = names[m.IntN(len(names))]
	}
	who := m.Perm(outlets)[:perEvent]
	own := maker{rand.New(rand.NewPCG(2, uint64(number))), m.words}
	a := article{
		number: number, event: event, outlet: who[number%perEvent],
		date:  time.Date(2024, 1, 1, 6, 0, 0, 0, time.UTC).Add(time.Duration(event%52560)*20*time.Minute + time.Duration(own.IntN(1200))*time.Minute),
		title: names[own.IntN(3)] + " " + strings.Join(own.some(5, 8), " "),
	}
	a.body = own.body(told, names)
	return a
}

// body tells about half of what the event has, one word in eight changed, between
// sentences of its own; one in six is said by somebody.
func (m maker) body(told [][]string, names []string) string {
	var b strings.Builder
	order := m.Perm(len(told))
	for want := wordsLeast + m.IntN(wordsMore); want > 0; {
		for range 3 {
			words := m.some(12, 26)
			if len(order) > 0 && m.IntN(2) == 0 {
				words = m.retold(told[order[0]])
				order = order[1:]
			}
			want -= len(words)
			if m.IntN(6) == 0 {
				fmt.Fprintf(&b, "“%s,” %s said. ", strings.TrimSuffix(sentence(words), "."), names[m.IntN(2)])
			} else {
				b.WriteString(sentence(words) + " ")
			}
		}
		b.WriteString("\n\n")
	}
	return b.String()
}

// retold returns the words of a sentence with one in eight changed, names kept.
func (m maker) retold(sentence []string) []string {
	words := append([]string(nil), sentence...)
	for i, w := range words {
		if w == strings.ToLower(w) && m.IntN(8) == 0 {
			words[i] = m.words[m.IntN(len(m.words))]
		}
	}
	return words
}

// some returns from least to most words.
func (m maker) some(least, most int) []string {
	list := make([]string, least+m.IntN(most-least+1))
	for i := range list {
		list[i] = m.words[m.IntN(len(m.words))]
	}
	return list
}

// name invents a name of three syllables.
func (m maker) name() string {
	var b strings.Builder
	for range 3 {
		b.WriteByte("bdfgklmnprstvz"[m.IntN(14)])
		b.WriteByte("aeiou"[m.IntN(5)])
	}
	b.WriteByte("klmnrs"[m.IntN(6)])
	return strings.ToUpper(b.String()[:1]) + b.String()[1:]
}

// sentence makes a sentence of words.
func sentence(words []string) string {
	s := strings.Join(words, " ") + "."
	return strings.ToUpper(s[:1]) + s[1:]
}

func outletID(k int) string { return fmt.Sprintf("outlet-%02d", k) }

// writeOutlets writes the outlets.
func writeOutlets(folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for k := range outlets {
		text := fmt.Sprintf("+++\nname = \"Outlet %02d\"\nhomepage = \"https://%s.example/\"\nlanguage = \"en\"\n+++\n\nAn invented outlet.\n", k, outletID(k))
		if err := os.WriteFile(filepath.Join(folder, outletID(k)+".md"), []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// parallaxFront returns the front matter of an article for Parallax, which names its
// event.
func parallaxFront(a article) string {
	return fmt.Sprintf("title = %q\noutlet = %q\ndate = %s\nurl = \"https://%[2]s.example/%06[4]d\"\nlanguage = \"en\"\nlicence = \"CC0-1.0\"\nevent = \"event-%05[5]d\"\n",
		a.title, outletID(a.outlet), a.date.Format(time.RFC3339), a.number, a.event)
}

// hugoFront returns the front matter of an article for Hugo.
func hugoFront(a article) string {
	return fmt.Sprintf("title = %q\ndate = %s\noutlets = [%q]\nevents = [\"event-%05d\"]\n", a.title, a.date.Format(time.RFC3339), outletID(a.outlet), a.event)
}
