// Package quantile says once what a median and its like are.
package quantile

import (
	"math"
	"slices"
)

// Of returns the least of the values, in any order, that the share q of them does not
// exceed (the nearest rank): with 0.5 the median, the lower one of two. It is
// always a value that was counted, never one between two. Without values it is 0.
func Of(values []float64, q float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(values))
	rank := int(math.Ceil(q * float64(len(sorted))))
	return sorted[min(max(rank, 1), len(sorted))-1]
}
