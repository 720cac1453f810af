package command

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync/atomic"
	"testing"

	"parallax/generator/event"
	"parallax/generator/framing"
)

func events(n int) []event.Event {
	all := make([]event.Event, n)
	for i := range all {
		all[i].Slug = fmt.Sprintf("e%d", i)
	}
	return all
}

func TestAheadComputesEachEventOnce(t *testing.T) {
	for _, order := range []string{"forwards", "backwards"} {
		t.Run(order, func(t *testing.T) {
			all := events(100)
			var computed atomic.Int64
			ctx, stop := context.WithCancel(t.Context())
			a := compareAhead(ctx, all, func(e *event.Event) (*framing.Comparison, error) {
				computed.Add(1)
				return &framing.Comparison{Event: e.Slug}, nil
			})
			for i := range all {
				e := &all[i]
				if order == "backwards" {
					e = &all[len(all)-1-i]
				}
				c, err := a.take(e)
				if err != nil || c.Event != e.Slug {
					t.Fatalf("%s: %v, %v", e.Slug, c, err)
				}
			}
			stop()
			a.wait()
			if n := computed.Load(); n != 100 {
				t.Errorf("computed %d comparisons of 100 events", n)
			}
		})
	}
}

// TestAheadHoldsFew lets the workers run without anybody taking: they must
// stop by themselves.
func TestAheadHoldsFew(t *testing.T) {
	all := events(1000)
	var computed atomic.Int64
	ctx, stop := context.WithCancel(t.Context())
	a := compareAhead(ctx, all, func(e *event.Event) (*framing.Comparison, error) {
		computed.Add(1)
		return &framing.Comparison{Event: e.Slug}, nil
	})
	for range 10 {
		if _, err := a.take(&all[0]); err != nil {
			t.Fatal(err)
		}
		runtime.Gosched()
	}
	a.mu.Lock()
	held := a.held
	a.mu.Unlock()
	stop()
	a.wait()
	if n := computed.Load(); held > lookahead() || n > int64(lookahead()+10) {
		t.Errorf("%d held and %d computed although %d are enough", held, n, lookahead())
	}
}

func TestAheadEndsWithItsContext(t *testing.T) {
	all := events(3)
	ctx, stop := context.WithCancel(t.Context())
	a := compareAhead(ctx, all, func(e *event.Event) (*framing.Comparison, error) {
		<-ctx.Done()
		return nil, ctx.Err()
	})
	stop()
	if _, err := a.take(&all[2]); !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v", err)
	}
	a.wait()
}
