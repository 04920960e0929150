//! Limits how many connections one network may have.
//!
//! A proxy of ours speaks for everybody, so it has no such limit; it sets its own for its clients, and the requests of
//! each are limited by `middleware::client_limit`.

use std::net::IpAddr;

use app::staff::network::Network;

use crate::shares::{Share, Shares};

/// More than a house full of browsers needs: each has at most six.
const MAX_PER_NETWORK: usize = 256;

/// The connections of networks that are not ours.
#[derive(Debug, Clone)]
pub(super) struct Strangers(Shares<Network>);

/// The network has as many connections as it may.
#[derive(Debug)]
pub(super) struct HasItsShare;

impl Default for Strangers {
    fn default() -> Self {
        Self(Shares::new(MAX_PER_NETWORK))
    }
}

impl Strangers {
    /// Returns the place of a connection, which is given back when it is dropped. A proxy of ours needs none.
    pub(super) fn admit(&self, peer: IpAddr) -> Result<Option<Share<Network>>, HasItsShare> {
        let network = Network::of_peer(peer);
        if network.is_known() { self.0.take(network).map(Some).ok_or(HasItsShare) } else { Ok(None) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_has_its_share_of_connections_and_our_proxy_has_no_limit() {
        let strangers = Strangers::default();
        let address = |text: &str| text.parse::<IpAddr>().unwrap();
        let mut held: Vec<_> = (0..MAX_PER_NETWORK).map(|_| strangers.admit(address("192.0.2.1"))).collect();
        assert!(held.iter().all(Result::is_ok));
        assert!(strangers.admit(address("192.0.2.1")).is_err());
        assert!(strangers.admit(address("192.0.2.2")).is_ok(), "another network");
        held.pop();
        assert!(strangers.admit(address("192.0.2.1")).is_ok(), "one was closed");
        let proxy: Vec<_> = (0..2 * MAX_PER_NETWORK).map(|_| strangers.admit(address("127.0.0.1"))).collect();
        assert!(proxy.iter().all(Result::is_ok));
    }
}
