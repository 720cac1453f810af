package fetch

import (
	"context"
	"fmt"
	"net/netip"
	"net/url"
	"syscall"
)

// A guard keeps requests on the public internet.
type guard struct{ private bool }

// address refuses an address that is not one of a web page.
func (g guard) address(u *url.URL) error {
	switch {
	case u.Scheme != "http" && u.Scheme != "https":
		return fmt.Errorf("%q is no http or https address", u.Scheme+":")
	case u.Hostname() == "":
		return fmt.Errorf("the address names no host")
	case u.User != nil:
		return fmt.Errorf("the address holds a name or a password")
	case !g.private && u.Port() != "" && u.Port() != "80" && u.Port() != "443":
		return fmt.Errorf("port %s is none of the web's (80 and 443)", u.Port())
	}
	return nil
}

// dial refuses a connection to a number that is not public. It is called for
// every connection, after the name was looked up.
func (g guard) dial(_ context.Context, _, address string, _ syscall.RawConn) error {
	if g.private {
		return nil
	}
	to, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("%q is no address: %w", address, err)
	}
	if !public(to.Addr()) {
		return fmt.Errorf("%s is an address of this computer or of a private network, where nothing is downloaded from", to.Addr())
	}
	return nil
}

// public reports whether an address is one of the public internet, by the
// registries of special addresses (RFC 6890 and its successors).
func public(a netip.Addr) bool {
	a = a.Unmap().WithZone("")
	if a.Is4() {
		return !within(a, special4[:])
	}
	return within(a, global6[:]) && !within(a, special6[:])
}

func within(a netip.Addr, networks []string) bool {
	for _, network := range networks {
		if netip.MustParsePrefix(network).Contains(a) {
			return true
		}
	}
	return false
}

// special4 are the networks of IPv4 that are not the public internet.
var special4 = [...]string{
	"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
	"192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
}

// global6 is what of IPv6 is given out at all, and special6 what of it leads
// elsewhere: tunnels that hold an IPv4 address, benchmarks, documentation.
var (
	global6  = [...]string{"2000::/3"}
	special6 = [...]string{"2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"}
)
