package table

import (
	"strconv"
	"strings"
)

// extrasColumn is the name that the last column of GDELT's Global Knowledge Graph
// has in its codebook. It holds the title of the page.
const extrasColumn = "V2EXTRASXML"

// knowledgeGraphWidth is how many columns the Global Knowledge Graph 2.1 has, which
// have no names in its files.
const knowledgeGraphWidth = 27

// isKnowledgeGraph reports whether the first row of a table is one of GDELT's Global
// Knowledge Graph: its second cell is a moment in fourteen figures.
func isKnowledgeGraph(cells []string) bool {
	return len(cells) == knowledgeGraphWidth && len(cells[1]) == len("20060102150405") && strings.Trim(cells[1], "0123456789") == ""
}

// knowledgeGraph returns the names of the columns that are read; the others hold
// what GDELT thinks of the articles, its tone among it, and have no name here.
func knowledgeGraph() []string {
	names := make([]string, knowledgeGraphWidth)
	for i := range names {
		names[i] = "V2." + strconv.Itoa(i+1)
	}
	names[1], names[3], names[4], names[26] = "date", "source_domain", "DocumentIdentifier", extrasColumn
	return names
}
