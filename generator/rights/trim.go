package rights

import (
	"maps"
	"reflect"
	"slices"
	"strings"

	"parallax/generator/text"
)

// trimmed returns a copy of a value of a comparison in which every text has
// been cut to what may be shown. It goes through all fields, so that a new
// signal cannot bring words past the allowance. Names without blanks, such as
// ids, are no texts, unless their script never has any.
func (a *Allowance) trimmed(v reflect.Value) reflect.Value {
	if !holdsText(v.Type()) {
		return v
	}
	made := reflect.New(v.Type()).Elem()
	switch v.Kind() {
	case reflect.String:
		made.SetString(v.String())
		if isText(v.String()) {
			made.SetString(a.words(v.String()))
		}
	case reflect.Slice:
		if v.IsNil() {
			return v
		}
		made = reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		for i := range v.Len() {
			made.Index(i).Set(a.trimmed(v.Index(i)))
		}
	case reflect.Struct:
		made.Set(v)
		for i := range v.NumField() {
			if made.Field(i).CanSet() {
				made.Field(i).Set(a.trimmed(v.Field(i)))
			}
		}
	case reflect.Map:
		if v.IsNil() {
			return v
		}
		made = reflect.MakeMap(v.Type())
		keys := maps.Collect(v.Seq2())
		for _, key := range slices.SortedFunc(maps.Keys(keys), func(x, y reflect.Value) int { return strings.Compare(x.String(), y.String()) }) {
			made.SetMapIndex(key, a.trimmed(keys[key]))
		}
	}
	return made
}

// isText reports whether a string of a comparison is a text rather than a name
// such as an id.
func isText(s string) bool { return strings.Contains(s, " ") || strings.ContainsFunc(s, text.Unspaced) }

// names counts the words in strings of a comparison that are no texts and so are
// never cut: ids that are made of words, and addresses of articles.
func (a *Allowance) names(v reflect.Value) {
	if !holdsText(v.Type()) {
		return
	}
	switch v.Kind() {
	case reflect.String:
		if s := v.String(); !isText(s) {
			a.ledger.match(bothWays(s), func(s *source, word int) { s.use(word) })
		}
	case reflect.Slice:
		for i := range v.Len() {
			a.names(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				a.names(v.Field(i))
			}
		}
	case reflect.Map:
		for _, value := range v.Seq2() {
			a.names(value)
		}
	}
}

// holdsText reports whether values of a type may hold texts.
func holdsText(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.String:
		return true
	case reflect.Slice, reflect.Map:
		return holdsText(t.Elem())
	case reflect.Struct:
		for i := range t.NumField() {
			if f := t.Field(i); f.IsExported() && holdsText(f.Type) {
				return true
			}
		}
	}
	return false
}
