//! Limits how many connections one network may have.
//!
//! A proxy of ours speaks for everybody, so it has no such limit; it sets its own for its clients, and the requests of
//! each are limited by `middleware::client_limit`.

use std::net::IpAddr;

use app::staff::network::Network;

use crate::shares::{Share, Shares};

/// More than a house full of browsers needs: each has at most six.
const MAX_PER_NETWORK: usize = 256;
/// Enough for a browser, however few connections are left.
const MIN_PER_NETWORK: usize = 8;
/// Which part of the connections that are left one network may have at most: many networks that hold all they get leave the
/// rest something.
const PART_OF_WHAT_IS_LEFT: usize = 8;

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
    /// Returns the place of a connection, which is given back when it is dropped. A proxy of ours needs none. `left` is how
    /// many more connections there may be, whoever they are from.
    pub(super) fn admit(&self, peer: IpAddr, left: usize) -> Result<Option<Share<Network>>, HasItsShare> {
        let network = Network::of_peer(peer);
        if !network.is_known() {
            return Ok(None);
        }
        let most = (left / PART_OF_WHAT_IS_LEFT).max(MIN_PER_NETWORK);
        self.0.take_up_to(network, most).map(Some).ok_or(HasItsShare)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANY: usize = 4096;

    #[test]
    fn networks_that_hold_all_they_get_leave_something_for_others() {
        let strangers = Strangers::default();
        let mut held = Vec::new();
        for network in 0..32_u8 {
            let peer = IpAddr::from([192, 0, 2, network]);
            while let Ok(Some(place)) = strangers.admit(peer, MANY - held.len()) {
                held.push(place);
            }
        }
        let left = MANY - held.len();
        assert!(left > 100, "32 networks without this rule would have held all: {left}");
        let newcomer = IpAddr::from([198, 51, 100, 1]);
        let places: Vec<_> = (0..MIN_PER_NETWORK).map(|_| strangers.admit(newcomer, left)).collect();
        assert!(places.iter().all(Result::is_ok), "enough for a browser");
    }

    #[test]
    fn a_network_has_its_share_of_connections_and_our_proxy_has_no_limit() {
        let strangers = Strangers::default();
        let address = |text: &str| text.parse::<IpAddr>().unwrap();
        let mut held: Vec<_> =
            (0..MAX_PER_NETWORK).map(|_| strangers.admit(address("192.0.2.1"), MANY)).collect();
        assert!(held.iter().all(Result::is_ok));
        assert!(strangers.admit(address("192.0.2.1"), MANY).is_err());
        assert!(strangers.admit(address("192.0.2.2"), MANY).is_ok(), "another network");
        held.pop();
        assert!(strangers.admit(address("192.0.2.1"), MANY).is_ok(), "one was closed");
        let proxy: Vec<_> =
            (0..2 * MAX_PER_NETWORK).map(|_| strangers.admit(address("127.0.0.1"), 0)).collect();
        assert!(proxy.iter().all(Result::is_ok));
    }
}
