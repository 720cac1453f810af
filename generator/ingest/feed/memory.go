package feed

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
)

// memoryFile keeps what was seen in feeds. It may be deleted at any time: then
// feeds are asked for as a whole, and articles that are there are found again.
const memoryFile = ".parallax/feeds.json"

// Tries is how often an item is tried.
const Tries = 3

// A Memory is what earlier runs saw in feeds, by their addresses.
type Memory map[string]*Seen

// Seen is what earlier runs saw in one feed.
type Seen struct {
	Tag      string         `json:"etag,omitempty"`
	Modified string         `json:"last_modified,omitempty"`
	Tried    map[string]int `json:"tried,omitempty"` // how often an item was tried; Tries once it was taken
}

// Recall reads the memory of the site in root. One that cannot be read is an
// empty one.
func Recall(root *os.Root) Memory {
	m := Memory{}
	data, err := root.ReadFile(memoryFile)
	if err != nil || json.Unmarshal(data, &m) != nil {
		return Memory{}
	}
	return m
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
	data, err := json.MarshalIndent(m, "", "\t")
	if err == nil {
		err = root.Mkdir(path.Dir(memoryFile), 0o755)
	}
	if err == nil || errors.Is(err, fs.ErrExist) {
		err = root.WriteFile(memoryFile, append(data, '\n'), 0o644)
	}
	if err != nil {
		return fmt.Errorf("remember what was seen in feeds: %w", err)
	}
	return nil
}

// New returns the items that are still to be tried, and forgets those that the
// feed does not list any more.
func (s *Seen) New(items []Item) []Item {
	var fresh []Item
	tried := map[string]int{}
	for _, i := range items {
		n := s.Tried[i.Address]
		if n > 0 {
			tried[i.Address] = n
		}
		if n < Tries {
			fresh = append(fresh, i)
		}
	}
	s.Tried = tried
	return fresh
}

// Settle notes that an item was taken, or is not wanted.
func (s *Seen) Settle(address string) { s.Tried[address] = Tries }

// Fail notes that an item could not be had.
func (s *Seen) Fail(address string) { s.Tried[address]++ }
