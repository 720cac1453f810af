package text

import (
	"strings"
	"testing"
)

func TestDetect(t *testing.T) {
	for want, s := range map[string]string{
		"en": "The harbour office closed three of its four piers after the storm of last night.",
		"de": "Das Hafenamt hat nach dem Sturm der letzten Nacht drei der vier Kais gesperrt.",
		"fr": "La capitainerie a fermé trois des quatre quais après la tempête de la nuit dernière.",
		"es": "La autoridad portuaria cerró tres de los cuatro muelles tras la tormenta de anoche.",
		"ru": "Портовое управление закрыло три из четырёх причалов после ночного шторма.",
		"uk": "Портове управління закрило три з чотирьох причалів після нічного шторму, повідомили у місті.",
		"ja": "港湾局は昨夜の嵐のあと、四つの岸壁のうち三つを閉鎖した。",
		"zh": "昨夜风暴过后，港务局关闭了四个码头中的三个。",
		"ko": "항만청은 어젯밤 폭풍이 지난 뒤 부두 네 곳 가운데 세 곳을 폐쇄했다.",
		"ar": "أغلقت سلطة الميناء ثلاثة من الأرصفة الأربعة بعد عاصفة الليلة الماضية في المدينة.",
		"tr": "Liman idaresi dün geceki fırtınanın ardından dört iskeleden üçünü kapattı.",
		"":   "Freedom Edge 2024",
	} {
		if got := Detect(s); got != want {
			t.Errorf("Detect(%q) = %q, want %q", s, got, want)
		}
	}
	if got := Detect(strings.Repeat("1234 ", 900)); got != "" {
		t.Errorf("digits are %q", got)
	}
}

func TestNames(t *testing.T) {
	en := Builtin().For("en")
	const s = "Sailors left. Mr. Hale met Kim Jong Un in Port Merrow. Hale was late, said the Harbour Office.\nNothing Else"
	var got []string
	for _, n := range en.Names(s, en.Words(s)) {
		got = append(got, n.Of(s))
	}
	want := "Hale|Kim Jong Un|Port Merrow|Hale|Harbour Office|Else"
	if strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTerms(t *testing.T) {
	for _, test := range []struct{ tag, s, want string }{
		{"en", "The piers of the harbour", "pier|harbour"},
		{"zh", "港务局 A1 关", "港务|务局|a1|关"},
		{"ko", "항만청은 폭풍", "항만|만청|청은|폭풍"},
		{"ja", "コンテナ船", "コン|ンテ|テナ|ナ船"},
		{"ru", "причалов", "причал"},
	} {
		l := Builtin().For(test.tag)
		var got []string
		for _, w := range l.Terms(test.s, l.Words(test.s)) {
			got = append(got, w.Stem)
			if w.End > len(test.s) || w.Span.Len() <= 0 {
				t.Errorf("%s: span %v", test.s, w.Span)
			}
		}
		if strings.Join(got, "|") != test.want {
			t.Errorf("%s: got %q, want %q", test.s, got, test.want)
		}
	}
}

func FuzzTerms(f *testing.F) {
	for _, s := range []string{"The piers", "港务局 A1", "ｶﾅ 항만", "a\xffb İı ǅ", "'s ’s"} {
		f.Add(s)
	}
	languages := Builtin()
	f.Fuzz(func(t *testing.T, s string) {
		Detect(s)
		for _, tag := range []string{"en", "tr", "zh"} {
			l := languages.For(tag)
			words := l.Words(s)
			for _, w := range append(l.Terms(s, words), words...) {
				if w.Start < 0 || w.End > len(s) || w.Start >= w.End {
					t.Fatalf("%q: span %v", s, w.Span)
				}
			}
			for _, n := range l.Names(s, words) {
				if n.Start < 0 || n.End > len(s) || n.Start >= n.End {
					t.Fatalf("%q: name %v", s, n)
				}
			}
		}
	})
}
