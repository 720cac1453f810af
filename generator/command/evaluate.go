package command

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"

	"parallax/generator/diag"
	"parallax/generator/evaluate"
	"parallax/generator/text"
)

// evaluateCommand measures one task on a data set.
func evaluateCommand() *cobra.Command {
	var truth, predictions string
	var repeat []int
	c := &cobra.Command{
		Use:   "evaluate TASK INPUT",
		Short: "Measure grouping, framing or extraction on a data set",
		Long: "Measure one task on a data set and print the figures. The tables of the README and\n" +
			"of the method page come from this command.\n\n" + exits("measured", "it could not be measured, which is said", "", "nothing was measured"),
		Example:           "  parallax evaluate events data/events/mixed.jsonl",
		Args:              exactly(2),
		ValidArgsFunction: completer(tasks).first,
		RunE: func(c *cobra.Command, args []string) error {
			task, err := findTask(args[0])
			if err != nil {
				return err
			}
			in := evaluate.Input{
				Path:      args[1],
				Truth:     cmp.Or(truth, task.TruthOf(args[1])),
				Languages: text.Builtin(),
				Repeat:    repeat,
				Now:       time.Now,
			}
			return withPredictions(predictions, func(w io.Writer) error {
				in.Predictions = w
				table, err := await(c.Context(), func() (evaluate.Table, error) { return task.Run(in) })
				if err != nil {
					return fmt.Errorf("evaluate %s on %s: %w", task.Name, in.Path, err)
				}
				return table.Print(c.OutOrStdout())
			})
		},
	}
	c.Flags().StringVar(&truth, "truth", "", "the truth `FILE`, if it is not beside the input")
	c.Flags().StringVar(&predictions, "predictions", "", "write what was found to `FILE`, one line an item")
	c.Flags().IntSliceVar(&repeat, "repeat", nil, "events only: measure growth at these `SIZES` of the corpus")
	return c
}

func findTask(name string) (evaluate.Task, error) {
	var names []string
	for _, task := range evaluate.Tasks() {
		if task.Name == name {
			return task, nil
		}
		names = append(names, task.Name)
	}
	return evaluate.Task{}, fmt.Errorf("unknown task %q; %s", name, diag.DidYouMean(name, names))
}

// withPredictions calls run with the file to write predictions to, nil if
// there is no name.
func withPredictions(name string, run func(io.Writer) error) error {
	if name == "" {
		return run(nil)
	}
	f, err := os.Create(name)
	if err != nil {
		return fmt.Errorf("write predictions: %w", err)
	}
	if err := run(f); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
