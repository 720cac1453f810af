package frontmatter

import (
	"cmp"
	"encoding"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"parallax/generator/diag"
)

// byPlace orders fields as they stand in the file.
func byPlace(a, b field) int {
	return cmp.Or(cmp.Compare(a.line, b.line), cmp.Compare(a.column, b.column), strings.Compare(a.name, b.name))
}

// Bind fills the struct that v points to. Fields whose key is not written
// keep what they hold, so that defaults are set before. A field may be a
// string, bool, int, float64, a type with UnmarshalText, or a struct, slice
// or map (by string) of such; a struct with UnmarshalText may be written as
// text and as a table.
func (d *Document) Bind(v any) diag.List {
	b := binder{document: d}
	b.structure("", d.root, reflect.ValueOf(v).Elem())
	return b.list
}

// A binder fills one struct and collects what is wrong.
type binder struct {
	document *Document
	list     diag.List
}

// structure fills a struct from a table.
func (b *binder) structure(prefix string, v value, into reflect.Value) {
	names, fields := keysOf(into.Type())
	for _, f := range v.fields {
		index, known := fields[f.name]
		if !known {
			b.list.Add(b.document.at(diag.Error, f.line, f.column, diag.DidYouMean(f.name, names),
				fmt.Sprintf("unknown key %q", prefix+f.name)))
			continue
		}
		b.value(prefix+f.name, f.value, into.Field(index))
	}
}

// keysOf returns the keys of a struct in order, and the field of each.
func keysOf(t reflect.Type) ([]string, map[string]int) {
	var names []string
	fields := map[string]int{}
	for i := range t.NumField() {
		name := t.Field(i).Tag.Get("toml")
		if name == "" || name == "-" {
			continue
		}
		names = append(names, name)
		fields[name] = i
	}
	return names, fields
}

// value fills one field.
func (b *binder) value(key string, v value, into reflect.Value) {
	if reader, ok := into.Addr().Interface().(encoding.TextUnmarshaler); ok && v.kind != table {
		if v.kind != text && v.kind != moment {
			b.mismatch(key, v, "text or a date", `"..."`)
		} else if err := reader.UnmarshalText([]byte(v.text)); err != nil {
			b.add(key, v, "", key+": "+err.Error())
		}
		return
	}
	switch into.Kind() {
	case reflect.Slice:
		b.slice(key, v, into)
	case reflect.Map:
		b.mapping(key, v, into)
	case reflect.Struct:
		if b.is(key, v, `{ ... }`, table) {
			b.structure(key+".", v, into)
		}
	default:
		b.scalar(key, v, into)
	}
}

// scalar fills a field of a basic type.
func (b *binder) scalar(key string, v value, into reflect.Value) {
	switch into.Kind() {
	case reflect.String:
		if b.is(key, v, `"..."`, text) {
			into.SetString(v.text)
		}
	case reflect.Bool:
		if b.is(key, v, "true", truth) {
			into.SetBool(v.text == "true")
		}
	case reflect.Int:
		if b.is(key, v, "10", integer) {
			n, err := strconv.Atoi(v.text)
			if err != nil {
				b.mismatch(key, v, string(integer), "10")
			}
			into.SetInt(int64(n))
		}
	case reflect.Float64:
		if b.is(key, v, "0.5", fraction, integer) {
			f, err := strconv.ParseFloat(v.text, 64)
			if err != nil {
				b.mismatch(key, v, string(fraction), "0.5")
			}
			into.SetFloat(f)
		}
	}
}

// slice fills a list.
func (b *binder) slice(key string, v value, into reflect.Value) {
	if !b.is(key, v, `["..."]`, list) {
		return
	}
	made := reflect.MakeSlice(into.Type(), len(v.items), len(v.items))
	for i, item := range v.items {
		b.value(fmt.Sprintf("%s, item %d", key, i+1), item, made.Index(i))
	}
	into.Set(made)
}

// mapping fills a map from names to values.
func (b *binder) mapping(key string, v value, into reflect.Value) {
	if !b.is(key, v, `{ name = "..." }`, table) {
		return
	}
	made := reflect.MakeMap(into.Type())
	for _, f := range v.fields {
		element := reflect.New(into.Type().Elem()).Elem()
		b.value(key+"."+f.name, f.value, element)
		made.SetMapIndex(reflect.ValueOf(f.name), element)
	}
	into.Set(made)
}

// is reports whether the value is of one of the kinds, and says so if not.
func (b *binder) is(key string, v value, example string, kinds ...kind) bool {
	for _, k := range kinds {
		if v.kind == k {
			return true
		}
	}
	b.mismatch(key, v, string(kinds[0]), example)
	return false
}

// mismatch adds the diagnostic of a value of the wrong kind.
func (b *binder) mismatch(key string, v value, want, example string) {
	mend := "write " + b.document.Example(key, example)
	if strings.Contains(key, ", item ") {
		mend = "write " + example
	}
	b.add(key, v, mend, fmt.Sprintf("%s: want %s, got %s", key, want, v.kind))
}

// add adds a diagnostic about a value and remembers that its key is broken.
func (b *binder) add(key string, v value, mend, what string) {
	b.document.broken[key[:strings.IndexAny(key+".", ".,")]] = true
	b.list.Add(b.document.at(diag.Error, v.line, v.column, mend, what))
}
