package command

import (
	"os"
	"os/exec"
	"path/filepath"
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

// TestWorkflows demands that pull requests publish nothing.
func TestWorkflows(t *testing.T) {
	files, err := scaffold.Site(parallax.Demonstration, scaffold.Options{Name: "site"})
	if err != nil {
		t.Fatal(err)
	}
	own, err := os.ReadFile("../../.github/workflows/pages.yml")
	if err != nil {
		t.Fatal(err)
	}
	files = append(files, scaffold.File{Path: ".github/workflows/pages.yml", Data: own})
	held := 0
	for _, f := range files {
		if filepath.Ext(f.Path) != ".yml" {
			continue
		}
		var w struct {
			Jobs map[string]struct {
				If    string `yaml:"if"`
				Steps []step `yaml:"steps"`
			} `yaml:"jobs"`
		}
		if err := yaml.Unmarshal(f.Data, &w); err != nil {
			t.Errorf("%s: %v", f.Path, err)
		}
		for name, job := range w.Jobs {
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
