// House draws the rooms of the program and who imports whom, as docs/house.svg.
//
//	go -C tools run ./house          writes the drawing anew
//	go -C tools run ./house --check  fails if it is not the one that is there
//
// The drawing is made from go list and nothing else. A room is a folder of
// generator/; packages inside it are named in it. A room stands on the floor below
// all that import it. A line that others together make is left out, and so are
// those to the foundation, on which every room may stand.
package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "tools/house:", err)
		os.Exit(1)
	}
}

// drawing is the file, as seen from the folder tools.
const drawing = "../docs/house.svg"

func run(args []string) error {
	list := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "parallax/generator/...")
	list.Dir, list.Stderr = "..", os.Stderr
	lines, err := list.Output()
	if err != nil {
		return fmt.Errorf("list the packages: %w", err)
	}
	made := newHouse(strings.Split(strings.TrimSpace(string(lines)), "\n")).draw()
	if len(args) == 0 {
		return os.WriteFile(drawing, made, 0o644)
	}
	there, err := os.ReadFile(drawing)
	if err == nil && !bytes.Equal(there, made) {
		err = fmt.Errorf("docs/house.svg is not what go list says; run go -C tools run ./house")
	}
	return err
}
