package corpus

import (
	"encoding/json"

	"parallax/generator/text"
)

// Blocks and passages are spans with something more. Without methods of their
// own they would marshal as their spans alone, and lose it.

// blockJSON is a [Block] as it marshals.
type blockJSON struct {
	Span text.Span `json:"span"`
	Kind BlockKind `json:"kind"`
}

// MarshalJSON writes the block with its kind.
func (b Block) MarshalJSON() ([]byte, error) { return json.Marshal(blockJSON{b.Span, b.Kind}) }

// UnmarshalJSON reads what MarshalJSON wrote.
func (b *Block) UnmarshalJSON(data []byte) error {
	var read blockJSON
	err := json.Unmarshal(data, &read)
	*b = Block{read.Span, read.Kind}
	return err
}

// passageJSON is a [Passage] as it marshals.
type passageJSON struct {
	Span  text.Span `json:"span"`
	ID    string    `json:"id"`
	Block int       `json:"block"`
}

// MarshalJSON writes the passage with its id and block.
func (p Passage) MarshalJSON() ([]byte, error) {
	return json.Marshal(passageJSON{p.Span, p.ID, p.Block})
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (p *Passage) UnmarshalJSON(data []byte) error {
	var read passageJSON
	err := json.Unmarshal(data, &read)
	*p = Passage{read.Span, read.ID, read.Block}
	return err
}
