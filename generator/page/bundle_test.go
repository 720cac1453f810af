package page

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"parallax/generator/address"
	"parallax/generator/file"
	"parallax/generator/lesson"
	"parallax/generator/lesson/export"
	"parallax/generator/message"
	"parallax/generator/page/class"
	"parallax/generator/rights"
)

// bundleOf returns the pack of the sample event, with its lesson changed.
func bundleOf(t testing.TB, s Site, change func(l *lesson.Lesson)) *class.Bundle {
	t.Helper()
	plan, err := newPlan(s)
	if err != nil {
		t.Fatal(err)
	}
	c, err := plan.courseOn(&s.Events[0])
	if err != nil {
		t.Fatal(err)
	}
	change(c.Lesson())
	p, err := c.Bundle(class.Wish{})
	if err != nil || p == nil {
		t.Fatalf("no pack: %v", err)
	}
	return p
}

func unchanged(*lesson.Lesson) {}

func TestBundleIsWhatTheSiteHas(t *testing.T) {
	s := classSite(t)
	p, err := MakeBundle(s, "alder-queen", class.Wish{Beside: true})
	if err != nil || p == nil {
		t.Fatalf("no pack: %v", err)
	}
	data, err := p.Zip()
	if err != nil || string(data) != render(t, s)["e/alder-queen/pack.zip"] {
		t.Errorf("the site has another pack (%v)", err)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		if f.Modified.Year() > 1980 {
			t.Errorf("%s has a time", f.Name)
		}
		names = append(names, strings.TrimPrefix(f.Name, "alder-queen/"))
	}
	if !slices.IsSorted(names) {
		t.Errorf("not in order: %s", names)
	}
	for _, f := range export.Formats() {
		if !slices.Contains(names, "teacher/"+f.File) {
			t.Errorf("%s is missing", f.File)
		}
	}
	if len(names) != len(export.Formats())+3 || !slices.Contains(names, "offline.html") {
		t.Errorf("beside the quizzes the pack has %s", names)
	}
	for _, f := range bundleOf(t, s, unchanged).Files { // what is left out stands on the site
		base := path.Base(f.Path)
		if at := slices.IndexFunc(names, func(n string) bool { return n == f.Path }); at < 0 && render(t, s)["e/alder-queen/"+base] == "" {
			t.Errorf("%s stands neither in the pack nor beside it", base)
		}
	}
	if _, err := MakeBundle(s, "nowhere", class.Wish{}); err == nil {
		t.Error("an event that is not there has a pack")
	}
}

// What pupils get is the same whatever the answers are: so it holds none.
func TestPupilsFilesHoldNoAnswers(t *testing.T) {
	s := classSite(t)
	p := bundleOf(t, s, unchanged)
	other := bundleOf(t, s, func(l *lesson.Lesson) {
		for i := range l.Exercises {
			x := &l.Exercises[i]
			x.Why, x.Models, x.Checked, x.Strength = message.New("lesson.none"), nil, "Somebody", 0.5
			for n := range x.Options {
				x.Options[n].Right, x.Options[n].Place = !x.Options[n].Right, len(x.Options)-n
			}
			for n := range x.Excerpts {
				x.Excerpts[n].Point = x.Excerpts[n].Span
			}
		}
	})
	pupils, changed := 0, 0
	for i, f := range p.Files {
		same := bytes.Equal(f.Data, other.Files[i].Data)
		switch {
		case f.Path != other.Files[i].Path:
			t.Fatalf("%s and %s", f.Path, other.Files[i].Path)
		case strings.HasPrefix(f.Path, "pupils/"):
			pupils++
			if !same {
				t.Errorf("%s depends on the answers", f.Path)
			}
		case !same:
			changed++
		}
	}
	if pupils < 2 || changed < 5 {
		t.Errorf("%d files for pupils, %d others changed", pupils, changed)
	}
}

func TestPupilsFilesHoldNoNames(t *testing.T) {
	names := regexp.MustCompile(`(?i)harbour.office|courier|evening lamp|\blamp\b|the deckhand\b|\.example|tom weller|olu brand|teacher/|key\.html`)
	pupils, teachers := 0, 0
	for _, f := range bundleOf(t, classSite(t), unchanged).Files {
		if !strings.HasPrefix(f.Path, "pupils/") && f.Path != "offline.html" {
			teachers += len(names.FindAllIndex(f.Data, -1))
			continue
		}
		pupils++
		for _, at := range names.FindAllIndex(f.Data, -1) {
			t.Errorf("%s: ...%s...", f.Path, f.Data[max(0, at[0]-60):min(len(f.Data), at[1]+60)])
		}
	}
	if pupils < 2 || teachers == 0 {
		t.Errorf("%d files for pupils; the names stand %d times in those for teachers", pupils, teachers)
	}
}

// Every page of a pack stands alone: nothing in it is loaded, every link in it
// leads to a place in it, a file beside it or, on the teacher's, to the web.
func TestBundlePagesStandAlone(t *testing.T) {
	p := bundleOf(t, classSite(t), unchanged)
	files := map[string]bool{}
	for _, f := range p.Files {
		files[f.Path] = true
	}
	for _, f := range p.Files {
		if !strings.HasSuffix(f.Path, ".html") {
			continue
		}
		if len(f.Data) > 500_000 {
			t.Errorf("%s has %d bytes", f.Path, len(f.Data))
		}
		doc, err := html.Parse(bytes.NewReader(f.Data))
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(f.Data), "<h1"); n != 1 && !strings.HasPrefix(f.Path, "pupils/slides") {
			t.Errorf("%s has %d titles", f.Path, n)
		}
		ids := map[string]bool{}
		addIDs(t, ids, f.Path, slices.Collect(doc.Descendants()))
		for n := range doc.Descendants() {
			checkAlone(t, f.Path, n, ids, files)
		}
	}
}

// checkAlone looks for what a node loads or leads to.
func checkAlone(t *testing.T, file string, n *html.Node, ids, files map[string]bool) {
	t.Helper()
	switch n.DataAtom {
	case atom.Link, atom.Script, atom.Img, atom.Iframe, atom.Object, atom.Embed, atom.Video, atom.Audio:
		t.Errorf("%s has <%s>", file, n.Data)
	case atom.Style:
		if strings.Contains(n.FirstChild.Data, "url(") || strings.Contains(n.FirstChild.Data, "@import") {
			t.Errorf("the styles of %s load something", file)
		}
	}
	to := attribute(n, "href")
	beside, fragment, found := strings.Cut(to, "#")
	switch {
	case to == "" || strings.Contains(to, ":") && strings.HasPrefix(file, "teacher/"):
	case beside == "":
		if !ids[file+"#"+fragment] || !found {
			t.Errorf("%s: %s leads nowhere", file, to)
		}
	default:
		if !files[path.Join(path.Dir(file), beside)] || strings.HasPrefix(file, "pupils/") && strings.Contains(beside, "/") {
			t.Errorf("%s: %s leads nowhere", file, to)
		}
	}
}

// The words of an article are counted in whatever format they leave the house.
func TestAuditReadsEveryExport(t *testing.T) {
	s := classSite(t)
	s.Corpus.Articles[1].Licence = ""
	a := s.Corpus.Articles[1]
	var item lesson.Item
	item.ID, item.Form, item.Prompt, item.Key = "x_1", lesson.Choice, "Which?", "a"
	item.Excerpts = []lesson.Text{{Label: "Excerpt 1", Words: a.Text}}
	item.Options = []lesson.Answer{{Words: "a", Right: true}, {Words: "b"}}
	m := &export.Material{Quiz: lesson.Quiz{Event: "alder-queen", Title: "T", Items: []lesson.Item{item}}}
	files := map[string][]byte{"readme.txt": []byte(a.Text)}
	for _, f := range export.Formats() {
		if f.Name == "kahoot" { // which has no room for as many words
			continue
		}
		data, _, err := f.Export(m)
		if err != nil {
			t.Fatal(err)
		}
		files[f.File] = data
	}
	for name, data := range files {
		for _, at := range []file.File{{Path: address.Event("alder-queen", name), Data: data}, {Path: address.Event("alder-queen", "pack.zip"), Data: zipped(t, name, data)}} {
			audit := rights.NewAudit(s.Config.Quotation, s.Corpus, s.Events)
			audit.Add(at)
			if l := audit.Report(); !l.Failed() {
				t.Errorf("the audit does not see an article in %s of %s", name, at.Path)
			}
		}
	}
}

// zipped returns a pack of one file.
func zipped(t *testing.T, name string, data []byte) []byte {
	p := &class.Bundle{Event: "alder-queen", Files: []file.File{{Path: name, Data: data}}}
	packed, err := p.Zip()
	if err != nil {
		t.Fatal(err)
	}
	return packed
}

// The texts of a pack, without the hashes.
func TestBundleTexts(t *testing.T) {
	sums := regexp.MustCompile(`(?m)^[0-9a-f]{64}  `)
	texts := map[string]string{}
	for _, f := range bundleOf(t, classSite(t), unchanged).Files {
		texts[f.Path] = sums.ReplaceAllString(string(f.Data), "HASH  ")
	}
	golden(t, "testdata/bundle.txtar", texts, []string{"readme.txt", "sha256sums.txt", "teacher/" + "quiz.gift.txt"})
}

// TestZipReads reads a pack back whole.
func TestZipReads(t *testing.T) {
	p := bundleOf(t, classSite(t), unchanged)
	data, err := p.Zip()
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil || len(z.File) != len(p.Files) {
		t.Fatalf("%v", err)
	}
	for i, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(r)
		if err != nil || !bytes.Equal(got, p.Files[i].Data) {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}
