package output

import (
	"strings"
	"testing"

	"parallax/generator/file"
)

func TestLinks(t *testing.T) {
	site := tree{
		"index.html":      `<p id="top"><a class="x" href="e/a/index.html#s1">a</a> <a href="#top">up</a> <a href="mine.pdf">pdf</a>`,
		"e/a/index.html":  `<link href="../../style.css"><a href="read-a.html#p&#43;1"><a href="../../">home</a><i id='x'></i><b id="s1">`,
		"e/a/read-a.html": `<!-- <a href="nowhere.html"> --><p id="p+1" title="<a href=none>">`,
		"404.html":        `<a href="/name/e/a/">x</a> <a href="https://example.org/name/index.html">y</a> <a href="https://other.org/x">z</a> <a href="mailto:a@b.c">m</a> <img src="data:,x">`,
		"style.css":       `a{}`,
	}
	for name, c := range map[string]struct{ path, data, want string }{
		"whole":            {"x.html", ``, ""},
		"text fragment":    {"x.html", `<a href="e/a/read-a.html#:~:text=a">`, ""},
		"query":            {"x.html", `<a href="index.html?x=1#top">`, ""},
		"missing page":     {"x.html", `<a href="y.html">`, "x.html leads to y.html"},
		"single quotes":    {"x.html", `<a href='y.html'>`, "x.html leads to y.html"},
		"no quotes":        {"x.html", `<a href=y.html>`, "x.html leads to y.html"},
		"id in no quotes":  {"x.html", `<a href=#x><p id=x>`, ""},
		"capital letters":  {"x.html", `<A HREF="y.html">`, "x.html leads to y.html"},
		"in a script":      {"x.html", `<script>a<b; "<a href='y.html'>"</script>`, ""},
		"missing script":   {"e/x.html", `<script src="y.js"></script>`, "e/x.html leads to e/y.js"},
		"missing id":       {"x.html", `<a href="e/a/index.html#s2">`, "x.html leads to e/a/index.html#s2"},
		"missing own id":   {"x.html", `<a href="#s2">`, "x.html leads to x.html#s2"},
		"above the site":   {"x.html", `<a href="../../x">`, "x.html leads to ../../x"},
		"base left out":    {"x.html", `<a href="/e/a/index.html">`, "x.html leads to /e/a/index.html"},
		"own address":      {"x.html", `<a href="https://example.org/name/y.html">`, "x.html leads to y.html"},
		"folder by itself": {"x.html", `<a href="e/">`, "x.html leads to e/index.html"},
	} {
		t.Run(name, func(t *testing.T) {
			l := newLinks("https://example.org/name/", func(p string) bool { return p == "mine.pdf" })
			for f := range site.with(c.path, c.data).files() {
				f.Seen = See(f)
				l.add(f)
			}
			err := l.err()
			if (err == nil) != (c.want == "") || err != nil && !strings.HasSuffix(err.Error(), "\n  "+c.want) {
				t.Errorf("error is %v, want %q", err, c.want)
			}
		})
	}
}

func FuzzLinks(f *testing.F) {
	f.Add(`<a href="x#y"><b id="y">`)
	f.Add(`<!-- <`)
	f.Add(`<a "="" href=`)
	f.Fuzz(func(t *testing.T, data string) {
		l := newLinks("", func(string) bool { return true })
		page := file.File{Path: "a/b.html", Data: []byte(data)}
		page.Seen = See(page)
		l.add(page)
	})
}
