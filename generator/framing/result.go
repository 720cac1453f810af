package framing

import (
	"parallax/generator/entity"
	"parallax/generator/reading"
	"parallax/generator/text"
)

// The parts of a Comparison, one per signal. In all of them "article" is an
// index into Comparison.Articles, lists follow the order of publication unless
// their comment says otherwise, and spans are bytes of the article's text.

// Headline is the headline ladder: what each headline has of its own.
type Headline struct {
	Rungs []Rung `json:"rungs"` // one per article
}

// A Rung is one headline.
type Rung struct {
	Article int           `json:"article"`
	Shared  []text.Span   `json:"shared"` // words that at least half of the headlines have
	Own     []text.Span   `json:"own"`    // content words that no other headline has
	Tags    []HeadlineTag `json:"tags"`
}

// A HeadlineTag is one thing to be said of a headline.
type HeadlineTag struct {
	Kind     string     `json:"kind"` // "no-agent", "quotation", "attributed", "stated-as-fact", "question", "not-in-body"
	Evidence []Evidence `json:"evidence"`
}

// Wording lists the words and word pairs that mark an article off from the
// others of its event, in the author's voice (Monroe, Colaresi & Quinn 2008).
type Wording struct {
	Terms []WordingTerm `json:"terms"` // by article, then by Z, largest first
	Gate  float64       `json:"gate"`  // terms below this z are not listed
	Null  WordingNull   `json:"null"`
	Short []int         `json:"short"` // articles with too few own words to rank
}

// A WordingTerm is a word or a pair of words that one article favours.
type WordingTerm struct {
	Article  int        `json:"article"`
	Term     string     `json:"term"`    // as the article writes it most often
	Z        float64    `json:"z"`       // log-odds over its standard error
	LogOdds  float64    `json:"logOdds"` // against the other articles, prior included
	Low      float64    `json:"low"`     // 95 % interval of LogOdds
	High     float64    `json:"high"`
	Count    int        `json:"count"`  // uses in this article
	Others   int        `json:"others"` // uses in all the others together
	Evidence []Evidence `json:"evidence"`
}

// A WordingNull is what chance does: the largest z when an article is split in
// two halves and compared with itself, over the articles of the event.
type WordingNull struct {
	Median float64 `json:"median"`
	P95    float64 `json:"p95"`
	Splits int     `json:"splits"`
}

// Naming lists what each article calls the same participant.
type Naming struct {
	Participants []Participant `json:"participants"` // largest difference first
}

// A Participant is a person, body, place or act that several articles refer to.
type Participant struct {
	ID       string       `json:"id"`   // slug of Name, unique in the comparison
	Name     string       `json:"name"` // the name most articles share
	Kind     entity.Kind  `json:"kind"`
	Contrast float64      `json:"contrast"` // 0 all use the same labels, 1 no label in common
	Sides    []NamingSide `json:"sides"`    // articles that refer to it
}

// A NamingSide is how one article refers to a participant.
type NamingSide struct {
	Article int     `json:"article"`
	Labels  []Label `json:"labels"` // most used first
}

// A Label is one way of referring to a participant.
type Label struct {
	Text      string     `json:"text"`      // without a determiner
	Head      string     `json:"key"`       // by which labels count as one, in small letters: a name whole, a noun with those before it
	Modifiers []string   `json:"modifiers"` // words before the head that carry judgement or detail
	Count     int        `json:"count"`     // in the author's voice
	Quoted    int        `json:"quoted"`    // inside quotation marks
	First     bool       `json:"first"`     // the article's first mention
	Own       bool       `json:"own"`       // no other article uses it
	Evidence  []Evidence `json:"evidence"`
}

// Voices lists who is quoted or reported, how much and with which verb.
type Voices struct {
	Attributions []Attribution `json:"attributions"`
	Sides        []VoiceSide   `json:"sides"` // one per article
}

// An Attribution is something said, written or thought, laid to a source.
type Attribution struct {
	Article int            `json:"article"`
	Passage int            `json:"passage"` // where the cue stands
	Source  []text.Span    `json:"source"`  // empty if nobody is named
	Cue     []text.Span    `json:"cue"`     // the reporting verb, noun or "according to"
	Content []text.Span    `json:"content"`
	Mode    reading.Mode   `json:"mode"`
	Speaker string         `json:"speaker"` // the source resolved to a name of the article; may be empty
	Group   entity.Group   `json:"group"`
	Verb    string         `json:"verb"` // base form of the cue
	Stance  reading.Stance `json:"stance"`
	Words   int            `json:"words"` // of content
}

// A VoiceSide sums up the voices of one article.
type VoiceSide struct {
	Article  int       `json:"article"`
	Words    int       `json:"words"`    // of reported or quoted content
	Speakers []Speaker `json:"speakers"` // most words first
}

// A Speaker is one source of an article.
type Speaker struct {
	Name     string       `json:"name"`
	Group    entity.Group `json:"group"`
	Words    int          `json:"words"`  // reported or quoted
	Direct   int          `json:"direct"` // of them between quotation marks
	Verbs    []string     `json:"verbs"`  // base forms in order of first use
	Evidence []Evidence   `json:"evidence"`
}

// Coverage lists what is reported by all, by some and by one.
type Coverage struct {
	Statements []Statement  `json:"statements"` // the main happening first, by salience; then what one alone has
	Conflicts  []Conflict   `json:"conflicts"`
	Shared     []SharedText `json:"shared"`

	// Unclaimed are the passages that no other article was found to tell, though
	// not surely enough to say so of a report. Whoever has two excerpts side by
	// side may still look for them there.
	Unclaimed []Statement `json:"-"`
}

// A Statement is a thing reported, carried by passages of one or more articles.
type Statement struct {
	ID      string `json:"id"`      // "s1", "s2", ... in the order of Statements
	Heading string `json:"heading"` // short, made of its own words
	Clause  bool   `json:"clause"`  // the heading is a clause, so that it can be true
	Reach   string `json:"reach"`   // "all", "some", "one"
	Cells   []Cell `json:"cells"`   // articles that tell it or a part of it
	Absent  []int  `json:"absent"`  // articles that do not have it; of one in neither list nothing is said

	held     title   // a heading of which every article that tells it has most; may be empty
	salience float64 // how central it is to what the articles report
}

// A Cell is how one article carries a statement.
type Cell struct {
	Article   int        `json:"article"`
	Band      string     `json:"band"`      // "same" if it tells the statement, "related" if a part of it or something near
	Score     float64    `json:"score"`     // 0 to 1, similarity of its passages to the nearest of the central article; 1 for that
	Sure      float64    `json:"sure"`      // 0 to 1, the probability that the article tells the statement
	Position  float64    `json:"position"`  // share of the body before it, 0 to 1; 0 in the headline
	Paragraph int        `json:"paragraph"` // 1-based; 0 in the headline
	Words     int        `json:"words"`
	Quoted    bool       `json:"quoted"`   // stands in a source's voice only
	Evidence  []Evidence `json:"evidence"` // passages that tell it, most direct first; the figures above are of the first
}

// A Conflict is a number or date that differs inside one statement.
type Conflict struct {
	Statement string         `json:"statement"`
	Unit      string         `json:"unit"` // what is counted: "dead", "days", "date"
	Sides     []ConflictSide `json:"sides"`
}

// A ConflictSide is the value that some articles give.
type ConflictSide struct {
	Value    string     `json:"value"` // as written
	Evidence []Evidence `json:"evidence"`
}

// A SharedText is a run of words that two articles have nearly word for word.
type SharedText struct {
	First  int        `json:"first"` // the article published first, as far as dates tell
	Second int        `json:"second"`
	Words  int        `json:"words"` // of the runs together
	Share  float64    `json:"share"` // of the shorter article's words
	Runs   []Evidence `json:"runs"`  // in First and Second by turns
}

// Passages lists the strongest contrasts between passages on one statement.
type Passages struct {
	Contrasts []Contrast `json:"contrasts"` // strongest first, at most seven
}

// A Contrast is one statement as several articles word it, side by side.
type Contrast struct {
	Statement string         `json:"statement"`
	Finding   string         `json:"finding"` // id of the Finding that says it
	Sides     []ContrastSide `json:"sides"`
}

// A ContrastSide is one article's passage in a contrast.
type ContrastSide struct {
	Evidence
	Own    []text.Span `json:"own"`    // words that no other side has (go-diff on words)
	Marked []Mark      `json:"marked"` // reporting verbs, labels and loaded words in the passage
}

// A Mark is a span of an article with what it is.
type Mark struct {
	Evidence
	Kind string `json:"kind"` // "loaded", "hedge", "booster", "scare", "verb", "label", "passive", "only"
	Word string `json:"word"` // the list's entry or the base form
	Rule string `json:"rule"` // name of the rule that made it; a key of the method page
}

// Tone lists loaded words, hedges, boosters and scare quotes in the author's
// voice, and the tone toward participants.
type Tone struct {
	Sides   []ToneSide   `json:"sides"`   // one per article
	Targets []ToneTarget `json:"targets"` // by participant, then article
}

// A ToneSide is what was marked in one article.
type ToneSide struct {
	Article  int    `json:"article"`
	Own      int    `json:"own"`      // words in the author's voice, the base of rates
	Marks    []Mark `json:"marks"`    // in order of the text
	TooShort bool   `json:"tooShort"` // too few own words for a rate
}

// A ToneTarget is the tone of one article's sentences on a participant.
type ToneTarget struct {
	Participant string     `json:"participant"` // id of a Participant
	Article     int        `json:"article"`
	Negative    int        `json:"negative"` // sentences
	Neutral     int        `json:"neutral"`
	Positive    int        `json:"positive"`
	Evidence    []Evidence `json:"evidence"` // of the negative and positive ones
}

// Agency lists passives and nominalisations that name no agent while another
// article names one in the aligned passage.
type Agency struct {
	Sides     []AgencySide `json:"sides"`
	Agentless []Agentless  `json:"agentless"`
}

// An AgencySide counts the passives of one article in the author's voice.
type AgencySide struct {
	Article   int `json:"article"`
	Sentences int `json:"sentences"`
	Passives  int `json:"passives"`
	Agents    int `json:"agents"` // passives that name their agent
}

// An Agentless is a deed told without who did it, faced by a passage that says who.
type Agentless struct {
	Kind      string   `json:"kind"` // "passive" or "nominalisation"
	Statement string   `json:"statement"`
	Deed      Evidence `json:"deed"`  // the participle or noun
	Agent     Evidence `json:"agent"` // who did it, in the other article
	Verb      Evidence `json:"verb"`  // the verb there
}

// Emphasis says what leads, and how much room each statement gets.
type Emphasis struct {
	Sides []EmphasisSide `json:"sides"` // one per article
}

// An EmphasisSide is the weight that one article gives to shared statements.
type EmphasisSide struct {
	Article int      `json:"article"`
	Lead    string   `json:"lead"`    // id of the statement that the first paragraph carries, or empty
	Before  float64  `json:"before"`  // share of words before the first statement that all or some carry
	Weights []Weight `json:"weights"` // statements in order of appearance
}

// A Weight is the place and size of one statement in an article.
type Weight struct {
	Statement string  `json:"statement"`
	Position  float64 `json:"position"` // share of the body before it, 0 to 1
	Share     float64 `json:"share"`    // of the body's words
	Headline  bool    `json:"headline"`
	Opening   bool    `json:"opening"` // in the first paragraph
}
