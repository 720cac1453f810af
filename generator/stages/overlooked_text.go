package stages

import (
	"io/fs"
	"path"
	"regexp"
	"strings"

	"parallax/generator/corpus"
)

// editorsTexts looks into the Markdown of editors for what is not carried out, and
// for pictures and files that are not there.
func (w *Work) editorsTexts(fsys fs.FS) {
	var files []string
	for _, p := range w.Corpus.Pages {
		files = append(files, p.File)
	}
	for _, n := range w.Corpus.Notes {
		files = append(files, n.File)
	}
	for _, t := range w.Corpus.Glossary {
		files = append(files, t.File)
	}
	look := newMarkdownLook()
	for _, f := range files {
		data, err := fs.ReadFile(fsys, f)
		if err != nil {
			continue // what is wrong with it was said when it was read
		}
		look.lines(string(data), func(line int, text string) { w.markdownLine(fsys, look, f, line, text) })
	}
}

// A markdownLook finds in a line of Markdown what is not carried out.
type markdownLook struct{ shortcode, link, code *regexp.Regexp }

func newMarkdownLook() *markdownLook {
	return &markdownLook{
		shortcode: regexp.MustCompile(`\{\{[<%]?\s*/?\s*[\w-]+.*?[%>]?\}\}|\{%.*?%\}`),
		link:      regexp.MustCompile(`(!?)\[[^\]]*\]\(\s*<?([^)\s>]+)`),
		code:      regexp.MustCompile("`[^`]*`"),
	}
}

// lines calls see with each line of a text that is no code, code in it left out.
func (m *markdownLook) lines(source string, see func(line int, text string)) {
	fenced := false
	for n, line := range strings.Split(source, "\n") {
		if mark := strings.TrimSpace(line); strings.HasPrefix(mark, "```") || strings.HasPrefix(mark, "~~~") {
			fenced = !fenced
			continue
		}
		if !fenced && !strings.HasPrefix(line, "    ") && !strings.HasPrefix(line, "\t") {
			see(n+1, m.code.ReplaceAllString(line, ""))
		}
	}
}

// markdownLine looks at one line of an editor's file.
func (w *Work) markdownLine(fsys fs.FS, look *markdownLook, file string, line int, text string) {
	if found := look.shortcode.FindString(text); found != "" {
		w.Problems.Warnf(file, line, "say it in Markdown; what else a page has is in templates/", "there are no shortcodes, and %s stands on the page as it is", found)
	}
	for _, m := range look.link.FindAllStringSubmatch(text, -1) {
		picture, to := m[1] != "", m[2]
		web := strings.Contains(to, ":") || strings.HasPrefix(to, "//")
		name := localName(to)
		switch {
		case picture && web:
			w.Problems.Warnf(file, line, "put a copy into static/ and name that", "the picture %s is of another site, from which a page asks nothing; only its words are shown", to)
		case picture && corpus.IsPicture(name) && there(fsys, name), picture && web:
		case picture:
			w.Problems.Errorf(file, line, "put it beside the page or into static/", "there is no picture %s (.png, .jpg, .jpeg, .gif or .webp)", to)
		case !web && path.Ext(name) != "" && path.Ext(name) != ".html" && madeElsewhere(name) && !there(fsys, name):
			w.Problems.Warnf(file, line, "put it into static/", "there is no file %s", to)
		}
	}
}

// localName returns the path from the site's root that a link of an editor's text
// names.
func localName(to string) string {
	to, _, _ = strings.Cut(to, "#")
	to, _, _ = strings.Cut(to, "?")
	return strings.TrimPrefix(path.Clean("/"+to), "/")
}

// madeElsewhere reports whether a file of the site is none that a build makes by
// itself, such as a table of data or a feed.
func madeElsewhere(name string) bool {
	made := strings.HasPrefix(name, "data/") || strings.HasPrefix(name, "assets/") || strings.HasPrefix(name, "e/") || strings.HasPrefix(name, "t/")
	return !made && name != "feed.xml" && name != "feed.json" && name != "sitemap.xml" && name != "robots.txt"
}

// there reports whether a picture stands beside the pages, or a file in static/.
func there(fsys fs.FS, name string) bool {
	for _, f := range carried(fsys) {
		if f.to == name {
			return true
		}
	}
	return false
}
