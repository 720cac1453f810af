package command

import (
	"fmt"
	"os"
	"strconv"
	"time"
)

// epochVariable is the environment variable that sets the clock of builds
// that are to be repeated (reproducible-builds.org/specs/source-date-epoch).
const epochVariable = "SOURCE_DATE_EPOCH"

// clock returns the time that a build takes for now, and whether the
// environment set it.
func clock() (now time.Time, set bool, err error) {
	value, set := os.LookupEnv(epochVariable)
	if !set {
		return time.Now(), false, nil
	}
	seconds, err := strconv.ParseInt(value, 10, 64)
	if err != nil {
		return time.Time{}, false, fmt.Errorf("%s is %q; it must be a number of seconds since 1970", epochVariable, value)
	}
	return time.Unix(seconds, 0).UTC(), true, nil
}
