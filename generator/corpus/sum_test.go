package corpus

import (
	"reflect"
	"testing"
	"time"

	"parallax/generator/text"
)

// TestSum changes an article field by field.
func TestSum(t *testing.T) {
	a := Article{
		NotEvent: []string{""}, Topics: []string{""}, SetAside: []string{""}, Quotations: []text.Span{{}},
		Blocks: []Block{{}}, Passages: []Passage{{}}, Earlier: []Version{{Passages: []Passage{{}}}},
	}
	seen := map[[32]byte]string{a.Sum(): "nothing"}
	change(reflect.ValueOf(&a).Elem(), "article", func(field string) {
		if other, known := seen[a.Sum()]; known {
			t.Errorf("%s changes nothing (%s)", field, other)
		}
		seen[a.Sum()] = field
	})
	if len(seen) < 40 {
		t.Errorf("only %d fields were changed", len(seen))
	}
}

// change changes everything in a value, one thing after the other, and calls
// changed after each.
func change(v reflect.Value, name string, changed func(field string)) {
	switch {
	case v.Type() == reflect.TypeFor[Date]():
		v.Set(reflect.ValueOf(Day(2026, time.May, 1)))
	case v.Kind() == reflect.String:
		v.SetString("x")
	case v.Kind() == reflect.Bool:
		v.SetBool(true)
	case v.Kind() == reflect.Int:
		v.SetInt(7)
	case v.Kind() == reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		changed(name)
		change(v.Elem(), name, changed)
		return
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			change(v.Index(i), name, changed)
		}
		return
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			change(v.Field(i), name+"."+v.Type().Field(i).Name, changed)
		}
		return
	default:
		panic("a field of another kind: " + name)
	}
	changed(name)
}
