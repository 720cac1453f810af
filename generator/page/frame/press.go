package frame

import (
	"io/fs"

	"parallax/generator/feed"
	"parallax/generator/file"
	"parallax/generator/message"
	"parallax/generator/site"
)

// A Style is what all pages of a site share: its settings, its texts and its
// templates. It is made once, and nobody changes it afterwards.
type Style struct {
	Config    site.Config
	Messages  *message.Catalogue
	Files     fs.FS  // the site's templates over the built-in ones; also messages/ and assets/
	Version   string // of the program
	templates templateSet
}

// NewStyle reads the templates.
func NewStyle(c site.Config, messages *message.Catalogue, files fs.FS, version string) (*Style, error) {
	t, err := loadTemplates(files, messages)
	if err != nil {
		return nil, err
	}
	return &Style{Config: c, Messages: messages, Files: files, Version: version, templates: t}, nil
}

// A Press prints pages and hands them out. Each event has one of its own, and
// so has the site.
type Press struct {
	*Style
	Emit      func(file.File) error
	Addresses []feed.Address // of the pages so far that should be found
}

// Print renders a template into a file of the site.
func (p *Press) Print(kind, path string, data any) error {
	html, err := p.templates.render(kind, path, data)
	if err != nil {
		return err
	}
	if f, ok := data.(found); ok && f.found().Address != "" {
		p.Addresses = append(p.Addresses, f.found())
	}
	return p.Emit(file.File{Path: path, Data: html})
}

// Gather takes steps and returns the files that they emit, which it hands out
// as well.
func (p *Press) Gather(steps ...func() error) ([]file.File, error) {
	var files []file.File
	emit := p.Emit
	defer func() { p.Emit = emit }()
	p.Emit = func(f file.File) error {
		files = append(files, f)
		return emit(f)
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// A found is the data of a page, which knows the page's address.
type found interface{ found() feed.Address }

func (f Frame) found() feed.Address {
	return feed.Address{Address: f.Canonical, Modified: f.Modified}
}

// Text says an interface text; pairs are names and values of placeholders.
func (s *Style) Text(key string, pairs ...string) string {
	return s.Messages.Say(message.New(key, pairs...))
}

// Count says an interface text in the plural that n asks for.
func (s *Style) Count(key string, n int, pairs ...string) string {
	return s.Messages.Say(message.New(key, pairs...).Of(n))
}
