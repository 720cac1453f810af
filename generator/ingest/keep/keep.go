// Package keep holds what one run that takes articles in knows for the next,
// as JSON in files of the site's folder .parallax. They may be deleted at any
// time: what a run cannot read it does without. Each holds the hash of its
// value, so that half a file or a flipped bit is not taken for what was known.
package keep

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
)

// A kept is a file: a value and the hash of its shortest JSON.
type kept struct {
	Sum   string          `json:"sha256"`
	Holds json.RawMessage `json:"holds"`
}

// Read reads what Write wrote to a file, and reports whether there is something.
// The error says that the file is damaged; value is as it was then.
func Read(root *os.Root, file string, value any) (found bool, err error) {
	info, err := root.Stat(file)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err == nil && !info.Mode().IsRegular() {
		err = errors.New("it is no plain file")
	}
	var data []byte
	if err == nil {
		data, err = root.ReadFile(file)
	}
	var k kept
	var short bytes.Buffer
	if err == nil {
		err = json.Unmarshal(data, &k)
	}
	if err == nil {
		err = json.Compact(&short, k.Holds)
	}
	if err == nil && k.Sum != sum(short.Bytes()) {
		err = errors.New("it does not hold what was written to it")
	}
	if err == nil && short.String() == "null" {
		return false, nil
	}
	if err == nil {
		err = json.Unmarshal(short.Bytes(), value)
	}
	if err != nil {
		return false, fmt.Errorf("%s is damaged or of another version, and is begun anew: %w", file, err)
	}
	return true, nil
}

// sum returns the hash of a value's JSON.
func sum(short []byte) string {
	s := sha256.Sum256(short)
	return hex.EncodeToString(s[:])
}

// Write writes a value to a file such as ".parallax/feeds.json", and makes its
// folder if there is none. The file is written beside and put in place as a whole,
// so that what stood there stays if the disk is full.
func Write(root *os.Root, file string, value any) error {
	short, err := json.Marshal(value)
	if err != nil {
		return err
	}
	data, err := json.MarshalIndent(kept{sum(short), short}, "", "\t")
	if err != nil {
		return err
	}
	if err := root.Mkdir(path.Dir(file), 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	beside := file + ".new"
	if err := root.WriteFile(beside, append(data, '\n'), 0o644); err != nil {
		return errors.Join(err, root.Remove(beside))
	}
	return root.Rename(beside, file)
}
