package ingest

import (
	"fmt"

	"parallax/generator/corpus"
)

// keepEarlier keeps the file that will be replaced beside it, as the package
// corpus has it.
func (d *Desk) keepEarlier(t *Taken) error {
	for n := 1; ; n++ {
		if t.Earlier = corpus.EarlierFile(t.File, n); !d.exists(t.Earlier) {
			break
		}
	}
	d.files[t.Earlier] = true
	if d.rules.Dry {
		return nil
	}
	old, err := d.root.ReadFile(t.File)
	if err != nil {
		return fmt.Errorf("keep the earlier version of %s: %w", t.File, err)
	}
	return d.write(t.Earlier, old)
}
