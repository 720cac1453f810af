package command

import (
	"errors"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"parallax"
	"parallax/generator/scaffold"
)

// A step is a step of an action or of a workflow's job.
type step struct {
	Name string `yaml:"name"`
	If   string `yaml:"if"`
	Uses string `yaml:"uses"`
	Run  string `yaml:"run"`
}

// TestAction runs the scripts of action.yml as GitHub does.
func TestAction(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("there is no bash")
	}
	data, err := os.ReadFile("../../action.yml")
	if err != nil {
		t.Fatal(err)
	}
	var action struct {
		Runs struct {
			Steps []step `yaml:"steps"`
		} `yaml:"runs"`
	}
	if err := yaml.Unmarshal(data, &action); err != nil {
		t.Fatal(err)
	}
	program, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	temp := t.TempDir()
	dir := filepath.Join(temp, "site")
	if err := newSite(&console{out: &strings.Builder{}, err: os.Stderr}, dir, scaffold.Options{}); err != nil {
		t.Fatal(err)
	}
	run := func(command string) string {
		for _, s := range action.Runs.Steps {
			if s.Run == "" {
				continue
			}
			c := exec.Command(bash, "-eo", "pipefail", "-c", s.Run)
			c.Env = append(os.Environ(), "RUNNER_TEMP="+temp, "GITHUB_PATH="+filepath.Join(temp, "path"), "GITHUB_OUTPUT="+filepath.Join(temp, "output"),
				"PROGRAM="+program, "SITE="+dir, "COMMAND="+command, "BASE=https://someone.github.io/lake", "STRICT=true",
				"PATH="+filepath.Join(temp, "parallax")+string(filepath.ListSeparator)+os.Getenv("PATH"))
			if out, err := c.CombinedOutput(); err != nil {
				t.Fatalf("%s: %v\n%s", s.Name, err, out)
			} else if s.Name == "Run Parallax" {
				return string(out)
			}
		}
		t.Fatal("action.yml runs nothing")
		return ""
	}
	if out := run("build"); !strings.Contains(out, "nothing is wrong") || !strings.Contains(out, " written, 0 kept") {
		t.Errorf("got %s", out)
	}
	missing, err := os.ReadFile(filepath.Join(dir, "public", "404.html"))
	if err != nil || !strings.Contains(string(missing), `"/lake/assets/`) {
		t.Errorf("the address is not that of the action: %v", err)
	}
	if out := run("group"); !strings.Contains(out, "mill-lake") {
		t.Errorf("got %s", out)
	}
}

// pinned matches an action of this repository, or one of others at a commit: what
// a tag leads to can be changed by whoever takes the other repository over.
var pinned = regexp.MustCompile(`^\./|@[0-9a-f]{40}$`)

// TestActionsArePinned demands a commit for every action that is used.
func TestActionsArePinned(t *testing.T) {
	files, err := filepath.Glob("../../.github/workflows/*.yml")
	begun, err2 := filepath.Glob("../scaffold/site/.github/workflows/*.yml")
	template, err3 := filepath.Glob("../../docs/template/.github/workflows/*.yml")
	if err := errors.Join(err, err2, err3); err != nil || len(files) == 0 || len(begun) == 0 || len(template) == 0 {
		t.Fatal(files, begun, template, err)
	}
	uses := regexp.MustCompile(`\buses: ([^\s}#]+)`)
	for _, name := range slices.Concat(files, begun, template, []string{"../../action.yml"}) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, use := range uses.FindAllStringSubmatch(string(data), -1) {
			if !pinned.MatchString(use[1]) {
				t.Errorf("%s: %s has no commit", name, use[1])
			}
		}
	}
}

// TestWorkflows demands that pull requests publish nothing, that no workflow has
// rights as a whole but to read, and that the job which runs what stands in a pull
// request may change nothing.
func TestWorkflows(t *testing.T) {
	files, err := scaffold.Site(parallax.Demonstration, scaffold.Options{Name: "site"})
	if err != nil {
		t.Fatal(err)
	}
	own, err := filepath.Glob("../../.github/workflows/*.yml")
	if err != nil || len(own) == 0 {
		t.Fatal("no workflows", err)
	}
	for _, name := range own {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, scaffold.File{Path: name, Data: data})
	}
	held := 0
	for _, f := range files {
		if filepath.Dir(f.Path) != ".github/workflows" {
			continue
		}
		var w struct {
			Permissions map[string]string `yaml:"permissions"`
			Jobs        map[string]struct {
				If          string            `yaml:"if"`
				Permissions map[string]string `yaml:"permissions"`
				Steps       []step            `yaml:"steps"`
			} `yaml:"jobs"`
		}
		if err := yaml.Unmarshal(f.Data, &w); err != nil {
			t.Errorf("%s: %v", f.Path, err)
		}
		if w.Permissions == nil || slices.Contains(slices.Collect(maps.Values(w.Permissions)), "write") {
			t.Errorf("%s: every job has the rights %v", f.Path, w.Permissions)
		}
		for name, job := range w.Jobs {
			if strings.Contains(string(f.Data), "pull_request:") && job.If == "" && slices.Contains(slices.Collect(maps.Values(job.Permissions)), "write") {
				t.Errorf("%s: job %s runs what stands in a pull request with the rights %v", f.Path, name, job.Permissions)
			}
			for _, s := range job.Steps {
				held++
				sends := strings.Contains(s.Uses, "pages")
				if sends && !strings.Contains(job.If+s.If, "github.event_name != 'pull_request'") {
					t.Errorf("%s: job %s publishes pull requests with %s", f.Path, name, s.Uses)
				}
				if strings.Contains(s.Run, "${{") {
					t.Errorf("%s: job %s puts text from outside into a script: %s", f.Path, name, s.Run)
				}
			}
		}
	}
	if held < 10 {
		t.Errorf("only %d steps", held)
	}
}

// TestReportsWorkflow runs what finds addresses in an issue.
func TestReportsWorkflow(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("there is no bash")
	}
	data, err := os.ReadFile("../scaffold/site/.github/workflows/reports.yml")
	if err != nil {
		t.Fatal(err)
	}
	var w struct {
		Jobs map[string]struct {
			Steps []step `yaml:"steps"`
		} `yaml:"jobs"`
	}
	if err := yaml.Unmarshal(data, &w); err != nil {
		t.Fatal(err)
	}
	find := ""
	for _, s := range w.Jobs["reports"].Steps {
		if s.Name == "Find the addresses" {
			find = s.Run
		}
	}
	temp := t.TempDir()
	for _, c := range []struct{ body, want string }{
		{"### Addresses\n\nhttps://b.example/1?x=1&y=2\r\n<https://a.example/one>, [that](http://c.example/two)", "http://c.example/two\nhttps://a.example/one\nhttps://b.example/1?x=1&y=2\n"},
		{"https://a.example/$(touch x)`y`\"", "https://a.example/$\n"},
		{"nothing", ""},
	} {
		command := exec.Command(bash, "-eo", "pipefail", "-c", find)
		command.Env = append(os.Environ(), "RUNNER_TEMP="+temp, "BODY="+c.body, "LC_ALL=C")
		out, err := command.CombinedOutput()
		got, _ := os.ReadFile(filepath.Join(temp, "addresses.txt"))
		if (err == nil) != (c.want != "") || string(got) != c.want {
			t.Errorf("%q: got %q, want %q (%v: %s)", c.body, got, c.want, err, out)
		}
	}
}
