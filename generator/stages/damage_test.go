package stages

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"parallax/generator/event"
)

// damages returns a file cut at every length and with every bit flipped.
func damages(whole []byte) [][]byte {
	var all [][]byte
	for i := range whole {
		all = append(all, whole[:i])
		for bit := range 8 {
			one := bytes.Clone(whole)
			one[i] ^= 1 << bit
			all = append(all, one)
		}
	}
	return all
}

// articlesOf returns the articles that a lock names.
func articlesOf(l event.Lock) []string {
	return slices.Sorted(slices.Values(slices.Concat(slices.Collect(maps.Values(l.Events))...)))
}

// TestDamagedLock demands that a damaged events.lock is an error that names it, or
// reads as it was, or is found out: by a published address that it lost, an article
// that it lost or invented, or a redirect that leads nowhere.
func TestDamagedLock(t *testing.T) {
	lock := event.Lock{
		Events:    map[string][]string{"bridge-2026-05": {"bridge/a", "bridge/b"}, "dock-2026-07": {"dock/a", "dock/b"}},
		Redirects: map[string]string{"old-bridge": "bridge-2026-05"},
	}
	addresses := []string{"bridge-2026-05", "dock-2026-07", "old-bridge"}
	refused, foundOut := 0, 0
	for _, data := range damages(FormatLock(lock)) {
		got, problems := ReadLock(fstest.MapFS{LockName: {Data: data}})
		switch {
		case problems.Failed():
			refused++
			if !strings.HasPrefix(problems.Sorted()[0].String(), LockName) {
				t.Errorf("%q: %s does not name the file", data, problems.Sorted()[0])
			}
		case bytes.Equal(FormatLock(got), FormatLock(lock)):
		case len(unknown(slices.Clone(addresses), got)) > 0,
			!slices.Equal(articlesOf(got), articlesOf(lock)),
			got.Events[got.Redirects["old-bridge"]] == nil:
			foundOut++
		default:
			t.Errorf("%q is read as %v", data, got)
		}
	}
	t.Logf("%d refused, %d found out", refused, foundOut)
	if refused == 0 || foundOut == 0 {
		t.Error("nothing was tried")
	}
}

// TestVanishedAddress takes an event out of events.lock that is published and that
// nothing else names.
func TestVanishedAddress(t *testing.T) {
	for _, c := range []struct {
		lock event.Lock
		want string
	}{
		{event.Lock{}, "[a b]"},
		{event.Lock{Events: map[string][]string{"a": {"x"}}}, "[b]"},
		{event.Lock{Events: map[string][]string{"a": {"x"}}, Redirects: map[string]string{"b": "a"}}, "[]"},
	} {
		w := &Work{Grouping: event.Grouping{Lock: c.lock}}
		w.Vanished([]string{"a", "b"})
		told := []string{}
		for _, d := range w.Problems.Sorted() {
			if address, is := strings.CutPrefix(d.What, "the address e/"); is && strings.HasSuffix(address, "/ is published and is not known any more: links to it would break") {
				told = append(told, address[:strings.Index(address, "/")])
			}
		}
		if fmt.Sprint(told) != c.want {
			t.Errorf("%v: %s, want %s", c.lock, told, c.want)
		}
	}
}
