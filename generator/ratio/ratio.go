// Package ratio says once what a share is where there may be nothing to share, and
// what a truth counts.
package ratio

import "math"

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

// Wilson returns the interval in which a share of n lies with 95 in 100 (Wilson 1927).
func Wilson(right, n float64) (low, high float64) {
	const z = 1.96
	p := right / n
	middle, half := p+z*z/(2*n), z*math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	return max(0, (middle-half)/(1+z*z/n)), min(1, (middle+half)/(1+z*z/n))
}
