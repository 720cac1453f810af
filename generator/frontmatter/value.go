package frontmatter

import "strconv"

// A kind is what a value is, in the words of a diagnostic.
type kind string

const (
	text     kind = "text"
	integer  kind = "a whole number"
	fraction kind = "a number"
	truth    kind = "true or false"
	moment   kind = "a date"
	list     kind = "a list"
	table    kind = "a table"
	nothing  kind = "nothing"
)

// A value is a value of TOML or YAML with its place in the file.
type value struct {
	kind   kind
	text   string  // of every kind but list and table
	items  []value // of a list
	fields []field // of a table, in the order of the file
	line   int     // 1-based
	column int     // 1-based, in characters
}

// A field is a key of a table with its value.
type field struct {
	name   string
	line   int // of the key
	column int
	value  value
}

// find returns the value at a path of keys and item numbers, or nil.
func (v *value) find(path []string) *value {
	if len(path) == 0 {
		return v
	}
	if v.kind == list {
		n, err := strconv.Atoi(path[0])
		if err != nil || n < 0 || n >= len(v.items) {
			return nil
		}
		return v.items[n].find(path[1:])
	}
	for i := range v.fields {
		if v.fields[i].name == path[0] {
			return v.fields[i].value.find(path[1:])
		}
	}
	return nil
}
