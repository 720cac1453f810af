package command

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"io"
	"io/fs"
	"os"
	"time"

	"parallax/generator/file"
	"parallax/generator/output"
	"parallax/generator/site"
	"parallax/generator/stages"
)

// A build that finds everything as the last one left it has nothing to do:
// the cache remembers of which inputs a site was made and what its folder held
// then. Pages depend on settings, content and templates as they are on disk,
// on the events that grouping made of them (and so on events.lock), on the
// program, the flags and the clock. All of that names the build; what is
// forgotten here would make stale pages.

// inputFolders returns the folders of a site that a build reads, with all that is
// in them.
func inputFolders() []string { return []string{"content", "templates", stages.StaticFolder} }

// filesKey names the files of the site as they are now; zero if one cannot be
// read or nothing is to be cached.
func (r *run) filesKey() output.Key {
	if r.program == (output.Key{}) {
		return output.Key{}
	}
	h := sha256.New()
	for _, name := range append(inputFolders(), site.File) {
		if _, err := fs.Stat(r.site, name); name != site.File && err != nil {
			continue // of a folder that is not there, nothing is read
		}
		if err := file.Hash(h, r.site, name); err != nil {
			return output.Key{}
		}
	}
	return output.Key(h.Sum(nil))
}

// buildKey names all that a build is made from; zero if that of the files is.
func (r *run) buildKey(files output.Key, w *stages.Work) output.Key {
	now, _, err := clock()
	if err != nil || files == (output.Key{}) {
		return output.Key{}
	}
	h := sha256.New()
	err = json.NewEncoder(h).Encode(struct {
		Program, Files output.Key
		BaseURL        string
		Drafts         bool
		Built          time.Time
		Day            string
		Grouping       any
	}{r.program, files, r.flags.baseURL, r.flags.drafts, w.Built, now.UTC().Format(time.DateOnly), w.Grouping})
	if err != nil {
		return output.Key{}
	}
	return output.Key(h.Sum(nil))
}

// standing returns the report of a build that changes nothing, nil unless the
// output folder holds what a build of the same inputs left in it.
func (r *run) standing(key output.Key, w *stages.Work) *output.Report {
	if key == (output.Key{}) {
		return nil
	}
	value, found := r.cache.Get(key)
	if !found || len(value) != len(key) {
		return nil
	}
	report, stands := output.Standing(r.flags.outDir(), output.Key(value), r.options(w))
	if !stands {
		return nil
	}
	return &report
}

// remember keeps what a build of these inputs left, unless a file changed
// meanwhile or a link leads to a file that is not the site's and may go.
func (r *run) remember(ctx context.Context, key, files output.Key, report output.Report) {
	if key == (output.Key{}) || report.Leaning || ctx.Err() != nil || r.filesKey() != files {
		return
	}
	// What cannot be kept is made again next time.
	_ = r.cache.Put(key, report.Holds[:])
}

// programKey returns the hash of the running program, zero if it cannot be
// read: then nothing is cached.
func programKey() output.Key {
	name, err := os.Executable()
	if err != nil {
		return output.Key{}
	}
	f, err := os.Open(name)
	if err != nil {
		return output.Key{}
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return output.Key{}
	}
	return output.Key(h.Sum(nil))
}
