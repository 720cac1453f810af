package stages

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"parallax/generator/address"
	"parallax/generator/corpus"
	"parallax/generator/diag"
	"parallax/generator/event"
	"parallax/generator/frontmatter"
	"parallax/generator/ingest"
	"parallax/generator/keep"
	"parallax/generator/review"
	"parallax/templates"
)

// What somebody put into a site and no stage reads is named here, so that nothing
// is passed over in silence: build, check and doctor all load a site, and so say
// the same.

// overlooked adds what the site's folder holds and no stage reads, what is there
// twice, and what is not there though something names it.
func (w *Work) overlooked(fsys fs.FS) {
	w.strangers(fsys, "content", []string{"outlets", "articles", "events", "pages", "glossary", "lessons", "standards", path.Base(review.Folder), path.Base(keep.Folder), path.Base(CodedFolder)})
	w.strangers(fsys, "content/.private", []string{"articles"})
	w.strayTemplates(fsys)
	w.twinArticles()
	w.twinHomepages()
	w.takenAddresses()
	w.editorsTexts(fsys)
	w.badFiles(fsys)
}

// strangers warns of what a folder of content/ holds besides the folders that are
// read. Hidden files are nobody's.
func (w *Work) strangers(fsys fs.FS, folder string, known []string) {
	entries, err := fs.ReadDir(fsys, folder)
	if err != nil {
		return // that there is no content is said elsewhere
	}
	for _, e := range entries {
		name := path.Join(folder, e.Name())
		switch {
		case strings.HasPrefix(e.Name(), ".") || e.IsDir() && slices.Contains(known, e.Name()):
		case e.IsDir():
			w.Problems.Warnf(name, 0, meant(e.Name(), known, "move what is in it to where it is read, or remove it"), "nothing reads this folder")
		default:
			w.Problems.Warnf(name, 0, "move it into one of the folders beside it, or remove it", "nothing reads this file")
		}
	}
}

// meant returns what was meant, if a known name is near, or else a mend.
func meant(name string, known []string, mend string) string {
	if near := diag.Nearest(name, known); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return mend
}

// strayTemplates warns of files in templates/ that take the place of no built-in
// one and that no template can include.
func (w *Work) strayTemplates(fsys fs.FS) {
	var builtin []string
	_ = fs.WalkDir(templates.Files, ".", func(name string, d fs.DirEntry, err error) error { // of files in the program
		if err == nil && !d.IsDir() {
			builtin = append(builtin, name)
		}
		return err
	})
	err := fs.WalkDir(fsys, "templates", func(name string, d fs.DirEntry, err error) error {
		own := strings.TrimPrefix(name, "templates/")
		switch {
		case err != nil || d.IsDir() || slices.Contains(builtin, own) || strings.HasPrefix(d.Name(), "."):
		case strings.HasPrefix(own, "assets/") || strings.HasPrefix(own, "messages/") && path.Ext(own) == ".toml":
		case path.Ext(own) == ".go" || path.Ext(own) == ".md": // no template, but for those who work on them
		case path.Ext(own) == ".html" && slices.ContainsFunc([]string{"part-", "signal-"}, func(p string) bool { return strings.HasPrefix(own, p) }):
		default:
			w.Problems.Warnf(name, 0, meant(own, builtin, "remove it, or give it the name of the built-in template that it is to replace"), "there is no template of this name, so nothing reads it")
		}
		return nil
	})
	if err != nil {
		w.Problems.Errorf("templates", 0, "", "the folder cannot be read: %v", err)
	}
}

// twinArticles warns of one article in two files: two with one address, and two
// of one outlet in the same words. Several outlets may well print one text.
func (w *Work) twinArticles() {
	byAddress, byWords := map[string]string{}, map[string]string{}
	for i := range w.Corpus.Articles {
		a := &w.Corpus.Articles[i]
		if a.URL != "" {
			w.twin(byAddress, ingest.AddressKey(a.URL), a, "the same address")
		}
		if body := a.Body().Of(a.Text); body != "" && a.Withheld == nil {
			w.twin(byWords, a.Outlet+" "+strings.Join(strings.Fields(body), " "), a, "the same outlet and the same words")
		}
	}
}

// twin warns of an article if another has the same key.
func (w *Work) twin(first map[string]string, key string, a *corpus.Article, what string) {
	other, taken := first[key]
	if !taken {
		first[key] = a.File
		return
	}
	w.Problems.Warnf(a.File, 0, "remove one of them; an earlier version belongs into the folder "+strings.TrimSuffix(path.Base(other), ".md")+".earlier beside the other", "this article has %s as %s", what, other)
}

// twinHomepages warns of outlets that have one homepage, and so may be one.
func (w *Work) twinHomepages() {
	first := map[string]string{}
	for i := range w.Corpus.Outlets {
		o := &w.Corpus.Outlets[i]
		if o.Homepage == "" {
			continue
		}
		key := ingest.AddressKey(o.Homepage)
		if other, taken := first[key]; taken {
			w.Problems.Warnf(o.File, 0, "remove one of them and let its articles name the other, or give each its own homepage", "this outlet has the same homepage as %s", other)
			continue
		}
		first[key] = o.File
	}
}

// takenAddresses says which pages would stand where the site has a page of its own.
func (w *Work) takenAddresses() {
	own := []string{address.Glossary, address.Search, address.Missing, address.Teachers}
	for _, p := range w.Corpus.Pages {
		if file := p.Slug + ".html"; slices.Contains(own, file) || strings.HasPrefix(file, strings.TrimSuffix(address.Teachers, ".html")+"-") {
			w.Problems.Errorf(p.File, 0, "give the file another name", "the site has a page of its own at %s", file)
		}
	}
}

// lost warns of articles that events.lock names and the folder lacks: without
// them an event may be gone, and nobody would know why. Drafts are there.
func (w *Work) lost(fsys fs.FS, lock event.Lock) {
	there := map[string]bool{}
	for i := range w.Corpus.Articles {
		there[w.Corpus.Articles[i].ID] = true
	}
	data, err := fs.ReadFile(fsys, LockName)
	if err != nil {
		return // what is wrong with it was said when it was read
	}
	type place struct{ id, slug string }
	places := map[string]place{} // by the line of an article
	for slug, articles := range lock.Events {
		for _, id := range articles {
			places[frontmatter.Quote(id)+","] = place{id, slug}
		}
	}
	for n, line := range strings.Split(string(data), "\n") {
		at, names := places[strings.TrimSpace(line)]
		id, slug := at.id, at.slug
		if !names || there[id] || w.isDraft(fsys, id) {
			continue
		}
		w.Problems.Warnf(LockName, n+1, "bring back content/articles/"+id+".md, or take the line out if the article is gone for good",
			"event %q had the article %q, which is not there", slug, id)
	}
}

// Vanished warns of addresses of events that are published and that events.lock, as the
// next build will write it, does not know: a lock that lost a part of itself reads like
// one that never had it.
func (w *Work) Vanished(published []string) {
	for _, slug := range unknown(published, w.Grouping.Lock) {
		w.AddressLost = true
		w.Problems.Warnf(LockName, 0, "bring it back from version control if it was damaged; to let the address go, build again",
			"the address e/%s/ is published and is not known any more: links to it would break", slug)
	}
}

// unknown returns the slugs that a lock does not name.
func unknown(slugs []string, lock event.Lock) []string {
	return slices.DeleteFunc(slugs, func(slug string) bool { return lock.Events[slug] != nil || lock.Redirects[slug] != "" })
}

// isDraft reports whether an article is there and only left out as a draft.
func (w *Work) isDraft(fsys fs.FS, id string) bool {
	for _, folder := range []string{"content/articles/", "content/.private/articles/"} {
		if _, err := fs.Stat(fsys, folder+id+".md"); err == nil {
			return true
		}
	}
	return false
}

// empty says that a site has no article: an error if it once had some, so that a
// published site is never emptied by mistake.
func (w *Work) empty(lock event.Lock) {
	if len(w.Corpus.Articles) > 0 || w.Problems.Failed() {
		return
	}
	const folder = "content/articles"
	if n := len(lock.Events); n > 0 {
		w.Problems.Errorf(folder, 0, "bring the articles back, or remove "+LockName+" if the site is to begin anew",
			"there is no article, and the site had %s: publishing it would empty it", diag.Count(n, "event"))
		return
	}
	if len(w.Corpus.Pages) > 0 {
		return // a site of pages alone, such as a manual
	}
	w.Problems.Warnf(folder, 0, `put articles there, or run "parallax add"`, "there is no article")
}
