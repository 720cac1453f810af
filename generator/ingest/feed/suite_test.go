package feed

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parallax/generator/evaluate/dataset"
)

// A suiteCase is a feed of feedparser's tests, and what it says of it.
type suiteCase struct {
	File    string            `json:"file"`
	Headers map[string]string `json:"headers"`
	Checks  []struct {
		Path  []any `json:"path"`
		Value any   `json:"value"`
	} `json:"checks"`
}

// A suiteRow counts the feeds of a folder.
type suiteRow struct{ feeds, read, checks, right int }

// TestSuite reads the feeds of feedparser's tests, and holds what was read to
// what feedparser says of links and titles. Feeds that are not read are CDF,
// and what was cut off, empty or none on purpose.
func TestSuite(t *testing.T) {
	folder := dataset.Path(t, "suites/feedparser")
	list, err := os.Open(filepath.Join(folder, "expect.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer list.Close()
	rows := map[string]*suiteRow{}
	lines := bufio.NewScanner(list)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var c suiteCase
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(filepath.Join(folder, c.File))
		if err != nil {
			t.Fatal(err)
		}
		name, _, _ := strings.Cut(c.File, "/")
		if rows[name] == nil {
			rows[name] = &suiteRow{}
		}
		suiteFeed(t, rows[name], c, data)
	}
	t.Log("folder: feeds, read, checks, right")
	for _, floor := range []struct {
		folder      string
		read, right int
	}{{"wellformed", 1734, 76}, {"illformed", 18, 1}, {"encoding", 82, 0}, {"entities", 256, 3}, {"json", 1, 0}} {
		row := rows[floor.folder]
		t.Log(floor.folder, *row)
		if row.read < floor.read || row.right < floor.right {
			t.Errorf("%s: %d read and %d right, and it was %d and %d", floor.folder, row.read, row.right, floor.read, floor.right)
		}
	}
}

// suiteFeed reads one feed and counts what is right.
func suiteFeed(t *testing.T, row *suiteRow, c suiteCase, data []byte) {
	row.feeds++
	stated := ""
	for key, value := range c.Headers {
		if strings.EqualFold(key, "content-type") {
			stated = value
		}
	}
	if _, err := Read(data, "http://127.0.0.1:8097/"+c.File, stated); err != nil {
		t.Logf("not read: %s: %v", c.File, err)
		return
	}
	items, err := readFeed(decode(data, stated)) // those without an address too
	if err != nil {
		t.Log(err)
	}
	row.read++
	for _, check := range c.Checks {
		path := fmt.Sprint(check.Path...)
		if path != "entries0title" && path != "entries0link" {
			continue
		}
		row.checks++
		got := ""
		if len(items) > 0 {
			if got = fold(items[0].Title); path == "entries0link" {
				got = items[0].Address
			}
		}
		// feedparser leaves the tags of a title in it.
		if want, _ := check.Value.(string); got == fold(want) || got == fold(textOf(want)) {
			row.right++
		} else {
			t.Logf("%s: %s %q, not %q", c.File, path, got, want)
		}
	}
}

func fold(s string) string { return strings.Join(strings.Fields(s), " ") }
