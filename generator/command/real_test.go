//go:build unix && !race

package command_test

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"parallax/generator/evaluate/dataset"
)

// TestRealReports runs testdata/real: sites made from published data sets, in
// full and as they are. The race detector would make minutes of it, and memory
// is counted as Linux does.
func TestRealReports(t *testing.T) {
	mixed, freedomEdge := dataset.Path(t, "events/mixed.jsonl"), dataset.Path(t, "freedom-edge")
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/real",
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("SOURCE_DATE_EPOCH", "1798761600") // 2027-01-01
			return os.WriteFile(filepath.Join(env.WorkDir, "config.toml"), []byte("title = \"Real\"\nbase_url = \"https://example.org/\"\n"), 0o644)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"mixed": func(ts *testscript.TestScript, _ bool, _ []string) { writeMixed(ts, mixed) },
			"edge":  func(ts *testscript.TestScript, _ bool, _ []string) { writeFreedomEdge(ts, freedomEdge) },
			"peak":  peak,
			"event": eventHas,
			"pages": pagesWithin,
		},
	})
}

var notSlug = regexp.MustCompile(`[^a-z0-9]+`)

// slug returns an id for an outlet's name.
func slug(name string) string {
	if s := strings.Trim(notSlug.ReplaceAllString(strings.ToLower(name), "-"), "-"); s != "" {
		return s
	}
	return "unknown"
}

// write writes a file of the site and the file of its outlet.
func write(ts *testscript.TestScript, outlet, id, article string) {
	for name, data := range map[string]string{
		"content/outlets/" + slug(outlet) + ".md": fmt.Sprintf("+++\nname = %s\n+++\n", quoted(slug(outlet))),
		"content/articles/" + id + ".md":          article,
	} {
		name = ts.MkAbs(name)
		ts.Check(os.MkdirAll(filepath.Dir(name), 0o755))
		ts.Check(os.WriteFile(name, []byte(data), 0o644))
	}
}

// quoted returns a TOML string.
func quoted(s string) string {
	data, err := json.Marshal(s)
	if err != nil {
		panic(err)
	}
	return string(data)
}

// writeMixed makes a site of the 1,270 articles of a data set.
func writeMixed(ts *testscript.TestScript, file string) {
	f, err := os.Open(file)
	ts.Check(err)
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var a struct{ ID, Title, Text, Outlet, URL, Language, Date string }
		ts.Check(json.Unmarshal(lines.Bytes(), &a))
		var b strings.Builder
		fmt.Fprintf(&b, "+++\ntitle = %s\noutlet = %q\nlanguage = %q\n", quoted(cmp.Or(strings.TrimSpace(a.Title), a.ID)), slug(a.Outlet), a.Language)
		if len(a.Date) >= 10 {
			fmt.Fprintf(&b, "date = %s\n", a.Date[:10])
		}
		if a.Text == "" {
			fmt.Fprintln(&b, "excerpt = true")
		}
		fmt.Fprintf(&b, "+++\n\n%s\n", a.Text)
		write(ts, a.Outlet, a.ID, b.String())
	}
	ts.Check(lines.Err())
}

// labels are the keys of the data set that a site does not have.
var labels = regexp.MustCompile(`(?m)^(country|kind|true_event) = .*\n`)

// writeFreedomEdge makes a site of eleven reports.
func writeFreedomEdge(ts *testscript.TestScript, folder string) {
	files, err := filepath.Glob(filepath.Join(folder, "[a-z]*.md"))
	ts.Check(err)
	for _, file := range files {
		data, err := os.ReadFile(file)
		ts.Check(err)
		article := labels.ReplaceAllString(string(data), "")
		outlet := regexp.MustCompile(`outlet = '(.*)'`).FindStringSubmatch(article)[1]
		write(ts, outlet, strings.TrimSuffix(filepath.Base(file), ".md"), strings.Replace(article, "outlet = '"+outlet+"'", "outlet = '"+slug(outlet)+"'", 1))
	}
}

// peak runs the program and fails if it takes more memory: peak MB ARGS...
func peak(ts *testscript.TestScript, _ bool, args []string) {
	most, err := strconv.ParseInt(args[0], 10, 64)
	ts.Check(err)
	c := exec.Command("parallax", args[1:]...)
	c.Dir = ts.MkAbs(".")
	c.Env = append(os.Environ(), "SOURCE_DATE_EPOCH="+ts.Getenv("SOURCE_DATE_EPOCH"))
	out, err := c.CombinedOutput()
	text := strings.Split(strings.TrimSpace(string(out)), "\n")
	ts.Logf("%s", strings.Join(text[max(0, len(text)-30):], "\n"))
	ts.Check(err)
	if usage, ok := c.ProcessState.SysUsage().(*syscall.Rusage); ok && usage.Maxrss > most<<10 {
		ts.Fatalf("took %d MB of memory, more than %d", usage.Maxrss>>10, most)
	}
}

// eventHas fails unless one event has exactly the articles: event ID...
func eventHas(ts *testscript.TestScript, _ bool, articles []string) {
	lock := ts.ReadFile("events.lock")
	var b strings.Builder
	for _, a := range articles {
		fmt.Fprintf(&b, "  %q,\n", a)
	}
	if !strings.Contains(lock, " = [\n"+b.String()+"]\n") {
		ts.Fatalf("no event has these articles and no others: %q\n%s", articles, lock)
	}
}

// pagesWithin fails if a page of the site is larger, however many reports its
// event has: pages BYTES.
func pagesWithin(ts *testscript.TestScript, _ bool, args []string) {
	most, err := strconv.ParseInt(args[0], 10, 64)
	ts.Check(err)
	ts.Check(filepath.WalkDir(ts.MkAbs("public"), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".html" {
			return err
		}
		info, err := entry.Info()
		if err == nil && info.Size() > most {
			err = fmt.Errorf("%s has %d bytes, more than %d", path, info.Size(), most)
		}
		return err
	}))
}
