package command

// version is what the program calls itself on pages and in data files. It is a
// constant, so that a build of the same sources writes the same bytes however
// it was made.
const version = "0.1.0"
