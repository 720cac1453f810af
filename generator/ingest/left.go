package ingest

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"parallax/generator/ingest/keep"
)

// leftFile keeps the lines that were left out of pages, by outlet, since no
// article holds them any more: a page that comes alone later would bring them
// in.
const leftFile = ".parallax/lines.json"

// recallLeft returns the lines that earlier runs left out. A file that is damaged
// holds none, which the error says, and a desk without a site has none.
func recallLeft(root *os.Root) (map[string]*lines, error) {
	pages := map[string]*lines{}
	if root == nil {
		return pages, nil
	}
	var kept map[string][]string
	if found, err := keep.Read(root, leftFile, &kept); !found {
		return pages, err
	}
	for outlet, list := range kept {
		pages[outlet] = &lines{}
		for _, line := range list {
			pages[outlet].leave(line)
		}
	}
	return pages, nil
}

// Damage says that what earlier runs knew could not be read; nil if it could.
func (d *Desk) Damage() error { return d.damage }

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
	if err := keep.Write(d.root, leftFile, kept); err != nil {
		return fmt.Errorf("remember what was left out of pages: %w", err)
	}
	return nil
}
