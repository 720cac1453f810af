package frame

import (
	"strings"
	"testing"

	"parallax/generator/message"
	"parallax/generator/site"
	"parallax/templates"
)

func TestMarkdown(t *testing.T) {
	texts, err := message.Load(templates.Files, "en")
	if err != nil {
		t.Fatal(err)
	}
	s, err := NewStyle(site.Config{}, texts, templates.Files, "")
	if err != nil {
		t.Fatal(err)
	}
	for in, want := range map[string]string{
		"[a](method.html#tone)":         `<p><a href="../method.html#tone">a</a></p>`,
		"![a](map.png)":                 `<p><img src="../map.png" alt="a"></p>`,
		"![a](https://x.example/a.png)": `<p>a</p>`,
		"![a](map.svg)":                 `<p>a</p>`,
		"[a](/about.html)":              `<p><a href="../about.html">a</a></p>`,
		"[a](javascript:alert%281%29)":  `<p><a href="">a</a></p>`,
		"[a](https://x.example/ä)":      `<p><a href="https://x.example/%C3%A4">a</a></p>`,
		"a <b onclick=x>b</b>":          `<p>a <!-- raw HTML omitted -->b<!-- raw HTML omitted --></p>`,
		"![alt words](https://x/y)":     `<p>alt words</p>`,
	} {
		if got := strings.TrimSpace(string(s.Markdown(in, "o/x.html"))); got != want {
			t.Errorf("%s gives %s, want %s", in, got, want)
		}
	}
}
