package text

// HashStart is the hash of no bytes.
const HashStart uint32 = 2166136261

// Hash goes on hashing from h with the bytes of s (FNV-1a): the same on every
// machine and in every run, and no secret.
func Hash(h uint32, s string) uint32 {
	const prime = 16777619
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * prime
	}
	return h
}
