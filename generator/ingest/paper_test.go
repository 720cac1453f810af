package ingest

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"parallax/generator/corpus"
)

const closure = "The council of Port Merrow closed the north bridge on Monday, after an inspection found cracks in two pillars."

// TestTop tells apart what stands above and below a text that was pasted.
func TestTop(t *testing.T) {
	for name, test := range map[string]struct{ source, want string }{
		"a title and a text":     {"Bridge closed\n\n" + closure, "Bridge closed||||"},
		"a text right below":     {"Bridge closed\n" + closure + "\n\n" + closure, "Bridge closed||||"},
		"a line a paragraph":     {"The Courier\nBridge closed\nBy Ida Moor\nWednesday, 20 May 2026, 10:15 GMT\n" + closure + " " + closure + "\n" + closure, "Bridge closed|Ida Moor|2026-05-20|The Courier|"},
		"an address at the end":  {"Bridge closed\n\n" + closure + "\n\nSource: https://courier.example/bridge", "Bridge closed||||https://courier.example/bridge"},
		"a homepage":             {"Bridge closed\n\n" + closure + "\n\nhttps://courier.example/", "Bridge closed||||"},
		"a byline is no title":   {"Von der Leyen visits\n\nvon Ida Moor\n\n" + closure, "Von der Leyen visits|Ida Moor||" + "|"},
		"a title with a date":    {"What 31 January 2020 meant\n\nThe vote of 31 January 2020 remembered\n\n" + closure, "What 31 January 2020 meant||||"},
		"a sentence of a byline": {"Bridge closed\n\nBy Monday all was over.\n\n" + closure, "Bridge closed||||"},
	} {
		d, err := Plain(Page{Data: []byte(test.source), Outlets: []string{"The Courier"}}, builtin())
		if got := strings.Join([]string{d.Title, d.Author, d.Date.String(), d.Site, d.URL}, "|"); err != nil || got != test.want {
			t.Errorf("%s: %s, want %s: %v", name, got, test.want, err)
		}
		if len(d.Blocks) == 0 || !strings.HasPrefix(d.Text(), closure) && name[0] != 'a' {
			t.Errorf("%s: %q", name, d.Text())
		}
	}
	if _, err := Plain(Page{Data: []byte(strings.Repeat(closure+" ", 3) + "\n\n" + closure)}, builtin()); err == nil || !strings.Contains(err.Error(), "title cannot be told") {
		t.Error(err)
	}
}

func TestWordFile(t *testing.T) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	f, err := w.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	line := func(style, words string) string {
		return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr><w:r><w:t>` + words + `</w:t></w:r></w:p>`
	}
	_, _ = f.Write([]byte("<w:document><w:body>" + line("", "Local news") + line("Title", "Bridge closed") + line("", "By Ida Moor") + line("", closure) + line("Heading1", "Repairs") + line("", closure) + "</w:body></w:document>"))
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	d, err := Word(Page{Data: b.Bytes()}, builtin())
	if err != nil || d.Title != "Bridge closed" || d.Author != "Ida Moor" || d.Text() != "Local news\n"+closure+"\nRepairs\n"+closure || d.Blocks[2].Kind != corpus.Subheading {
		t.Errorf("%+v %v", d, err)
	}
}

func TestLetter(t *testing.T) {
	const head = "From: The Courier <news@mail.courier.example>\nSubject: Bridge closed\nDate: Wed, 20 May 2026 10:15:00 +0200\n"
	page := "<html><body><h1>Bridge closed</h1>" + strings.Repeat("<p>"+closure+"</p><p>"+strings.ReplaceAll(closure, "Monday", "Friday")+"</p>", 1) + "<p><a href='x'>Unsubscribe</a></p></body></html>"
	for name, test := range map[string]struct{ source, want string }{
		"a newsletter": {head + "Content-Type: text/html\n\n" + page, "Bridge closed|2026-05-20T10:15:00+02:00|The Courier|mail.courier.example"},
		"a text":       {head + "\n" + closure + "\n", "Bridge closed|2026-05-20T10:15:00+02:00|The Courier|mail.courier.example"},
		"a letter that was sent on": {"From: Sam <sam@home.example>\nSubject: Fwd: Bridge closed\nDate: Thu, 21 May 2026 10:15:00 +0200\n\nLook at this, it is about the bridge that we took every day.\n\n" +
			"---------- Forwarded message ---------\nFrom: The Courier <news@mail.courier.example>\nDate: Wed, 20 May 2026 at 10:15\nSubject: Bridge closed\nTo: <sam@home.example>\n\n" + closure,
			"Bridge closed|2026-05-20|The Courier|mail.courier.example"},
		"one in German": {"From: Sam <sam@home.example>\nSubject: WG: Bridge closed\n\n-----Ursprüngliche Nachricht-----\nVon: The Courier <news@mail.courier.example>\nGesendet: Mittwoch, 20. Mai 2026 10:15\nAn: Sam\nBetreff: Bridge closed\n\n" + closure,
			"Bridge closed|2026-05-20|The Courier|mail.courier.example"},
	} {
		d, err := Mail(Page{Data: []byte(strings.ReplaceAll(test.source, "\n", "\r\n"))}, builtin())
		if got := strings.Join([]string{d.Title, d.Date.String(), d.Site, d.Sender}, "|"); err != nil || got != test.want || !strings.HasPrefix(d.Text(), closure) || strings.Contains(d.Text(), "Look") {
			t.Errorf("%s: %s, want %s: %q %v", name, got, test.want, d.Text(), err)
		}
	}
}
