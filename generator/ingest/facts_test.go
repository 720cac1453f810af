package ingest

import (
	"strings"
	"testing"
)

// bath is the text of an article that states nothing of itself.
const bath = `<p>The council closed the harbour bath on Monday after engineers found cracks in the wall of the large pool.</p>
<p>About 300 people swim there on a usual day, and several clubs said that they would have to look for another place.</p>
<p>The repairs are to cost 1.2 million and will take until June, said the council's engineer at a meeting of the clubs.</p>`

// TestFacts reads facts where a page states them of its article, and nowhere
// else: head and above go before the text, below after it.
func TestFacts(t *testing.T) {
	const ld = `<script type="application/ld+json">`
	for _, test := range []struct{ name, head, above, below, fact, want string }{
		{"a line that says published", "", "<p>Published 20 May 2026</p>", "", "date", "2026-05-20"},
		{"in German", "", "<p>Veröffentlicht am 20. Mai 2026 um 8 Uhr</p>", "", "date", "2026-05-20"},
		{"in Spanish", "", "<p>Publicado el 20 de mayo de 2026</p>", "", "date", "2026-05-20"},
		{"figures that can be read in two ways", "", "<p>Published 05/06/2026</p>", "", "date", ""},
		{"a line that says updated", "", "<p>Updated 20 May 2026</p>", "", "date", ""},
		{"a time above the text", "", `<time datetime="2026-05-20">20 May</time>`, "", "date", "2026-05-20"},
		{"a time of a change", "", `<p>Updated <time datetime="2026-05-20">20 May</time></p>`, "", "date", ""},
		{"a time in the text", "", "", `<p>The bath opened on <time datetime="2011-05-20">20 May 2011</time>.</p>`, "date", ""},
		{"a footer", "", "", `</article><footer>© 1998–2015, published 3 March 2015</footer>`, "date", ""},
		{"a comment", "", "", `<div id="comments"><time itemprop="datePublished" datetime="2021-06-07">x</time></div>`, "date", ""},
		{"an event above", "", `<div class="event"><time datetime="2025-03-14">x</time></div>`, "", "date", ""},
		{"the address", `<link rel=canonical href="https://lantern.example/2026/05/20/bath">`, "", "", "date", "2026-05-20"},
		{"a picture's address", "", "", `<img src="https://lantern.example/2019/05/03/bath.jpg">`, "date", ""},
		{"a moment of another day", `<meta name="dc.date" content="2026-05-20"><meta name="date" content="2026-11-02T08:00:00Z">`, "", "", "date", "2026-05-20"},
		{"a moment of the day", `<meta name="dc.date" content="2026-05-20"><meta name="date" content="2026-05-20T08:00:00Z">`, "", "", "date", "2026-05-20T08:00:00Z"},

		{"an author beside it", "", "", `<aside><span class="author">Zoe Nought</span></aside>`, "author", ""},
		{"an author of another article", "", "", `<article><span class="author">Zoe Nought</span></article>`, "author", ""},
		{"an author after it", "", "", `</article><span class="author">Zoe Nought</span>`, "author", ""},
		{"no author", `<meta name="author" content="admin">`, `<span class="byline">View all posts by Ida Moor</span>`, "", "author", "Ida Moor"},
		{"only words for by", "", `<span class="byline">Posted by</span>`, "", "author", ""},

		{"who made a claim", "", `<span class="author">The defence ministries of both countries</span>`, "", "author", ""},
		{"a desk", "", `<span class="author">Lantern news staff</span>`, "", "author", "Lantern news staff"},
		{"what the author wrote", "", `<span class="author">Analysis by Ida Moor</span>`, "", "author", "Ida Moor"},
		{"in Russian", "", `<span class="author">Текст: Ида Моор</span>`, "", "author", "Ида Моор"},
		{"an editor beside the author", "", `<span class="byline">By Ida Moor Edited by Zoe Nought</span>`, "", "author", "Ida Moor"},
		{"an editorial", `<meta name="author" content="Editorial">`, "", "", "author", ""},
		{"when something was founded", "", `<span class="bday dtstart published">1998-02-28</span>`, "", "date", ""},

		{"JSON-LD in CDATA", ld + "//<![CDATA[\n{\"@type\":\"NewsArticle\",\"author\":\"Ida Moor\"}\n//]]></script>", "", "", "author", "Ida Moor"},
		{"in a comment", ld + `<!-- {"@type":"NewsArticle","author":"Ida Moor"} --></script>`, "", "", "author", "Ida Moor"},
		{"with line breaks, commas and remarks", ld + "{\"@type\":[\"NewsArticle\",],/* x */\"description\":\"one\ntwo, ]\",\"author\":\"Ida Moor\",}</script>", "", "", "author", "Ida Moor"},
		{"an id in another script", ld + `{"@type":"Article","author":{"@id":"#1"}}</script>` + ld + `[{"@id":"#1","@type":"Person","name":"Ida Moor"}]</script>`, "", "", "author", "Ida Moor"},
		{"an id of nothing", ld + `{"@type":"Article","publisher":{"@id":"/#organization"}}</script>`, "", "", "outlet", ""},
		{"two articles", ld + `[{"@type":"Article","headline":"Cranes fall","author":"Zoe"},{"@type":"Article","headline":"Bath closed","author":"Ida Moor"}]</script>`, "", "", "author", "Ida Moor"},
		{"two articles of others", ld + `[{"@type":"Article","headline":"Cranes fall","author":"Zoe"},{"@type":"Article","headline":"Ferry late","author":"Sam"}]</script>`, "", "", "author", ""},
		{"an offer of work", ld + `{"@type":"JobPosting","datePublished":"2026-05-20"}</script>`, "", "", "date", ""},

		{"the name of software", `<meta property="og:title" content="escenic">`, "", "", "title", "Bath closed"},
		{"the article's name as the outlet's", `<meta property="og:site_name" content="Bath closed">`, "", "", "outlet", ""},
		{"a section as the outlet", `<meta property="og:site_name" content="U.S.">`, "", "", "outlet", ""},

		{"saved by Chrome", "<!-- saved from url=(0028)https://lantern.example/bath -->", "", "", "address", "https://lantern.example/bath"},
		{"saved by SingleFile", "<!--\n Page saved with SingleFile \n url: https://lantern.example/bath \n saved date: x -->", "", "", "address", "https://lantern.example/bath"},
		{"saved by monolith", "<!-- Saved from https://lantern.example/bath at 2026-05-20T08:00:00Z using monolith v2.8.1 -->", "", "", "address", "https://lantern.example/bath"},
		{"a copy in an archive", `<link rel=canonical href="https://web.archive.org/web/20260521080000id_/https://lantern.example/bath?a=b">`, "", "", "address", "https://lantern.example/bath?a=b"},
	} {
		page := "<title>Bath closed</title>" + test.head + "<article><h1>Bath closed</h1>" + test.above + bath + test.below + "</article>"
		d, err := Extract(Page{Data: []byte(page)}, builtin())
		got, from := map[string]string{"date": d.Date.String(), "author": d.Author, "outlet": d.Site, "title": d.Title, "address": d.URL}, map[string]string{
			"date": d.From.Date, "author": d.From.Author, "outlet": d.From.Site, "title": d.From.Title, "address": d.From.URL,
		}
		if err != nil || got[test.fact] != test.want || (from[test.fact] == "") != (test.want == "") {
			t.Errorf("%s: %s %q from %q, want %q (%v)", test.name, test.fact, got[test.fact], from[test.fact], test.want, err)
		}
	}
}

// TestOutletsName checks what a page calls its outlet against its other statements, the
// tail of its title and its address.
func TestOutletsName(t *testing.T) {
	site := func(name string) string { return `<meta property="og:site_name" content="` + name + `">` }
	app := func(name string) string { return `<meta name="application-name" content="` + name + `">` }
	for _, test := range []struct{ title, head, host, want string }{
		{"Bath closed", site("The Merrow Lantern"), "lantern.example", "The Merrow Lantern"},
		{"Bath closed | The Merrow Lantern", "", "merrowlantern.example", "The Merrow Lantern"},
		{"Bath closed - The Merrow Lantern", "", "www.merrowlantern.example", "The Merrow Lantern"},
		{"Bath closed – a town in tears", "", "lantern.example", ""},
		{"Bath closed | The Merrow Lantern", site("CMS Pro") + app("The Merrow Lantern"), "news.example", "The Merrow Lantern"},
		{"Bath closed | Merrow Lantern", site("Breaking News") + app("Merrow Lantern News"), "merrowlantern.example", "Merrow Lantern"},
		{"Bath closed", site("Home") + app("Port Merrow Courier"), "www.pmc.example", "Port Merrow Courier"},
		{"Bath closed", site("Home") + app("The Port Merrow Courier"), "pmc.example", "The Port Merrow Courier"},
		{"Bath closed - News - The Merrow Lantern", site("The Merrow Lantern"), "x.example", "The Merrow Lantern"},
	} {
		page := "<title>" + test.title + "</title>" + test.head + "<article><h1>Bath closed</h1>" + bath + "</article>"
		d, err := Extract(Page{Data: []byte(page), Address: "https://" + test.host + "/bath"}, builtin())
		if err != nil || d.Site != test.want {
			t.Errorf("%q, %q at %s: %q, want %q (%v)", test.title, test.head, test.host, d.Site, test.want, err)
		}
	}
}

// TestSeen takes of a page what its reader sees, and all of it.
func TestSeen(t *testing.T) {
	const told = "Two of the engineers told this paper that they had asked for it as early as the first week of March."
	for name, test := range map[string]struct {
		part string
		want bool
	}{
		"a heading that is a sentence": {"<h2>" + told + "</h2>", true},
		"a sentence that is one link":  {`<p><a href="/x">` + told + "</a></p>", true},
		"without scripts":              {"<noscript><p>" + told + "</p></noscript>", true},
		"without scripts, as saved":    {"<noscript>&lt;p&gt;" + told + "&lt;/p&gt;</noscript>", true},
		"what can be unfolded":         {"<details><summary>More</summary><p>" + told + "</p></details>", true},
		"a notice":                     {"<noscript><p>Turn on JavaScript: " + told + "</p></noscript>", false},
		"hidden":                       {"<p hidden>" + told + "</p>", false},
		"hidden by style":              {`<div style="color: red; display : none"><p>` + told + "</p></div>", false},
		"a template":                   {"<template><p>" + told + "</p></template>", false},
		"a closed dialog":              {"<dialog><p>" + told + "</p></dialog>", false},
		"another article, as a link":   {`<p><a href="/x">Engineers had asked for it as early as March</a></p>`, false},
	} {
		source := strings.Replace("<title>Bath closed</title><article><h1>Bath closed</h1>"+bath+"</article>", "<p>About", test.part+"<p>About", 1)
		d, err := Extract(Page{Data: []byte(source)}, builtin())
		if got := strings.Contains(d.Text(), "as early as"); err != nil || got != test.want || strings.Contains(d.Text(), "<") {
			t.Errorf("%s: %v\n%s", name, err, d.Text())
		}
	}
	all, err := Extract(Page{Data: []byte(`<title>Bath closed</title><body style="visibility:hidden">` + bath)}, builtin())
	if err != nil || !strings.Contains(all.Text(), "About 300") {
		t.Errorf("a page that is shown once it is loaded: %v\n%s", err, all.Text())
	}
}

// TestWithoutSite takes names off titles, and nothing else.
func TestWithoutSite(t *testing.T) {
	english := builtin().For("en")
	for _, test := range []struct{ title, site, host, author, want string }{
		{"Bath closed | The Lantern", "The Lantern", "lantern.example", "", "Bath closed"},
		{"Bath closed - Ida Moor", "", "lantern.example", "Ida Moor", "Bath closed"},
		{"Bath closed - Ida Moor", "", "lantern.example", "", "Bath closed - Ida Moor"},
		{"The Merrow Lantern: Bath closed", "", "themerrowlantern.example", "", "Bath closed"},
		{"Lantern: Bath closed", "The Lantern", "lantern.example", "", "Bath closed"},
		{"Lantern: Bath closed", "", "lantern.example", "", "Lantern: Bath closed"},
		{"Merrow: Bath closed", "The Lantern", "lantern.example", "", "Merrow: Bath closed"},
	} {
		if got := withoutSite(english, test.title, test.site, test.host, test.author); got != test.want {
			t.Errorf("%s: %s, want %s", test.title, got, test.want)
		}
	}
}
