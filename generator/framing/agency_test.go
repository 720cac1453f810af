package framing

import "testing"

func TestAgentless(t *testing.T) {
	tests := []struct {
		name, a, b string
		want       string // deed and agent, or empty
	}{
		{
			"passive against active",
			"March in Holm\n\nA docker was injured at the harbour gate on Monday morning.",
			"March in Holm\n\nA police van injured a docker at the harbour gate on Monday morning.",
			"passive: injured / A police van",
		},
		{
			"passive against passive with its agent",
			"March in Holm\n\nA docker was injured at the harbour gate on Monday morning.",
			"March in Holm\n\nA docker was injured by a police van at the harbour gate on Monday morning.",
			"passive: injured / a police van",
		},
		{
			"nominalisation",
			"March in Holm\n\nThe arrest of two pickets at the harbour gate led to protests on Monday.",
			"March in Holm\n\nPolice arrested two pickets at the harbour gate, which led to protests on Monday.",
			"nominalisation: arrest / Police",
		},
		{
			"nobody names the agent",
			"March in Holm\n\nA docker was injured at the harbour gate on Monday morning.",
			"March in Holm\n\nOne docker was injured at the harbour gate on Monday morning.",
			"",
		},
		{
			"the patient is no agent",
			"Bridge shut\n\nThe north bridge was closed to all traffic on Monday morning.",
			"Bridge shut\n\nThe north bridge closed its lanes to all traffic on Monday morning.",
			"",
		},
		{
			"a source's passive is not the author's",
			"March in Holm\n\nThe union said a docker was injured at the harbour gate on Monday morning.",
			"March in Holm\n\nA police van injured a docker at the harbour gate on Monday morning.",
			"",
		},
		{
			"a quality is no deed",
			"March in Holm\n\nThe dockers at the harbour gate were worried on Monday morning.",
			"March in Holm\n\nThe police worried the dockers at the harbour gate on Monday morning.",
			"",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			texts := []string{test.a, test.b}
			c := compareTexts(Settings{}, texts...)
			got := ""
			for _, a := range c.Agency.Agentless {
				got += a.Kind + ": " + a.Deed.Span.Of(texts[a.Deed.Article]) + " / " + a.Agent.Span.Of(texts[a.Agent.Article])
			}
			if got != test.want {
				t.Errorf("got %q, want %q; statements %+v", got, test.want, c.Coverage.Statements)
			}
		})
	}
}

func TestAgencySide(t *testing.T) {
	c := compareTexts(Settings{}, "Title\n\nThe pier was built in 1900. It was shut by the town. They were worried. “I was pushed,” he said.", "Title\n\nNothing.")
	want := AgencySide{Article: 0, Sentences: 5, Passives: 2, Agents: 1}
	if got := c.Agency.Sides[0]; got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
