package corpus

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"

	"parallax/generator/diag"
	"parallax/generator/parallel"
	"parallax/generator/site"
	"parallax/generator/text"
)

// Load reads content/ of a site, whose root is the file system. Drafts are
// left out unless drafts is set. Dates after now are errors; a day without a
// zone is after now if it has not begun anywhere on Earth.
//
// The corpus holds what could be read even where the list has errors.
func Load(fsys fs.FS, cfg site.Config, langs *text.Languages, now time.Time, drafts bool) (*Corpus, diag.List) {
	r := &reader{fsys: fsys, config: cfg, languages: langs, now: now, drafts: drafts, corpus: &Corpus{}}
	r.outlets()
	r.checkConfig()
	r.articles()
	r.notes()
	return r.corpus, r.list
}

// A reader is one run of Load.
type reader struct {
	fsys      fs.FS
	config    site.Config
	languages *text.Languages
	now       time.Time
	drafts    bool

	corpus *Corpus
	list   diag.List
	byName map[string]string // id of an outlet by its id and by its exact name
	known  []string          // keys of byName in order, for "did you mean"
}

// outlets reads content/outlets.
func (r *reader) outlets() {
	r.byName = map[string]string{}
	found, l := files(r.fsys, "content/outlets")
	r.list.Merge(l)
	for _, f := range found {
		o, l := r.outlet(f)
		r.list.Merge(l)
		r.corpus.Outlets = append(r.corpus.Outlets, o)
		r.addName(o.ID, o)
	}
	letters := map[string]string{}
	for _, o := range r.corpus.Outlets {
		r.addName(o.Name, o)
		if other := letters[o.Letter]; other != "" {
			r.list.Errorf(o.File, 1, "give one of them another letter", "outlet %s has the same letter as outlet %s", o.ID, other)
		}
		if o.Letter != "" {
			letters[o.Letter] = o.ID
		}
	}
	giveLetters(r.corpus.Outlets, r.languages.For(r.config.Language))
	place := func(id string) int {
		if i := slices.Index(r.config.Outlets, id); i >= 0 {
			return i
		}
		return len(r.config.Outlets)
	}
	slices.SortFunc(r.corpus.Outlets, func(a, b Outlet) int {
		return cmp.Or(cmp.Compare(place(a.ID), place(b.ID)), strings.Compare(a.ID, b.ID))
	})
}

// addName lets articles name an outlet so.
func (r *reader) addName(name string, o Outlet) {
	other, taken := r.byName[name]
	if taken && other != o.ID {
		r.list.Errorf(o.File, 1, "give one of them another name", "outlet %s has the same name as outlet %s", o.ID, other)
	}
	if !taken && name != "" {
		r.byName[name] = o.ID
		r.known = append(r.known, name)
	}
}

// checkConfig judges what config.toml says of outlets and licences.
func (r *reader) checkConfig() {
	for i, id := range r.config.Outlets {
		if r.corpus.Outlet(id) == nil {
			r.list.Add(r.config.Mistake(diag.Error, fmt.Sprintf("outlets.%d", i), r.nearestOutlet(id), "there is no outlet %q", id))
		}
	}
	ids := make([]string, 0, len(r.config.Licence.Outlets))
	for id := range r.config.Licence.Outlets {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for _, id := range ids {
		key := "licence.outlets." + id
		if r.corpus.Outlet(id) == nil {
			r.list.Add(r.config.Mistake(diag.Error, key, r.nearestOutlet(id), "there is no outlet %q", id))
		}
		r.checkLicence(r.config.Mistake, key, r.config.Licence.Outlets[id])
	}
	r.checkLicence(r.config.Mistake, "licence.default", r.config.Licence.Default)
	r.checkLicence(r.config.Mistake, "licence.site", r.config.Licence.Site)
}

// A mistaker makes a diagnostic about a key of a file.
type mistaker func(severity diag.Severity, key, mend, format string, args ...any) diag.Diagnostic

// checkLicence warns of a licence that is not known, because its articles
// will be treated as all rights reserved.
func (r *reader) checkLicence(mistake mistaker, key, id string) {
	if id != "" && !Licence(id).Known() {
		r.list.Add(mistake(diag.Warning, key, diag.DidYouMean(id, licences),
			"licence %q is not known; the text is quoted as if all rights were reserved", id))
	}
}

// nearestOutlet returns the mend for an outlet that does not exist.
func (r *reader) nearestOutlet(name string) string {
	if near := diag.Nearest(name, r.known); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	slug := text.Slug(name, text.LongestSlug)
	if slug == "" {
		slug = "<id>"
	}
	return fmt.Sprintf("describe it in content/outlets/%s.md", slug)
}

// articles reads content/articles and content/.private/articles.
func (r *reader) articles() {
	all, l := files(r.fsys, "content/articles", private+"articles")
	r.list.Merge(l)
	found, versions := splitVersions(all)
	type result struct {
		article *Article
		list    diag.List
	}
	results := make([]result, len(found))
	hands := make([]*hand, parallel.Workers())
	parallel.Each(len(found), func(worker, i int) {
		if hands[worker] == nil {
			hands[worker] = newHand(r)
		}
		a, l := hands[worker].article(found[i])
		if a != nil {
			earlier, more := hands[worker].versions(versions[a.File])
			a.Earlier = earlier
			l.Merge(more)
		}
		results[i].article, results[i].list = a, l
	})
	for _, result := range results {
		r.list.Merge(result.list)
		if result.article != nil {
			r.corpus.Articles = append(r.corpus.Articles, *result.article)
		}
	}
	slices.SortStableFunc(r.corpus.Articles, func(a, b Article) int { return strings.Compare(a.ID, b.ID) })
}
