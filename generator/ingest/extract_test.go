package ingest

import (
	"bytes"
	"compress/gzip"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"parallax/generator/corpus"
	"parallax/generator/text"
)

// builtin returns the languages, read once for all tests.
var builtin = sync.OnceValue(text.Builtin)

// page is a page of an invented newspaper with what usually stands around an
// article.
const page = `<!DOCTYPE html><html lang="en-GB"><head>
<title>Council closes the harbour bath - The Merrow Lantern</title>
<meta property="og:site_name" content="The Merrow Lantern">
<meta property="og:title" content="Council closes the harbour bath - The Merrow Lantern">
<link rel="canonical" href="/news/harbour-bath#top">
<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},
{"@type":["NewsArticle"],"datePublished":"2026-03-02T07:15:00+0100","author":[{"name":"Ida Moor"},"Sam Finch"],
"license":"https://creativecommons.org/licenses/by-sa/4.0/"}]}</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Council closes the harbour bath</h1>
<p>The council closed the harbour bath on Monday after engineers found cracks in the wall of the large pool.</p>
<p>About 300 people swim there on a usual day, and several clubs said that they would have to look for another place.</p>
<h2>Repairs until June</h2>
<p>The repairs are to cost 1.2 million and will take until June, said the council&rsquo;s engineer, *Lena Brandt*, at a meeting.</p>
<blockquote><p>Nobody likes to close a bath in spring, but nobody would have liked what could have happened there.</p></blockquote>
<p>Sign up for our newsletter</p>
<p>Swimmers will be let into the bath of the grammar school in the evening, where there is room for a hundred of them.</p>
</article><div class="comments"><h3>Leave a comment</h3><form><input></form></div>
<footer>&copy; 2026 The Merrow Lantern. All rights reserved.</footer></body></html>`

func TestExtract(t *testing.T) {
	languages := builtin()
	d, err := Extract(Page{Data: []byte(page), Address: "https://lantern.example/a?b=c"}, languages)
	if err != nil {
		t.Fatal(err)
	}
	for name, pair := range map[string][2]string{
		"title":    {d.Title, "Council closes the harbour bath"},
		"author":   {d.Author, "Ida Moor, Sam Finch"},
		"date":     {d.Date.String(), "2026-03-02T07:15:00+01:00"},
		"language": {d.Language, "en-GB"},
		"url":      {d.URL, "https://lantern.example/news/harbour-bath"},
		"site":     {d.Site, "The Merrow Lantern"},
		"licence":  {string(d.Licence), "CC-BY-SA-4.0"},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s is %q, not %q", name, pair[0], pair[1])
		}
	}
	var kinds []string
	for _, b := range d.Blocks {
		kinds = append(kinds, string(b.Kind))
	}
	if got := strings.Join(kinds, " "); got != "paragraph paragraph subheading paragraph quote paragraph" {
		t.Errorf("blocks: %s\n%s", got, d.Text())
	}
}

// TestExtractPacked reads the same page packed and in another encoding.
func TestExtractPacked(t *testing.T) {
	languages := builtin()
	old := strings.Replace(page, "<head>", `<head><meta charset="windows-1252">`, 1)
	old = strings.Replace(old, "large pool", "café", 1)
	old, err := charmap.Windows1252.NewEncoder().String(old)
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	w.Write([]byte(old))
	w.Close()
	d, err := Extract(Page{Data: packed.Bytes()}, languages)
	if err != nil || !strings.Contains(d.Text(), "wall of the café.") || d.URL != "" {
		t.Error(err, d.URL, d.Text())
	}
}

// TestExtractRefuses keeps hostile pages out.
func TestExtractRefuses(t *testing.T) {
	var bomb bytes.Buffer
	w := gzip.NewWriter(&bomb)
	w.Write(make([]byte, Largest+1))
	w.Close()
	for name, page := range map[string][]byte{
		"bomb":      bomb.Bytes(),
		"large":     make([]byte, Largest+1),
		"deep":      []byte(strings.Repeat("<div>", 100_000)),
		"elements":  []byte("<p>" + strings.Repeat("<a>x</a>", mostElements)),
		"text":      []byte("<p>" + strings.Repeat("The council met. ", mostText/16)),
		"empty":     nil,
		"no text":   []byte("<html><body></body></html>"),
		"cut short": {0x1f, 0x8b, 8},
	} {
		if _, err := Extract(Page{Data: page}, builtin()); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// TestDecode reads pages whatever they, or their senders, say of their encoding.
func TestDecode(t *testing.T) {
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("<p>Caf\u00e9")
	if err != nil {
		t.Fatal(err)
	}
	bare, err := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder().String("<p>Cafe")
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct{ page, stated, want string }{
		"UTF-8":                       {"<p>Caf\u00e9", "", "<p>Caf\u00e9"},
		"its mark":                    {"\ufeff<p>Caf\u00e9", "", "<p>Caf\u00e9"},
		"UTF-8 that says Latin-1":     {"<meta charset=iso-8859-1>Caf\u00e9", "text/html; charset=iso-8859-1", "<meta charset=iso-8859-1>Caf\u00e9"},
		"Latin-1":                     {"<p>Caf\xe9", "text/html; charset=ISO-8859-1", "<p>Caf\u00e9"},
		"Latin-1 that says UTF-8":     {"<meta charset=utf-8>Caf\xe9", "text/html; charset=utf-8", "<meta charset=utf-8>Caf\u00e9"},
		"UTF-8 with a broken byte":    {"<meta charset=utf-8>Caf\u00e9 \xff", "", "<meta charset=utf-8>Caf\u00e9 \ufffd"},
		"the sender before the page":  {"<meta charset=koi8-r>\xc4\xe0", "text/html; charset=windows-1251", "<meta charset=koi8-r>\u0414\u0430"},
		"the page":                    {"<meta charset=windows-1251>\xc4\xe0", "", "<meta charset=windows-1251>\u0414\u0430"},
		"the page, late":              {"<!--" + strings.Repeat(" ", 2000) + "--><meta charset=windows-1251>\xc4\xe0", "", "<!--" + strings.Repeat(" ", 2000) + "--><meta charset=windows-1251>\u0414\u0430"},
		"no such encoding":            {"<meta charset=none>Caf\xe9", "text/html; charset=none", "<meta charset=none>Caf\u00e9"},
		"UTF-16 with a mark":          {utf16, "text/html; charset=utf-8", "<p>Caf\u00e9"},
		"UTF-16 as its sender says":   {bare, "text/html; charset=utf-16be", "<p>Cafe"},
		"ISO 2022 as its sender says": {"\x1b$B$\"\x1b(B", "text/html; charset=iso-2022-jp", "\u3042"},
	} {
		if got, err := decode([]byte(test.page), test.stated); err != nil || got != test.want {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

func TestReadDate(t *testing.T) {
	for s, want := range map[string]string{
		"2026-03-02T07:15:00Z":       "2026-03-02T07:15:00Z",
		"2026-03-02T07:15:00.5-0500": "2026-03-02T07:15:00-05:00",
		"2026-03-02T07:15:00":        "2026-03-02",
		"2026-03-02":                 "2026-03-02",
		"yesterday":                  "",
		"0001-01-01T00:00:00Z":       "",
	} {
		if got := readDate(s).String(); got != want {
			t.Errorf("%q is %q, not %q", s, got, want)
		}
	}
}

// TestAuthor finds who wrote an article in the surest place that says so.
func TestAuthor(t *testing.T) {
	const body = `<p>The council closed the harbour bath on Monday after engineers found cracks in the wall of the large pool.</p>`
	for head, want := range map[string]string{
		`<meta name="author" content="Ida Moor"><a rel="author">Sam Finch</a>`:                                   "Ida Moor",
		`<meta name="author" content="https://lantern.example/ida"><a rel="author" href="/sam">By Sam Finch</a>`: "Sam Finch",
		`<span itemprop="author">Ida Moor,</span>`:                                                               "Ida Moor",
		`<p class="lead byline">By Ida Moor</p>`:                                                                 "Ida Moor",
		`<p class="byline">Published 3 March, read 12,000 times</p>`:                                             "",
		`<p class="authority">Ida Moor</p>`:                                                                      "",
		`<a rel="author">` + strings.Repeat("a ", 20) + `</a>`:                                                   "",
	} {
		d, err := Extract(Page{Data: []byte(head + body)}, builtin())
		if err != nil || d.Author != want {
			t.Errorf("%s: %q, %v", head, d.Author, err)
		}
	}
}

func TestLicenceAt(t *testing.T) {
	for address, want := range map[string]corpus.Licence{
		"https://creativecommons.org/licenses/by/4.0/":                               "CC-BY-4.0",
		"http://creativecommons.org/publicdomain/zero/1.0/":                          "CC0-1.0",
		"https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/": "OGL-UK-3.0",
		"https://lantern.example/licenses/by/4.0/":                                   "",
		"https://creativecommons.org/licenses/nothing/9.0/":                          "",
	} {
		if got := licenceAt(address); got != want {
			t.Errorf("%s is %q", address, got)
		}
	}
}

// FuzzPage looks for pages that the program does not survive. The extractors,
// which are others' and whose failures are caught, are left out: under the
// fuzzer they take seconds a page.
func FuzzPage(f *testing.F) {
	f.Add([]byte(page))
	f.Add([]byte(`<script type="application/ld+json">[{"@type":"NewsArticle","author":{"name":["a"]}}]</script><p>x`))
	english := builtin().For("en")
	f.Fuzz(func(t *testing.T, page []byte) {
		source, err := decode(page, "text/html")
		if err != nil {
			return
		}
		root, err := html.Parse(strings.NewReader(source))
		if err != nil {
			return
		}
		d := readFacts(root, base("https://example.org/a"), english).document()
		found := candidates(root)
		d.Blocks = newChooser(english, d.Title).choose(found, found, newSheet(root))
		for _, b := range d.Blocks {
			if b.Text != oneLine(b.Text) || b.Text == "" {
				t.Errorf("%q", b.Text)
			}
		}
		if source := articleFile(d, "o", nil); !utf8.Valid(source) {
			t.Errorf("%q", source)
		}
	})
}

// TestFurnitureOfLanguages leaves out the boxes of pages in ten languages: other
// articles, adverts of an app, newsletters, buttons to share with, and boxes about
// the author.
func TestFurnitureOfLanguages(t *testing.T) {
	for line := range strings.Lines(`Mehr dazu: Die Brücke im Hafen | Laden Sie unsere App | Newsletter abonnieren und nichts verpassen | Artikel teilen | Über die Autorin
Voir aussi : le pont du port | Téléchargez notre application | Inscrivez-vous à notre lettre | Partager cet article | À propos de l’auteur
Noticias relacionadas con el puente | Descarga nuestra app | Suscríbete al boletín | Compartir en Facebook | Sobre la autora
Notícias relacionadas | Baixe o app do jornal | Inscreva-se na newsletter | Compartilhe com os amigos | Sobre o autor
Articoli correlati | Scarica la nostra app | Iscriviti alla newsletter | Condividi su Facebook | Sull'autore
Gerelateerde artikelen | Download onze app | Schrijf je in voor de nieuwsbrief | Deel dit bericht | Over de auteur
Relaterade artiklar | Ladda ner appen | Prenumerera på nyhetsbrevet | Dela artikeln | Om skribenten
Polecamy także | Pobierz naszą aplikację | Zapisz się na newsletter | Udostępnij na Facebooku | O autorze
Материалы по теме | Скачайте приложение | Подпишитесь на рассылку | Поделиться в сети | Об авторе
İlgili haberler | Uygulamamızı indirin | Abone ol | Paylaş: Facebook | Yazar hakkında
Most read in the town | Download our app | Get our newsletter | Share this | About the author`) {
		for box := range strings.SplitSeq(strings.TrimSpace(line), " | ") {
			source := strings.Replace(page, "<h2>Repairs until June</h2>", "<p>"+box+"</p>", 1)
			d, err := Extract(Page{Data: []byte(source)}, builtin())
			if err != nil || strings.Contains(d.Text(), box) || len(d.Blocks) < 3 {
				t.Errorf("%s: %v\n%s", box, err, d.Text())
			}
		}
	}
}

// TestRepeatedParagraph keeps a paragraph that a page has twice as often as it
// has it.
func TestRepeatedParagraph(t *testing.T) {
	const twice = "The council closes the bath at once, and it will open again when the pillars are mended."
	source := strings.Replace(page, "<h2>Repairs until June</h2>", "<p>"+twice+"</p><h2>Repairs until June</h2><p>"+twice+"</p>", 1)
	d, err := Extract(Page{Data: []byte(source)}, builtin())
	if err != nil || strings.Count(d.Text(), twice) != 2 {
		t.Errorf("%v\n%s", err, d.Text())
	}
}
