package event

// An event's page keeps its size however many articles the event has: what
// stands once for each of them gets less room the more there are.

// room returns how many things of a kind a page shows of each of n articles,
// or in each column of n: most of them, as long as all together are about
// total, and never fewer than least.
func room(most, least, total, n int) int {
	return max(least, min(most, total/max(1, n)))
}
