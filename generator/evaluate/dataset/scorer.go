package dataset

import (
	"os/exec"
	"strconv"
	"strings"
	"testing"
)

// Scored runs a scorer that is published with a data set, and returns the
// figures that it prints by name. The test is skipped where the scorer or
// Python is absent.
func Scored(t testing.TB, scorer string, args ...string) map[string]float64 {
	t.Helper()
	path := Path(t, scorer)
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3 to run the published scorer " + scorer)
	}
	out, err := exec.Command(python, append([]string{"-B", path}, args...)...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", scorer, err, out)
	}
	fields := strings.Fields(string(out))
	figures := map[string]float64{}
	for i := 0; i+1 < len(fields); i += 2 {
		if figures[fields[i]], err = strconv.ParseFloat(fields[i+1], 64); err != nil {
			t.Fatalf("%s: %v\n%s", scorer, err, out)
		}
	}
	return figures
}
