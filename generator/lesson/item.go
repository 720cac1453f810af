package lesson

// A Form is how an exercise is answered. It decides which fields of an
// [Exercise] or an [Item] are filled.
type Form string

// The forms.
const (
	Choice  Form = "choice"  // one of the options is right
	Choices Form = "choices" // one or more of the options are right, and one or more wrong
	Match   Form = "match"   // each row belongs to one option; an option may be right for several rows or for none
	Order   Form = "order"   // the options are put in the order of their places; equal places are ties
	Gap     Form = "gap"     // a word or a few are written; the options are what is accepted and are not shown
	Mark    Form = "mark"    // words of the first excerpt are underlined; the options stand in the order of the text
	Open    Form = "open"    // free text; there are models of a good answer and no options
)

// Forms returns all forms in their order.
func Forms() []Form { return []Form{Choice, Choices, Match, Order, Gap, Mark, Open} }

// A Level is a band of school grades, given as its lowest grade.
type Level int

// The levels.
const (
	Grade6  Level = 6  // grades 6 to 8
	Grade9  Level = 9  // grades 9 and 10
	Grade11 Level = 11 // grade 11 and up
)

// Levels returns all levels, lowest first.
func Levels() []Level { return []Level{Grade6, Grade9, Grade11} }

// String returns the level as file names and tables have it: "6-8", "9-10" or
// "11".
func (l Level) String() string {
	switch l {
	case Grade6:
		return "6-8"
	case Grade9:
		return "9-10"
	}
	return "11"
}

// A Quiz is a lesson in words: what sheet, key and every export are written
// from. Its texts are plain, in one language, name no outlet and hold no more
// of any article than the site may carry.
type Quiz struct {
	Event    string // slug
	Title    string
	Language string // BCP 47, of the prompts
	Items    []Item
}

// An Item is one exercise in words.
type Item struct {
	ID         string // a letter, then letters, digits and underscores; stable as long as the articles are
	Kind       Kind
	Form       Form
	Name       string // what the kind is called
	Prompt     string
	Excerpts   []Text   // in the order shown; may be empty
	Rows       []Row    // of Match
	Options    []Answer // in the order shown; none for Open
	Models     []string // of Open: good answers
	Key        string   // the right answer in words, for a key
	Why        string   // feedback: the reason for the answer; holds the answer
	Evidence   []string // words of the excerpts that the answer rests on
	Level      Level    // the lowest that it is for
	Minutes    int
	Confidence float64 // 0 to 1: how sure the evidence is
	Checked    string  // who read the item and found it right; empty if nobody did
}

// A Text is an excerpt to read.
type Text struct {
	Label    string // "Excerpt 1"
	Words    string
	Language string // BCP 47
}

// A Row is what an option is to be found for.
type Row struct {
	Words  string
	Option int // index into the item's options
}

// An Answer is an option of an item.
type Answer struct {
	Words string
	Right bool // of Choice, Choices, Gap and Mark
	Place int  // of Order, from 1
	Start int  // of Mark: byte of the first excerpt's words where the option stands
}
