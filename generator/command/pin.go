package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strconv"

	"github.com/BurntSushi/toml"
	"github.com/goccy/go-yaml"

	"parallax/generator/corpus"
	"parallax/generator/diag"
	"parallax/generator/stages"
)

// writePins writes event = "slug" into the front matter of the articles of
// every event with two reports or more that are not pinned yet.
func (r *run) writePins(ctx context.Context, w *stages.Work) error {
	byID := map[string]*corpus.Article{}
	for i := range w.Corpus.Articles {
		byID[w.Corpus.Articles[i].ID] = &w.Corpus.Articles[i]
	}
	pinned := 0
	for _, e := range w.Grouping.Events {
		for _, m := range e.Members {
			a := byID[m.Article]
			if len(e.Members) < 2 || a == nil || a.Event != "" || a.Withheld != nil {
				continue
			}
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := pinFile(r.root, a.File, e.Slug); err != nil {
				return fmt.Errorf("pin %s: %w", a.File, err)
			}
			pinned++
		}
	}
	r.console.result("%s pinned", diag.Count(pinned, "article"))
	return nil
}

// pinFile adds the pin to a file, by way of a new file that takes its place.
func pinFile(root *os.Root, name, slug string) error {
	data, err := root.ReadFile(name)
	if err != nil {
		return err
	}
	info, err := root.Stat(name)
	if err != nil {
		return err
	}
	pinned, err := addPin(data, slug)
	if err != nil {
		return err
	}
	temporary := name + ".new"
	if err := root.WriteFile(temporary, pinned, info.Mode().Perm()); err != nil {
		return errors.Join(err, ignoreMissing(root.Remove(temporary)))
	}
	return root.Rename(temporary, name)
}

func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// addPin returns a file's bytes with the pin as the last of the plain keys of
// its front matter and all other bytes as they were.
func addPin(data []byte, slug string) ([]byte, error) {
	start := len(data) - len(bytes.TrimPrefix(data, []byte("\ufeff")))
	fence, rest, ok := bytes.Cut(data[start:], []byte("\n"))
	if !ok {
		return nil, errors.New("there is no front matter")
	}
	ending := "\n"
	if bytes.HasSuffix(fence, []byte("\r")) {
		ending = "\r\n"
	}
	fence = bytes.TrimSpace(fence)
	line := "event = " + strconv.Quote(slug) + ending
	switch string(fence) {
	case "+++":
	case "---":
		line = "event: " + strconv.Quote(slug) + ending
	default:
		return nil, errors.New("there is no front matter")
	}
	for at := len(data) - len(rest); at < len(data); {
		next, _, _ := bytes.Cut(data[at:], []byte("\n"))
		text := bytes.TrimSpace(next)
		if bytes.Equal(text, fence) || string(fence) == "+++" && isTable(text) {
			if err := checkPin(fence, append(bytes.Clone(data[len(data)-len(rest):at]), line...), slug); err != nil {
				return nil, err
			}
			return bytes.Join([][]byte{data[:at], []byte(line), data[at:]}, nil), nil
		}
		at += len(next) + 1
	}
	return nil, errors.New("the front matter does not end")
}

// checkPin makes sure that the keys up to the pin are read as meant, lest the
// pin landed inside a string of several lines.
func checkPin(fence, keys []byte, slug string) error {
	var front struct {
		Event string `toml:"event" yaml:"event"`
	}
	var err error
	if string(fence) == "+++" {
		err = toml.Unmarshal(keys, &front)
	} else {
		err = yaml.Unmarshal(keys, &front)
	}
	if err != nil || front.Event != slug {
		return errors.New("its front matter is too unusual to pin; add the key event by hand")
	}
	return nil
}

// isTable reports whether a line of TOML begins a table such as [licence].
func isTable(line []byte) bool {
	if len(line) < 3 || line[0] != '[' {
		return false
	}
	name := bytes.TrimRight(bytes.TrimLeft(line, "["), "]")
	return bytes.HasSuffix(line, []byte("]")) && !bytes.ContainsAny(name, "\"',[] ")
}
