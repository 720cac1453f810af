package main

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// foundation returns the rooms that every other may stand on.
func foundation() []string {
	return []string{"diag", "file", "frontmatter", "message", "overlap", "parallel", "quantile", "text"}
}

// besides returns the rooms that are no part of the program: what only tests use.
func besides() []string { return []string{"cases", "sample"} }

// A house is the rooms by name.
type house map[string]*room

// A room is a folder of generator/.
type room struct {
	name    string
	within  []string        // packages inside it
	imports map[string]bool // rooms above the foundation
	floor   int             // 0 is the lowest
}

// newHouse reads lines of go list: a package and what it imports.
func newHouse(lines []string) house {
	h := house{}
	for _, line := range lines {
		fields := strings.Fields(line)
		name, inside := roomOf(fields[0])
		if name == "" {
			continue
		}
		r := h.room(name)
		if inside != "" {
			r.within = append(r.within, inside)
		}
		for _, imported := range fields[1:] {
			if other, _ := roomOf(imported); other != "" && other != name && !slices.Contains(foundation(), other) {
				r.imports[other] = true
			}
		}
	}
	h.place("main")
	h.reduce()
	return h
}

// roomOf returns the room that a package is in, and the package's name inside it;
// the program itself is the room "main". A package of others is in none.
func roomOf(pkg string) (name, inside string) {
	if pkg == "parallax/generator" {
		return "main", ""
	}
	rest, ours := strings.CutPrefix(pkg, "parallax/generator/")
	if !ours {
		return "", ""
	}
	if name, inside, _ = strings.Cut(rest, "/"); slices.Contains(besides(), name) {
		return "", ""
	}
	return name, inside
}

func (h house) room(name string) *room {
	if h[name] == nil {
		h[name] = &room{name: name, imports: map[string]bool{}}
	}
	return h[name]
}

// place puts the rooms on floors: each as high as it can stand below all that
// import it, the first at the top.
func (h house) place(first string) {
	depth, deepest := map[string]int{}, 0
	var sink func(name string, to int)
	sink = func(name string, to int) {
		if old, known := depth[name]; known && old >= to {
			return
		}
		depth[name], deepest = to, max(deepest, to)
		for other := range h.room(name).imports {
			sink(other, to+1)
		}
	}
	sink(first, 0)
	for name, r := range h {
		r.floor = deepest - depth[name]
	}
}

// reduce leaves out the imports that others lead to as well.
func (h house) reduce() {
	far := map[string]map[string]bool{}
	for name, r := range h {
		far[name] = map[string]bool{}
		for direct := range r.imports {
			h.below(h[direct], far[name])
		}
	}
	for name, r := range h {
		maps.DeleteFunc(r.imports, func(other string, _ bool) bool { return far[name][other] })
	}
}

// below notes all rooms that a room imports, directly or not.
func (h house) below(r *room, found map[string]bool) {
	for name := range r.imports {
		if !found[name] {
			found[name] = true
			h.below(h[name], found)
		}
	}
}

// floors returns the rooms above the foundation, floor by floor, each beside those
// that import the same.
func (h house) floors() [][]*room {
	var floors [][]*room
	for _, name := range slices.Sorted(maps.Keys(h)) {
		r := h[name]
		if slices.Contains(foundation(), name) {
			continue
		}
		for len(floors) <= r.floor {
			floors = append(floors, nil)
		}
		floors[r.floor] = append(floors[r.floor], r)
	}
	place := map[string]float64{}
	for _, rooms := range floors {
		slices.SortStableFunc(rooms, func(a, b *room) int { return cmp.Compare(mean(a, place), mean(b, place)) })
		for i, r := range rooms {
			place[r.name] = (float64(i) + 0.5) / float64(len(rooms))
		}
	}
	return floors
}

// mean returns where, from 0 to 1, the rooms stand that a room imports.
func mean(r *room, place map[string]float64) float64 {
	sum := 0.0
	for _, name := range slices.Sorted(maps.Keys(r.imports)) {
		sum += place[name]
	}
	return sum / float64(max(1, len(r.imports)))
}
