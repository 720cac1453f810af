package stages

import (
	"fmt"
	"path"
	"runtime"
	"strings"
)

// tracedCalls is how many calls a trace names: the one that failed and who asked
// for it tell the mistake apart from others.
const tracedCalls = 4

// trace names the calls of this program that led to a panic, the innermost first:
// "framing/naming.go:83, framing/compare.go:61". It is called while the panic is
// recovered from.
func trace() string {
	pcs := make([]uintptr, 64)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(1, pcs)])
	var calls []string
	failed := false
	for more := true; more && len(calls) < tracedCalls; {
		var f runtime.Frame
		f, more = frames.Next()
		name, ours := strings.CutPrefix(f.Function, "parallax/generator/")
		switch {
		case f.Function == "runtime.gopanic":
			failed, calls = true, nil // what comes next failed
		case failed && ours:
			folder, _, _ := strings.Cut(name, ".")
			calls = append(calls, fmt.Sprintf("%s:%d", path.Join(folder, path.Base(f.File)), f.Line))
		}
	}
	return strings.Join(calls, ", ")
}
