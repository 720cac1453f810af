//go:build unix

package output

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// The child's folder, the step at which it is to die, and its limit on the
// size of files.
const (
	dirVariable   = "PARALLAX_TEST_DIR"
	dieVariable   = "PARALLAX_TEST_DIE"
	limitVariable = "PARALLAX_TEST_LIMIT"
)

// TestMain turns the test program into a build that dies or runs out of room
// where its environment says so.
func TestMain(m *testing.M) {
	if dir := os.Getenv(dirVariable); dir != "" {
		os.Exit(childBuild(dir))
	}
	os.Exit(m.Run())
}

func childBuild(dir string) int {
	if limit, err := strconv.ParseUint(os.Getenv(limitVariable), 10, 64); err == nil {
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: limit, Max: limit}); err != nil {
			panic(err)
		}
	}
	die, err := strconv.Atoi(os.Getenv(dieVariable))
	if err != nil {
		die = -1
	}
	steps, sealing, swap := 0, 0, 0
	_, err = Write(context.Background(), dir, siteB.files(), Options{Fault: func(step, _ string) error {
		switch {
		case steps == die:
			syscall.Kill(os.Getpid(), syscall.SIGKILL)
			select {}
		case step == "manifest":
			sealing = steps
		case step == "exchange":
			swap = steps
		}
		steps++
		return nil
	}})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	fmt.Println(steps, sealing, swap)
	return 0
}

func child(dir string, variables ...string) (stdout, stderr string, err error) {
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), append(variables, dirVariable+"="+dir)...)
	var out, bad strings.Builder
	c.Stdout, c.Stderr = &out, &bad
	err = c.Run()
	return out.String(), bad.String(), err
}

// Two states of one site: files that stay, change, come and go.
var (
	siteA = sample("a", 0, 40)
	siteB = sample("b", 10, 50)
)

func sample(version string, from, to int) tree {
	t := tree{"index.html": version}
	for i := from; i < to; i++ {
		t[fmt.Sprintf("e/%d/index.html", i)] = strings.Repeat(strconv.Itoa(i), i+1)
		t[fmt.Sprintf("e/%d/read.html", i)] = version + strconv.Itoa(i)
	}
	return t
}

func TestKilledAnywhereLeavesOneWholeSite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	tree{"CNAME": "example.org"}.plant(t, dir)
	mustWrite(t, dir, siteA)
	out, bad, err := child(dir)
	var steps, sealing, swap int
	_, scanErr := fmt.Sscan(out, &steps, &sealing, &swap)
	if err != nil || scanErr != nil || steps < 50 || sealing == 0 || swap <= sealing {
		t.Fatalf("a child that is not killed: %q, %v, %s", out, err, bad)
	}
	points := []int{0, 1, 2, 3, 4, 5, 6}
	for point := sealing; point < steps; point++ { // the last phase, whole
		points = append(points, point)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 15 {
		points = append(points, random.IntN(sealing))
	}
	for _, point := range points {
		t.Run(strconv.Itoa(point), func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			tree{"CNAME": "example.org"}.plant(t, dir)
			mustWrite(t, dir, siteA)
			if _, _, err := child(dir, dieVariable+"="+strconv.Itoa(point)); err == nil {
				t.Fatal("the child was not killed")
			}
			want := siteA
			if point > swap {
				want = siteB
			}
			mustHold(t, dir, want.with("CNAME", "example.org"))
			mustWrite(t, dir, siteB)
			mustHold(t, dir, siteB.with("CNAME", "example.org"))
			mustBeAlone(t, dir)
		})
	}
}

func TestOutOfRoomLeavesTheOldSite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, dir, siteA)
	_, bad, err := child(dir, limitVariable+"=60")
	if err == nil || !strings.Contains(bad, "make room") || !strings.Contains(bad, "public/") {
		t.Errorf("error is %v: %s", err, bad)
	}
	mustHold(t, dir, siteA)
	mustBeAlone(t, dir)
}

// TestFaults fails one step after the other with one error of the system.
func TestFaults(t *testing.T) {
	for _, c := range []struct {
		step string
		err  error
		says string // empty if the build gets over it
	}{
		{"stage", syscall.EROFS, "must be writable"},
		{"stage", syscall.EACCES, "must be writable"},
		{"write", syscall.ENOSPC, "make room"},
		{"link", syscall.EXDEV, ""},
		{"link", syscall.EMLINK, ""},
		{"link", syscall.EPERM, ""},
		{"manifest", syscall.ENOSPC, "make room"},
		{"sync", syscall.EIO, "input/output"},
		{"swap", syscall.ENOSPC, "make room"},
		{"exchange", syscall.EBUSY, "name a folder in it"},
		{"exchange", errors.ErrUnsupported, ""},
		{"discard", syscall.EACCES, ""},
	} {
		t.Run(c.step+" "+c.err.Error(), func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			mustWrite(t, dir, siteA)
			_, err := Write(t.Context(), dir, siteB.files(), Options{Fault: failAt(c.step, c.err)})
			switch {
			case c.says == "" && err == nil:
				mustHold(t, dir, siteB)
			case c.says != "" && err != nil && strings.Contains(err.Error(), c.says):
				mustHold(t, dir, siteA)
			default:
				t.Errorf("error is %v, want %q", err, c.says)
			}
			mustWrite(t, dir, siteB)
			mustHold(t, dir, siteB)
			mustBeAlone(t, dir)
		})
	}
}

func failAt(steps string, err error) func(string, string) error {
	return func(step, _ string) error {
		if step == steps {
			return err
		}
		return nil
	}
}

// TestTwoRenames makes the system one that cannot exchange folders, and fails
// or stops between the two renames.
func TestTwoRenames(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, dir, siteA)
	_, err := Write(t.Context(), dir, siteB.files(), Options{Fault: func(step, _ string) error {
		switch step {
		case "exchange":
			return errors.ErrUnsupported
		case "rename":
			return syscall.EACCES
		}
		return nil
	}})
	if err == nil {
		t.Error("no error")
	}
	mustHold(t, dir, siteA)
	mustBeAlone(t, dir)

	if err := os.Rename(dir, dir+".old"); err != nil { // killed here
		t.Fatal(err)
	}
	if _, err := Write(t.Context(), dir, siteB.files(), Options{Fault: failAt("stage", syscall.ENOSPC)}); err == nil {
		t.Error("no error")
	}
	mustHold(t, dir, siteA)
	mustBeAlone(t, dir)
}

func TestForeignFoldersBesideAreLeftAlone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	beside := tree{"public.old/photo.jpg": "mine", "public.staging-1/x": "mine"}
	beside.plant(t, filepath.Dir(dir))
	mustWrite(t, dir, tree{"a": "a"})
	mustHold(t, filepath.Dir(dir), beside.with("public/a", "a"))
}
