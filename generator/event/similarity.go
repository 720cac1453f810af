package event

import "math"

// similarity returns how alike two articles are, 0 to 1: a weighted mean of
// the cosines of their fields times a factor for the days between them.
func similarity(a, b *profile) float64 {
	const whole, opening, names = .45, .30, .25
	c := whole*dot(a.whole, b.whole) + opening*dot(a.opening, b.opening)
	if len(a.names) == 0 || len(b.names) == 0 {
		c /= whole + opening // a script without capitals, or too short for a name
	} else {
		c += names * dot(a.names, b.names)
	}
	return c * nearness(a, b)
}

// nearness returns the factor for the days between two articles. An unknown
// date is neither near nor far.
func nearness(a, b *profile) float64 {
	const floor, days, unknown = .3, 4.0, .8
	if !a.date.Known() || !b.date.Known() {
		return unknown
	}
	d := a.date.Days(b.date) / days
	return floor + (1-floor)*math.Exp(-d*d/2)
}
