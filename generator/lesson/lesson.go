// Package lesson makes exercises and their keys from a comparison. [Make] is
// its entry point.
package lesson
