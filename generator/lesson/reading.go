package lesson

// longEnough is how many words a text needs for its reading level to mean
// something.
const longEnough = 100

// grade returns the reading level of what an exercise shows: of its excerpts,
// or of their articles where an excerpt is short. It is 0 if there are none.
// It chooses and sorts excerpts and is never shown.
func (m *maker) grade(x *Exercise) float64 {
	var sum float64
	for _, e := range x.Excerpts {
		a := m.Articles[e.Article]
		l := m.Languages.For(a.Language)
		g, words := l.Grade(a.Text, e.Span, a.Quotations)
		if words < longEnough {
			g = m.gradeOf(e.Article)
		}
		sum += g
	}
	return sum / float64(max(1, len(x.Excerpts)))
}

// gradeOf returns the reading level of the text of an article.
func (m *maker) gradeOf(article int) float64 {
	grade, known := m.grades[article]
	if !known {
		a := m.Articles[article]
		grade, _ = m.Languages.For(a.Language).Grade(a.Text, a.Body(), a.Quotations)
		if m.grades == nil {
			m.grades = map[int]float64{}
		}
		m.grades[article] = grade
	}
	return grade
}
