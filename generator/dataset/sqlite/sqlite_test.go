package sqlite_test

import (
	"bytes"
	"database/sql"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"parallax/generator/dataset/sqlite"
	"parallax/generator/dataset/tidy"
)

// book is a book of two tables.
func book() tidy.Book {
	return tidy.Book{
		{Name: "articles", Means: "Articles.", Key: []string{"article_id"}, Columns: []tidy.Column{
			{Name: "article_id", Type: "string"}, {Name: "words", Type: "integer"}, {Name: "share", Type: "number"}, {Name: "excerpt", Type: "boolean"}, {Name: "day", Type: "date"}}},
		{Name: "speakers", Means: "Speakers.", Key: []string{"article_id", "speaker"}, Columns: []tidy.Column{
			{Name: "article_id", Type: "string", Refers: "articles", Means: "The article."}, {Name: "speaker", Type: "string"}}},
		{Name: "attributions", Means: "Attributions.", Key: []string{"attribution_id"}, Columns: []tidy.Column{
			{Name: "attribution_id", Type: "string"}, {Name: "article_id", Type: "string", Refers: "articles"}, {Name: "outlet_id", Type: "string"}}},
	}
}

func filled() tidy.Rows {
	return tidy.Rows{
		"articles": {{"a", "40", "-0.25", "true", "2031-03-04"}, {"b", "", "", "false", ""}},
		"speakers": {{"a", "=Ines"}, {"b", ""}},
	}
}

// of yields the rows of tables.
func of(rows tidy.Rows) sqlite.Rows {
	return func(table string) iter.Seq2[[]string, error] {
		return func(yield func([]string, error) bool) {
			for _, row := range rows[table] {
				if !yield(row, nil) {
					return
				}
			}
		}
	}
}

// TestWrite reads what it writes, as SQL and as bytes.
func TestWrite(t *testing.T) {
	file, again := filepath.Join(t.TempDir(), "a b?%41#.sqlite"), filepath.Join(t.TempDir(), "y.sqlite")
	for _, name := range []string{file, again} {
		if err := sqlite.Write(t.Context(), name, book(), of(filled())); err != nil {
			t.Fatal(err)
		}
	}
	one, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if two, err := os.ReadFile(again); err != nil || !bytes.Equal(one, two) {
		t.Errorf("the second time it differs: %v", err)
	}
	file = filepath.Join(filepath.Dir(file), "x.sqlite")
	if err := os.WriteFile(file, one, 0o400); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", "file:"+file+"?mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for query, want := range map[string]string{
		"SELECT group_concat(article_id || words || share || excerpt || day) FROM articles":                   "a40-0.2512031-03-04",
		"SELECT count(*) FROM articles WHERE words IS NULL AND share IS NULL AND day IS NULL AND excerpt = 0": "1",
		"SELECT speaker FROM speakers JOIN articles USING (article_id) WHERE words = 40":                      "=Ines",
		"SELECT count(*) FROM speakers WHERE speaker = ''":                                                    "1",
		"SELECT means FROM columns WHERE table_name = 'speakers' AND column_name = 'article_id'":              "The article.",
		"SELECT count(*) FROM pragma_foreign_key_list('speakers')":                                            "1",
		"SELECT count(*) FROM pragma_foreign_key_check":                                                       "0",
		"SELECT count(*) FROM sqlite_master WHERE type = 'index'":                                             "0",
		"PRAGMA integrity_check": "ok",
	} {
		var got string
		if err := db.QueryRowContext(t.Context(), query).Scan(&got); err != nil || got != want {
			t.Errorf("%s: %q, %v; want %q", query, got, err, want)
		}
	}
}

// TestMistakes says which table and column holds what it cannot.
func TestMistakes(t *testing.T) {
	bad := filled()
	bad["articles"][0][1] = "many"
	if err := sqlite.Write(t.Context(), filepath.Join(t.TempDir(), "x"), book(), of(bad)); err == nil || !strings.Contains(err.Error(), "articles: column words") {
		t.Errorf("%v", err)
	}
	twice := filled()
	twice["speakers"] = append(twice["speakers"], twice["speakers"][0])
	if err := sqlite.Write(t.Context(), filepath.Join(t.TempDir(), "x"), book(), of(twice)); err == nil || !strings.Contains(err.Error(), "speakers") {
		t.Errorf("%v", err)
	}
}

// TestDriverAndItsLibrary demands that the driver runs with the version of its
// library that it was tested with: another one breaks it in silence.
func TestDriverAndItsLibrary(t *testing.T) {
	versions, err := exec.Command("go", "list", "-m", "-f", "{{.Path}} {{.Version}} {{.GoMod}}", "modernc.org/sqlite", "modernc.org/libc").Output()
	if err != nil {
		t.Fatal(err)
	}
	driver, library, _ := strings.Cut(strings.TrimSpace(string(versions)), "\n")
	demanded, err := os.ReadFile(strings.Fields(driver)[2])
	if err != nil {
		t.Fatal(err)
	}
	if want := strings.Join(strings.Fields(library)[:2], " "); !strings.Contains(string(demanded), want+"\n") {
		t.Errorf("the driver demands another version of its library than %s", want)
	}
}
