// Package ratio says once what a share is where there may be nothing to share.
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
