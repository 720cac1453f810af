package event

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"parallax/generator/entity"
	"parallax/generator/framing"
	"parallax/generator/page/frame"
	"parallax/generator/reading"
)

// A VoicesView shows who is quoted or reported, how much and with which verb.
type VoicesView struct {
	Says    *Saying
	Grouped bool            // enough is known of who the speakers are for a table
	Groups  VoicesTable     // words by group of speakers; empty unless Grouped
	Sides   []VoiceSpeakers // the speakers of each article
	Verbs   VerbsTable      // from the least to the most committed
	Without []frame.Who     // articles that quote nobody
}

// A VoicesTable is figures by article.
type VoicesTable struct {
	Columns []frame.Who
	Rows    []VoicesRow
}

// A VoicesRow is one line of figures.
type VoicesRow struct {
	Name  string
	Cells []string // by column; "–" for none
	Total string
}

// VoiceSpeakers are the speakers of one article.
type VoiceSpeakers struct {
	Who      frame.Who
	Words    int // of reported and quoted content
	Speakers []VoiceSpeaker
	More     string // says how many are not listed; may be empty
}

// A VoiceSpeaker is one source of an article.
type VoiceSpeaker struct {
	By    string // whose decision it is; empty if it is the program's
	Name  string // or "not named"
	Group string
	Words int
	Width string // of the bar; the speaker with most words in the event has all of it
	Verbs string // "said, insisted"
	Href  string // to the first passage
}

// speakerGroups are the groups of speakers in the order of bars and rows.
var speakerGroups = []entity.Group{
	entity.Official, entity.Military, entity.Police, entity.Expert, entity.Company, entity.Affected, entity.Advocacy, entity.Media, entity.Celebrity,
	entity.Unnamed, entity.Unknown,
}

// stances are the classes of reporting verbs from the least to the most
// committed.
var stances = []reading.Stance{reading.Neutral, reading.Doubting, reading.Certain, reading.Conceding, reading.Attacking}

// How many speakers are listed of an article at most, and of all together.
const (
	speakersShown = 5
	speakersAll   = 30
)

// voices returns who speaks, nil if no article quotes anybody.
func (b *Builder) voices() *VoicesView {
	v := &VoicesView{Says: b.top(framing.SignalVoices)}
	words := map[entity.Group][]int{}
	most := 1
	for _, side := range b.Comparison.Voices.Sides {
		for _, s := range side.Speakers {
			most = max(most, s.Words)
		}
	}
	for _, side := range b.Comparison.Voices.Sides {
		if side.Words == 0 {
			v.Without = append(v.Without, b.Who[side.Article])
			continue
		}
		v.Sides = append(v.Sides, b.speakers(side, most))
		for _, s := range side.Speakers {
			if words[s.Group] == nil {
				words[s.Group] = make([]int, len(b.Who))
			}
			words[s.Group][side.Article] += s.Words
		}
	}
	if len(v.Sides) == 0 {
		return nil
	}
	v.Verbs = b.verbs()
	if v.Grouped = b.Comparison.Voices.Grouped(); v.Grouped {
		v.Groups = b.groupTable(words)
	}
	return v
}

// groupTable returns the words of each group of speakers by article.
func (b *Builder) groupTable(words map[entity.Group][]int) VoicesTable {
	t := VoicesTable{Columns: b.Who}
	for _, group := range speakerGroups {
		if cells := words[group]; cells != nil {
			t.Rows = append(t.Rows, figures(b.group(group), cells))
		}
	}
	return t
}

// figures returns a row of numbers, a dash for none.
func figures(name string, numbers []int) VoicesRow {
	row := VoicesRow{Name: name, Cells: make([]string, len(numbers))}
	total := 0
	for i, n := range numbers {
		total += n
		row.Cells[i] = "–"
		if n > 0 {
			row.Cells[i] = strconv.Itoa(n)
		}
	}
	row.Total = strconv.Itoa(total)
	return row
}

// speakers lists the speakers of one article; most is how many words the
// speaker with most of the event has.
func (b *Builder) speakers(side framing.VoiceSide, most int) VoiceSpeakers {
	v := VoiceSpeakers{Who: b.Who[side.Article], Words: side.Words}
	for _, s := range side.Speakers[:min(room(speakersShown, 1, speakersAll, len(b.Who)), len(side.Speakers))] {
		speaker := VoiceSpeaker{Name: b.Clean(s.Name), Group: b.group(s.Group), Words: s.Words, Width: frame.Width(100 * float64(s.Words) / float64(most)), Verbs: strings.Join(s.Verbs, ", ")}
		if speaker.Name == "" {
			speaker.Name = b.Text("voices.nobody")
		}
		if len(s.Evidence) > 0 {
			speaker.Href = b.passageHref(side.Article, s.Evidence[0].Passage)
		}
		speaker.By = b.decidedBy(b.Comparison.DecidedOf(framing.SignalVoices, side.Article, s.Name))
		v.Speakers = append(v.Speakers, speaker)
	}
	if left := len(side.Speakers) - len(v.Speakers); left > 0 {
		v.More = b.Count("only.more", left)
	}
	return v
}

// A VerbsTable is the reporting verbs of each article, by what they claim
// about the words they bring.
type VerbsTable struct {
	Columns []frame.Who
	Rows    []VerbsRow
}

// A VerbsRow is one class of verbs.
type VerbsRow struct {
	Means string
	Cells []string // by column: "say 5, tell 1"; "–" for none
}

// verbs returns the reporting verbs with their uses, most used first.
func (b *Builder) verbs() VerbsTable {
	t := VerbsTable{Columns: b.Who}
	for _, stance := range stances {
		uses := make([]map[string]int, len(b.Who))
		some := false
		for _, a := range b.Comparison.Voices.Attributions {
			if a.Verb == "" || a.Stance != stance {
				continue
			}
			if uses[a.Article] == nil {
				uses[a.Article] = map[string]int{}
			}
			uses[a.Article][a.Verb]++
			some = true
		}
		if !some {
			continue
		}
		row := VerbsRow{Means: b.Text("stance." + string(stance)), Cells: make([]string, len(b.Who))}
		for i := range row.Cells {
			row.Cells[i] = counted(uses[i])
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// counted lists words with their counts, most frequent first.
func counted(uses map[string]int) string {
	words := slices.SortedFunc(maps.Keys(uses), func(x, y string) int {
		return cmp.Or(uses[y]-uses[x], strings.Compare(x, y))
	})
	for i, w := range words {
		words[i] = w + "\u00a0" + strconv.Itoa(uses[w])
	}
	return cmp.Or(strings.Join(words, ", "), "–")
}

// group says the name of a group of speakers.
func (b *Builder) group(group entity.Group) string { return b.Text("group." + string(group)) }
