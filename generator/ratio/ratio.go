// Package ratio says once what a share is where there may be nothing to share, and
// what a truth counts.
package ratio

// Of returns a over b, 0 if b is 0.
func Of(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

// Rounded keeps three places of a share, not below 0, so that data files stay
// readable.
func Rounded(f float64) float64 { return float64(int(f*1000+0.5)) / 1000 }

// Truth returns 1 for what is so and 0 for what is not.
func Truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
