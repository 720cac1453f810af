// Package rights decides how much of whose words a site may carry, and counts
// how much it does. It knows the law and nothing of pages.
//
// An [Allowance] chooses, once an event, which words of its articles any file
// may show. An [Audit] reads the bytes of the finished files and counts the
// words in them, whatever chose them; neither trusts the other.
package rights
