// Package parallel does work on all CPUs. What it does never depends on how many
// there are, nor on which worker is done first.
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Workers returns how many goroutines work at a time.
func Workers() int { return runtime.GOMAXPROCS(0) }

// Each calls do once for every number from 0 to n-1 and returns when all is done.
// The worker is a number below [Workers] that no two goroutines have, so that do
// can keep what is dear to make.
func Each(n int, do func(worker, i int)) {
	var next atomic.Int64
	var wait sync.WaitGroup
	for worker := range min(n, Workers()) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(worker, i)
			}
		})
	}
	wait.Wait()
}

// ahead is how many values are at work or wait to be handed out at a time, for
// each CPU: one that takes long must not leave the others idle.
const ahead = 2

// InOrder produces a value for every number from 0 to n-1 and hands them out in that
// order, whichever is done first. Only a few values are held at a time, and no more
// are made at once than there are CPUs, since what making one takes may be many times
// what it leaves. It ends with the first error of use, when nothing is at work any more.
func InOrder[T any](n int, produce func(i int) T, use func(T) error) error {
	queue := make(chan chan T, ahead*Workers())
	stop := make(chan struct{})
	desks := make(chan struct{}, Workers())
	var group sync.WaitGroup
	defer group.Wait()
	defer close(stop)
	group.Go(func() {
		defer close(queue)
		for i := range n {
			place := make(chan T, 1)
			select {
			case queue <- place:
			case <-stop:
				return
			}
			desks <- struct{}{}
			group.Go(func() {
				place <- produce(i)
				<-desks
			})
		}
	})
	for place := range queue {
		if err := use(<-place); err != nil {
			return err
		}
	}
	return nil
}
