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

impl Default for Strangers {
    fn default() -> Self {
        Self(Shares::new(MAX_PER_NETWORK))
    }
}

impl Strangers {
    /// Returns a place for a connection, which is given back when it is dropped; `None` when the network has its share.
    pub(super) fn admit(&self, peer: IpAddr) -> Option<Option<Share<Network>>> {
        let network = Network::of_peer(peer);
        if !network.is_known() {
            return Some(None);
        }
        self.0.take(network).map(Some)
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
        assert!(held.iter().all(Option::is_some));
        assert!(strangers.admit(address("192.0.2.1")).is_none());
        assert!(strangers.admit(address("192.0.2.2")).is_some(), "another network");
        held.pop();
        assert!(strangers.admit(address("192.0.2.1")).is_some(), "one was closed");
        let proxy: Vec<_> = (0..2 * MAX_PER_NETWORK).map(|_| strangers.admit(address("127.0.0.1"))).collect();
        assert!(proxy.iter().all(Option::is_some));
    }
}
