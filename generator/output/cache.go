package output

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
)

// A Cache keeps what is dear to compute from one build to the next, a file an
// entry, named by the hash of everything the value was made from.
//
// A value is stored with its own hash, and an entry that is damaged, of
// another version or unreadable is as good as none: a broken cache costs time
// and nothing else. A Cache is safe for use by several goroutines and several
// builds at once.
type Cache struct {
	Fault Fault // for tests; may be nil

	folder string

	mu   sync.Mutex
	used map[string]bool // names asked for or stored in this run
}

// cacheHead begins every entry; the number is the version of its form.
const cacheHead = "parallax-cache 1 "

// NewCache returns the cache in a folder, which need not be there yet.
func NewCache(folder string) *Cache {
	return &Cache{folder: folder, used: map[string]bool{}}
}

// A Key names a value by the hash of what it is made from.
type Key [sha256.Size]byte

// Get returns the value of a key and whether there is one.
func (c *Cache) Get(key Key) ([]byte, bool) {
	entry, err := os.ReadFile(c.file(key))
	if err != nil {
		return nil, false
	}
	head, value, found := bytes.Cut(entry, []byte("\n"))
	if !found || string(head) != cacheLine(value) {
		return nil, false
	}
	return value, true
}

// Put stores the value of a key.
func (c *Cache) Put(key Key, value []byte) error {
	entry := append([]byte(cacheLine(value)+"\n"), value...)
	if err := writeUnsynced(c.file(key), entry, c.Fault); err != nil {
		return fmt.Errorf("store in the cache %s: %w", c.folder, err)
	}
	return nil
}

func cacheLine(value []byte) string { return fmt.Sprintf("%s%x", cacheHead, sha256.Sum256(value)) }

// Spare keeps an entry through the next Prune, as Get does, without reading it.
func (c *Cache) Spare(key Key) { c.file(key) }

// file returns the name of a key's file and remembers that it is in use.
func (c *Cache) file(key Key) string {
	name := hex.EncodeToString(key[:])
	c.mu.Lock()
	c.used[name] = true
	c.mu.Unlock()
	return filepath.Join(c.folder, name[:2], name[2:])
}

// Prune removes the entries that this run did not ask for, so that the cache
// does not outgrow the site. Files of other names are left alone.
func (c *Cache) Prune() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	names, err := filepath.Glob(filepath.Join(c.folder, "??", "*"))
	for _, file := range names {
		name := filepath.Base(filepath.Dir(file)) + filepath.Base(file)
		if c.used[name] || !isKey(name) && !strings.HasPrefix(filepath.Base(file), temporary) {
			continue
		}
		if e := c.Fault.before("unlinkat", file); e != nil {
			err = errors.Join(err, e)
			continue
		}
		if e := os.Remove(file); e != nil && !errors.Is(e, fs.ErrNotExist) {
			err = errors.Join(err, e)
		}
	}
	if err != nil {
		return fmt.Errorf("clear the cache: %w", err)
	}
	return nil
}

// isKey reports whether a name is that of an entry.
func isKey(name string) bool {
	key, err := hex.DecodeString(name)
	return err == nil && len(key) == sha256.Size
}
