package fetch

import (
	"context"
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"strings"
	"syscall"
)

// A guard keeps requests on the public internet, and lets them go to what else
// somebody named: the very host and port, whoever leads there, and nothing beside
// it. Addresses that hold the keys of a machine are never asked.
type guard struct {
	private bool
	named   map[string]bool // hosts with their ports
}

// name lets requests go to the host of an address, if private ones may be asked.
func (g guard) name(u *url.URL) {
	if g.private {
		g.named[hostPort(u)] = true
	}
}

// hostPort returns the host and port of an address, as they are dialled.
func hostPort(u *url.URL) string {
	port := u.Port()
	switch {
	case port != "":
	case u.Scheme == "https":
		port = "443"
	default:
		port = "80"
	}
	return net.JoinHostPort(strings.ToLower(u.Hostname()), port)
}

// address refuses an address that is not one of a web page.
func (g guard) address(u *url.URL) error {
	switch {
	case u.Scheme != "http" && u.Scheme != "https":
		return fmt.Errorf("%q is no http or https address", u.Scheme+":")
	case u.Hostname() == "":
		return fmt.Errorf("the address names no host")
	case u.User != nil:
		return fmt.Errorf("the address holds a name or a password")
	case !g.named[hostPort(u)] && u.Port() != "" && u.Port() != "80" && u.Port() != "443":
		return fmt.Errorf("port %s is none of the web's (80 and 443)", u.Port())
	}
	return nil
}

// A dialled context carries the host and port that a connection is made to.
type dialled struct{}

// dial refuses a connection to a number that is not public, unless it is made to a
// host that was named. It is called for every connection, after the name was
// looked up.
func (g guard) dial(ctx context.Context, _, address string, _ syscall.RawConn) error {
	to, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("%q is no address: %w", address, err)
	}
	host, _ := ctx.Value(dialled{}).(string)
	switch {
	case within(to.Addr().Unmap().WithZone(""), never[:]):
		return fmt.Errorf("%s is an address that gives out the keys of a machine, or of the link between two, where nothing is downloaded from", to.Addr())
	case !public(to.Addr()) && !g.named[strings.ToLower(host)]:
		return fmt.Errorf("%s is an address of this computer or of a private network, where nothing is downloaded from", to.Addr())
	}
	return nil
}

// never are the addresses of the link between two machines, among them those at
// which most clouds give out a machine's keys (169.254.169.254, fe80::a9fe:a9fe),
// and those at which the others do: Amazon and Google over IPv6, Alibaba, Oracle,
// Azure.
var never = [...]string{
	"169.254.0.0/16", "fe80::/10", "fd00:ec2::254/128", "fd20:ce::254/128", "100.100.100.200/32", "192.0.0.192/32", "168.63.129.16/32",
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
