// Bench says what building a site costs, beside what Hugo takes to render the same
// articles and what it takes to copy the files that were made, the floor.
//
//	go -C tools run ./bench                       1,000 and 10,000 articles
//	go -C tools run ./bench -n 1000 -runs 5       other sizes, and runs of each
//	go -C tools run ./bench -with old=/bin/old    a program of another version too
//
// It prints the rows of a table in Markdown: the median of processor time, which a
// busy computer changes less than the time on the clock, the most memory, files and
// bytes. All programs take turns in one run, since the figures of one and the same
// build differ by half between hours: read the ratios. Five reports of about 450 words
// make an event, each pinned to it. Hugo is left out where it is not on the path. Set
// TMPDIR to a folder in memory to keep the disk out of the figures.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "tools/bench:", err)
		os.Exit(1)
	}
}

func run() error {
	sizes := flag.String("n", "1000,10000", "numbers of articles")
	runs := flag.Int("runs", 3, "runs of each build")
	with := flag.String("with", "", "another program to time too: NAME=FILE")
	flag.Parse()
	work, err := os.MkdirTemp("", "bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	programs, err := findPrograms(work, *with)
	if err != nil {
		return err
	}
	fmt.Print(head)
	for size := range strings.SplitSeq(*sizes, ",") {
		n, err := strconv.Atoi(size)
		if err != nil || n < 1 {
			return fmt.Errorf("-n %s: want numbers of articles", *sizes)
		}
		if err := measure(filepath.Join(work, size), n, *runs, programs); err != nil {
			return fmt.Errorf("%d articles: %w", n, err)
		}
	}
	return nil
}

// A program builds a site.
type program struct {
	name  string
	file  string
	hugo  bool
	again bool // it is timed also when nothing and when one article was changed
}

// findPrograms returns the programs to be timed: Hugo if it is there, the program of
// this repository, which it builds, and another one.
func findPrograms(work, with string) ([]program, error) {
	var list []program
	if file, err := exec.LookPath("hugo"); err == nil {
		list = append(list, program{name: "Hugo, rendering alone", file: file, hugo: true})
	} else {
		fmt.Fprintln(os.Stderr, "tools/bench: hugo is not on the path and is left out")
	}
	own := program{name: "Parallax", file: filepath.Join(work, "parallax"), again: true}
	build := exec.Command("go", "build", "-o", own.file, "./generator/parallax")
	build.Dir, build.Stderr = "..", os.Stderr
	if err := build.Run(); err != nil {
		return nil, fmt.Errorf("build the program: %w", err)
	}
	list = append(list, own)
	if with != "" {
		name, file, found := strings.Cut(with, "=")
		if !found {
			return nil, errors.New("-with: want NAME=FILE")
		}
		list = append(list, program{name: name, file: file, again: true})
	}
	return list, nil
}
