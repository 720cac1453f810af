package output

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
)

// ManifestName is the file in the output folder that lists what we wrote.
const ManifestName = ".parallax-manifest"

// manifestHead is the manifest's first line: what it is, and its version.
const (
	manifestWord    = "parallax-manifest "
	manifestVersion = 1
)

// An entry is one file of the site: a line "<sha256> <size> <path>".
type entry struct {
	path string
	size int64
	sum  [sha256.Size]byte
}

// A manifest lists the files of a site in the order of their paths.
type manifest []entry

// bytes returns the manifest as a file. It holds neither times nor anything
// of the computer, so that equal sites have equal manifests.
func (m manifest) bytes() []byte {
	slices.SortFunc(m, func(a, b entry) int { return cmp.Compare(a.path, b.path) })
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s%d\n", manifestWord, manifestVersion)
	for _, e := range m {
		fmt.Fprintf(&b, "%x %d %s\n", e.sum, e.size, e.path)
	}
	return b.Bytes()
}

// paths returns the set of paths that the manifest lists.
func (m manifest) paths() map[string]bool {
	set := make(map[string]bool, len(m))
	for _, e := range m {
		set[e.path] = true
	}
	return set
}

// readManifest reads the manifest of a folder in root; found tells a folder
// without one from a folder with an empty one.
func readManifest(root *os.Root, folder string) (data []byte, m manifest, found bool, err error) {
	name := path.Join(folder, ManifestName)
	data, err = root.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, false, nil
	}
	if err == nil {
		m, err = parseManifest(data)
	}
	if err != nil {
		return nil, nil, false, fmt.Errorf("read %s: %w", name, err)
	}
	return data, m, true, nil
}

// parseManifest reads what bytes writes, and refuses everything else: a
// manifest decides what is removed.
func parseManifest(data []byte) (manifest, error) {
	head, rest, _ := strings.Cut(string(data), "\n")
	version, err := strconv.Atoi(strings.TrimPrefix(head, manifestWord))
	if !strings.HasPrefix(head, manifestWord) || err != nil {
		return nil, errors.New("this is no manifest; empty the folder by hand if all of it may go")
	}
	if version != manifestVersion {
		return nil, fmt.Errorf("version %d was written by a newer program; this one knows version %d", version, manifestVersion)
	}
	var m manifest
	for line := range strings.Lines(rest) {
		e, err := parseEntry(strings.TrimSuffix(line, "\n"))
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", len(m)+2, err)
		}
		m = append(m, e)
	}
	return m, nil
}

func parseEntry(line string) (entry, error) {
	var e entry
	fields := strings.Split(line, " ")
	if len(fields) != 3 || len(fields[0]) != hex.EncodedLen(len(e.sum)) {
		return entry{}, errors.New("damaged; empty the folder by hand if all of it may go")
	}
	if _, err := hex.Decode(e.sum[:], []byte(fields[0])); err != nil {
		return entry{}, err
	}
	size, err := strconv.ParseInt(fields[1], 10, 64)
	if err != nil {
		return entry{}, err
	}
	e.size, e.path = size, fields[2]
	return e, checkPath(e.path)
}

// Listed returns the paths that a manifest, the content of [ManifestName],
// lists.
func Listed(data []byte) (map[string]bool, error) {
	m, err := parseManifest(data)
	return m.paths(), err
}
