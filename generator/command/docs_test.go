package command_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// docs are the pages of the documentation, which is a site of its own.
const docs = "../../docs/site"

// TestDocs runs what the documentation tells its readers to type. Each page
// with blocks of console is a script, run in an empty folder with three saved
// pages in saved/ and an empty repository in site.git. A line that begins with
// "$ " is a command; the lines below it must be in what it prints, where … stands
// for anything.
func TestDocs(t *testing.T) {
	pages, err := filepath.Glob(docs + "/content/pages/*.md")
	if err != nil || len(pages) < 8 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	scripts := t.TempDir()
	for _, page := range pages {
		source, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		if script := scriptOf(fence.FindAllStringSubmatch(string(source), -1)); script != "" {
			name := strings.TrimSuffix(filepath.Base(page), ".md") + ".txtar"
			if err := os.WriteFile(filepath.Join(scripts, name), []byte(script), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	testscript.Run(t, testscript.Params{
		Dir:   scripts,
		Setup: docsFolder,
		Cmds:  map[string]func(*testscript.TestScript, bool, []string){"shows": shows, "put": put},
	})
}

// docsFolder fills the folder in which a page's commands are run.
func docsFolder(env *testscript.Env) error {
	for name, value := range map[string]string{
		"HOME": env.WorkDir, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CEILING_DIRECTORIES": env.WorkDir, "SOURCE_DATE_EPOCH": "1798761600", // 2027-01-01
		"GIT_AUTHOR_NAME": "Editor", "GIT_AUTHOR_EMAIL": "editor@example.org", "GIT_COMMITTER_NAME": "Editor", "GIT_COMMITTER_EMAIL": "editor@example.org",
	} {
		env.Setenv(name, value)
	}
	return os.CopyFS(filepath.Join(env.WorkDir, "saved"), os.DirFS("testdata/docs/saved"))
}

// fence matches a block of console, or one that shows a file.
var fence = regexp.MustCompile("(?ms)^```(console|toml file=\\S+|html file=\\S+|csv file=\\S+)\n(.*?)^```$")

// scriptOf returns the commands of the blocks of a page as a script, or "".
func scriptOf(blocks [][]string) string {
	var b strings.Builder
	b.WriteString("exec git init --quiet --bare site.git\n")
	files, commands := 0, 0
	for _, block := range blocks {
		if name, isFile := strings.CutPrefix(block[1][strings.Index(block[1]+" ", " "):], " file="); isFile {
			files++
			fmt.Fprintf(&b, "put %s %s\n", name, oneWord(block[2]))
			continue
		}
		for line := range strings.Lines(block[2]) {
			line = strings.TrimSuffix(line, "\n")
			command, isCommand := strings.CutPrefix(line, "$ ")
			switch folder, isFolder := strings.CutPrefix(command, "cd "); {
			case isCommand && isFolder:
				fmt.Fprintf(&b, "cd %s\n", folder)
			case isCommand:
				commands++
				fmt.Fprintf(&b, "exec sh -c %s\n", oneWord(command))
			case line != "":
				fmt.Fprintf(&b, "shows %s\n", oneWord(line))
			}
		}
	}
	if commands+files == 0 {
		return ""
	}
	return b.String()
}

// oneWord returns a text as one word of a script, line breaks as \n.
func oneWord(s string) string {
	return "'" + strings.ReplaceAll(strings.ReplaceAll(s, "'", "''"), "\n", `\n`) + "'"
}

// shows checks that the last command printed a line: shows LINE.
func shows(ts *testscript.TestScript, _ bool, args []string) {
	printed := ts.ReadFile("stdout") + ts.ReadFile("stderr")
	pattern := "(?m)^" + strings.ReplaceAll(regexp.QuoteMeta(args[0]), "…", ".*") + "$"
	if !regexp.MustCompile(pattern).MatchString(printed) {
		ts.Fatalf("the documentation promises\n%s\nand it is\n%s", args[0], printed)
	}
}

// put writes a file: put NAME TEXT.
func put(ts *testscript.TestScript, _ bool, args []string) {
	name := ts.MkAbs(args[0])
	ts.Check(os.MkdirAll(filepath.Dir(name), 0o755))
	ts.Check(os.WriteFile(name, []byte(strings.ReplaceAll(args[1], `\n`, "\n")), 0o644))
}
