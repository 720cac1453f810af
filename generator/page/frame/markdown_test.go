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
		"[a](https://x.example/ä)":      `<p><a href="https://x.example/%C3%A4">a</a></p>`,
		"a <b onclick=x>b</b>":          `<p>a <!-- raw HTML omitted -->b<!-- raw HTML omitted --></p>`,
		"![alt words](https://x/y)":     `<p>alt words</p>`,
		"[a](javascript:alert%281%29)":  `<p>a</p>`,
		"[*a*](mailto:a@b.example)":     `<p><em>a</em></p>`,
		"[a](https://u:p@x.example/)":   `<p>a</p>`,
		"<ms-msdt:x> <svg:svg>":         `<p>ms-msdt:x svg:svg</p>`,
		"<a:x&y>":                       `<p>&lt;a:x&amp;y&gt;</p>`,
		"<a@b.example>":                 `<p>a@b.example</p>`,
		"<https://x.example/>":          `<p><a href="https://x.example/">https://x.example/</a></p>`,
	} {
		if got := strings.TrimSpace(string(s.Markdown(in, "o/x.html"))); got != want {
			t.Errorf("%s gives %s, want %s", in, got, want)
		}
	}
}
