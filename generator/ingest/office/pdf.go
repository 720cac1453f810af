package office

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/ledongthuc/pdf"
)

// pdfTime is how long a PDF is read at most. Its parser follows references
// wherever they lead, in circles too.
const pdfTime = 8 * time.Second

// PDF reads the text layer of a PDF. Lines become paragraphs by the space between
// them and by the size of their letters; what stands at the edge of several pages
// alike is left out, unless it is an address.
func PDF(data []byte) (Text, error) {
	if err := checkPDF(data); err != nil {
		return Text{}, fmt.Errorf("read the PDF: %w", err)
	}
	type answer struct {
		lines []printed
		title string
		err   error
	}
	done := make(chan answer, 1)
	go func() {
		var a answer
		a.lines, a.title, a.err = printedLines(data)
		done <- a
	}()
	select {
	case a := <-done:
		if a.err != nil {
			return Text{}, fmt.Errorf("read the PDF: %w", a.err)
		}
		if len(a.lines) == 0 {
			return Text{}, errors.New("the PDF has no text layer: it is a picture of an article; copy the words into a .txt file")
		}
		return Text{Title: a.title, Lines: paragraphs(withoutEdges(a.lines, a.title))}, nil
	case <-time.After(pdfTime):
		return Text{}, fmt.Errorf("the PDF takes longer than %v to read", pdfTime)
	}
}

// A printed line: words that stand beside each other on a page.
type printed struct {
	text string
	size float64 // of its letters, in points
	y    float64 // of its base, in points from the bottom of the page
	page int
	bold bool
}

// printedLines returns the lines of a PDF in the order in which they were
// written, which is that of reading in what browsers and word processors make.
func printedLines(data []byte) (lines []printed, title string, err error) {
	defer func() {
		if e := recover(); e != nil {
			err = fmt.Errorf("the file is broken: %v", e)
		}
	}()
	r, err := pdf.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, "", err
	}
	pages, err := pagesOf(nil, r.Trailer().Key("Root").Key("Pages"), new(int))
	if err != nil {
		return nil, "", err
	}
	size := 0
	for n, page := range pages {
		for _, line := range linesOf(page.Content().Text, n) {
			if size += len(line.text); size > mostWords {
				return nil, "", fmt.Errorf("it has more than %d MB of text", mostWords>>20)
			}
			lines = append(lines, line)
		}
	}
	return lines, oneLine(r.Trailer().Key("Info").Key("Title").Text()), nil
}

// pagesOf appends the pages below a node of the tree of pages. It counts the nodes
// that it saw: a broken file has them in a circle.
func pagesOf(pages []pdf.Page, node pdf.Value, seen *int) ([]pdf.Page, error) {
	*seen++
	switch {
	case *seen > 2*mostPages:
		return nil, fmt.Errorf("it has more than %d pages, or they stand in a circle; no article is looked for in it", mostPages)
	case node.Key("Type").Name() == "Page":
		return append(pages, pdf.Page{V: node}), nil
	}
	kids := node.Key("Kids")
	for i := range kids.Len() {
		var err error
		if pages, err = pagesOf(pages, kids.Index(i), seen); err != nil {
			return nil, err
		}
	}
	return pages, nil
}

// Figures of how letters make lines, in shares of their size.
const (
	sameLine = 0.3  // how far the base of a letter may lie from that of the line
	blank    = 0.15 // how far apart two letters stand that have a blank between
	column   = 3    // how far apart they stand that are no neighbours, whatever the file writes

	usualWidth = 0.5 // of a letter

	spelt = 0.05 // share of a page's letters that are blanks, from which the file writes its blanks
)

// ligatures are letters that print has for several.
var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "ft", "ﬆ", "st", "\u00ad", "")

// linesOf joins the letters of a page.
func linesOf(letters []pdf.Text, page int) []printed {
	var lines []printed
	blanks, end := 0, 0.0
	for _, l := range letters {
		if l.S == " " {
			blanks++
		}
	}
	written := float64(blanks) > spelt*float64(len(letters))
	for _, l := range letters {
		size := math.Abs(l.FontSize)
		n := len(lines)
		if n == 0 || math.Abs(l.Y-lines[n-1].y) > sameLine*max(size, lines[n-1].size) {
			lines = append(lines, printed{size: size, y: l.Y, page: page, bold: strings.Contains(strings.ToLower(l.Font), "bold")})
			n, end = n+1, l.X
		}
		if l.X-end > blank*size && !written || l.X-end > column*size {
			lines[n-1].text += " "
		}
		lines[n-1].text += l.S
		if end = max(end, l.X) + l.W; l.W == 0 { // of a font whose widths are not read
			end += usualWidth * size
		}
	}
	for i := range lines {
		lines[i].text = oneLine(ligatures.Replace(lines[i].text))
	}
	return slices.DeleteFunc(lines, func(l printed) bool { return l.text == "" })
}

// edge is how many lines at the top and at the bottom of a page can be its
// running head or foot.
const edge = 2

// withoutEdges leaves out what stands at the edges of several pages alike but for
// its figures, and what a browser prints there. The first that holds an address
// becomes a line of its own below the text.
func withoutEdges(lines []printed, title string) []printed {
	same := map[string]map[int]bool{}
	atEdge := make([]bool, len(lines))
	for i, l := range lines {
		top := i < edge || lines[i-edge].page != l.page
		bottom := i+edge >= len(lines) || lines[i+edge].page != l.page
		if atEdge[i] = top || bottom; atEdge[i] {
			if same[likeness(l.text)] == nil {
				same[likeness(l.text)] = map[int]bool{}
			}
			same[likeness(l.text)][l.page] = true
		}
	}
	var kept, addresses []printed
	for i, l := range lines {
		address := webAddress.FindString(l.text)
		switch {
		case atEdge[i] && address != "" && len(l.text)-len(address) < edgeWords: // printed by a browser, with the number of the page
			addresses = append(addresses, printed{text: address, size: -1, page: l.page})
		case atEdge[i] && (len(same[likeness(l.text)]) > 1 || browserFoot.MatchString(l.text) || title != "" && browserHead.MatchString(l.text) && strings.HasSuffix(l.text, title)):
		default:
			kept = append(kept, l)
		}
	}
	return append(kept, addresses[:min(len(addresses), 1)]...)
}

// edgeWords is how many bytes besides an address a browser prints in the foot of
// a page: the number of the page and how many there are.
const edgeWords = 12

var (
	webAddress = regexp.MustCompile(`https?://\S+`)
	figures    = regexp.MustCompile(`\d+`)

	browserHead = regexp.MustCompile(`^\d{1,4}[/.-]\d`)
	browserFoot = regexp.MustCompile(`^(?:file|about):\S* \d+/\d+$`)
)

// likeness returns what lines of several pages have in common.
func likeness(line string) string { return figures.ReplaceAllString(strings.ToLower(line), "#") }

// Figures of how lines make paragraphs.
const (
	sameSize = 0.5  // points by which the letters of one paragraph differ at most
	apart    = 1.25 // times the usual step between lines, from which a new paragraph begins
	larger   = 1.15 // times the size of the text, from which a line is a heading
)

// paragraphs joins lines.
func paragraphs(lines []printed) []Line {
	body, step := usual(lines)
	known := map[string]bool{}
	for _, l := range lines {
		for word := range strings.FieldsSeq(l.text) {
			known[strings.ToLower(strings.TrimFunc(word, unicode.IsPunct))] = true
		}
	}
	largest := 0.0
	for _, l := range lines {
		if l.page == lines[0].page {
			largest = max(largest, l.size)
		}
	}
	var list []Line
	for i, l := range lines {
		if i > 0 && follows(lines[i-1], l, step) {
			list[len(list)-1].Text = joined(list[len(list)-1].Text, l.text, known)
			continue
		}
		kind := Paragraph
		switch {
		case l.size == largest && l.size >= larger*body && !slices.ContainsFunc(list, func(l Line) bool { return l.Kind == Headline }):
			kind = Headline
		case l.size >= larger*body, l.bold && l.size >= body && !endsLine(l.text):
			kind = Heading
		}
		list = append(list, Line{kind, l.text})
	}
	return list
}

// follows reports whether a line goes on with the paragraph of the one before.
func follows(before, l printed, step float64) bool {
	if math.Abs(before.size-l.size) > sameSize || before.bold != l.bold || l.size < 0 {
		return false
	}
	if before.page != l.page {
		return !endsLine(before.text)
	}
	down := before.y - l.y
	return down > 0 && down <= apart*max(step, l.size)
}

// endsLine reports whether a line ends as a sentence does.
func endsLine(line string) bool {
	last, _ := utf8.DecodeLastRuneInString(line)
	return strings.ContainsRune(".!?…:\"”’»。！？", last)
}

// usual returns the size of most letters, and the step between most lines of it.
func usual(lines []printed) (size, step float64) {
	letters, steps := map[float64]int{}, map[float64]int{}
	for _, l := range lines {
		letters[l.size] += len(l.text)
	}
	size = most(letters)
	for i, l := range lines {
		if i > 0 && l.size == size && lines[i-1].size == size && lines[i-1].page == l.page && lines[i-1].y > l.y {
			steps[math.Round((lines[i-1].y-l.y)*2)/2]++
		}
	}
	return size, most(steps)
}

// most returns the value with the highest count, the smallest of equals.
func most(counts map[float64]int) float64 {
	best := 0.0
	for value, n := range counts {
		if n > counts[best] || n == counts[best] && value < best {
			best = value
		}
	}
	return best
}

// joined returns two lines as one. A hyphen at the end of the first goes if the
// word is one without it elsewhere, or if it is none with it.
func joined(a, b string, known map[string]bool) string {
	head, hyphened := strings.CutSuffix(a, "-")
	first, _ := utf8.DecodeRuneInString(b)
	if !hyphened || !unicode.IsLower(first) {
		return a + " " + b
	}
	beginning := head[strings.LastIndexByte(head, ' ')+1:]
	end, _, _ := strings.Cut(b, " ")
	word := strings.ToLower(strings.TrimFunc(beginning+"-"+end, unicode.IsPunct))
	if known[word] && !known[strings.ReplaceAll(word, "-", "")] {
		return a + b
	}
	return head + b
}

// checkPDF says why a file is not read as a PDF: it is none, or what its parts
// unpack to is too large.
func checkPDF(data []byte) error {
	if !bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")) {
		return errors.New("it is none")
	}
	left := int64(mostUnpacked)
	for rest := data; ; {
		_, stream, found := bytes.Cut(rest, []byte("stream"))
		if !found {
			return nil
		}
		if left -= unpackedSize(bytes.TrimLeft(stream, "\r\n"), left, 2); left < 0 {
			return fmt.Errorf("its parts unpack to more than %d MB", mostUnpacked>>20)
		}
		_, rest, _ = bytes.Cut(stream, []byte("endstream"))
	}
}

// unpackedSize returns how large a stream is once unpacked, also if what is in it
// is packed again; more than most if it is larger. A stream that is not packed has
// no size.
func unpackedSize(stream []byte, most int64, depth int) int64 {
	unpacked, err := zlib.NewReader(bytes.NewReader(stream))
	if err != nil {
		return 0 // it is packed in another way or not at all
	}
	data, _ := io.ReadAll(io.LimitReader(unpacked, most+1)) // a stream that breaks off is as long as it is
	size := int64(len(data))
	if size <= most && depth > 0 {
		size += unpackedSize(data, most-size, depth-1)
	}
	return size
}
