package file

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"time"
)

// Zip returns files as an archive.
func Zip(files []File) ([]byte, error) {
	var b bytes.Buffer
	err := WriteZip(&b, files)
	return b.Bytes(), err
}

// WriteZip writes files as an archive, in their order. Every file has the first time
// that an archive can name, so that the same files make the same bytes.
func WriteZip(out io.Writer, files []File) error {
	z := zip.NewWriter(out)
	for _, f := range files {
		w, err := z.CreateHeader(&zip.FileHeader{Name: f.Path, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err == nil {
			_, err = io.Copy(w, f.Reader())
		}
		if err != nil {
			return fmt.Errorf("pack %s: %w", f.Path, err)
		}
	}
	return z.Close()
}
