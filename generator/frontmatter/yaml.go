package frontmatter

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"parallax/generator/diag"
)

// deepest is how far YAML may nest; front matter needs four levels.
const deepest = 20

// errNotPlain is what is wrong with YAML beyond plain keys and values.
var errNotPlain = errors.New("only keys, texts, numbers, lists and tables are read here")

// readYAML reads settings whose lines are those of the file.
func readYAML(file, source, settings string) (*Document, diag.List) {
	d := &Document{file: file, source: source, assign: ": ", root: value{kind: table}, broken: map[string]bool{}}
	var l diag.List
	tree, err := parseYAML(settings)
	if err != nil {
		line, column := 1, 0
		what := err.Error()
		if broken, ok := errors.AsType[*yaml.SyntaxError](err); ok {
			what = broken.Message
			if broken.Token != nil && broken.Token.Position != nil {
				line, column = broken.Token.Position.Line, broken.Token.Position.Column
			}
		}
		l.Add(d.notYAML(settings, line, column, "this is no YAML: "+what))
		return nil, l
	}
	for _, document := range tree.Docs {
		root, err := fromYAML(document.Body, 0)
		if err == nil && root.kind != table && root.kind != nothing {
			err = errors.New("front matter is a list of keys with values")
		}
		if err != nil {
			l.Add(d.notYAML(settings, max(root.line, 1), root.column, err.Error()))
			return nil, l
		}
		d.root.fields = append(d.root.fields, root.fields...)
	}
	d.warnOfRemarks(settings, &l)
	return d, l
}

// notYAML returns what is wrong with a place, and the mend: most often a text has
// punctuation that means something in YAML, and a tab is no blank there.
func (d *Document) notYAML(settings string, line, column int, what string) diag.Diagnostic {
	written := lineOf(settings, line)
	if indent := written[:len(written)-len(strings.TrimLeft(written, " \t"))]; strings.Contains(indent, "\t") || strings.Contains(what, "character '\\t'") {
		return d.at(diag.Error, line, column, "write blanks in its place", "a tab stands where YAML has blanks")
	}
	for _, n := range []int{line, line - 1, line + 1} { // the parser may stop beside the text that it did not expect
		if mend := inQuotes(lineOf(settings, n)); mend != "" {
			return d.at(diag.Error, n, column, "write "+mend, what)
		}
	}
	return d.at(diag.Error, line, column, "", what)
}

// keyed is a line of a key and its value.
var keyed = regexp.MustCompile(`^(\s*(?:- +)?)([\w-]+): +(\S.*)$`)

// inQuotes returns a line with its value in quotation marks, "" if it has no
// value whose punctuation YAML reads as its own.
func inQuotes(line string) string {
	m := keyed.FindStringSubmatch(line)
	if m == nil || !isPunctuated(m[3]) {
		return ""
	}
	value := strings.TrimSpace(m[3])
	if first := value[:1]; (first == `"` || first == "'") && strings.HasSuffix(value, first) && len(value) > 1 {
		value = value[1 : len(value)-1]
	}
	return m[2] + ": " + strconv.Quote(value)
}

// isPunctuated reports whether a value, as it was written, begins with a mark of
// YAML or has one inside.
func isPunctuated(value string) bool {
	return strings.ContainsAny(value[:1], "\"'@`%&*!|>[]{},?-#:") || strings.Contains(value, ": ") || strings.HasSuffix(value, ":") || strings.Contains(value, " #")
}

// remarked is a line whose text a number sign cuts.
var remarked = regexp.MustCompile(`^(title|author|summary|name): +([^"'\[{|>#&*!].*?) #(.*)$`)

// warnOfRemarks warns of a text that a number sign cuts: YAML takes what follows
// for a remark.
func (d *Document) warnOfRemarks(settings string, l *diag.List) {
	number := 0
	for line := range strings.Lines(settings) {
		number++
		m := remarked.FindStringSubmatch(strings.TrimRight(line, "\r\n"))
		if m != nil {
			l.Add(d.at(diag.Warning, number, 0, fmt.Sprintf("write %s: %s", m[1], strconv.Quote(m[2]+" #"+m[3])),
				fmt.Sprintf("the %s ends before # here, since YAML takes the rest for a remark", m[1])))
		}
	}
}

// parseYAML parses a text. The parser is not ours and hostile input has
// broken it before, so a panic in it is an error here.
func parseYAML(settings string) (tree *ast.File, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("it cannot be read: %v", r)
		}
	}()
	if strings.Count(settings, "[")+strings.Count(settings, "{") > 1000 {
		return nil, errNotPlain
	}
	return parser.ParseBytes([]byte(settings), 0)
}

// fromYAML turns a node into a value with its place. On an error the value
// has the place of what is wrong.
func fromYAML(node ast.Node, depth int) (value, error) {
	if node == nil {
		return value{kind: nothing}, nil
	}
	made := value{kind: nothing}
	if t := node.GetToken(); t != nil && t.Position != nil {
		made.line, made.column = t.Position.Line, t.Position.Column
	}
	if depth > deepest {
		return made, errNotPlain
	}
	switch node := node.(type) {
	case *ast.NullNode, *ast.CommentGroupNode:
	case *ast.StringNode:
		made.kind, made.text = text, node.Value
	case *ast.LiteralNode:
		made.kind, made.text = text, node.Value.Value
	case *ast.IntegerNode:
		made.kind, made.text = integer, fmt.Sprint(node.Value)
	case *ast.FloatNode:
		made.kind, made.text = fraction, strconv.FormatFloat(node.Value, 'g', -1, 64)
	case *ast.BoolNode:
		made.kind, made.text = truth, strconv.FormatBool(node.Value)
	case *ast.SequenceNode:
		made.kind = list
		for _, item := range node.Values {
			inner, err := fromYAML(item, depth+1)
			if err != nil {
				return inner, err
			}
			made.items = append(made.items, inner)
		}
	case *ast.MappingValueNode:
		made.kind = table
		return made.with(node, depth)
	case *ast.MappingNode:
		made.kind = table
		for _, pair := range node.Values {
			var err error
			if made, err = made.with(pair, depth); err != nil {
				return made, err
			}
		}
	default:
		return made, errNotPlain
	}
	return made, nil
}

// with returns a table with one more key.
func (v value) with(pair *ast.MappingValueNode, depth int) (value, error) {
	inner, err := fromYAML(pair.Value, depth+1)
	if err != nil {
		return inner, err
	}
	name, ok := pair.Key.(*ast.StringNode)
	t := pair.Key.GetToken()
	if !ok || t == nil || t.Position == nil {
		return v, errNotPlain
	}
	v.fields = append(v.fields, field{name.Value, t.Position.Line, t.Position.Column, inner})
	return v, nil
}
