package ingest

import (
	"fmt"
	"strings"
	"testing"
)

// elementNames are the elements of HTML (html.spec.whatwg.org, its index of
// elements and the obsolete ones), and one that a page made up. Not among them
// are those after which nothing is read as HTML any more: plaintext.
const elementNames = `a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br
button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption
figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd keygen label legend li
link listing main map mark marquee math menu menuitem meta meter multicol nav nextid nobr noembed noframes noscript object ol optgroup
option output p param picture pre progress q rb rbc rp rt rtc ruby s samp script search section select slot small source spacer span
strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp
market-quote`

// TestNothingIsCut puts every element into every kind of block: the words
// around it stay, whatever an extractor thinks of the element.
func TestNothingIsCut(t *testing.T) {
	const before, after = "The harbour office counted forty boats in the outer basin", "and said that nine of them had been there since the spring"
	languages := builtin()
	for name := range strings.FieldsSeq(elementNames) {
		for _, block := range [...]string{"<p>%s</p>", "<ul><li>%s</li><li>A second point of the list stays as it is.</li></ul>", "<blockquote>%s</blockquote>", "<h2>%s</h2>", "<table><tr><td>%s</td></tr></table>"} {
			held := fmt.Sprintf(block, before+" <"+name+">seven</"+name+"> "+after+".")
			source := strings.Replace(page, "<h2>Repairs until June</h2>", held, 1)
			d, err := Extract(Page{Data: []byte(source)}, languages)
			if got := strings.Join(strings.Fields(d.Text()), " "); err != nil || !strings.Contains(got, before) || !strings.Contains(got, after) {
				t.Errorf("<%s> in %s: %v\n%s", name, block, err, d.Text())
			}
		}
	}
}
