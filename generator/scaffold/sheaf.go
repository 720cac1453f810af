package scaffold

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"parallax/generator/text"
)

// A sheaf is the files of a new site on their way.
type sheaf struct {
	files []File
	err   error // the first
}

func (s *sheaf) put(name, data string) {
	s.files = append(s.files, File{Path: name, Data: []byte(data)})
}

// take adds the files of a folder that are wanted.
func (s *sheaf) take(fsys fs.FS, folder string, wanted func(path string) bool) {
	err := fs.WalkDir(fsys, folder, func(name string, d fs.DirEntry, err error) error {
		to := strings.TrimPrefix(name, folder+"/")
		if err != nil || d.IsDir() || !wanted(to) {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		s.put(to, string(data))
		return err
	})
	if s.err == nil {
		s.err = err
	}
}

// fill replaces the words in capitals of the files that are no content.
func (s *sheaf) fill(o Options) {
	from, setting, check := "${{ vars.PARALLAX_REPOSITORY }}",
		"Set the variable `PARALLAX_REPOSITORY` under *Settings, Secrets and variables, Actions, Variables* to the GitHub repository\n"+
			"   of Parallax, as `owner/name`.",
		strings.Join([]string{
			"- name: Find Parallax",
			"        if: vars.PARALLAX_REPOSITORY == ''",
			"        run: |",
			`          echo "::error::set the variable PARALLAX_REPOSITORY under Settings, Secrets and variables, Actions, Variables to the repository of Parallax (owner/name)"`,
			"          exit 1",
		}, "\n")
	if o.Program != "" {
		from, setting, check = o.Program, "The workflows get Parallax from `"+o.Program+"`.", "# Parallax is built from its own repository."
	}
	words := strings.NewReplacer("# NAME\n", "# "+o.Name+"\n", "PROGRAM-SETTING", setting, "# PROGRAM-CHECK", check, "PROGRAM-REPOSITORY", from)
	for i, f := range s.files {
		if !strings.HasPrefix(f.Path, "content/") {
			s.files[i].Data = []byte(words.Replace(string(f.Data)))
		}
	}
}

// sorted returns the files in the order of their paths.
func (s *sheaf) sorted() []File {
	slices.SortFunc(s.files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return s.files
}

// address returns the path of a site of that name, with a final slash unless
// it is empty.
func address(name string) string {
	slug := text.Slug(path.Base(name), text.LongestSlug)
	if slug == "" {
		return ""
	}
	return slug + "/"
}
