package file

import (
	"archive/zip"
	"bytes"
	"fmt"
	"time"
)

// Zip returns files as an archive, in their order. Every file has the first time
// that an archive can name, so that the same files make the same bytes.
func Zip(files []File) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		w, err := z.CreateHeader(&zip.FileHeader{Name: f.Path, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err == nil {
			_, err = w.Write(f.Data)
		}
		if err != nil {
			return nil, fmt.Errorf("pack %s: %w", f.Path, err)
		}
	}
	err := z.Close()
	return b.Bytes(), err
}
