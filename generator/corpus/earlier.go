package corpus

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"parallax/generator/diag"
)

// earlier ends the name of the folder that keeps an article's earlier versions.
const earlier = ".earlier"

// A Version is an article as it was before it was replaced.
type Version struct {
	File      string // slash-separated path from the site's folder
	Title     string
	Date      Date
	Retrieved Date
	Licence   Licence
	Text      string
	Passages  []Passage
}

// EarlierFile returns the file for the nth earlier version of the article in a
// file, counted from 1.
func EarlierFile(article string, n int) string {
	return strings.TrimSuffix(article, ".md") + earlier + "/" + strconv.Itoa(n) + ".md"
}

// splitVersions parts the files of articles from those of earlier versions,
// which are returned by the article's file, oldest first.
func splitVersions(found []file) (articles []file, versions map[string][]file) {
	versions = map[string][]file{}
	for _, f := range found {
		if f.of == "" {
			articles = append(articles, f)
			continue
		}
		versions[f.of] = append(versions[f.of], f)
	}
	for _, list := range versions {
		slices.SortFunc(list, func(a, b file) int {
			return cmp.Or(cmp.Compare(len(a.path), len(b.path)), strings.Compare(a.path, b.path)) // 10 after 9
		})
	}
	return articles, versions
}

// versions reads the earlier versions of an article.
func (h *hand) versions(files []file) ([]Version, diag.List) {
	var list []Version
	var l diag.List
	for _, f := range files {
		a, more := h.article(f)
		l.Merge(more)
		if a != nil {
			list = append(list, Version{a.File, a.Title, a.Date, a.Retrieved, a.Licence, a.Text, a.Passages})
		}
	}
	return list, l
}
