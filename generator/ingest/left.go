package ingest

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
)

// leftFile keeps the lines that were left out of pages, by outlet, since no
// article holds them any more: a page that comes alone later would bring them
// in. It may be deleted at any time.
const leftFile = ".parallax/lines.json"

// recallLeft returns the lines that earlier runs left out. A file that cannot
// be read holds none, and so does a desk without a site.
func recallLeft(root *os.Root) map[string]*lines {
	pages := map[string]*lines{}
	if root == nil {
		return pages
	}
	var kept map[string][]string
	data, err := root.ReadFile(leftFile)
	if err != nil || json.Unmarshal(data, &kept) != nil {
		return pages
	}
	for outlet, list := range kept {
		pages[outlet] = &lines{}
		for _, line := range list {
			pages[outlet].leave(line)
		}
	}
	return pages
}

// Close remembers what the desk learned of outlets' pages.
func (d *Desk) Close() error {
	kept := map[string][]string{}
	for key, page := range d.pages {
		if name, isHost := strings.CutPrefix(key, "//"); isHost {
			o := d.outletAt(name)
			if o == nil {
				continue
			}
			key = o.ID
		}
		if len(page.left) > 0 {
			kept[key] = slices.AppendSeq(kept[key], maps.Keys(page.left))
			slices.Sort(kept[key])
		}
	}
	if d.rules.Dry || len(kept) == 0 {
		return nil
	}
	data, err := json.MarshalIndent(kept, "", "\t")
	if err == nil {
		err = d.root.Mkdir(path.Dir(leftFile), 0o755)
	}
	if err == nil || errors.Is(err, fs.ErrExist) {
		err = d.root.WriteFile(leftFile, append(data, '\n'), 0o644)
	}
	if err != nil {
		return fmt.Errorf("remember what was left out of pages: %w", err)
	}
	return nil
}
