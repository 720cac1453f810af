package file

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

// opened counts what is opened of a file system.
type opened struct {
	fstest.MapFS
	list []string
}

func (o *opened) Open(name string) (fs.File, error) {
	o.list = append(o.list, name)
	return o.MapFS.Open(name)
}

func (o *opened) Stat(name string) (fs.FileInfo, error)      { return o.MapFS.Stat(name) }
func (o *opened) ReadFile(name string) ([]byte, error)       { return o.MapFS.ReadFile(name) }
func (o *opened) ReadDir(name string) ([]fs.DirEntry, error) { return o.MapFS.ReadDir(name) }

func TestRegular(t *testing.T) {
	of := &opened{MapFS: fstest.MapFS{
		"a/file": {Data: []byte("x")}, "pipe": {Mode: fs.ModeNamedPipe}, "socket": {Mode: fs.ModeSocket}, "device": {Mode: fs.ModeDevice | fs.ModeCharDevice},
	}}
	fsys := Regular(of)
	for name, says := range map[string]string{"pipe": "a named pipe", "socket": "a socket", "device": "a device"} {
		_, err := fs.ReadFile(fsys, name)
		_, opening := fsys.Open(name)
		for _, err := range []error{err, opening} {
			if err == nil || !strings.Contains(err.Error(), name+": it is "+says) {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	if len(of.list) > 0 {
		t.Errorf("opened %v", of.list)
	}
	if data, err := fs.ReadFile(fsys, "a/file"); err != nil || string(data) != "x" {
		t.Errorf("%q, %v", data, err)
	}
	if _, err := fs.ReadFile(fsys, "none"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
	if entries, err := fs.ReadDir(fsys, "."); err != nil || len(entries) != 4 {
		t.Errorf("%v, %v", entries, err)
	}
}
