package feed

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/unicode"

	"parallax/generator/evaluate/dataset"
)

const (
	rss  = `<?xml version="1.0"?><rss version="2.0"><channel><title>L</title>%s</channel></rss>`
	atom = `<feed xmlns="http://www.w3.org/2005/Atom">%s</feed>`
)

// describe returns a feed as text, an item a line.
func describe(f Feed, err error) string {
	if err != nil {
		return "! " + err.Error()
	}
	var lines []string
	for _, i := range f.Items {
		line := i.Address + " " + i.Title
		switch {
		case i.Day:
			line += i.Date.Format(" 2006-01-02")
		case !i.Date.IsZero():
			line += i.Date.UTC().Format(" 2006-01-02T15:04")
		}
		lines = append(lines, line)
	}
	for _, i := range f.Index {
		lines = append(lines, "index "+i.Address)
	}
	if f.Left > 0 {
		lines = append(lines, fmt.Sprintf("left %d", f.Left))
	}
	return strings.Join(lines, "\n")
}

func TestRead(t *testing.T) {
	for name, test := range map[string]struct{ feed, want string }{
		"RSS": {fmt.Sprintf(rss, `<item><title>Bath &amp; pier</title><link>https://a.example/1</link><pubDate>Mon, 02 Mar 2026 07:15:00 +0100</pubDate></item>`),
			"https://a.example/1 Bath & pier 2026-03-02T06:15"},
		"a lasting name":     {fmt.Sprintf(rss, `<item><guid>https://a.example/2</guid></item>`), "https://a.example/2 "},
		"relative, twice":    {fmt.Sprintf(rss, `<item><link>/3</link></item><item><link>/3#top</link></item>`), "https://a.example/3 "},
		"no web address":     {fmt.Sprintf(rss, `<item><link>javascript:alert(1)</link></item><item><link>file:///etc/passwd</link></item><item><link>https://a:b@c.example/</link></item>`), "left 3"},
		"control characters": {fmt.Sprintf(rss, "<item><title>a&#x9;b\u0085c</title><link>/4</link></item>"), "https://a.example/4 a b c"},
		"titles": {fmt.Sprintf(atom, `<entry><title type="html">A &lt;em&gt;b&lt;/em&gt; &amp;amp; c</title><link href="/1"/></entry><entry><title type="xhtml"><div>A <b>b</b> &amp; c</div></title><link href="/2"/></entry><entry><title>Use &lt;b&gt; &amp;amp; so on</title><link href="/3"/></entry>`),
			"https://a.example/1 A b & c\nhttps://a.example/2 A b & c\nhttps://a.example/3 Use <b> &amp; so on"},
		"a title escaped twice": {fmt.Sprintf(rss, `<item><title>AT&amp;amp;T is &lt;i&gt;closed&lt;/i&gt;</title><media:title>x</media:title><link>/1</link></item>`), "https://a.example/1 AT&T is closed"},
		"a picture's title first": {fmt.Sprintf(rss, `<item xmlns:media="http://search.yahoo.com/mrss/"><media:title>A pier</media:title><title>Bath</title><link>/1</link></item><item xmlns:media="http://search.yahoo.com/mrss/"><media:title>A pier</media:title><link>/2</link></item>`),
			"https://a.example/1 Bath\nhttps://a.example/2 A pier"},
		"a title in base64":    {`<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title type="text/html" mode="base64">` + "\n PGI+QmF0aDwvYj4=\n" + `</title><link href="/1"/></entry></feed>`, "https://a.example/1 Bath"},
		"a script in a title":  {fmt.Sprintf(atom, `<entry><title type="xhtml"><div>Bath<script>go()</script> shut</div></title><link href="/1"/></entry>`), "https://a.example/1 Bath shut"},
		"dates of Dublin Core": {fmt.Sprintf(rss, `<item xmlns:dcterms="http://purl.org/dc/terms/"><dcterms:modified>2026-03-03T00:00:00Z</dcterms:modified><dcterms:issued>2026-03-02T07:15:00Z</dcterms:issued><link>/1</link></item>`), "https://a.example/1  2026-03-02T07:15"},
		"dates of old Atom":    {`<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><created>2026-03-02T07:15:00Z</created><link href="/1"/></entry></feed>`, "https://a.example/1  2026-03-02T07:15"},
		"bare ampersand":       {`<urlset><url><loc>/1?a=b&c=d</loc><image:loc>/x.png</image:loc></url><url><loc>/2</loc></urlset>`, "https://a.example/1?a=b&c=d \nhttps://a.example/2 "},
		"nested and broken":    {`<urlset><url><loc>/1</loc><url><loc>/2</loc></url></url><url><lastmod>x</lastmod></url><url><loc>/3`, "https://a.example/1 \nhttps://a.example/2 \nleft 2"},
		"Atom":                 {fmt.Sprintf(atom, `<entry><title>Bath</title><link href="/5"/><published>2026-03-02T07:15:00Z</published></entry>`), "https://a.example/5 Bath 2026-03-02T07:15"},
		"JSON Feed":            {`{"version":"https://jsonfeed.org/version/1.1","title":"L","items":[{"id":"1","url":"https://a.example/6","title":"Bath","date_published":"2026-03-02T07:15:00Z"}]}`, "https://a.example/6 Bath 2026-03-02T07:15"},
		"news sitemap": {`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://a.example/7</loc><news:news><news:publication_date>2026-03-02</news:publication_date><news:title>Bath</news:title></news:news></url></urlset>`,
			"https://a.example/7 Bath 2026-03-02"},
		"sitemap":      {`<urlset><url><loc>https://a.example/8</loc><lastmod>2026-03-02T07:15+01:00</lastmod></url></urlset>`, "https://a.example/8  2026-03-02T06:15"},
		"index":        {`<sitemapindex><sitemap><loc>/news.xml</loc></sitemap></sitemapindex>`, "index https://a.example/news.xml"},
		"a page":       {`<html><body>x</body></html>`, "! it is neither RSS nor Atom, JSON Feed or a sitemap"},
		"nothing":      {"", "! it is neither RSS nor Atom, JSON Feed or a sitemap"},
		"deep":         {fmt.Sprintf(rss, strings.Repeat("<a:b>", 2_000_000)), "! its elements nest more than 100 deep"},
		"many":         {fmt.Sprintf(rss, strings.Repeat("<item></item>", mostItems+10)+"<item><link>/9</link></item>"), "left 5011"},
		"entity in it": {`<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>` + fmt.Sprintf(rss, `<item><title>&x;</title><link>/10</link></item>`), "https://a.example/10 &x;"},
		"laughs":       {`<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>` + fmt.Sprintf(rss, `<item><title>&b;</title><link>/11</link></item>`), "https://a.example/11 &b;"},
		"sitemap bomb": {`<!DOCTYPE r [<!ENTITY a "ha">]><urlset><url><loc>&a;</loc></url></urlset>`, "https://a.example/&a; "},
	} {
		if got := describe(Read([]byte(test.feed), "https://a.example/feed", "")); got != test.want {
			t.Errorf("%s:\n%s\nnot\n%s", name, got, test.want)
		}
	}
}

// TestReadMoment reads dates as feeds write them: without a known zone a day.
func TestReadMoment(t *testing.T) {
	for s, want := range map[string]string{
		"Sat, 21 Nov 2026 08:00:00 +0100": "2026-11-21T07:00", "Sat, 21 Nov 2026 08:00:00 EST": "2026-11-21T13:00", "21 Nov 26 08:00 GMT": "2026-11-21T08:00",
		"2026-11-21T08:00:00+0100": "2026-11-21T07:00", "2026-11-21T08:00:00.123Z": "2026-11-21T08:00", "20261121T080000Z": "2026-11-21T08:00",
		"Sat, 21 Nov 2026 08:00:00 JST": "2026-11-21", "Sat, 21 Nov 2026 08:00:00": "2026-11-21", "2026-11-21": "2026-11-21", "21/11/2026": "2026-11-21",
		"11/21/2026 08:00 +0000": "2026-11-21T08:00", "Nov 21, 2026 8:00 PM": "2026-11-21", "Sat Nov 21 08:00:00 2026": "2026-11-21", "21.11.2026": "2026-11-21",
		"05/06/2026": "", "Fri, 21 Nov 1975 08:00:00 +0000": "", "yesterday": "", "2026-13-45": "", "": "",
	} {
		m, got := readMoment(s), ""
		switch {
		case m.day:
			got = m.at.Format(time.DateOnly)
		case !m.at.IsZero():
			got = m.at.UTC().Format("2006-01-02T15:04")
		}
		if got != want {
			t.Errorf("%q is %q, not %q", s, got, want)
		}
	}
}

// TestDecode reads feeds whatever they, or their senders, say of their encoding.
func TestDecode(t *testing.T) {
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(`<?xml version="1.0" encoding="utf-16"?><a>Café</a>`)
	if err != nil {
		t.Fatal(err)
	}
	const head = `<?xml version="1.0" encoding="utf-8"?>`
	for name, test := range map[string]struct{ feed, stated, want string }{
		"UTF-16":                   {utf16, "application/xml; charset=iso-8859-1", head + "<a>Café</a>"},
		"its sender":               {"<a>\xc4\xe0</a>", "text/xml; charset=windows-1251", "<a>Да</a>"},
		"its declaration":          {`<?xml version="1.0" encoding="windows-1251"?><a>` + "\xc4\xe0</a>", "text/xml", head + "<a>Да</a>"},
		"UTF-8 that is not":        {head + "<a>Caf\xe9</a>", "", head + "<a>Café</a>"},
		"UTF-8 with a broken byte": {"<a>é\xff</a>", "", "<a>é\ufffd</a>"},
		"characters":               {"<a>a&#8;b\x0bc&#x1F;&#65;</a>", "", "<a>a b c &#65;</a>"},
		"ampersands":               {"<a>a & b&c=d &amp; &eacute; <![CDATA[x & y]]></a>", "", "<a>a &amp; b&amp;c=d &amp; &eacute; <![CDATA[x & y]]></a>"},
	} {
		if got := string(decode([]byte(test.feed), test.stated)); got != test.want {
			t.Errorf("%s: %q, not %q", name, got, test.want)
		}
	}
}

// TestReadSamples reads the feeds that a well-known reader is tested with.
func TestReadSamples(t *testing.T) {
	read, failed, items := 0, 0, 0
	err := filepath.WalkDir(dataset.Path(t, "suites/gofeed-testdata/testdata"), func(name string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".xml" && filepath.Ext(name) != ".json" {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		f, err := Read(data, "https://a.example/feed", "")
		items += len(f.Items)
		for _, i := range f.Items {
			if !strings.HasPrefix(i.Address, "http://") && !strings.HasPrefix(i.Address, "https://") {
				t.Errorf("%s: %q", name, i.Address)
			}
		}
		if read++; err != nil {
			failed++
		}
		return nil
	})
	if err != nil || read < 1000 || items < 20 {
		t.Error(read, items, err)
	}
	t.Logf("%d files, %d of them no feeds or broken", read, failed)
}

func TestMemory(t *testing.T) {
	root, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	items := []Item{{Address: "https://a.example/1"}, {Address: "https://a.example/2"}, {Address: "https://a.example/3"}}
	for run, want := range []string{"[1 2 3]", "[2 3]", "[2]", "[]", "[4]"} {
		m, err := Recall(root)
		if err != nil {
			t.Fatal(err)
		}
		seen := m.Of("https://a.example/feed")
		var got []string
		for _, i := range seen.New(items) {
			got = append(got, strings.TrimPrefix(i.Address, "https://a.example/"))
			seen.Items[i.Address].Tried++
		}
		if fmt.Sprint(got) != want {
			t.Errorf("run %d: %s, not %s", run, got, want)
		}
		switch run {
		case 0:
			seen.Items["https://a.example/1"].Settle()
		case 1:
			seen.Items["https://a.example/3"].Settle()
		case 3:
			items = []Item{{Address: "https://a.example/4"}}
		case 4:
			if len(seen.Items) != 1 {
				t.Error("nothing is forgotten:", seen.Items)
			}
		}
		if err := m.Keep(root); err != nil {
			t.Fatal(err)
		}
	}
	root.WriteFile(memoryFile, []byte("{"), 0o644)
	if m, err := Recall(root); len(m) != 0 || err == nil || !strings.Contains(err.Error(), memoryFile) {
		t.Errorf("a broken memory is %v, %v", m, err)
	}
	if err := (Memory{"a": nil, "b": {Items: map[string]*Past{"c": nil}}}).Keep(root); err != nil {
		t.Fatal(err)
	}
	if m, err := Recall(root); err != nil || len(m.Of("a").Items)+len(m.Of("b").Items) != 0 {
		t.Error("what is null is remembered")
	}
}

func TestDue(t *testing.T) {
	now := time.Date(2026, 5, 8, 12, 0, 0, 0, time.UTC)
	ago := func(hours int) time.Time { return now.Add(-time.Duration(hours) * time.Hour) }
	for name, test := range map[string]struct {
		past  Past
		taken time.Time
		due   bool
	}{
		"the feed says so":             {Past{Changed: ago(3)}, ago(5), true},
		"said, and long ago":           {Past{Changed: ago(3)}, ago(500), true},
		"said, and looked at since":    {Past{Changed: ago(3), Asked: ago(2)}, ago(5), false},
		"said, and again":              {Past{Changed: ago(2), Asked: ago(3)}, ago(5), true},
		"said, and just looked at":     {Past{Changed: now, Asked: now.Add(-time.Minute)}, ago(5), false},
		"changed before it was taken":  {Past{Changed: ago(6)}, ago(5), false},
		"nobody tells":                 {Past{}, ago(30), false},
		"the server tells":             {Past{Tag: "1"}, ago(30), true},
		"the server told today":        {Past{Modified: "x", Asked: ago(5)}, ago(30), false},
		"the server tells, an old one": {Past{Tag: "1"}, ago(200), false},
		"not held, or by hand":         {Past{Tag: "1", Changed: now}, time.Time{}, false},
	} {
		seen := &Seen{Items: map[string]*Past{"a": &test.past}}
		if got := seen.Due(now, func(string) time.Time { return test.taken }); (len(got) == 1) != test.due {
			t.Errorf("%s: %q", name, got)
		}
	}
	seen := &Seen{Items: map[string]*Past{
		"b": {Tag: "1", Asked: ago(25)}, "a": {Tag: "1", Asked: ago(25)}, "c": {Changed: ago(1), Address: "own"}, "d": {Tag: "1"},
	}}
	got := seen.Due(now, func(address string) time.Time {
		return map[string]time.Time{"own": ago(9), "a": ago(40), "b": ago(40), "d": ago(39)}[address]
	})
	if want := []string{"c", "d", "a", "b"}; !slices.Equal(got, want) {
		t.Errorf("%q, not %q", got, want)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(fmt.Sprintf(rss, `<item><link>https://a.example/1</link></item>`))
	f.Add(fmt.Sprintf(atom, `<entry><link href="/5"/></entry>`))
	f.Add(`<urlset><url><loc>https://a.example/8</loc></url></urlset>`)
	f.Fuzz(func(t *testing.T, s string) {
		found, err := Read([]byte(s), "https://a.example/feed", "")
		for _, i := range found.Items {
			if err != nil || !strings.HasPrefix(i.Address, "http") {
				t.Error(i, err)
			}
		}
	})
}
