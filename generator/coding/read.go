package coding

import (
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"parallax/generator/ingest/table"
)

// An Answer is what a coder said of a unit.
type Answer struct {
	Unit, Coder, Value string
}

// A Coded is what was read of a file, and what of it could not be.
type Coded struct {
	Form    string
	Answers []Answer
	Unread  []string
}

// A judged unit is one as a tool has it, before it is known which of the task it is.
type judgedUnit struct {
	place  string
	id     string // that the tool kept, or the name of its file; may be empty
	text   string
	coder  string
	labels []string // everything that was chosen
}

// Read reads a file that a coder or a tool made: a sheet, what a page saved, JSON of
// Label Studio, CAS of UIMA and INCEpTION as JSON or XMI, JSON lines of doccano, or standoff of
// brat with its text. A coder is called as the tool calls him, else after the file;
// predictions of a tool and annotations that were cancelled are none of a coder.
func (t *Task) Read(name string, data, text []byte) (*Coded, error) {
	c := &Coded{}
	units, err := c.judged(name, data, text)
	if err != nil {
		return nil, err
	}
	for _, u := range units {
		t.take(c, u)
	}
	return c, nil
}

// judged reads the units of a file by its form.
func (c *Coded) judged(name string, data, text []byte) ([]judgedUnit, error) {
	base := strings.TrimSuffix(path.Base(strings.ReplaceAll(name, `\`, "/")), path.Ext(name))
	begin := strings.TrimSpace(strings.TrimPrefix(string(data[:min(len(data), 4096)]), "\ufeff"))
	switch {
	case strings.HasSuffix(strings.ToLower(name), ".ann"):
		c.Form = "brat"
		return brat(name, base, data, text), nil
	case strings.HasPrefix(begin, "{") && strings.Contains(begin, `"%`):
		c.Form = "CAS JSON"
		return cas(base, data)
	case strings.HasPrefix(begin, "<") && strings.Contains(begin, "xmi"):
		c.Form = "CAS XMI"
		return xmi(base, data)
	case strings.HasPrefix(begin, "["):
		c.Form = "Label Studio"
		return labelStudio(data)
	case strings.HasPrefix(begin, "{"):
		if units, err := saved(data); err == nil {
			c.Form = "a page"
			return units, nil
		}
		c.Form = "doccano"
		return c.doccano(base, data)
	}
	c.Form = "a sheet"
	return c.sheet(base, data)
}

// take finds the unit of the task and the answer.
func (t *Task) take(c *Coded, u judgedUnit) {
	i := slices.IndexFunc(t.Units, func(known Unit) bool { return known.ID == u.id })
	if i < 0 {
		i = slices.IndexFunc(t.Units, func(known Unit) bool { return u.text != "" && words(known.Text) == words(u.text) })
	}
	if i < 0 {
		c.Unread = append(c.Unread, u.place+": it is no unit of this task")
		return
	}
	value := ""
	for _, label := range u.labels {
		label = words(label)
		switch {
		case label == "":
		case !slices.Contains(Answers(), label):
			c.Unread = append(c.Unread, fmt.Sprintf("%s: %q is none of the answers %s", u.place, label, strings.Join(Answers(), ", ")))
		case value != "" && value != label:
			c.Unread = append(c.Unread, fmt.Sprintf("%s: it says %s and %s", u.place, value, label))
		default:
			value = label
		}
	}
	if value != "" {
		c.Answers = append(c.Answers, Answer{t.Units[i].ID, u.coder, value})
	}
}

// words returns what two ways to write a text have in common.
func words(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(strings.TrimPrefix(s, "'")), " "))
}

// sheet reads a sheet, however a spreadsheet saved it.
func (c *Coded) sheet(base string, data []byte) ([]judgedUnit, error) {
	names, rows, unread, err := table.Grid(data, "")
	if err != nil {
		return nil, err
	}
	id, answer := slices.Index(names, "unit_id"), slices.Index(names, "answer")
	if id < 0 || answer < 0 {
		return nil, errors.New(`it has no column "unit_id" or none "answer"`)
	}
	for _, u := range unread {
		c.Unread = append(c.Unread, fmt.Sprintf("%s: %v", u.Place, u.Why))
	}
	var list []judgedUnit
	for _, row := range rows {
		list = append(list, judgedUnit{place: row[id], id: row[id], coder: base, labels: []string{row[answer]}})
	}
	return list, nil
}

// saved reads what a page saved.
func saved(data []byte) ([]judgedUnit, error) {
	var s struct {
		Task    string `json:"task"`
		Coder   string `json:"coder"`
		Answers map[string]struct {
			Answer string `json:"answer"`
		} `json:"answers"`
	}
	if err := json.Unmarshal(data, &s); err != nil || s.Answers == nil {
		return nil, errors.Join(errors.New("it is no file of a page"), err)
	}
	var list []judgedUnit
	for id, a := range s.Answers {
		list = append(list, judgedUnit{place: id, id: id, coder: s.Coder, labels: []string{a.Answer}})
	}
	slices.SortFunc(list, func(a, b judgedUnit) int { return strings.Compare(a.id, b.id) })
	return list, nil
}

// labelStudio reads JSON of Label Studio.
func labelStudio(data []byte) ([]judgedUnit, error) {
	var tasks []struct {
		ID          int            `json:"id"`
		Data        map[string]any `json:"data"`
		Annotations []struct {
			By        any  `json:"completed_by"`
			Cancelled bool `json:"was_cancelled"`
			Result    []struct {
				Value struct {
					Choices []string `json:"choices"`
					Labels  []string `json:"labels"`
				} `json:"value"`
			} `json:"result"`
		} `json:"annotations"`
	}
	if err := json.Unmarshal(data, &tasks); err != nil {
		return nil, fmt.Errorf("read the JSON of Label Studio: %w", err)
	}
	var list []judgedUnit
	for _, task := range tasks {
		for _, a := range task.Annotations {
			if a.Cancelled {
				continue
			}
			u := judgedUnit{place: fmt.Sprintf("task %d", task.ID), id: texts(task.Data["unit_id"]), text: texts(task.Data["text"]), coder: coderOf(a.By)}
			for _, r := range a.Result {
				u.labels = append(append(u.labels, r.Value.Choices...), r.Value.Labels...)
			}
			list = append(list, u)
		}
	}
	return list, nil
}

// coderOf returns how a tool calls a coder: by a number, or by an object with one.
func coderOf(by any) string {
	if object, is := by.(map[string]any); is {
		by = object["id"]
	}
	if by == nil {
		return "unknown"
	}
	return fmt.Sprint(by)
}

func texts(v any) string {
	s, _ := v.(string)
	return s
}

// doccano reads JSON lines of doccano.
func (c *Coded) doccano(base string, data []byte) ([]judgedUnit, error) {
	var list []judgedUnit
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		if strings.TrimSpace(line) == "" {
			continue
		}
		var d map[string]any
		if err := json.Unmarshal([]byte(line), &d); err != nil {
			c.Unread = append(c.Unread, fmt.Sprintf("line %d: %v", n, err))
			continue
		}
		u := judgedUnit{place: fmt.Sprintf("line %d", n), id: texts(d["unit_id"]), text: texts(d["text"]) + texts(d["data"]), coder: base}
		if user, found := d["user"]; found {
			u.coder = coderOf(user)
		}
		for _, key := range [...]string{"label", "labels"} {
			u.labels = append(u.labels, labelsIn(d[key])...)
		}
		list = append(list, u)
	}
	return list, nil
}

// labelsIn returns the labels of a list of labels, or of spans with a label each.
func labelsIn(value any) []string {
	var labels []string
	switch v := value.(type) {
	case string:
		labels = append(labels, v)
	case []any:
		if len(v) == 3 && texts(v[2]) != "" && texts(v[0]) == "" {
			return []string{texts(v[2])}
		}
		for _, item := range v {
			labels = append(labels, labelsIn(item)...)
		}
	}
	return labels
}

// brat reads standoff of brat: the name of its file is that of the unit, the folder
// that of the coder.
func brat(name, base string, data, text []byte) []judgedUnit {
	u := judgedUnit{place: base, id: base, text: string(text), coder: path.Base(path.Dir(strings.ReplaceAll(name, `\`, "/")))}
	for line := range strings.Lines(string(data)) {
		id, rest, _ := strings.Cut(strings.TrimSpace(line), "\t")
		if id == "" || id[0] != 'T' && id[0] != 'A' {
			continue
		}
		label, more, _ := strings.Cut(rest, " ")
		label = strings.ReplaceAll(label, "_", " ")
		if value := strings.Fields(more); id[0] == 'A' && len(value) > 1 {
			label = strings.ReplaceAll(value[1], "_", " ")
		}
		if slices.Contains(Answers(), words(label)) {
			u.labels = append(u.labels, label)
		}
	}
	return []judgedUnit{u}
}
