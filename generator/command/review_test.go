package command

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"parallax/generator/dataset"
	"parallax/generator/framing"
	"parallax/generator/review"
)

// TestRandomReviewsLeaveNothing decides at random about the events of a site and takes
// the files away again: the site is the old one, byte for byte.
func TestRandomReviewsLeaveNothing(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata/site")); err != nil {
		t.Fatal(err)
	}
	t.Setenv(epochVariable, "1767225600") // 2026-01-01
	r, err := newRun(siteFlags{site: dir}, &console{out: io.Discard, err: io.Discard})
	if err != nil {
		t.Fatal(err)
	}
	defer r.close()
	r.shown = newPreviewMemory()
	before := shownSite(t, r)
	random := rand.New(rand.NewPCG(22, 1))
	rounds, changed := roundsOfReviews(t), 0 // of two events each
	for range rounds {
		for _, slug := range []string{"library-roof", "ferry-sundays"} {
			name := filepath.Join(dir, filepath.FromSlash(review.File(slug)))
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, []byte(randomReview(t, random, slug, before)), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		decided := shownSite(t, r)
		if !maps.EqualFunc(before, decided, bytes.Equal) {
			changed++
		}
		if err := os.RemoveAll(filepath.Join(dir, filepath.FromSlash(review.Folder))); err != nil {
			t.Fatal(err)
		}
		if after := shownSite(t, r); !maps.EqualFunc(before, after, bytes.Equal) {
			t.Fatal("without the reviews the site is another than before")
		}
	}
	if changed < rounds*9/10 {
		t.Errorf("only %d of %d reviews changed the site", changed, rounds)
	}
}

// roundsOfReviews is how many times events are decided about: a few, or as many as
// PARALLAX_ROUNDS says.
func roundsOfReviews(t *testing.T) int {
	const few = 6
	if given := os.Getenv("PARALLAX_ROUNDS"); given != "" {
		n, err := strconv.Atoi(given)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	return few
}

// shownSite returns the files of a site.
func shownSite(t *testing.T, r *run) map[string][]byte {
	t.Helper()
	files, failure := r.preview(t.Context())
	if failure != "" {
		t.Fatal(failure)
	}
	return files
}

// randomReview returns decisions about what the data file of an event holds.
func randomReview(t *testing.T, random *rand.Rand, slug string, files map[string][]byte) string {
	t.Helper()
	var e dataset.EventData
	if err := json.Unmarshal(files[dataset.Path(slug)], &e); err != nil {
		t.Fatal(err)
	}
	source := ""
	for range 1 + random.IntN(5) {
		verbs := review.Verbs()
		v := verbs[random.IntN(len(verbs))]
		f := e.Comparison.Findings[random.IntN(len(e.Comparison.Findings))]
		s := e.Comparison.Coverage.Statements[random.IntN(len(e.Comparison.Coverage.Statements))]
		at := s.Cells[random.IntN(len(s.Cells))].Evidence[0]
		if v.About == review.AboutFinding {
			at = f.Evidence[0]
		}
		called, with, speaker := anyNames(random, e.Comparison)
		other := random.IntN(len(e.Comparison.Articles))
		passages := e.Texts[other].Passages
		made, err := review.Put(slug, source, review.Decision{
			ID: fmt.Sprint(random.Int()), Do: v.Name, Article: e.Comparison.Articles[at.Article].ID, Quote: e.Texts[at.Article].Passages[at.Passage].Text,
			Statement: s.Heading, Finding: review.Kind(&f), Report: e.Comparison.Articles[other].ID, Passage: passages[random.IntN(len(passages))].Text,
			AndArticle: e.Comparison.Articles[other].ID, AndQuote: passages[random.IntN(len(passages))].Text, To: "What an editor wrote", Place: 2, By: "Ida Moor",
			Called: called, With: with, Speaker: speaker, Section: "naming",
		})
		if err != nil {
			t.Fatal(err)
		}
		source = made
	}
	return source
}

// anyNames returns two rows of names and a speaker of a comparison, as far as it has them.
func anyNames(random *rand.Rand, c *framing.Comparison) (called, with, speaker string) {
	called, with, speaker = "nobody", "nobody", "nobody"
	if rows := c.Naming.Rows; len(rows) > 0 {
		called, with = rows[random.IntN(len(rows))].Name, rows[random.IntN(len(rows))].Name
	}
	for _, side := range c.Voices.Sides {
		if len(side.Speakers) > 0 && random.IntN(2) == 0 {
			speaker = side.Speakers[random.IntN(len(side.Speakers))].Name
		}
	}
	return called, with, cmp.Or(speaker, "nobody")
}
