package evaluate

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"parallax/generator/ratio"
	"parallax/generator/text"
	"parallax/generator/text/tone"
)

// A loadedItem is an item of the task loaded: a sentence, and who published it.
type loadedItem struct {
	ID     string `json:"id"`
	Text   string `json:"text"`
	Outlet string `json:"outlet"`
}

// A loadedTruth says whether a sentence is loaded, and by which words.
// Predictions have its shape.
type loadedTruth struct {
	ID     string   `json:"id"`
	Loaded int      `json:"loaded"`
	Words  []string `json:"words"`
}

// loadedTask measures how well loaded sentences and words are found, by the
// weights in use and by such as are learned from the other outlets of the data. The
// lists are the same for both.
func loadedTask(in Input) (Table, error) {
	items, err := readLines[loadedItem](in.Path)
	if err != nil {
		return Table{}, err
	}
	l := in.Languages.For("en")
	start := in.Now()
	predictions := make([]loadedTruth, len(items))
	for i, item := range items {
		predictions[i] = predictLoaded(l, item, false)
	}
	took := in.Now().Sub(start)
	if err := writePredictions(in.Predictions, predictions); err != nil {
		return Table{}, err
	}
	table := Table{
		Head: []string{"sentences", "n", "macro-F1", "precision", "recall", "word F1", "word precision", "word recall"},
		Notes: []string{
			"Precision and recall are those of loaded sentences. “Marked on pages” are the words that are loaded in nearly every place.",
			"“Outlets held out”: what sentences and words of no list weigh was learned from the other outlets.",
			"Baselines: never loaded; loaded if a word has a valence of -1 or less, those words marked.",
			fmt.Sprintf("%.3f ms a sentence", float64(took)/float64(time.Millisecond)/float64(max(1, len(items)))),
		},
	}
	if in.Truth == "" {
		return table, nil
	}
	truth, err := readLines[loadedTruth](in.Truth)
	if err != nil {
		return Table{}, err
	}
	if len(truth) != len(items) {
		return Table{}, fmt.Errorf("%d sentences but %d lines in %s", len(items), len(truth), in.Truth)
	}
	table.Rows = loadedRows(l, items, predictions, truth)
	return table, nil
}

// predictUnseen judges sentences by what those of other outlets teach.
func predictUnseen(l *text.Language, items []loadedItem, truth []loadedTruth) []loadedTruth {
	examples := loadedExamples(l, items, truth)
	predictions := make([]loadedTruth, len(items))
	for _, outlet := range outletsOf(examples) {
		m := learnLoaded(slices.DeleteFunc(slices.Clone(examples), func(e loadedExample) bool { return e.outlet == outlet }))
		for i, e := range examples {
			if e.outlet == outlet {
				predictions[i] = m.predict(e.sentence, items[i])
			}
		}
	}
	return predictions
}

// predictLoaded judges a sentence by the weights in use; with sure, only by the words
// that pages mark, and it is loaded if it has one.
func predictLoaded(l *text.Language, item loadedItem, sure bool) loadedTruth {
	s := tone.Read(l, item.Text, l.Words(item.Text))
	if sure {
		p := judged(item, s, true, nil)
		p.Loaded = min(1, len(p.Words))
		return p
	}
	probability, vivid := s.Loaded()
	return judged(item, s, false, vivid).as(probability)
}

// predict is predictLoaded by the weights of the model.
func (m loadedModel) predict(s *tone.Sentence, item loadedItem) loadedTruth {
	probability, vivid := s.Judge(m.sentence, m.word)
	return judged(item, s, false, vivid).as(probability)
}

// as returns a sentence as loaded if it probably is and has a word that is.
func (p loadedTruth) as(probability float64) loadedTruth {
	p.Loaded = int(ratio.Truth(probability >= tone.LeastLoaded && len(p.Words) > 0))
	return p
}

// judged returns a sentence with its loaded words outside its quotations: those that
// lists mark, all or the sure ones, and others.
func judged(item loadedItem, s *tone.Sentence, sure bool, others []text.Word) loadedTruth {
	p := loadedTruth{ID: item.ID, Words: []string{}}
	quotations := text.Quotations(item.Text)
	add := func(span text.Span) {
		if !slices.ContainsFunc(quotations, span.Overlaps) {
			p.Words = append(p.Words, strings.Fields(span.Of(item.Text))...)
		}
	}
	for _, m := range s.Marks() {
		if m.Kind == "loaded" && (m.Sure || !sure) {
			add(m.Span)
		}
	}
	for _, w := range others {
		add(w.Span)
	}
	return p
}

// negativeLoaded is the baseline of a word list.
func negativeLoaded(l *text.Language, item loadedItem) loadedTruth {
	var p loadedTruth
	for _, w := range l.Words(item.Text) {
		if l.Valence(w.Lower, w.Stem) <= -1 {
			p.Loaded = 1
			p.Words = append(p.Words, w.Of(item.Text))
		}
	}
	return p
}

// loadedRows returns the rows of all sentences with the baselines, and of each
// outlet with at least 100.
func loadedRows(l *text.Language, items []loadedItem, predictions, truth []loadedTruth) [][]string {
	var all, unseen, page, never, negative loadedScore
	others := predictUnseen(l, items, truth)
	var outlets []string
	byOutlet := map[string]*loadedScore{}
	for i, item := range items {
		all.add(predictions[i], truth[i])
		unseen.add(others[i], truth[i])
		page.add(predictLoaded(l, item, true), truth[i])
		never.add(loadedTruth{}, truth[i])
		negative.add(negativeLoaded(l, item), truth[i])
		if byOutlet[item.Outlet] == nil {
			byOutlet[item.Outlet] = &loadedScore{}
			outlets = append(outlets, item.Outlet)
		}
		byOutlet[item.Outlet].add(predictions[i], truth[i])
	}
	rows := [][]string{all.row("all"), unseen.row("  outlets held out"), page.row("  marked on pages"), never.row("  never loaded"), negative.row("  word list")}
	slices.Sort(outlets)
	for _, outlet := range outlets {
		if byOutlet[outlet].sentences.total() >= 100 {
			rows = append(rows, byOutlet[outlet].row(outlet))
		}
	}
	return rows
}

// A loadedScore counts sentences and words.
type loadedScore struct {
	sentences outcome
	words     counts
}

func (s *loadedScore) add(told, gold loadedTruth) {
	s.sentences.add(told.Loaded == 1, gold.Loaded == 1)
	open := map[string]bool{}
	for _, w := range gold.Words {
		open[strings.ToLower(w)] = true
	}
	s.words.gold += float64(len(open))
	s.words.predicted += float64(len(told.Words))
	for _, w := range told.Words {
		if lower := strings.ToLower(w); open[lower] {
			s.words.hit++
			open[lower] = false
		}
	}
}

func (s *loadedScore) row(name string) []string {
	o := s.sentences
	other := outcome{hit: o.right, miss: o.falseAlarm, falseAlarm: o.miss, right: o.hit}
	row := []string{name, fmt.Sprint(o.total())}
	for _, v := range []float64{
		(o.f1() + other.f1()) / 2,
		ratio.Of(float64(o.hit), float64(o.hit+o.falseAlarm)), ratio.Of(float64(o.hit), float64(o.hit+o.miss)),
		s.words.f1(), s.words.precision(), s.words.recall(),
	} {
		row = append(row, fmt.Sprintf("%.3f", v))
	}
	return row
}
