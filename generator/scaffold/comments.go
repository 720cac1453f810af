package scaffold

import "strings"

// comments returns what the comments of a TOML file say of its keys and tables:
// the lines above one, or the rest of its line. Keys of tables are dotted.
func comments(source string) map[string]string {
	about := map[string]string{}
	prefix := ""
	var above []string
	for line := range strings.Lines(source) {
		line = strings.TrimSpace(line)
		table, isTable := strings.CutPrefix(line, "[")
		key, value, isKey := strings.Cut(line, " = ")
		switch {
		case strings.HasPrefix(line, "#"):
			above = append(above, strings.TrimSpace(strings.TrimPrefix(line, "#")))
			continue
		case isTable && strings.HasSuffix(table, "]"):
			name := strings.TrimSuffix(table, "]")
			about[name], prefix = strings.Join(above, " "), name+"."
		case isKey && !strings.HasPrefix(line, `"`):
			about[prefix+key] = strings.Join(above, " ")
			if _, beside, found := strings.Cut(value, " # "); found {
				about[prefix+key] = strings.TrimSpace(beside)
			}
			continue
		}
		above = nil
	}
	return about
}
