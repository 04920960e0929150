//! The network that a log-in comes from.
//!
//! A home or an office is one network: an IPv4 address, or the 64 bits of an IPv6 address that a provider hands
//! out. Behind a proxy on the same machine or in the same private network the proxy's header counts; a
//! stranger's own header never does.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use http::request::Parts;

/// The other end of the connection: a client, or a proxy. The server puts it among a request's extensions.
#[derive(Debug, Clone, Copy)]
pub struct Peer(pub IpAddr);

impl Peer {
    /// Whether it may be a proxy of ours, whose words about the visitor count: it is on this machine or in the same private
    /// network.
    pub fn is_trusted(self) -> bool {
        is_ours(canonical(self.0))
    }
}

/// A network; `None` inside when it is unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Network(Option<IpAddr>);

impl Network {
    /// The unknown network.
    #[cfg(test)]
    pub(super) const UNKNOWN: Self = Self(None);

    /// Returns the network of an address.
    #[cfg(test)]
    pub(super) fn at(address: &str) -> Self {
        Self(Some(network_of(address.parse().expect("an address"))))
    }

    /// Returns the network at the other end of a connection; the unknown one for a proxy of ours, which speaks for
    /// others.
    pub fn of_peer(peer: IpAddr) -> Self {
        let peer = canonical(peer);
        Self((!is_ours(peer)).then(|| network_of(peer)))
    }

    /// Returns the network that a request comes from.
    pub fn of(request: &Parts) -> Self {
        let peer = request.extensions.get::<Peer>().map(|peer| canonical(peer.0));
        let forwarded =
            || request.headers.get_all("x-forwarded-for").iter().rev().filter_map(|line| line.to_str().ok());
        let client = match peer {
            Some(peer) if is_ours(peer) => {
                // Each proxy adds whom it talks to, so the last stranger is the client.
                let mut hops = forwarded()
                    .flat_map(|line| line.rsplit(','))
                    .map(|hop| hop.trim().parse().map(canonical));
                hops.find(|hop| !matches!(hop, Ok(hop) if is_ours(*hop))).and_then(Result::ok)
            }
            other => other,
        };
        Self(client.map(network_of))
    }

    /// Whether it is known.
    pub const fn is_known(self) -> bool {
        self.0.is_some()
    }
}

/// Writes `192.0.2.7`, `2001:db8::`, or `-` for the unknown one.
impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(address) => address.fmt(f),
            None => f.write_str("-"),
        }
    }
}

/// Unwraps IPv4 that is mapped into IPv6.
const fn canonical(address: IpAddr) -> IpAddr {
    address.to_canonical()
}

fn is_ours(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => v4.is_loopback() || v4.is_private(),
        IpAddr::V6(v6) => v6.is_loopback() || v6.is_unique_local(),
    }
}

fn network_of(address: IpAddr) -> IpAddr {
    const HOST_BITS: u32 = 64;
    match address {
        IpAddr::V4(v4) => Ipv4Addr::into(v4),
        IpAddr::V6(v6) => Ipv6Addr::from_bits(v6.to_bits() >> HOST_BITS << HOST_BITS).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn network(peer: &str, told: &[&str]) -> String {
        let request = told.iter().fold(http::Request::new(()), |mut request, line| {
            request.headers_mut().append("x-forwarded-for", line.parse().expect("a header"));
            request
        });
        let (mut parts, ()) = request.into_parts();
        if let Ok(peer) = peer.parse() {
            parts.extensions.insert(Peer(peer));
        }
        Network::of(&parts).to_string()
    }

    #[test]
    fn a_stranger_is_where_the_connection_comes_from_whatever_it_says() {
        assert_eq!(network("192.0.2.7", &[]), "192.0.2.7");
        assert_eq!(network("192.0.2.7", &["198.51.100.1"]), "192.0.2.7");
        assert_eq!(network("::ffff:192.0.2.7", &[]), "192.0.2.7");
    }

    #[test]
    fn a_home_has_one_network_however_many_addresses() {
        assert_eq!(network("2001:db8:1:2:3:4:5:6", &[]), "2001:db8:1:2::");
        assert_eq!(network("2001:db8:1:2:ffff::1", &[]), "2001:db8:1:2::");
    }

    #[test]
    fn a_proxy_of_ours_is_trusted_for_its_own_peer() {
        for proxy in ["127.0.0.1", "::1", "172.18.0.2", "fd00::1"] {
            assert_eq!(network(proxy, &["198.51.100.1"]), "198.51.100.1");
            assert_eq!(
                network(proxy, &["203.0.113.9, 198.51.100.1"]),
                "198.51.100.1",
                "the first was made up"
            );
            assert_eq!(network(proxy, &["203.0.113.9", "198.51.100.1, 10.0.0.4"]), "198.51.100.1");
        }
    }

    #[test]
    fn what_cannot_be_read_is_unknown() {
        for (peer, told) in [
            ("", &[][..]),
            ("127.0.0.1", &[]),
            ("127.0.0.1", &["nonsense"]),
            ("10.0.0.1", &["203.0.113.9, x"]),
        ] {
            assert_eq!(network(peer, told), "-");
        }
        assert_eq!(network("127.0.0.1", &["192.168.1.4"]), "-", "all the way through networks of ours");
    }
}
