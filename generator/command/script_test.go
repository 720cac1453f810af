package command_test

import (
	"archive/zip"
	"cmp"
	"context"
	"database/sql"
	"flag"
	"fmt"
	"html"
	"io"
	"io/fs"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"parallax/generator/command"
)

var update = flag.Bool("update", false, "record what the scripts compare with anew")

// TestMain lets the scripts run the program itself. Under the race detector they run
// it as it is released: they start it some nine hundred times, each of which took
// five times as long, and the tests of the packages look for races by then.
func TestMain(m *testing.M) {
	if !raced {
		testscript.Main(m, map[string]func(){"parallax": func() {
			ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
			code := command.Run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
			stop()
			os.Exit(code)
		}})
		return
	}
	os.Exit(withProgram(m))
}

// withProgram runs the tests with a program on their path that was built for them.
func withProgram(m *testing.M) int {
	dir, err := os.MkdirTemp("", "parallax-test-")
	if err == nil {
		defer os.RemoveAll(dir)
		var said []byte
		if said, err = exec.Command("go", "build", "-o", filepath.Join(dir, "parallax"), "..").CombinedOutput(); err != nil {
			err = fmt.Errorf("build the program for the scripts: %w\n%s", err, said)
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	os.Setenv("PATH", dir+string(filepath.ListSeparator)+os.Getenv("PATH"))
	return m.Run()
}

// TestScripts runs testdata/script, each script in a folder of its own with
// the site of testdata/site in site/.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireUniqueNames:  true,
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("SOURCE_DATE_EPOCH", "1767225600") // 2026-01-01
			if err := os.CopyFS(filepath.Join(env.WorkDir, "exports"), os.DirFS("../ingest/press/testdata")); err != nil {
				return err
			}
			return os.CopyFS(filepath.Join(env.WorkDir, "site"), os.DirFS("testdata/site"))
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"code":   exitCode,
			"edit":   edit,
			"named":  named,
			"tree":   tree,
			"until":  until,
			"damage": damage,
			"web":    web,
			"feeds":  feeds,
			"asked":  asked,
			"asks":   asks,
			"puts":   puts,
			"pack":   pack,
			"word":   word,
		},
	})
}

// exitCode runs a program and checks how it ends: code 2 parallax build x.
func exitCode(ts *testscript.TestScript, neg bool, args []string) {
	err := ts.Exec(args[1], args[2:]...)
	got := 0
	if exit, ok := err.(interface{ ExitCode() int }); ok {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if (fmt.Sprint(got) == args[0]) == neg {
		ts.Fatalf("exit code is %d", got)
	}
}

// named checks that check, doctor and build alike warn of things in the folder
// "site", and that these are errors under --strict: named FILE, with a pattern of
// a warning in each line.
func named(ts *testscript.TestScript, _ bool, args []string) {
	patterns := strings.Split(strings.TrimSpace(ts.ReadFile(args[0])), "\n")
	for _, run := range [][]string{{"check"}, {"doctor"}, {"build", "--strict"}} {
		err := ts.Exec("parallax", append(run, "--site", "site")...)
		if failed := err != nil; failed != (len(run) > 1) {
			ts.Fatalf("%s: failed %v", strings.Join(run, " "), failed)
		}
		for _, pattern := range patterns {
			if !regexp.MustCompile(pattern).MatchString(ts.ReadFile("stderr")) {
				ts.Fatalf("%s does not say %s", strings.Join(run, " "), pattern)
			}
		}
	}
}

// edit replaces a text in a file: edit FILE OLD NEW, with \\n for a new line.
func edit(ts *testscript.TestScript, _ bool, args []string) {
	before := ts.ReadFile(args[0])
	if !strings.Contains(before, args[1]) {
		ts.Fatalf("%s has no %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.ReplaceAll(before, args[1], strings.ReplaceAll(args[2], `\n`, "\n"))), 0o644))
}

// tree checks that two folders hold the same, manifests and all: tree A B.
func tree(ts *testscript.TestScript, neg bool, args []string) {
	a, b := snapshot(ts, args[0]), snapshot(ts, args[1])
	var different []string
	for name, data := range a {
		if other, found := b[name]; !found || other != data {
			different = append(different, name)
		}
	}
	for name := range b {
		if _, found := a[name]; !found {
			different = append(different, name)
		}
	}
	if len(a) == 0 {
		ts.Fatalf("%s is empty", args[0])
	}
	if (len(different) > 0) != neg {
		ts.Fatalf("different in %s and %s: %q", args[0], args[1], different)
	}
}

func snapshot(ts *testscript.TestScript, dir string) map[string]string {
	files := map[string]string{}
	root := os.DirFS(ts.MkAbs(dir))
	ts.Check(fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		data, err := fs.ReadFile(root, name)
		files[name] = info.Mode().String() + string(data)
		return err
	}))
	return files
}

// patience is how long a script waits for something to happen.
const patience = 30 * time.Second

// until asks a preview until its answer has a text: until LOG PATH TEXT. The
// address is the one that the preview printed to the file LOG.
func until(ts *testscript.TestScript, _ bool, args []string) {
	var body string
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		var err error
		if body, err = ask(ts, args[0], args[1]); err == nil && strings.Contains(body, args[2]) {
			return
		}
	}
	ts.Fatalf("%s does not come to hold %q; it is\n%s", args[1], args[2], body)
}

// ask returns the answer of a preview; an error while it is not there yet.
func ask(ts *testscript.TestScript, log, path string) (string, error) {
	data, err := os.ReadFile(ts.MkAbs(log))
	if err != nil {
		return "", err
	}
	_, after, found := strings.Cut(string(data), "the preview is at ")
	address, _, whole := strings.Cut(after, "/ (")
	if !found || !whole {
		return "", fmt.Errorf("no address in %s yet", log)
	}
	answer, err := http.Get(address + path)
	if err != nil {
		return "", err
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	return string(body), err
}

// web serves a folder on this computer until the script ends: web DIR. The
// address is in $WEB, and stands in the files where they say {WEB}; the paths
// asked for are in the file web.log.
func web(ts *testscript.TestScript, _ bool, args []string) {
	log, err := os.Create(ts.MkAbs("web.log"))
	ts.Check(err)
	var address string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := filepath.Join(ts.MkAbs(args[0]), filepath.FromSlash(r.URL.Path))
		data, err := os.ReadFile(name)
		info, statErr := os.Stat(name)
		if err != nil || statErr != nil {
			fmt.Fprintln(log, r.URL.Path, "not found")
			http.NotFound(w, r)
			return
		}
		fmt.Fprintln(log, r.URL.Path, cmp.Or(r.Header.Get("If-Modified-Since"), "new"))
		body := strings.ReplaceAll(string(data), "{WEB}", address)
		http.ServeContent(w, r, r.URL.Path, info.ModTime(), strings.NewReader(body))
	}))
	address = server.URL
	ts.Setenv("WEB", address)
	ts.Defer(func() {
		server.Close()
		log.Close()
	})
}

// feeds writes feeds on $WEB into the file of an outlet: feeds FILE PATH...
func feeds(ts *testscript.TestScript, _ bool, args []string) {
	var list []string
	for _, path := range args[1:] {
		list = append(list, fmt.Sprintf("%q", ts.Getenv("WEB")+path))
	}
	edit(ts, false, []string{args[0], "+++\nname", "+++\nfeeds = [" + strings.Join(list, ", ") + "]\nname"})
}

// asked waits until a path was asked for so often: asked PATH TIMES.
func asked(ts *testscript.TestScript, _ bool, args []string) {
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if fmt.Sprint(strings.Count(ts.ReadFile("web.log"), args[0]+" ")) == args[1] {
			return
		}
	}
	ts.Fatalf("%s was not asked for %s times:\n%s", args[0], args[1], ts.ReadFile("web.log"))
}

// puts puts every question of SQL that a page of the manual shows to a database, each
// of which has an answer: puts DATABASE PAGE NUMBER-OF-QUESTIONS.
func puts(ts *testscript.TestScript, _ bool, args []string) {
	page, err := os.ReadFile(filepath.Join(docs, "content/pages", args[1]))
	ts.Check(err)
	db, err := sql.Open("sqlite", "file:"+ts.MkAbs(args[0])+"?mode=ro")
	ts.Check(err)
	defer db.Close()
	questions := regexp.MustCompile("(?ms)^```sql\n(.*?)^```$").FindAllStringSubmatch(string(page), -1)
	for _, question := range questions {
		rows, err := db.Query(question[1])
		ts.Check(err)
		if !rows.Next() {
			ts.Fatalf("no row answers %s%v", question[1], rows.Err())
		}
		ts.Check(rows.Close())
	}
	if fmt.Sprint(len(questions)) != args[2] {
		ts.Fatalf("%d questions", len(questions))
	}
}

// asks asks a database questions: asks DATABASE FILE, with a question of SQL in each
// line and the answer in the next, cells with | between and rows with a blank.
func asks(ts *testscript.TestScript, _ bool, args []string) {
	db, err := sql.Open("sqlite", "file:"+ts.MkAbs(args[0])+"?mode=ro")
	ts.Check(err)
	defer db.Close()
	lines := strings.Split(strings.TrimSpace(ts.ReadFile(args[1])), "\n")
	for i := 0; i+1 < len(lines); i += 2 {
		rows, err := db.Query(lines[i])
		ts.Check(err)
		names, err := rows.Columns()
		ts.Check(err)
		var answer []string
		for rows.Next() {
			cells, into := make([]sql.NullString, len(names)), make([]any, len(names))
			for n := range cells {
				into[n] = &cells[n]
			}
			ts.Check(rows.Scan(into...))
			var row []string
			for _, cell := range cells {
				row = append(row, cell.String)
			}
			answer = append(answer, strings.Join(row, "|"))
		}
		ts.Check(rows.Err())
		if got := strings.Join(answer, " "); got != lines[i+1] {
			ts.Fatalf("%s\nis %s\nnot %s", lines[i], got, lines[i+1])
		}
	}
}

// pack packs files into one: pack FILE.zip NAME...
func pack(ts *testscript.TestScript, _ bool, args []string) {
	packed := map[string]string{}
	for _, name := range args[1:] {
		packed[name] = ts.ReadFile(name)
	}
	writeZip(ts, args[0], packed)
}

// word writes the lines of a text into a file of Word: word FILE.docx TEXT.
func word(ts *testscript.TestScript, _ bool, args []string) {
	var b strings.Builder
	for line := range strings.Lines(ts.ReadFile(args[1])) {
		b.WriteString("<w:p><w:r><w:t>" + html.EscapeString(strings.TrimSpace(line)) + "</w:t></w:r></w:p>")
	}
	writeZip(ts, args[0], map[string]string{"word/document.xml": `<w:document xmlns:w="x"><w:body>` + b.String() + "</w:body></w:document>"})
}

func writeZip(ts *testscript.TestScript, name string, files map[string]string) {
	f, err := os.Create(ts.MkAbs(name))
	ts.Check(err)
	defer f.Close()
	packed := zip.NewWriter(f)
	for _, inner := range slices.Sorted(maps.Keys(files)) {
		w, err := packed.Create(inner)
		ts.Check(err)
		_, err = io.WriteString(w, files[inner])
		ts.Check(err)
	}
	ts.Check(packed.Close())
}

// damage flips a bit in every file below a folder: damage DIR.
func damage(ts *testscript.TestScript, _ bool, args []string) {
	n := 0
	ts.Check(filepath.WalkDir(ts.MkAbs(args[0]), func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		data[len(data)/2] ^= 1
		n++
		return os.WriteFile(name, data, 0o644)
	}))
	if n == 0 {
		ts.Fatalf("%s is empty", args[0])
	}
}
