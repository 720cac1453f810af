package align

import (
	"math/rand/v2"
	"testing"
)

// TestGatheringKeepsMeans joins groups at random and holds the means that are kept
// against those of all pairs of units: they are the same in every bit.
func TestGatheringKeepsMeans(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 50 {
		const units, texts = 40, 9
		a := &Alignment{texts: make([]Text, texts), units: make([]unit, units), ties: make([][]tie, units)}
		like := map[[2]int32]float32{}
		for i := range a.units {
			a.units[i].text = random.IntN(texts)
		}
		for i := range int32(units) {
			for j := range i {
				if a.units[i].text != a.units[j].text && random.IntN(3) == 0 {
					l := max(float32(unlike), random.Float32())
					like[[2]int32{i, j}], like[[2]int32{j, i}] = l, l
					a.ties[i], a.ties[j] = append(a.ties[i], tie{j, l}), append(a.ties[j], tie{i, l})
				}
			}
		}
		g := a.gathering()
		for range 30 {
			p, q := g.of[random.IntN(units)], g.of[random.IntN(units)]
			if p == q {
				continue
			}
			sum, ties, pairs := 0.0, 0, 0
			for _, u := range g.members[p] {
				for _, v := range g.members[q] {
					if a.units[u].text == a.units[v].text {
						continue
					}
					pairs++
					if l, tied := like[[2]int32{u, v}]; tied {
						sum += float64(l)
						ties++
					}
				}
			}
			want := 0.0
			if pairs > 0 {
				want = (sum + unlike*float64(pairs-ties)) / float64(pairs)
			}
			if got := g.between(p, q); got != want {
				t.Fatalf("mean is %v, want %v", got, want)
			}
			g.join(p, q)
		}
	}
}
