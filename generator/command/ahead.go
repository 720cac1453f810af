package command

import (
	"context"
	"fmt"
	"runtime"
	"sync"

	"parallax/generator/event"
	"parallax/generator/framing"
)

// An ahead compares events on all CPUs a few events ahead of the renderer,
// which takes one comparison after the other. Few are held at a time, so that
// memory stays flat.
type ahead struct {
	ctx     context.Context
	events  []event.Event
	compute func(*event.Event) (*framing.Comparison, error)
	index   map[string]int // by slug

	mu    sync.Mutex
	room  *sync.Cond // an event may be begun, or ctx is done
	jobs  []job
	next  int // the first event that no worker has looked at
	held  int // begun by a worker and not yet taken
	group sync.WaitGroup
}

// A job is the comparison of one event.
type job struct {
	begun  bool
	done   chan struct{} // closed when result and err are set
	result *framing.Comparison
	err    error
}

// compareAhead starts comparing. The workers end when all is done or ctx is;
// wait waits for that.
func compareAhead(ctx context.Context, events []event.Event, compute func(*event.Event) (*framing.Comparison, error)) *ahead {
	a := &ahead{ctx: ctx, events: events, compute: compute, index: map[string]int{}, jobs: make([]job, len(events))}
	a.room = sync.NewCond(&a.mu)
	for i := range events {
		a.index[events[i].Slug] = i
	}
	context.AfterFunc(ctx, func() {
		a.mu.Lock()
		defer a.mu.Unlock()
		a.room.Broadcast()
	})
	for range runtime.GOMAXPROCS(0) {
		a.group.Go(a.work)
	}
	return a
}

// wait waits until the workers have ended.
func (a *ahead) wait() { a.group.Wait() }

// lookahead is how many comparisons may be held for the renderer.
func lookahead() int { return 2 * runtime.GOMAXPROCS(0) }

// work compares one event after the other.
func (a *ahead) work() {
	for {
		i, ok := a.begin()
		if !ok {
			return
		}
		result, err := a.compute(&a.events[i])
		a.mu.Lock()
		a.jobs[i].result, a.jobs[i].err = result, err
		close(a.jobs[i].done)
		a.mu.Unlock()
	}
}

// begin waits for room and returns the next event that nobody has begun.
func (a *ahead) begin() (int, bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for a.ctx.Err() == nil {
		for a.next < len(a.jobs) && a.jobs[a.next].begun {
			a.next++
		}
		if a.next == len(a.jobs) {
			return 0, false
		}
		if a.held < lookahead() {
			a.held++
			a.jobs[a.next].begun, a.jobs[a.next].done = true, make(chan struct{})
			return a.next, true
		}
		a.room.Wait()
	}
	return 0, false
}

// take returns the comparison of an event, computing it if no worker has begun
// to, and lets it go.
func (a *ahead) take(e *event.Event) (*framing.Comparison, error) {
	i, known := a.index[e.Slug]
	if !known {
		return nil, fmt.Errorf("compare %s: there is no such event", e.Slug)
	}
	a.mu.Lock()
	done := a.jobs[i].done
	a.jobs[i].begun = true
	a.mu.Unlock()
	if done == nil {
		if err := a.ctx.Err(); err != nil {
			return nil, err
		}
		return a.compute(e)
	}
	select {
	case <-done:
	case <-a.ctx.Done():
		return nil, a.ctx.Err()
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	result, err := a.jobs[i].result, a.jobs[i].err
	a.jobs[i] = job{begun: true}
	a.held--
	a.room.Signal()
	return result, err
}
