package command

import (
	"fmt"
	"iter"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"

	"parallax/generator/diag"
	"parallax/generator/file"
)

// A stopwatch adds up the time that each stage takes. Stages that hand values
// to each other one by one run in turns; each gets its own part.
type stopwatch struct {
	start time.Time
	mu    sync.Mutex
	spent map[string]time.Duration // by stage
}

// timed is what a stopwatch measures, in the order of the house. Comparing
// runs beside rendering; its time is that of all CPUs together.
var timed = [...]string{"read", "group", "compare", "render", "audit", "write"}

func newStopwatch() *stopwatch {
	return &stopwatch{start: time.Now(), spent: map[string]time.Duration{}}
}

// add adds to the time of a stage, which may be negative: time of another
// stage that was counted with it.
func (s *stopwatch) add(stage string, d time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.spent[stage] += d
}

// measure starts to time a stage and returns the function that ends it.
func (s *stopwatch) measure(stage string) (end func()) {
	start := time.Now()
	return func() { s.add(stage, time.Since(start)) }
}

// inside runs a stage while the stopwatch runs for another one.
func (s *stopwatch) inside(outer, stage string, do func()) {
	start := time.Now()
	do()
	spent := time.Since(start)
	s.add(stage, spent)
	s.add(outer, -spent)
}

// files passes files on and counts the time until each comes as render, and
// the time until the next is asked for as write.
func (s *stopwatch) files(files iter.Seq2[file.File, error]) iter.Seq2[file.File, error] {
	return func(yield func(file.File, error) bool) {
		end := s.measure("render")
		defer func() { end() }()
		for f, err := range files {
			end()
			end = s.measure("write")
			more := yield(f, err)
			end()
			end = s.measure("render")
			if !more {
				return
			}
		}
	}
}

// String returns the times of all stages.
func (s *stopwatch) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	parts := make([]string, len(timed))
	for i, stage := range timed {
		parts[i] = fmt.Sprintf("%s %s", stage, diag.Seconds(s.spent[stage]))
	}
	return strings.Join(parts, ", ")
}

// total returns the time since the stopwatch was started.
func (s *stopwatch) total() time.Duration { return time.Since(s.start) }

// epochVariable is the environment variable that sets the clock of builds
// that are to be repeated (reproducible-builds.org/specs/source-date-epoch).
const epochVariable = "SOURCE_DATE_EPOCH"

// clock returns the time that a build takes for now, and whether the
// environment set it.
func clock() (now time.Time, set bool, err error) {
	value, set := os.LookupEnv(epochVariable)
	if !set {
		return time.Now(), false, nil
	}
	seconds, err := strconv.ParseInt(value, 10, 64)
	if err != nil {
		return time.Time{}, false, fmt.Errorf("%s is %q; it must be a number of seconds since 1970", epochVariable, value)
	}
	return time.Unix(seconds, 0).UTC(), true, nil
}
