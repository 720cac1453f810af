package stages

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"strings"

	"parallax/generator/event"
	"parallax/generator/file"
	"parallax/generator/output"
	"parallax/generator/page"
)

// A Memory keeps of every event, in the cache, which files were made of it and
// what else the site needs. The bytes of the files stand in the output folder;
// if one does not, or with other bytes, nothing is remembered of the event.
type Memory struct {
	comparer *Comparer // knows the cache and the program
	shelf    *output.Shelf
}

// NewMemory returns the memory of a site that stands in a shelf.
func NewMemory(c *Comparer, shelf *output.Shelf) *Memory { return &Memory{c, shelf} }

// A remembered is what the cache holds of an event.
type remembered struct {
	Files []rememberedFile
	Rest  json.RawMessage
}

type rememberedFile struct {
	Path       string
	Sum        []byte
	IDs        []byte // four for each, so that they are read at once
	References []string
}

// remember returns what is kept of a file, which was looked at.
func remember(f file.File) rememberedFile {
	r := rememberedFile{Path: f.Path, Sum: f.Seen.Sum[:], References: f.Seen.References}
	for _, id := range f.Seen.IDs {
		r.IDs = binary.LittleEndian.AppendUint32(r.IDs, id)
	}
	return r
}

// file returns the file, whose bytes stand in the output folder.
func (r *rememberedFile) file(data []byte) file.File {
	seen := &file.Seen{Sum: [sha256.Size]byte(r.Sum), References: r.References, Stands: true}
	if strings.HasSuffix(r.Path, ".html") {
		seen.IDs = make([]uint32, 0, len(r.IDs)/4)
	}
	for ids := r.IDs; len(ids) >= 4; ids = ids[4:] {
		seen.IDs = append(seen.IDs, binary.LittleEndian.Uint32(ids))
	}
	return file.File{Path: r.Path, Data: data, Seen: seen}
}

// Recall returns what was made of an event.
func (m *Memory) Recall(e *event.Event, key page.Key) (page.Made, bool) {
	value, found := m.comparer.cache.Get(m.name(key))
	if !found {
		return page.Made{}, false
	}
	var r remembered
	if err := json.Unmarshal(value, &r); err != nil {
		return page.Made{}, false
	}
	made := page.Made{Rest: r.Rest}
	for _, f := range r.Files {
		if len(f.Sum) != sha256.Size {
			return page.Made{}, false
		}
		data, stands := m.shelf.File(f.Path, output.Key(f.Sum))
		if !stands {
			return page.Made{}, false
		}
		made.Files = append(made.Files, f.file(data))
	}
	m.comparer.spare(e)
	return made, true
}

// Remember keeps what was made of an event, at whose files it looks while others are
// made.
func (m *Memory) Remember(key page.Key, made page.Made) {
	r := remembered{Rest: made.Rest}
	for i := range made.Files {
		f := &made.Files[i]
		f.Seen = output.See(*f)
		r.Files = append(r.Files, remember(*f))
	}
	if value, err := json.Marshal(r); err == nil {
		// What cannot be kept is made again next time.
		_ = m.comparer.cache.Put(m.name(key), value)
	}
}

// name returns the name of an event's pages in the cache: they are made by a
// program of what the key names.
func (m *Memory) name(key page.Key) output.Key {
	return sha256.Sum256(append(m.comparer.program[:], key[:]...))
}
