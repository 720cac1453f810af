package logistic

// A Point is a case of which a value is known.
type Point struct {
	Measures []float64
	Value    float64
}

// LearnLine fits a straight line to points, the value as [Regression.Sum] of the
// measures, by least squares with a ridge on the weights of the standardised
// measures.
func LearnLine(names []string, points []Point, ridge float64) Regression {
	samples := make([]Sample, len(points))
	for i, p := range points {
		samples[i] = Sample{Measures: p.Measures, Weight: 1}
	}
	n := len(names)
	mean, spread := moments(n, samples)
	normal, toward := square(n+1), make([]float64, n+1)
	row := make([]float64, n+1)
	for _, p := range points {
		for i, m := range p.Measures {
			row[i] = (m - mean[i]) / spread[i]
		}
		row[n] = 1
		for i := range row {
			toward[i] += row[i] * p.Value
			for j := 0; j <= i; j++ {
				normal[i][j] += row[i] * row[j]
			}
		}
	}
	for i := range n { // the base is free
		normal[i][i] += ridge
	}
	weights := solve(normal, toward)
	base := weights[n]
	for i := range n {
		weights[i] /= spread[i]
		base -= weights[i] * mean[i]
	}
	return New(names, base, weights[:n])
}
