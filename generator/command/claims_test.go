package command

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"parallax/generator/evaluate/coverage"
)

// claimEvents are events of the demonstration site of which all words may be
// shown.
func claimEvents() []string { return []string{"dock-strike", "lantern-night"} }

// TestPagesClaimWhatIsMeasured builds a site of two events and holds what its
// pages claim of who reports what, who speaks and what things are called
// against what "evaluate coverage" and "evaluate names" predict of the same
// texts: each claim of either is one of the other.
func TestPagesClaimWhatIsMeasured(t *testing.T) {
	folder := t.TempDir()
	input := claimSite(t, folder)
	predictions, named := filepath.Join(folder, "predictions.jsonl"), filepath.Join(folder, "names.jsonl")
	for _, args := range [][]string{
		{"build", "--site", folder, "--base-url", "https://example.org/"},
		{"evaluate", "coverage", input, "--predictions", predictions},
		{"evaluate", "names", input, "--predictions", named},
	} {
		var stderr bytes.Buffer
		if code := Run(t.Context(), args, strings.NewReader(""), io.Discard, &stderr); code != 0 {
			t.Fatalf("%v ends with %d: %s", args, code, stderr.String())
		}
	}
	rows := 0 // of names
	for line := range strings.Lines(readFile(t, predictions)) {
		var e coverage.Event
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatal(err)
		}
		t.Run(e.ID, func(t *testing.T) {
			c := readClaims(t, folder, e)
			c.check()
			rows += c.checkNames(named)
		})
	}
	if rows == 0 {
		t.Error("no event has a naming table")
	}
}

// claimSite makes a site of the events, and a file of their texts as a data
// set has them.
func claimSite(t *testing.T, folder string) (input string) {
	t.Helper()
	content := filepath.Join("..", "..", "content")
	if err := os.CopyFS(filepath.Join(folder, "content", "outlets"), os.DirFS(filepath.Join(content, "outlets"))); err != nil {
		t.Fatal(err)
	}
	var lines bytes.Buffer
	for _, slug := range claimEvents() {
		type report struct{ ID, Outlet, Date, Text string }
		e := struct {
			ID       string
			Articles []report
		}{ID: slug}
		files, err := filepath.Glob(filepath.Join(content, "articles", slug, "*.md"))
		if err != nil || len(files) < 3 {
			t.Fatalf("%s has the articles %v: %v", slug, files, err)
		}
		for _, file := range files {
			matter, body, _ := strings.Cut(strings.TrimPrefix(readFile(t, file), "+++\n"), "\n+++\n")
			name := filepath.Base(file)
			writeFile(t, filepath.Join(folder, "content", "articles", slug, name), "+++\nevent = \""+slug+"\"\n"+matter+"\n+++\n"+body)
			e.Articles = append(e.Articles, report{strings.TrimSuffix(name, ".md"), stated(t, matter, "outlet"), stated(t, matter, "date"), stated(t, matter, "title") + "\n" + oneLine(body)})
		}
		if err := json.NewEncoder(&lines).Encode(e); err != nil {
			t.Fatal(err)
		}
	}
	writeFile(t, filepath.Join(folder, "config.toml"), "title = \"Claims\"\nlanguage = \"en\"\n")
	input = filepath.Join(folder, "input.jsonl")
	writeFile(t, input, lines.String())
	return input
}

// stated returns the value of a key of front matter.
func stated(t *testing.T, matter, key string) string {
	t.Helper()
	for line := range strings.Lines(matter) {
		if value, found := strings.CutPrefix(line, key+" = "); found {
			value = strings.TrimSpace(value)
			if unquoted, err := strconv.Unquote(value); err == nil {
				return unquoted
			}
			return value
		}
	}
	t.Fatalf("no %s in %s", key, matter)
	return ""
}

// oneLine returns a body with a paragraph or item of a list on each line.
func oneLine(markdown string) string {
	var lines []string
	for block := range strings.SplitSeq(strings.ReplaceAll(markdown, "\n- ", "\n\n"), "\n\n") {
		lines = append(lines, strings.ReplaceAll(strings.Join(strings.Fields(block), " "), "*", ""))
	}
	return strings.Join(lines, "\n") + "\n"
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func writeFile(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// counted adds up the numbers that a pattern finds.
func counted(pattern, s string) int {
	sum := 0
	for _, found := range regexp.MustCompile(pattern).FindAllStringSubmatch(s, -1) {
		n, _ := strconv.Atoi(found[1]) // digits
		sum += n
	}
	return sum
}

// linked returns letter and passage of a link to a text: "read-a.html#p1s2",
// "blind-text.html#a-p1s2".
func linked(href string) string {
	file, passage, _ := strings.Cut(href, "#")
	if letter, found := strings.CutPrefix(strings.TrimSuffix(file, ".html"), "read-"); found {
		return letter + "-" + passage
	}
	return passage
}

// elements returns the elements of a name that have an attribute, if one is
// given, in order.
func elements(n *html.Node, name, key string) []*html.Node {
	var list []*html.Node
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.Data == name && (key == "" || attribute(d, key) != "") {
			list = append(list, d)
		}
	}
	return list
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// words returns the words of a node with single blanks.
func words(n *html.Node) string {
	if n.Type == html.TextNode {
		return strings.Join(strings.Fields(n.Data), " ")
	}
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
