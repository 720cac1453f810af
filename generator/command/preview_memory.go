package command

import (
	"maps"
	"sync"

	"parallax/generator/event"
	"parallax/generator/page"
)

// A previewMemory keeps the events of the last site that could be shown, with
// the bytes of their files, which the preview holds anyway.
type previewMemory struct {
	mu        sync.Mutex
	last, now map[page.Key]page.Made
}

func newPreviewMemory() *previewMemory {
	return &previewMemory{last: map[page.Key]page.Made{}, now: map[page.Key]page.Made{}}
}

// Recall returns what was made of an event.
func (m *previewMemory) Recall(_ *event.Event, key page.Key) (page.Made, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	made, found := m.last[key]
	if found {
		m.now[key] = made
	}
	return made, found
}

// Remember keeps what was made of an event.
func (m *previewMemory) Remember(key page.Key, made page.Made) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.now[key] = made
}

// turn ends a build: if its site is shown, what it did not ask for is forgotten.
func (m *previewMemory) turn(whole bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if whole {
		clear(m.last)
	}
	maps.Copy(m.last, m.now)
	clear(m.now)
}
