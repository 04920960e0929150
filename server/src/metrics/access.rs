//! Who may see the numbers.

use std::net::IpAddr;
use std::sync::Arc;

use app::staff::network::Peer;
use http::request::Parts;
use http::uri::Authority;
use http::{HeaderMap, header};
use sha2::{Digest as _, Sha256};

/// What proxies say of whom they speak for. On the machine of a proxy everybody comes from the loopback address.
const PROXY_HEADERS: [&str; 6] =
    ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip"];

/// The secret that a program shows to see the numbers, if the operator has set one. Cheap to clone.
#[derive(Clone, Default)]
pub struct MetricsToken(Option<Arc<str>>);

impl MetricsToken {
    /// Takes the secret; an empty one is none.
    pub fn new(secret: Option<&str>) -> Self {
        Self(secret.map(str::trim).filter(|secret| !secret.is_empty()).map(Into::into))
    }
}

/// Returns whether a request may see the numbers. With a secret it must show it, wherever it comes from; without one it
/// must come from this machine, to this machine, and through no proxy.
pub(super) fn is_allowed(head: &Parts, token: &MetricsToken) -> bool {
    match &token.0 {
        Some(secret) => shown_token(&head.headers).is_some_and(|shown| is_equal(shown, secret)),
        None => is_local(head),
    }
}

fn shown_token(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// Compares by hash: how long that takes says nothing about the secret.
fn is_equal(one: &str, other: &str) -> bool {
    Sha256::digest(one) == Sha256::digest(other)
}

fn is_local(head: &Parts) -> bool {
    let peer = head.extensions.get::<Peer>().map(|peer| peer.0);
    peer.is_some_and(is_loopback) && is_for_loopback(&head.headers) && !comes_through_proxy(&head.headers)
}

/// Returns whether `Host` names this machine: a proxy that says nothing of itself passes the site's own name on.
fn is_for_loopback(headers: &HeaderMap) -> bool {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()?.parse::<Authority>().ok());
    host.is_some_and(|host| match host.host() {
        "localhost" => true,
        name => name.trim_matches(['[', ']']).parse().is_ok_and(is_loopback),
    })
}

fn comes_through_proxy(headers: &HeaderMap) -> bool {
    PROXY_HEADERS.into_iter().any(|name| headers.contains_key(name))
}

fn is_loopback(address: IpAddr) -> bool {
    address.to_canonical().is_loopback()
}
