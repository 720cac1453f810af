package command

import (
	"context"
	"errors"
	"iter"
	"testing"
	"time"

	"parallax/generator/file"
)

// numbered yields n files, and then the error.
func numbered(n int, err error) iter.Seq2[file.File, error] {
	return func(yield func(file.File, error) bool) {
		for i := range n {
			if !yield(file.File{Path: string(rune('a' + i))}, nil) {
				return
			}
		}
		if err != nil {
			yield(file.File{}, err)
		}
	}
}

func TestAwait(t *testing.T) {
	broken := errors.New("broken")
	if n, err := await(t.Context(), func() (int, error) { return 3, broken }); n != 3 || !errors.Is(err, broken) {
		t.Errorf("%d, %v", n, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	never := make(chan struct{})
	defer close(never)
	_, err := await(ctx, func() (int, error) {
		cancel()
		<-never
		return 0, nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("a step that does not end: %v", err)
	}
}

func TestAwaitedFiles(t *testing.T) {
	broken := errors.New("broken")
	var got string
	var last error
	for f, err := range awaited(t.Context(), numbered(3, broken)) {
		got += f.Path
		last = err
	}
	if got != "abc" || !errors.Is(last, broken) {
		t.Errorf("%q, then %v", got, last)
	}
	ended, taken := false, 0
	for range awaited(t.Context(), func(yield func(file.File, error) bool) {
		defer func() { ended = true }()
		for yield(file.File{}, nil) {
		}
	}) {
		if taken++; taken == 2 {
			break
		}
	}
	if !ended {
		t.Error("who stops taking files does not wait for the sequence to end")
	}
}

func TestAwaitedFilesOfACommandThatEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	never := make(chan struct{})
	defer close(never)
	start := time.Now()
	var last error
	for _, err := range awaited(ctx, func(yield func(file.File, error) bool) {
		yield(file.File{}, nil)
		cancel()
		<-never
	}) {
		last = err
	}
	if !errors.Is(last, context.Canceled) || time.Since(start) > time.Minute {
		t.Errorf("ends with %v", last)
	}
}
