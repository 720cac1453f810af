package feed

import (
	"bufio"
	"encoding/json"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

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
// what feedparser says of links, titles and dates. Feeds that are not read are CDF,
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
	}{{"wellformed", 1734, 101}, {"illformed", 18, 1}, {"encoding", 82, 0}, {"entities", 256, 3}, {"json", 1, 0}} {
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
	base := &url.URL{Scheme: "http", Host: "127.0.0.1:8097", Path: c.File}
	if _, err := Read(data, base.String(), stated); err != nil {
		t.Logf("not read: %s: %v", c.File, err)
		return
	}
	items, err := readFeed(decode(data, stated)) // those without an address too
	if err != nil {
		t.Log(err)
	}
	row.read++
	for _, check := range c.Checks {
		got, want, asked := suiteAnswer(items, check.Path, check.Value)
		if u, err := base.Parse(got); err == nil && check.Path[len(check.Path)-1] == "link" && got != "" {
			got = u.String()
		}
		if !asked {
			continue
		}
		row.checks++
		if got == want || got == fold(textOf(want)) { // feedparser leaves the tags of a title in it
			row.right++
		} else {
			t.Logf("%s: %v %q, not %q", c.File, check.Path, got, want)
		}
	}
}

// suiteAnswer returns what an item has and what feedparser says it has, and whether
// the check asks for a title, a link or a date of an item.
func suiteAnswer(items []Item, path []any, value any) (got, want string, asked bool) {
	if len(path) != 3 || path[0] != "entries" {
		return "", "", false
	}
	var one Item
	if n, ok := path[1].(float64); ok && int(n) < len(items) {
		one = items[int(n)]
	}
	want, _ = value.(string)
	switch path[2] {
	case "title":
		return fold(one.Title), fold(want), true
	case "link":
		return one.Address, want, true
	case "published_parsed":
		return figuresOf(one.Date), suiteMoment(value), true
	case "published":
		return figuresOf(one.Date), figuresOf(readMoment(want).at), true
	case "updated_parsed", "created_parsed":
		return figuresOf(one.Changed), suiteMoment(value), true
	case "updated", "created":
		return figuresOf(one.Changed), figuresOf(readMoment(want).at), true
	}
	return "", "", false
}

// figuresOf returns a moment in UTC to the second, and suiteMoment one that
// feedparser gives as a list of figures.
func figuresOf(at time.Time) string { return at.UTC().Format(time.DateTime) }

func suiteMoment(value any) string {
	list, _ := value.([]any)
	var n [6]int
	for i := range min(len(n), len(list)) {
		f, _ := list[i].(float64)
		n[i] = int(f)
	}
	return figuresOf(time.Date(n[0], time.Month(n[1]), n[2], n[3], n[4], n[5], 0, time.UTC))
}

func fold(s string) string { return strings.Join(strings.Fields(s), " ") }
