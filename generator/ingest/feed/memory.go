package feed

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"time"

	"parallax/generator/ingest/keep"
)

// memoryFile keeps what was seen in feeds. Without it feeds are asked for as a
// whole, and articles that are there are found again.
const memoryFile = ".parallax/feeds.json"

// Tries is how often an item is tried.
const Tries = 3

// A Memory is what earlier runs saw in feeds, by their addresses.
type Memory map[string]*Seen

// Seen is what earlier runs saw in one feed.
type Seen struct {
	Tag      string           `json:"etag,omitempty"`
	Modified string           `json:"last_modified,omitempty"`
	Items    map[string]*Past `json:"items,omitempty"` // what the feed listed when last read, by address
	Old      int              `json:"old,omitempty"`   // how many addresses it was told of that are too old to be taken
}

// A Past is what earlier runs did with an item.
type Past struct {
	Tried    int       `json:"tried,omitempty"`   // how often; Tries once it was taken or is not wanted
	Address  string    `json:"address,omitempty"` // the article's own, if the feed has another
	Changed  time.Time `json:"changed,omitzero"`  // as the feed last said
	Asked    time.Time `json:"asked,omitzero"`    // when it was last downloaded
	Tag      string    `json:"etag,omitempty"`    // of that download
	Modified string    `json:"last_modified,omitempty"`
}

// Recall reads the memory of the site in root. One that is damaged is an empty
// one, and the error says so.
func Recall(root *os.Root) (Memory, error) {
	m := Memory{}
	if found, err := keep.Read(root, memoryFile, &m); !found {
		return Memory{}, err
	}
	for _, seen := range m {
		if seen != nil {
			maps.DeleteFunc(seen.Items, func(_ string, p *Past) bool { return p == nil })
		}
	}
	return m, nil
}

// Of returns what was seen in a feed.
func (m Memory) Of(address string) *Seen {
	if m[address] == nil {
		m[address] = &Seen{}
	}
	return m[address]
}

// Keep writes the memory.
func (m Memory) Keep(root *os.Root) error {
	if err := keep.Write(root, memoryFile, m); err != nil {
		return fmt.Errorf("remember what was seen in feeds: %w", err)
	}
	return nil
}

// New returns the items that are still to be tried, and forgets those that the
// feed does not list any more.
func (s *Seen) New(items []Item) []Item {
	var fresh []Item
	listed := make(map[string]*Past, len(items))
	for _, i := range items {
		past := cmp.Or(s.Items[i.Address], &Past{})
		past.Changed = i.Changed
		listed[i.Address] = past
		if past.Tried < Tries {
			fresh = append(fresh, i)
		}
	}
	s.Items = listed
	return fresh
}

// Settle notes that an item was taken, or is not wanted.
func (p *Past) Settle() { p.Tried = Tries }

// Looked notes that the article of an item was downloaded, and how its server
// can be asked whether it changed since.
func (p *Past) Looked(now time.Time, tag, modified string) {
	p.Asked, p.Tag, p.Modified = now, tag, modified
}

// Article returns the address of the article that the feed lists at another.
func (p *Past) Article(listed string) string { return cmp.Or(p.Address, listed) }

// Unsettled reports whether an item is still to be tried.
func (s *Seen) Unsettled() bool {
	for _, p := range s.Items {
		if p.Tried < Tries {
			return true
		}
	}
	return false
}
