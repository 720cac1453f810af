package scaffold

import (
	"fmt"
	"strings"

	"parallax/generator/corpus"
)

// A snippet is one of Visual Studio Code's: what is typed, and what it brings.
type snippet struct {
	Scope       string   `json:"scope"`
	Prefix      string   `json:"prefix"`
	Description string   `json:"description"`
	Body        []string `json:"body"`
}

// snippets returns, for each kind of content, its whole front matter, and each
// of its keys.
func snippets() map[string]snippet {
	all := map[string]snippet{}
	for _, kind := range kinds() {
		body := []string{"+++"}
		for i, name := range required(kind) {
			body = append(body, fmt.Sprintf(`%s = "${%d}"`, name, i+1))
		}
		all[kind] = snippet{Scope: "markdown", Prefix: kind, Description: "The front matter of a file in " + corpus.Folders()[kind], Body: append(body, "${0}", "+++")}
		for _, k := range corpus.Keys(kind) {
			all[kind+" "+k.Name] = snippet{Scope: "markdown", Prefix: kind + "-" + k.Name, Description: k.About, Body: snippetBody(k)}
		}
	}
	return all
}

// snippetBody returns the lines that a key's snippet brings.
func snippetBody(k corpus.Key) []string {
	escaped := strings.NewReplacer(`\`, `\\`, "$", `\$`, "}", `\}`)
	if strings.Contains(k.Example, "\n") {
		return strings.Split(escaped.Replace(k.Example), "\n")
	}
	return []string{k.Name + " = ${1:" + escaped.Replace(k.Example) + "}"}
}
