package class

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"parallax/generator/address"
	"parallax/generator/file"
	"parallax/generator/page/event"
)

// A page that stands alone is a file that can be mailed or opened from a USB
// stick: its styles are in it, it has the fonts of the system and no script,
// and its links lead to places in it, to files beside it or to the web.
// Nothing in it makes a request.

// alone returns a page as it stands in the pack. Links to pages of the site
// that the pack does not hold, and from a pupil's file to a teacher's, become
// plain words.
func (b *room) alone(f file.File, place string, places map[string]string) ([]byte, error) {
	doc, err := b.standing(f)
	if err != nil {
		return nil, err
	}
	relink(doc, func(to string) string {
		file, fragment, found := strings.Cut(to, "#")
		switch {
		case file == "":
			return to
		case strings.Contains(file, ":") && strings.HasPrefix(place, teacherDir):
			return to
		case places[file] == "" || strings.HasPrefix(place, pupilsDir) && !strings.HasPrefix(places[file], pupilsDir):
			return ""
		case found:
			fragment = "#" + fragment
		}
		return address.Link(place, places[file]) + fragment
	})
	return printed(doc)
}

// offline returns the page for practice: the exercises, the reports and the
// comparison on one page.
func (b *room) offline(pages []file.File) ([]byte, error) {
	prefixes := map[string]string{}
	var whole, main *html.Node
	for n, name := range []string{event.ClassFile, "blind-text.html", "blind.html"} {
		f := pages[0]
		for _, p := range pages {
			if path.Base(p.Path) == name {
				f = p
			}
		}
		doc, err := b.standing(f)
		if err != nil {
			return nil, err
		}
		if n == 0 {
			whole, main = doc, find(doc, func(n *html.Node) bool { return n.DataAtom == atom.Main })
			continue
		}
		prefix := fmt.Sprintf("p%d", n)
		prefixes[name] = prefix
		main.AppendChild(part(doc, prefix))
	}
	relink(whole, func(to string) string {
		file, fragment, _ := strings.Cut(to, "#")
		prefix := prefixes[file]
		switch {
		case file == "":
			return to
		case prefix == "":
			return ""
		case fragment == "":
			return "#" + prefix
		}
		return "#" + prefix + "-" + fragment
	})
	return printed(whole)
}

// part returns the main content of a page as a part of another: its title is
// the heading of a section, and its ids, and what refers to them, get a prefix.
func part(doc *html.Node, prefix string) *html.Node {
	main := find(doc, func(n *html.Node) bool { return n.DataAtom == atom.Main })
	main.Parent.RemoveChild(main)
	main.DataAtom, main.Data, main.Attr = atom.Div, "div", nil
	each(main, func(n *html.Node) {
		if n.DataAtom == atom.H1 {
			n.DataAtom, n.Data = atom.H2, "h2"
		}
		for i := range n.Attr {
			a := &n.Attr[i]
			switch a.Key {
			case "id", "for", "aria-labelledby", "aria-describedby", "headers":
				ids := strings.Fields(a.Val)
				for j := range ids {
					ids[j] = prefix + "-" + ids[j]
				}
				a.Val = strings.Join(ids, " ")
			case "href":
				if fragment, inside := strings.CutPrefix(a.Val, "#"); inside {
					a.Val = "#" + prefix + "-" + fragment
				}
			default:
				a.Val = strings.ReplaceAll(a.Val, "url(#", "url(#"+prefix+"-")
			}
		}
	})
	main.Attr = []html.Attribute{{Key: "id", Val: prefix}}
	return main
}

// standing reads a page and takes out of it what leads to the site: its head's
// links, its script, its navigation. The style sheets come into it.
func (b *room) standing(f file.File) (*html.Node, error) {
	doc, err := html.Parse(bytes.NewReader(f.Data))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", f.Path, err)
	}
	var styles []string
	var drop []*html.Node
	each(doc, func(n *html.Node) {
		if err != nil {
			return
		}
		switch {
		case n.DataAtom == atom.Link && attr(n, "rel") == "stylesheet":
			var style string
			style, err = b.styleSheet(path.Join(path.Dir(f.Path), attr(n, "href")))
			styles = append(styles, style)
			drop = append(drop, n)
		case n.DataAtom == atom.Link || n.DataAtom == atom.Script, n.DataAtom == atom.Header && attr(n, "class") == "top",
			n.DataAtom == atom.P && n.Parent.DataAtom == atom.Footer && find(n, isLink) != nil:
			drop = append(drop, n)
		}
	})
	for _, n := range drop {
		n.Parent.RemoveChild(n)
	}
	enclose(doc, styles)
	return doc, err
}

// remote finds the rules of a style sheet that load something.
var remote = regexp.MustCompile(`@font-face\{[^}]*url\([^}]*\}|@import[^;]*;`)

// styleSheet returns a style sheet of the site without what it loads.
func (b *room) styleSheet(file string) (string, error) {
	data, err := fs.ReadFile(b.Files, file)
	if err != nil {
		return "", fmt.Errorf("read templates/%s: %w", file, err)
	}
	return "\n" + strings.TrimSpace(remote.ReplaceAllString(string(data), "")) + "\n", nil
}

// enclose puts style sheets into the head of a page and allows them, and
// nothing else, by their hashes.
func enclose(doc *html.Node, styles []string) {
	head := find(doc, func(n *html.Node) bool { return n.DataAtom == atom.Head })
	var hashes strings.Builder
	for _, s := range styles {
		sum := sha256.Sum256([]byte(s))
		hashes.WriteString(" 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'")
		style := &html.Node{Type: html.ElementNode, DataAtom: atom.Style, Data: "style"}
		style.AppendChild(&html.Node{Type: html.TextNode, Data: s})
		head.AppendChild(style)
	}
	each(head, func(n *html.Node) {
		if attr(n, "http-equiv") == "Content-Security-Policy" {
			setAttr(n, "content", "default-src 'none'; style-src"+hashes.String()+"; img-src data:; base-uri 'none'; form-action 'none'")
		}
	})
}

// relink gives every link a new address; links whose new address is empty
// become plain words, or go if they stand in a row of links.
func relink(doc *html.Node, to func(string) string) {
	var drop []*html.Node
	defer func() {
		for _, n := range drop {
			n.Parent.RemoveChild(n)
		}
	}()
	each(doc, func(n *html.Node) {
		if !isLink(n) {
			return
		}
		if address := to(attr(n, "href")); address != "" {
			setAttr(n, "href", address)
			return
		}
		if attr(n.Parent, "class") == "twins" {
			drop = append(drop, n)
			return
		}
		n.DataAtom, n.Data = atom.Span, "span"
		var kept []html.Attribute
		for _, a := range n.Attr {
			if a.Key == "class" || a.Key == "lang" || a.Key == "dir" {
				kept = append(kept, a)
			}
		}
		n.Attr = kept
	})
}

func isLink(n *html.Node) bool {
	return n.Type == html.ElementNode && n.Data == "a" && attr(n, "href") != ""
}
