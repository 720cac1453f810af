package parallel

import (
	"errors"
	"sync/atomic"
	"testing"
	"time"
)

func TestEach(t *testing.T) {
	const n = 1000
	var done [n]atomic.Int32
	busy := make([]atomic.Bool, Workers())
	Each(n, func(worker, i int) {
		if !busy[worker].CompareAndSwap(false, true) {
			t.Errorf("two goroutines are worker %d", worker)
		}
		done[i].Add(1)
		busy[worker].Store(false)
	})
	for i := range done {
		if times := done[i].Load(); times != 1 {
			t.Fatalf("%d was done %d times", i, times)
		}
	}
	Each(0, func(int, int) { t.Error("there is nothing to do") })
}

func TestInOrder(t *testing.T) {
	var got []int
	var busy atomic.Int32
	err := InOrder(50, func(i int) int {
		if n := busy.Add(1); int(n) > Workers() {
			t.Errorf("%d are made at once", n)
		}
		time.Sleep(time.Duration(i*7%5) * time.Millisecond)
		busy.Add(-1)
		return i
	}, func(i int) error {
		got = append(got, i)
		return nil
	})
	for i := range got {
		if got[i] != i {
			t.Fatalf("got %v", got)
		}
	}
	if err != nil || len(got) != 50 {
		t.Errorf("got %v, %v", got, err)
	}
}

func TestInOrderStops(t *testing.T) {
	full := errors.New("the disk is full")
	var made atomic.Int32
	err := InOrder(1000, func(i int) int { made.Add(1); return i }, func(i int) error {
		if i == 3 {
			return full
		}
		return nil
	})
	if !errors.Is(err, full) || int(made.Load()) > 4+(ahead+1)*Workers()+1 {
		t.Errorf("%v after %d values", err, made.Load())
	}
}
