package mask

import (
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/text"
)

// maskedEvent returns a hider for an event with reports of three outlets, of
// which one is the press office of a body that the texts speak of.
func maskedEvent() *Hider {
	outlets := []corpus.Outlet{
		{ID: "courier", Name: "The Alder Courier", Short: "Courier", Homepage: "https://www.courier.example/"},
		{ID: "sun", Name: "The Sun"},
		{ID: "kbs", Name: "KBS World"},
		{ID: "council", Name: "Alder Quay Council Press Office", Short: "Council"},
	}
	const headline = "Bridge Shut\n"
	const body = "The council, which is Alder Quay Council, shut it, the Sunday Courier said. " +
		"The sun came out. It told KBS World Radio and the Courier's Ada Quist."
	blocks := []corpus.Block{{Span: text.Span{End: len(headline) - 1}}, {Span: text.Span{Start: len(headline), End: len(headline + body)}}}
	by := map[string]string{"courier": "Outlet B", "council": "Outlet C"}
	words := Words{Other: "another outlet", Unknown: "[name hidden]", Writer: "a reporter"}
	articles := []*corpus.Article{{Author: "Tom Weller", Language: "en", Text: headline + body, Blocks: blocks}}
	return New(FindOutlets(outlets, text.Builtin()), by, words, articles, text.Builtin())
}

func TestHide(t *testing.T) {
	h := maskedEvent()
	for in, want := range map[string]string{
		"told the Courier.":                      "told Outlet B.",
		"as The Courier wrote":                   "as Outlet B wrote",
		"The Courier has seen it":                "Outlet B has seen it",
		"a Courier reader":                       "an Outlet B reader",
		"A Courier reader":                       "An Outlet B reader",
		"in Alder Courier":                       "in Outlet B",
		"breathe Courier":                        "breathe Outlet B",
		"The Alder Courier’s Tom Weller":         "Outlet B’s reporter",
		"Tom Weller saw Tom Weller":              "A reporter saw a reporter",
		"the sun came out":                       "the sun came out",
		"he told The Sun":                        "he told another outlet",
		"by a Sun reader. The KBS World says":    "by another outlet reader. Another outlet says",
		"couriers and Couriership":               "couriers and Couriership",
		"see courier.example/a or KBS World":     "see Outlet B/a or another outlet",
		"write to desk@courier.example, please":  "write to another outlet, please",
		"https://x.example/?q=courier and so on": "Another outlet and so on",
		"nothing to see":                         "nothing to see",

		// What is perhaps somebody else's name says nothing of whose it is.
		"Alder Quay Council is to close it":     "[name hidden] is to close it",
		"told the Alder Quay Council’s men":     "told [name hidden]’s men",
		"an Alder Quay Council man":             "an [name hidden] man",
		"Council was told. Council knew":        "[name hidden] was told. [name hidden] knew",
		"The Council was told":                  "[name hidden] was told",
		"the council was told":                  "the council was told",
		"said the Council":                      "said Outlet C",
		"Alder Quay Council Press Office wrote": "Outlet C wrote",
		"the Sunday Courier said":               "[name hidden] said",
		"KBS World Radio said":                  "[name hidden] said",
		"the Courier's Ada Quist":               "Outlet B's Ada Quist",
	} {
		if got := h.Hide(in); got != want {
			t.Errorf("hide(%q) = %q, want %q", in, got, want)
		}
	}
}
