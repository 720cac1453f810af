package main

import (
	"io/fs"
	"testing/fstest"
)

// hugoSite returns a plain news site for Hugo: a page an article, event and outlet,
// lists by a hundred, a feed, a sitemap.
func hugoSite() fs.FS {
	return fstest.MapFS{
		"hugo.toml": {Data: []byte(`baseURL = "https://example.org/news/"
title = "News"
enableRobotsTXT = true
timeout = "600s"
[taxonomies]
outlet = "outlets"
event = "events"
[pagination]
pagerSize = 100
[services.rss]
limit = 50
[outputs]
home = ["html", "rss"]
section = ["html"]
taxonomy = ["html"]
term = ["html"]
`)},
		"layouts/baseof.html": {Data: []byte(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title><link rel="canonical" href="{{ .Permalink }}"></head>
<body><header><a href="{{ site.Home.RelPermalink }}">{{ site.Title }}</a></header><main>{{ block "main" . }}{{ end }}</main></body></html>
`)},
		"layouts/home.html": {Data: []byte(`{{ define "main" }}<ul>{{ range first 50 site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul>{{ end }}
`)},
		"layouts/list.html": {Data: []byte(`{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Paginator.Pages }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul>
{{ with .Paginator }}{{ if .HasNext }}<a href="{{ .Next.URL }}">Older</a>{{ end }}{{ end }}{{ end }}
`)},
		"layouts/page.html": {Data: []byte(`{{ define "main" }}<h1>{{ .Title }}</h1><time>{{ .Date.Format "2 January 2006" }}</time>
{{ range .GetTerms "outlets" }}<a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a>{{ end }} {{ range .GetTerms "events" }}<a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a>{{ end }}
{{ .Content }}{{ end }}
`)},
	}
}
