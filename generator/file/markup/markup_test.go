package markup

import (
	"fmt"
	"strings"
	"testing"
)

func TestTokens(t *testing.T) {
	for page, want := range map[string]string{
		`<a href="x&amp;y" ID='b'>1&lt;2</a>`:                `Start a href=x&y id=b|Text 1<2|End a`,
		`<A HREF=x.html>`:                                    `Start a href=x.html`,
		`<br/>x<!-- <a href="no"> --><!DOCTYPE html>`:        `Empty br|Text x`,
		`<script>if (a<b) x='<a href="no">'</script><p a b>`: `Start script|Text if (a<b) x='<a href="no">'|End script|Start p a= b=`,
		`<p title="<a href=no>">`:                            `Start p title=<a href=no>`,
		`<a href="open`:                                      ``,
	} {
		var got []string
		for token := range Tokens([]byte(page)) {
			s := [...]string{"Text", "Start", "Empty", "End"}[token.Kind] + " " + token.Name + string(token.Text)
			for _, a := range token.Attributes {
				s += fmt.Sprintf(" %s=%s", a.Key, a.Value)
			}
			got = append(got, s)
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%s: got %s, want %s", page, s, want)
		}
	}
}
