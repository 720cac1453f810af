package command

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"io"
	"io/fs"
	"os"
	"slices"
	"time"

	"parallax/generator/corpus"
	"parallax/generator/diag"
	"parallax/generator/file"
	"parallax/generator/output"
	"parallax/generator/site"
	"parallax/generator/stages"
)

// A build that finds everything as the last one left it has nothing to do:
// the cache remembers of which inputs a site was made, what its folder held
// then, and what was said of it. Whether files are the same the system tells by their
// sizes and times where that suffices, and their bytes where not. Pages depend on settings, content and templates as they are on disk,
// on the events that grouping made of them (and so on events.lock), on the
// program, the flags and the clock. All of that names the build; what is
// forgotten here would make stale pages.

// inputFolders returns the folders of a site that a build reads, with all that is
// in them.
func inputFolders() []string { return []string{"content", "templates", stages.StaticFolder} }

// filesKey names the files of the site as they are now; zero if one cannot be
// read or nothing is to be cached. They are read only if what the system says of
// them is not what it said when they were read last.
func (r *run) filesKey() output.Key {
	if r.program == (output.Key{}) {
		return output.Key{}
	}
	seen := output.Stamps(r.site, time.Now(), append(inputFolders(), site.File)...)
	name := output.Key(sha256.Sum256(append([]byte("files"), seen[:]...)))
	if seen != (output.Key{}) {
		if value, found := r.cache.Get(name); found && len(value) == len(name) {
			return output.Key(value)
		}
	}
	key := r.hashFiles(append(inputFolders(), site.File)...)
	if seen != (output.Key{}) && key != (output.Key{}) {
		_ = r.cache.Put(name, key[:]) // what cannot be kept is read again next time
	}
	return key
}

// hashFiles names files and folders of the site by their bytes; zero if one cannot be
// read. One that is not there has none, but a site without settings has no name.
func (r *run) hashFiles(names ...string) output.Key {
	h := sha256.New()
	for _, name := range names {
		if _, err := fs.Stat(r.site, name); name != site.File && err != nil {
			continue // nothing is read of it
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
	return keyOf("build", r.program, files, r.flags.baseURL, r.flags.drafts, w.Built, now.UTC().Format(time.DateOnly), w.Grouping)
}

// keyOf names values by their JSON; zero if they have none.
func keyOf(values ...any) output.Key {
	h := sha256.New()
	if err := json.NewEncoder(h).Encode(values); err != nil {
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
	report, stands := output.Standing(r.flags.outDir(), output.Key(value), r.options(w), r.cache, time.Now())
	if !stands {
		return nil
	}
	return &report
}

// remember keeps what a build of these inputs left, unless a file changed
// meanwhile or a link leads to a file that is not the site's and may go. It reports
// whether it did.
func (r *run) remember(ctx context.Context, key, files output.Key, report output.Report) bool {
	if key == (output.Key{}) || report.Leaning || ctx.Err() != nil || r.filesKey() != files {
		return false
	}
	return r.cache.Put(key, report.Holds[:]) == nil // what cannot be kept is made again next time
}

// An account is what a build said of its inputs, and what it left. A build that finds
// the same inputs and files says the same again and reads nothing.
type account struct {
	Problems []diag.Diagnostic
	Sizes    sizes
	Holds    output.Key

	report output.Report
}

// accountKey names the account of a build of files that finds a lock; zero if that of
// the files is, or if it cannot be told.
func (r *run) accountKey(files output.Key, lock []byte) output.Key {
	now, set, err := clock()
	if err != nil || files == (output.Key{}) {
		return output.Key{}
	}
	day := now.UTC().Format(time.DateOnly)
	if set {
		day = now.UTC().Format(time.RFC3339)
	}
	return keyOf("account", r.program, files, lock, r.flags.baseURL, r.flags.drafts, day)
}

// account returns what was said of the files when they were built last, nil unless
// all that was made of them stands.
func (r *run) account(files output.Key) *account {
	lock, err := fs.ReadFile(r.site, stages.LockName)
	if err != nil {
		return nil
	}
	key := r.accountKey(files, lock)
	if key == (output.Key{}) {
		return nil
	}
	value, found := r.cache.Get(key)
	var a account
	if !found || json.Unmarshal(value, &a) != nil {
		return nil
	}
	stands := false
	a.report, stands = output.Standing(r.flags.outDir(), a.Holds, r.options(nil), r.cache, time.Now())
	if !stands {
		return nil
	}
	return &a
}

// keepAccount keeps what a build said, if the next one of the same files would say
// the same: the lock that it finds is the one that this build found, or this one
// began it and no article is kept out of an event by name; no published address was
// lost; and there is a date to build for, which the clock would be otherwise.
func (r *run) keepAccount(files output.Key, w *stages.Work, said diag.List, report output.Report) {
	lock := stages.FormatLock(w.Grouping.Lock)
	pinned := func(a corpus.Article) bool { return len(a.NotEvent) > 0 }
	same := bytes.Equal(w.Locked, lock) || w.Locked == nil && !slices.ContainsFunc(w.Corpus.Articles, pinned)
	_, set, _ := clock() // is there an error, it was told before
	dated := set || slices.ContainsFunc(w.Corpus.Articles, func(a corpus.Article) bool { return a.Date.Known() })
	key := r.accountKey(files, lock)
	if !same || !dated || w.AddressLost || key == (output.Key{}) {
		return
	}
	data, err := json.Marshal(account{Problems: said.Sorted(), Sizes: sizesOf(w), Holds: report.Holds})
	if err == nil {
		_ = r.cache.Put(key, data) // what cannot be kept is made again next time
	}
}

// again ends a build that finds everything as one before it.
func (r *run) again(a *account, start time.Time) error {
	var problems diag.List
	problems.Add(a.Problems...)
	w := &stages.Work{Problems: problems}
	if err := r.judge(w); err != nil {
		return r.stop(w, err)
	}
	return r.built(problems, a.Sizes, a.report, start, 0)
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
