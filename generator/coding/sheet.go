package coding

import (
	"bytes"
	_ "embed"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"html/template"
	"strings"
)

// columns are the columns of a sheet.
func columns() []string {
	return []string{"unit_id", "left", "text", "right", "question", "answer", "unsure", "note"}
}

// Sheet returns the sheet of a coder as CSV, whose last three columns are to be
// filled in.
func (t *Task) Sheet(coder int) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Write(columns()) // a buffer takes everything
	for _, u := range t.Order(coder) {
		w.Write([]string{u.ID, plain(u.Left), plain(u.Text), plain(u.Right), u.Question + " (" + strings.Join(Answers(), ", ") + ")", "", "", ""})
	}
	w.Flush()
	return b.Bytes()
}

// plain returns a text that no spreadsheet takes for a formula.
func plain(s string) string {
	if strings.IndexAny(s, "=+-@\t\r") == 0 {
		return "'" + s
	}
	return s
}

//go:embed page.html
var pageSource string

// Page returns the sheet of a coder as a page that works from the disk, keeps what was
// answered in the browser and saves it as a file.
func (t *Task) Page(coder int) ([]byte, error) {
	type shown struct {
		ID       string `json:"id"`
		Left     string `json:"left"`
		Text     string `json:"text"`
		Right    string `json:"right"`
		Question string `json:"question"`
	}
	var units []shown
	for _, u := range t.Order(coder) {
		units = append(units, shown{u.ID, u.Left, u.Text, u.Right, u.Question})
	}
	page, err := template.New("page").Parse(pageSource)
	if err != nil {
		return nil, fmt.Errorf("read the page of a coder: %w", err)
	}
	var b bytes.Buffer
	err = page.Execute(&b, map[string]any{"Task": t.Name, "Coder": coder, "Units": units, "Answers": Answers()})
	if err != nil {
		return nil, fmt.Errorf("write the page of a coder: %w", err)
	}
	return b.Bytes(), nil
}

// LabelStudio returns the units as tasks of Label Studio, which keeps what stands in
// their data.
func (t *Task) LabelStudio() ([]byte, error) {
	type data struct {
		ID       string `json:"unit_id"`
		Left     string `json:"left"`
		Text     string `json:"text"`
		Right    string `json:"right"`
		Question string `json:"question"`
	}
	type task struct {
		Data data `json:"data"`
	}
	var tasks []task
	for _, u := range t.Order(0) {
		tasks = append(tasks, task{data{u.ID, u.Left, u.Text, u.Right, u.Question}})
	}
	made, err := json.MarshalIndent(tasks, "", " ")
	if err != nil {
		return nil, fmt.Errorf("write the tasks of Label Studio: %w", err)
	}
	return append(made, '\n'), nil
}
