package press_test

import (
	"os"
	"strings"
	"testing"

	"parallax/generator/ingest/dating"
	"parallax/generator/ingest/entry"
	"parallax/generator/ingest/office"
	"parallax/generator/ingest/press"
	"parallax/generator/text"
)

// told returns what was read: an article a line, then what could not be read and what
// is remarked.
func told(c *entry.Collection) string {
	var lines []string
	for _, e := range c.Entries {
		lines = append(lines, strings.ReplaceAll(strings.TrimRight(strings.Join([]string{e.Title, e.Outlet, e.Date.String(), e.Author, e.ID, e.Language, e.Text}, "/"), "/"), "\n\n", "¶"))
	}
	for _, u := range c.Unread {
		lines = append(lines, "! "+u.Place+": "+u.Why.Error())
	}
	for _, remark := range c.Remarks {
		lines = append(lines, "? "+remark)
	}
	return strings.Join(lines, "\n")
}

// A reader is a form and what tells it.
type reader struct {
	is   func(string) bool
	read func(string, []string) (*entry.Collection, error)
}

// readers returns the forms by the beginning of the names of their files.
func readers() map[string]reader {
	return map[string]reader{
		"factiva-": {press.IsFactivaPage, press.FactivaPage}, "factiva.": {press.IsFactivaText, press.FactivaText},
		"nexis": {press.IsNexis, press.Nexis}, "oldnexis": {press.IsOldNexis, press.OldNexis},
		"proquest": {press.IsProQuest, press.ProQuest}, "europresse": {press.IsEuropresse, press.Europresse},
	}
}

// exported returns a file of testdata as text.
func exported(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	s := string(data)
	if strings.HasPrefix(s, `{\rtf`) {
		if s, err = office.RTF(data); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// TestExports reads an export of each form, made after those that tools of the field
// are tested with, with texts of our own.
func TestExports(t *testing.T) {
	months := dating.Names(text.Builtin())
	for name, want := range map[string]string{
		"factiva-codes.html": "Council closes the harbour bath/The Tide/2024-05-31/Ida Moor/TIDE000020240531ek5v00001/en/The council closed the harbour bath on Monday.¶About 300 people swim there.¶Note: nobody was hurt.\n" +
			"Bath shut/Evening Echo/2024-06-01//ECHO000020240601ek610000a//It is shut.",
		"factiva-bare.html": "Bad ist zu/Der Bote/1993-01-09/Ida Moor/BOTE000020011125dp1900gjk//Das Bad ist zu.¶Niemand weiß, wie lange.\n" +
			"Brücke offen/Die Woche/1993-03-10//WOCH000020011125dp1900gjl//Sie ist offen.",
		"factiva.rtf": "Council closes the harbour bath/The Tide/2024-05-31//TIDE000020240531ek5v00001//The council closed the bath, “for good” said some.¶About 300 people swim there.\n" +
			"Bath shut/Evening Echo/2024-06-01//ECHO000020240601ek610000a//It is shut – again.",
		"nexis.txt": "Council closes the harbour bath/Guardian.com/2024-05-31/Ida Moor///The council closed the harbour bath on Monday.¶About 300 people swim there: it was full.¶Note: nobody was hurt.\n" +
			"Bath shut/The Guardian/2024-06-01////It is shut.\n! article 3: the archive put an error in the place of the article",
		"oldnexis-en.txt": "Council closes the harbour bath: a wall is cracked/The Guardian/2010-01-05/Ida Moor///The council closed the harbour bath on Monday.¶About 300 people swim there.\n" +
			"Bath shut/Evening Echo/2010-01-06////It is shut.",
		"oldnexis-de.txt":     "Bad ist zu/Der Bote/2010-01-05////Das Bad ist zu.\nBrücke offen/Die Woche/2010-01-06////Sie ist offen.",
		"oldnexis-fr.html":    "La piscine est fermée/Le Phare/2010-01-05/Ida Moor///La piscine est fermée.¶Trois cents personnes y nagent.\nLe pont est ouvert/Le Soir/2010-01-06////Il est ouvert.",
		"proquest.txt":        "Council closes the harbour bath/The Tide/2012-05-24/Moor, Ida/1015151515/en/The council closed the harbour bath on Monday.¶Note: nobody was hurt.¶About 300 people swim there.\nBath shut/Evening Echo/2012-05-25//1015151516//It is shut.",
		"europresse.html":     "La piscine est fermée/Le Phare/2006-03-14/Ida Moor/news·20060315·LM·0q31_1//La piscine est fermée depuis lundi.¶Trois cents personnes y nagent.\nLe pont est ouvert/Le Soir/2006-06-06//news·20060606·LS·0q31_2//Il est ouvert.",
		"europresse-old.html": "La piscine est fermée/Le Phare/2006-03-14////Elle est fermée.\nLe pont est ouvert/Le Soir/2006-06-06////Il est ouvert.",
	} {
		s := exported(t, name)
		told1 := ""
		for prefix, r := range readers() {
			if is := r.is(s); is != strings.HasPrefix(name, prefix) {
				t.Errorf("%s is one of %s: %t", name, prefix, is)
			} else if is {
				c, err := r.read(s, months)
				if err != nil || !c.Archive {
					t.Errorf("%s: %v", name, err)
				}
				told1 = told(c)
			}
		}
		if told1 != want {
			t.Errorf("%s:\n%s\nwant\n%s", name, told1, want)
		}
	}
}

// TestTwoCounts says so where an export holds another number of articles than it
// says.
func TestTwoCounts(t *testing.T) {
	for name, edit := range map[string][3]string{
		"factiva-codes.html": {`<div class="article enArticle">`, `<div class="articl">`, "1 article were found, and the number of wrappers says 2"},
		"factiva.rtf":        {"Document ECHO000020240601ek610000a", "", "2 articles were found, and the number of its documents says 1"},
		"nexis.txt":          {"Documents (3)", "Documents (4)", "3 articles were found, and the cover page says 4"},
		"oldnexis-en.txt":    {"2 of 2 DOCUMENTS", "2 of 3 DOCUMENTS", "2 articles were found, and the last article says 3"},
		"proquest.txt":       {"ProQuest document ID: 1015151516", "", "2 articles were found, and the number of its documents says 1"},
		"europresse.html":    {"</article></body>", "news·20060607·LS·0q31_3</article></body>", "2 articles were found, and the number of its numbers says 3"},
	} {
		s := strings.Replace(exported(t, name), edit[0], edit[1], 1)
		for prefix, r := range readers() {
			if !strings.HasPrefix(name, prefix) {
				continue
			}
			c, err := r.read(s, dating.Names(text.Builtin()))
			if err != nil || !strings.Contains(told(c), "? "+edit[2]) {
				t.Errorf("%s: %v\n%s", name, err, told(c))
			}
		}
	}
}

// TestBroken reads exports that break off anywhere.
func TestBroken(t *testing.T) {
	months := dating.Names(text.Builtin())
	for prefix, name := range map[string]string{"factiva-": "factiva-bare.html", "factiva.": "factiva.rtf", "nexis": "nexis.txt", "oldnexis": "oldnexis-en.txt", "proquest": "proquest.txt", "europresse": "europresse.html"} {
		s, r := exported(t, name), readers()[prefix]
		for i := 0; i < len(s); i += 7 {
			if _, err := r.read(s[:i], months); err != nil {
				t.Errorf("%s to %d: %v", name, i, err)
			}
		}
	}
}
