package ingest

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"time"

	"parallax/generator/corpus"
	"parallax/generator/ingest/office"
	"parallax/generator/text"
)

// Word reads a file of Word.
func Word(page Page, languages *text.Languages) (Document, error) {
	return paper(office.Word, page, languages)
}

// PDF reads a PDF with a text layer.
func PDF(page Page, languages *text.Languages) (Document, error) {
	return paper(office.PDF, page, languages)
}

// paper makes a document of lines whose kind is known. What the file calls itself
// counts only if a line says so too: most are called after their template.
func paper(read func([]byte) (office.Text, error), page Page, languages *text.Languages) (Document, error) {
	data, err := Unpack(page.Data)
	if err != nil {
		return Document{}, err
	}
	found, err := read(data)
	if err != nil {
		return Document{}, err
	}
	kinds := map[office.Kind]corpus.BlockKind{
		office.Paragraph: corpus.Paragraph, office.Headline: corpus.Subheading, office.Heading: corpus.Subheading, office.Item: corpus.Item,
	}
	left := newDebris(languages.For("en"))
	var blocks []Block
	headline := -1
	for _, line := range found.Lines {
		words := oneLine(line.Text)
		if words == "" || left.is(words) {
			continue
		}
		if headline < 0 && (line.Kind == office.Headline || line.Kind == office.Heading && len(blocks) < longestTop || wordsOf(words) == wordsOf(found.Title)) {
			headline = len(blocks)
		}
		blocks = append(blocks, Block{kinds[line.Kind], words})
	}
	d := Document{URL: page.Address}
	rest, err := (&top{languages.For("en"), page.Outlets}).read(&d, blocks, headline)
	if err != nil {
		return d, err
	}
	if d.Blocks = rest; len(rest) == 0 {
		return d, errors.New("it has no text below its title")
	}
	return d, nil
}

// Mail reads an e-mail: a newsletter, or an article that somebody forwarded, of
// which what stands above the forwarded letter is left out.
func Mail(page Page, languages *text.Languages) (Document, error) {
	data, err := Unpack(page.Data)
	if err != nil {
		return Document{}, err
	}
	letter, err := office.Mail(data)
	if err != nil {
		return Document{}, err
	}
	m := mailReader{english: languages.For("en"), letter: letter}
	d, err := m.document(page, languages)
	if err != nil {
		return d, err
	}
	if d.Title == "" || m.forwarded || !bearsOut(d.Title, m.subject()) {
		d.Title, d.From.Title = m.subject(), fromSubject
	}
	if sent := m.date(); !d.Date.Known() && sent.Known() {
		d.Date, d.From.Date = sent, "the head of the e-mail"
	}
	if d.Site == "" && m.letter.Sender != "" {
		d.Site, d.From.Site = m.letter.Sender, "the sender"
	}
	d.Sender = m.letter.Host
	if u := base(m.letter.Archive); d.URL == "" && u.Hostname() != nowhere {
		d.URL, d.From.URL = original(u), "the head of the e-mail"
	}
	d.Blocks = slices.DeleteFunc(d.Blocks, func(b Block) bool { return wordsOf(b.Text) == wordsOf(d.Title) })
	if len(d.Blocks) == 0 {
		return d, errors.New("the e-mail has no text below its subject")
	}
	return d, nil
}

// fromSubject is where the headline of an e-mail comes from.
const fromSubject = "the subject"

// A mailReader reads one letter.
type mailReader struct {
	english   *text.Language
	letter    office.Letter
	forwarded bool
	sent      corpus.Date // as the head of a forwarded letter says, whose zone is that of who forwarded it
}

// date returns when the letter was sent.
func (m *mailReader) date() corpus.Date {
	if m.forwarded || m.letter.Date.IsZero() {
		return m.sent
	}
	return plausible(corpus.Moment(m.letter.Date.Truncate(time.Second)))
}

// document reads the body: what was forwarded as text, for there it says who
// wrote it, and a newsletter as the page that it is.
func (m *mailReader) document(page Page, languages *text.Languages) (Document, error) {
	d := Document{URL: page.Address}
	lines := ""
	if m.letter.Plain.Data != nil {
		decoded, err := decode(m.letter.Plain.Data, m.letter.Plain.Type)
		if err != nil {
			return d, err
		}
		lines = unquoted(strings.ReplaceAll(decoded, "\r\n", "\n"))
	}
	inner, forwarded := m.forward(lines)
	if m.forwarded = forwarded; forwarded {
		lines = inner
	}
	if m.letter.HTML.Data != nil && !forwarded {
		found, err := Extract(Page{Data: m.letter.HTML.Data, Type: m.letter.HTML.Type, Address: page.Address}, languages)
		if err == nil || lines == "" {
			return found, err
		}
	}
	d.Title, d.From.Title = m.subject(), fromSubject // so that it is not looked for in the text
	var blocks []Block
	left := newDebris(m.english)
	for paragraph := range strings.SplitSeq(lines, "\n\n") {
		blocks = append(blocks, plainBlocks(paragraph, left)...)
	}
	rest, err := (&top{m.english, page.Outlets}).read(&d, blocks, -1)
	d.Blocks = rest
	return d, err
}

// subject returns the subject without the marks of replies and forwarding.
func (m *mailReader) subject() string {
	subject := m.letter.Subject
	for {
		mark, rest, found := strings.Cut(subject, ":")
		if !found || !m.english.In("page_forwarded", strings.ToLower(strings.TrimSpace(mark))) {
			return short(oneLine(subject), 500)
		}
		subject = strings.TrimSpace(rest)
	}
}

// mailHead is a line of the head of a letter that was forwarded as text.
var mailHead = regexp.MustCompile(`^[>*\s]*(\pL[\pL -]{0,20}?)\*?\s*:\*?\s+(.+?)\s*$`)

// leastHead is how many lines of a head must follow each other: a text has one
// line that begins with "From:" by chance.
const leastHead = 3

// forward returns what stands below the head of a letter that was forwarded as
// text, and takes subject, sender and date from that head.
func (m *mailReader) forward(body string) (string, bool) {
	lines := strings.Split(body, "\n")
	for i := range lines {
		head := map[string]string{}
		n := i
		for ; n < len(lines); n++ {
			match := mailHead.FindStringSubmatch(lines[n])
			if match == nil {
				break
			}
			for _, list := range [...]string{"page_mail_from", "page_mail_date", "page_mail_subject", "page_mail_to"} {
				if m.english.In(list, strings.ToLower(match[1])) {
					head[list] = match[2]
				}
			}
		}
		if len(head) >= leastHead {
			m.take(head)
			return strings.Join(lines[n:], "\n"), true
		}
	}
	return "", false
}

// take replaces what the letter says of itself by what the head of the forwarded
// one does.
func (m *mailReader) take(head map[string]string) {
	m.letter.Subject = head["page_mail_subject"]
	m.letter.Sender, m.letter.Host, m.letter.Date, m.letter.Archive = "", "", time.Time{}, ""
	m.sent = (&top{english: m.english}).day(head["page_mail_date"])
	from := head["page_mail_from"]
	name, address, found := strings.Cut(from, "<")
	if !found {
		address = from
	}
	if _, domain, found := strings.Cut(strings.Trim(strings.TrimPrefix(address, "mailto:"), " <>[]"), "@"); found {
		m.letter.Host = domain
	}
	m.letter.Sender = oneLine(strings.Trim(name, ` "'`))
}

// unquoted returns a body without the marks of a quoted letter, if it is one.
func unquoted(body string) string {
	quoted, all := 0, 0
	lines := strings.Split(body, "\n")
	for _, line := range lines {
		if strings.TrimSpace(line) != "" {
			all++
			if strings.HasPrefix(line, ">") {
				quoted++
			}
		}
	}
	if 2*quoted < all {
		return body
	}
	for i, line := range lines {
		lines[i] = strings.TrimPrefix(strings.TrimPrefix(line, ">"), " ")
	}
	return strings.Join(lines, "\n")
}
