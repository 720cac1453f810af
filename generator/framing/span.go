package framing

import (
	"reflect"

	"parallax/generator/text"
)

// EachSpan calls found for every span in a value that is made of parts of a
// comparison, with the index of the article whose words it points at: that of the
// innermost value around it that names one, -1 if none does.
func EachSpan(v reflect.Value, found func(article int, s text.Span)) {
	eachSpan(v, -1, found)
}

func eachSpan(v reflect.Value, article int, found func(article int, s text.Span)) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			eachSpan(v.Elem(), article, found)
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachSpan(v.Index(i), article, found)
		}
	case reflect.Map:
		for _, value := range v.Seq2() {
			eachSpan(value, article, found)
		}
	case reflect.Struct:
		if s, ok := v.Interface().(text.Span); ok {
			found(article, s)
			return
		}
		if of := v.FieldByName("Article"); of.IsValid() && of.Kind() == reflect.Int {
			article = int(of.Int())
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				eachSpan(v.Field(i), article, found)
			}
		}
	}
}
