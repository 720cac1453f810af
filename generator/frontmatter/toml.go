package frontmatter

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"parallax/generator/diag"
)

// mostBroken is how many lines of one file may be no TOML before reading
// gives up.
const mostBroken = 20

// readTOML reads settings whose lines are those of the file.
func readTOML(file, source, settings string) (*Document, diag.List) {
	d := &Document{file: file, source: source, assign: " = ", broken: map[string]bool{}}
	var l diag.List
	for range mostBroken {
		var tree map[string]any
		_, err := toml.Decode(settings, &tree)
		if err == nil {
			d.root = planter(places(settings)).value(tree, nil, place{1, 1, 1, 1})
			return d, l
		}
		var broken toml.ParseError
		if !errors.As(err, &broken) {
			l.Add(d.at(diag.Error, 1, 0, "", err.Error()))
			return nil, l
		}
		line := d.addBroken(&l, broken, settings)
		mended, ok := without(settings, line)
		if !ok {
			return nil, l
		}
		key, _ := keyOf(lineOf(settings, line))
		top, _, _ := strings.Cut(key, ".")
		d.broken[top] = true
		settings = mended
	}
	return nil, l
}

// addBroken adds the diagnostic of a line that is no TOML and returns its
// number.
func (d *Document) addBroken(l *diag.List, e toml.ParseError, settings string) int {
	line, column := e.Position.Line, 0
	if e.Position.Start >= 0 && e.Position.Start <= len(settings) {
		before := settings[:e.Position.Start]
		start := strings.LastIndexByte(before, '\n') + 1
		if strings.Count(before, "\n")+1 == line {
			column = utf8.RuneCountInString(before[start:]) + 1
		}
	}
	line = max(line, 1)
	if open := unclosed(settings); open.mark != "" {
		l.Add(d.at(diag.Error, open.line, open.column, "close it with "+open.mark, "what begins here never ends"))
		return open.line
	}
	what, mend := explain(e, lineOf(settings, line))
	if what.column > 0 {
		column = what.column
	}
	l.Add(d.at(diag.Error, line, column, mend, what.text))
	return line
}

// dotted is a day as people write it: 31.5.2025, 5/31/2025, 2025/05/31.
var dotted = regexp.MustCompile(`^\d+[./]\d+[./]\d+`)

// An explained is what is wrong, and where if that is known better than the
// decoder does.
type explained struct {
	text   string
	column int
}

// explain says in a user's words what the decoder found.
func explain(e toml.ParseError, line string) (explained, string) {
	key, p := keyOf(line)
	raw := string([]rune(line)[min(max(p.valueColumn-1, 0), utf8.RuneCountInString(line)):])
	if why := ImpossibleDay(raw); why != "" && key != "" {
		return explained{key + ": " + why, p.valueColumn}, ""
	}
	if dotted.MatchString(raw) && key != "" {
		return explained{fmt.Sprintf("%s: %s is no date", key, strings.TrimSpace(raw)), p.valueColumn},
			"write year, month and day, such as 2025-05-31"
	}
	bare := raw != "" && !strings.ContainsAny(raw[:1], `"'[{+-0123456789`)
	if bare && strings.Contains(e.Message, "expected value") {
		return explained{fmt.Sprintf("%s: %s is no value", key, strings.TrimSpace(raw)), p.valueColumn},
			"text stands between quotation marks"
	}
	return explained{text: "this is no TOML: " + e.Message}, ""
}

// keyOf returns the dotted key that a line sets and its place, or "".
func keyOf(line string) (string, place) {
	found := places(line)
	longest := ""
	for path := range found {
		if len(path) > len(longest) {
			longest = path
		}
	}
	return strings.ReplaceAll(longest, pathSeparator, "."), found[longest]
}

// without empties a line, so that the others can be read. It refuses where
// the line may begin or end something longer.
func without(settings string, number int) (string, bool) {
	lines := strings.Split(settings, "\n")
	line := lines[number-1]
	balanced := strings.Count(line, "[") == strings.Count(line, "]") && strings.Count(line, "{") == strings.Count(line, "}")
	if !balanced || !strings.Contains(line, "=") || strings.Contains(line, `"""`) || strings.Contains(line, "'''") {
		return "", false
	}
	lines[number-1] = ""
	return strings.Join(lines, "\n"), true
}

// A planter turns what the decoder made into values with places.
type planter map[string]place

// value returns the value at a path. What has no place, because the decoder
// nests it otherwise than the text does, has the place of what is around it.
func (at planter) value(v any, path []string, around place) value {
	p, known := at[strings.Join(path, pathSeparator)]
	if !known {
		p = around
	}
	made := value{line: p.valueLine, column: p.valueColumn}
	switch v := v.(type) {
	case map[string]any:
		made.kind = table
		for name, inner := range v {
			inside := append(path[:len(path):len(path)], name)
			key, known := at[strings.Join(inside, pathSeparator)]
			if !known {
				key = p
			}
			made.fields = append(made.fields, field{name, key.line, key.column, at.value(inner, inside, p)})
		}
		slices.SortFunc(made.fields, byPlace)
	case []any:
		made.kind, made.items = list, items(at, v, path, p)
	case []map[string]any:
		made.kind, made.items = list, items(at, v, path, p)
	case string:
		made.kind, made.text = text, v
	case int64:
		made.kind, made.text = integer, strconv.FormatInt(v, 10)
	case float64:
		made.kind, made.text = fraction, strconv.FormatFloat(v, 'g', -1, 64)
	case bool:
		made.kind, made.text = truth, strconv.FormatBool(v)
	case time.Time:
		made.kind, made.text = moment, written(v)
	}
	return made
}

// items returns the values of a list.
func items[T any](at planter, list []T, path []string, around place) []value {
	var made []value
	for i, item := range list {
		made = append(made, at.value(item, append(path[:len(path):len(path)], strconv.Itoa(i)), around))
	}
	return made
}

// written returns a date as it stands in the file. The decoder gives local
// dates the computer's zone; its name tells them apart and the zone is dropped.
func written(t time.Time) string {
	switch t.Location().String() {
	case "date-local":
		return t.Format(time.DateOnly)
	case "datetime-local":
		return t.Format("2006-01-02T15:04:05")
	case "time-local":
		return t.Format(time.TimeOnly)
	}
	return t.Format(time.RFC3339)
}
