package page

// pairs returns the pairs of articles that get a page of their own: those of
// the strongest findings, as many as the site's settings allow.
func (b *builder) pairs() [][2]int {
	var pairs [][2]int
	seen := map[[2]int]bool{}
	for i := range b.comparison.Findings {
		f := &b.comparison.Findings[i]
		if f.Common || !facing(f) || len(pairs) >= b.site.Config.Pages.Pairs {
			continue
		}
		x, y := f.Evidence[0].Article, f.Evidence[1].Article
		pair := [2]int{min(x, y), max(x, y)}
		if !seen[pair] {
			seen[pair] = true
			pairs = append(pairs, pair)
		}
	}
	return pairs
}
