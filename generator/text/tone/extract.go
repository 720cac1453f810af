package tone

// Reaches of the groups, in words.
const (
	nearReach  = 8
	closeReach = 3
	pairReach  = 10
	sumReach   = 6
)

// words adds the words of the sentence by where they stand.
func (v *view) words() {
	for i, t := range v.tokens {
		if t.form == "" || !v.outside(i) {
			continue
		}
		put := func(g Group) { v.add(Feature{Group: g, Form: t.form, Value: 1}) }
		put(Anywhere)
		if t.clause == v.home {
			put(Clause)
		}
		if v.nearest[i] {
			put(Nearest)
		}
		d := v.distance(i)
		if d <= nearReach {
			put(Near)
		}
		switch {
		case d <= closeReach && i < v.first:
			put(Before)
		case d <= closeReach:
			put(After)
		}
		if d <= pairReach && i+1 < len(v.tokens) && v.outside(i+1) {
			v.pair(Pair, i)
		}
	}
}

// pair adds the token and the one after it.
func (v *view) pair(g Group, i int) {
	if i+1 < len(v.tokens) && v.tokens[i].form != "" && v.tokens[i+1].form != "" {
		v.add(Feature{Group: g, Form: v.tokens[i].form, Next: v.tokens[i+1].form, Value: 1})
	}
}

// verb adds what the target is subject of or, for a possessive, what it has.
func (v *view) verb() {
	if v.role == "possessive" {
		for i := v.last + 1; i < min(v.last+3, len(v.tokens)); i++ {
			v.one(Possessed, i)
		}
		return
	}
	be := v.language.Lexicon("tone_be")
	passive := false
	for i := v.last + 1; i < min(v.last+6, len(v.tokens)) && v.tokens[i].clause == v.tokens[v.last].clause; i++ {
		t := v.tokens[i]
		passive = passive || be.Has(t.Lower)
		if v.auxiliary(t) {
			continue
		}
		if passive && v.language.Rules().Participle(t.Lower) {
			v.one(Patient, i)
		} else {
			v.one(Agent, i)
			v.pair(Agent, i)
		}
		return
	}
}

// one adds a token and its valence under the group.
func (v *view) one(g Group, i int) {
	t := v.tokens[i]
	if t.form == "" {
		return
	}
	v.add(Feature{Group: g, Form: t.form, Value: 1})
	v.sum(string(g), t.valence)
}

// neighbours adds the words before the target and the target's place.
func (v *view) neighbours() {
	if i := v.first - 1; i >= 0 && v.tokens[i].clause == v.home {
		v.one(Object, i)
		if i > 0 {
			v.pair(Object, i-1)
			v.sum("before object", v.tokens[i-1].valence)
		}
	}
	place := func(name string, is bool) {
		if is {
			v.add(Feature{Group: Role, Form: name, Value: 1})
		}
	}
	place(v.role, true)
	place("opens", v.first == 0)
	place("closes", v.last == len(v.tokens)-1)
	place("quoted", v.tokens[v.first].quoted)
}

// sum adds a number under a name.
func (v *view) sum(name string, value float64) {
	if value != 0 {
		v.add(Feature{Group: Sum, Form: name, Value: value})
	}
}

// A balance adds up valence of one zone, good and bad apart.
type balance struct{ good, bad float64 }

func (b *balance) add(valence, share float64) {
	b.good += max(valence, 0) * share
	b.bad += max(-valence, 0) * share
}

// zones are the places in which valence is added up.
type zones struct {
	sentence, near, before, after, clause, own, rival, fading, roleBefore, roleAfter balance
}

// sums adds the valence of the words, zone by zone.
func (v *view) sums() {
	var z zones
	names := 0
	for i, t := range v.tokens {
		if !v.outside(i) {
			continue
		}
		if t.rival {
			names++
		}
		if t.valence != 0 {
			v.balance(&z, i)
		}
	}
	v.zone("sentence", z.sentence)
	v.zone("near", z.near)
	v.zone("before", z.before)
	v.zone("after", z.after)
	v.zone("clause", z.clause)
	v.zone("own", z.own)
	v.zone("rival", z.rival)
	v.zone("fading", z.fading)
	v.zone(v.role+" before", z.roleBefore)
	v.zone(v.role+" after", z.roleAfter)
	v.sum("names", float64(min(names, 6))/3)
	v.sign("near", z.near)
	v.sign("sentence", z.sentence)
	v.sign("clause", z.clause)
	if names == 0 {
		v.add(Feature{Group: Role, Form: "alone", Value: 1})
	}
}

// balance adds one word to the zones it stands in.
func (v *view) balance(z *zones, i int) {
	t, d := v.tokens[i], v.distance(i)
	z.sentence.add(t.valence, 1)
	z.fading.add(t.valence, 3/float64(2+d))
	if d <= sumReach {
		z.near.add(t.valence, 1)
	}
	if i < v.first {
		z.roleBefore.add(t.valence, 1)
		if d <= sumReach {
			z.before.add(t.valence, 1)
		}
	} else {
		z.roleAfter.add(t.valence, 1)
		if d <= sumReach {
			z.after.add(t.valence, 1)
		}
	}
	if t.clause == v.home {
		z.clause.add(t.valence, 1)
	}
	if v.nearest[i] {
		z.own.add(t.valence, 1)
	} else {
		z.rival.add(t.valence, 1)
	}
}

// zone adds the two sums of a zone, cut off so that a long sentence does not
// outweigh everything else.
func (v *view) zone(name string, b balance) {
	const most = 6
	v.sum(name+" +", min(b.good, most)/3)
	v.sum(name+" -", min(b.bad, most)/3)
}

// sign adds which side of a zone outweighs the other.
func (v *view) sign(name string, b balance) {
	switch {
	case b.good > b.bad:
		name += " good"
	case b.good < b.bad:
		name += " bad"
	case b.good == 0:
		name += " none"
	default:
		return
	}
	v.add(Feature{Group: Role, Form: name, Value: 1})
}
