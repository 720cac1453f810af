package output

import (
	"fmt"
	"os"
)

// lockName is the name of the lock file, beside the output folder.
func (t *target) lockName() string { return t.base + ".parallax-lock" }

// owner says who holds a lock.
func owner() string {
	host, err := os.Hostname()
	if err != nil {
		host = "an unnamed host"
	}
	return fmt.Sprintf("process %d on %s\n", os.Getpid(), host)
}
