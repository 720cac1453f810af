// Package output makes a folder hold exactly the files that a build yields,
// all or nothing. [Write] is its entry point; [Cache] keeps what is dear to
// compute between builds.
//
// # All or nothing
//
// The published folder is at every moment either the whole old site or the
// whole new one, also when the program is killed, the disk fills up or the
// power fails. A build takes these steps:
//
//  1. Take the lock beside the folder and mend what a killed build left.
//  2. Take the files one at a time. A file that stands in the folder with the
//     same bytes is kept, any other is changed. When nothing changed, stop:
//     the folder is not touched at all.
//  3. Otherwise build a staging folder beside the folder: kept files are hard
//     links, changed ones are written, files that are not ours are carried
//     over. No file is ever written in place, since both trees share it.
//  4. Make the staging folder last (one syncfs where there is one), let the
//     caller write what the new files rely on ([Options].Commit), swap the two
//     folders in one rename where the system can do that, else in two, and
//     remove the old tree.
//
// Everything before the swap leaves the folder as it was. What fails after it
// says that the new files stand: a [LateError].
//
// # What is ours
//
// The file [ManifestName] in the folder lists what the last build wrote. What
// it lists and the new build does not yield is removed. Everything else in
// the folder (a placeholder, CNAME, .git, a file somebody put there) is
// carried over untouched; a build that would write over such a file fails and
// names it. A folder that holds other files and no manifest is refused.
//
// # Links
//
// A link inside the site that leads to no file, or to no id on its page, is an
// error, and nothing is published.
//
// # Names
//
// A path is made of [a-z0-9._-] and slashes, no part of it begins or ends in
// a way that some system treats specially, and no two paths are the same file
// on a system that ignores case, so a site can be unpacked anywhere. All
// access goes through [os.Root]: no link leads out of the folder.
//
// # Builds that change nothing
//
// A caller that remembers of which inputs a build was made can ask [Standing]
// whether its files still stand, and need not make them again.
package output

import (
	"context"
	"errors"
	"iter"

	"parallax/generator/file"
)

// Options say what Write needs besides the files.
type Options struct {
	Site string // the site's folder, which the target must not swallow
	Home string // the user's home folder, never a target; may be empty
	Base string // the site's address with a final slash, for checking links to it; may be empty

	// Commit is called when all files stand ready beside the folder and are good,
	// before they take its place: what must not be lost once they are published is
	// written then. If it fails nothing is published. May be nil.
	Commit func() error

	Fault Fault // for tests; may be nil
}

// A Report says what a build did to the folder.
type Report struct {
	Files   int   // that the site has
	Pages   int   // of them, HTML
	Written int   // new or changed
	Kept    int   // equal to what stood there
	Removed int   // once written by us, no longer part of the site
	Bytes   int64 // of all Files
	Holds   Key   // names all files that Write left, with their bytes
	Leaning bool  // a link leads to a file in the folder that is not the site's
}

// Write makes dir hold the files and returns what it did. It consumes the
// files one by one and keeps none of them. When it returns an error, or ctx
// is done before the swap, dir is exactly as it was before, unless the error is
// a [LateError].
func Write(ctx context.Context, dir string, files iter.Seq2[file.File, error], o Options) (Report, error) {
	t, err := openTarget(dir, o)
	if err != nil {
		return Report{}, err
	}
	defer t.close()
	unlock, err := t.lock()
	if err != nil {
		return Report{}, err
	}
	defer unlock()
	if err := t.mend(); err != nil {
		return Report{}, err
	}
	w, err := newWriter(t, o)
	if err != nil {
		return Report{}, err
	}
	err = w.takeAll(ctx, files)
	var late *LateError
	if err != nil && !errors.As(err, &late) {
		return Report{}, errors.Join(err, w.abandon())
	}
	return w.report, err
}

// A LateError went wrong after the folder was replaced: the new files stand.
type LateError struct{ error }

// Unwrap returns what went wrong.
func (e *LateError) Unwrap() error { return e.error }

// Check does everything that Write does but look at a folder: it consumes the
// files, and checks their names and links. Links to files for which foreign,
// which may be nil, reports true are good.
func Check(ctx context.Context, files iter.Seq2[file.File, error], o Options, foreign func(path string) bool) (Report, error) {
	c := newChecks(o.Base, foreign)
	for f, err := range files {
		if err == nil {
			err = ctx.Err()
		}
		if err == nil {
			f, err = seen(f)
		}
		if err == nil {
			err = c.add(f)
		}
		if err != nil {
			return Report{}, err
		}
	}
	return c.report, errors.Join(ctx.Err(), c.links.err())
}

// Ready reports why dir cannot be written, without changing anything in it:
// what Write would refuse at once, for a command that wants to know before it
// starts the work. What a killed build left beside it is mended and removed.
func Ready(dir string, o Options) error {
	t, err := openTarget(dir, o)
	if err != nil {
		return err
	}
	defer t.close()
	unlock, err := t.lock()
	if err != nil {
		return err
	}
	defer unlock()
	if err := t.mend(); err != nil {
		return err
	}
	_, _, err = t.listed()
	return err
}
