package command

import (
	"context"
	"iter"

	"parallax/generator/file"
)

// Whoever presses Ctrl-C waits for nothing that can be thrown away. A long step
// (reading, grouping, comparing, rendering, measuring) changes nothing but
// memory, so it need not be asked to stop at a hundred places: the command goes
// on without it, tidies up and ends, and the step ends with the program. Steps
// that write look at the context between two files.

// await returns what a step returns, or the error of ctx as soon as that ends.
// The step then goes on by itself: nothing that it changes may be read after.
func await[T any](ctx context.Context, step func() (T, error)) (T, error) {
	type outcome struct {
		value T
		err   error
	}
	done := make(chan outcome, 1)
	go func() {
		value, err := step()
		done <- outcome{value, err}
	}()
	select {
	case o := <-done:
		return o.value, o.err
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}

// awaitAll is await for a step that returns nothing.
func awaitAll(ctx context.Context, step func()) error {
	_, err := await(ctx, func() (struct{}, error) {
		step()
		return struct{}{}, nil
	})
	return err
}

// made is what a sequence of files yields.
type made struct {
	file file.File
	err  error
}

// awaited yields the files of a sequence, or the error of ctx as soon as that
// ends. The sequence and who takes its files run in turns, as without it.
func awaited(ctx context.Context, files iter.Seq2[file.File, error]) iter.Seq2[file.File, error] {
	return func(yield func(file.File, error) bool) {
		next, more := make(chan made), make(chan bool)
		left := make(chan struct{}) // closed when nobody takes files any more
		defer close(left)
		go offer(files, next, more, left)
		for {
			select {
			case m, ok := <-next:
				if !ok {
					return
				}
				if !yield(m.file, m.err) {
					more <- false
					<-next // closed when the sequence has ended
					return
				}
				more <- true
			case <-ctx.Done():
				yield(file.File{}, ctx.Err())
				return
			}
		}
	}
}

// offer sends the files of a sequence to next, each after the one before was asked
// for, until no more are wanted or nobody is left to take them, and closes it.
func offer(files iter.Seq2[file.File, error], next chan<- made, more <-chan bool, left <-chan struct{}) {
	defer close(next)
	for f, err := range files {
		select {
		case next <- made{f, err}:
		case <-left:
			return
		}
		select {
		case again := <-more:
			if !again {
				return
			}
		case <-left:
			return
		}
	}
}
