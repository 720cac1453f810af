package text

import (
	"fmt"
	"strconv"
	"strings"
)

// Multiplier returns what a word multiplies the figure before it by ("million"
// by 1,000,000), given by its stem; 0 if it is no such word.
func (l *Language) Multiplier(stem string) float64 { return l.multipliers[stem] }

// readMultipliers reads the list "multipliers": a word and its figure a line.
func (l *Language) readMultipliers() error {
	l.multipliers = map[string]float64{}
	for _, line := range l.lists["multipliers"] {
		word, figure, _ := strings.Cut(line, " ")
		by, err := strconv.ParseFloat(figure, 64)
		if err != nil || by <= 0 {
			return fmt.Errorf("read the list multipliers of %s: %q is no word and its figure", l.Tag, line)
		}
		l.multipliers[l.stemOf(word)] = by
	}
	return nil
}
