//! The address that the owner has set, as requests are held against it.

use std::sync::Arc;

use super::store;
use crate::cache::{Cached, Validity};
use crate::error::AppError;
use crate::state::AppState;
use crate::time::UnixMillis;

/// The site's own address, such as `https://www.example.se`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnAddress {
    /// The beginning of every link to the site.
    pub text: String,
    /// Whether it is reached over TLS.
    pub is_https: bool,
    host: Host,
}

/// A host as a request names it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Host {
    name: String,
    /// None for the usual ones, which nobody writes.
    port: Option<u16>,
}

impl OwnAddress {
    /// Parses an address of the settings. Returns `None` for an empty one, and for one of this machine alone.
    fn parse(address: &str) -> Option<Self> {
        let (scheme, rest) = address.split_once("://")?;
        let authority = rest.split('/').next().unwrap_or_default();
        let host = Host::parse(authority)?;
        let text = format!("{}://{authority}", scheme.to_ascii_lowercase());
        let is_https = scheme.eq_ignore_ascii_case("https");
        (!host.is_this_machine()).then_some(Self { text, is_https, host })
    }

    /// Returns whether a request's `Host` is that of the address.
    pub fn is_at(&self, host: &str) -> bool {
        Host::parse(host).is_some_and(|host| host == self.host)
    }

    /// Returns whether a request's `Host` is another form of the address's: with `www.` or without, or with a full stop at
    /// its end.
    pub fn has_form(&self, host: &str) -> bool {
        Host::parse(host).is_some_and(|host| host != self.host && host.bare() == self.host.bare())
    }
}

impl Host {
    fn parse(authority: &str) -> Option<Self> {
        let (name, port) = match authority.rsplit_once(':') {
            // The colons of an IPv6 address stand within its brackets.
            Some((name, port)) if !port.ends_with(']') => (name, Some(port.parse().ok()?)),
            _ => (authority, None),
        };
        let name = name.to_ascii_lowercase();
        (!name.is_empty()).then_some(Self { name, port: port.filter(|port| ![80, 443].contains(port)) })
    }

    /// Returns what its forms have in common.
    fn bare(&self) -> (&str, Option<u16>) {
        let name = self.name.strip_suffix('.').unwrap_or(&self.name);
        (name.strip_prefix("www.").unwrap_or(name), self.port)
    }

    fn is_this_machine(&self) -> bool {
        let name = self.name.trim_matches(['[', ']']);
        let is_loopback = name.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback());
        is_loopback || name == "localhost" || name.ends_with(".localhost")
    }
}

/// Returns the address that the owner has set, from the cache while nothing has changed; nothing where none is set, or one
/// of this machine alone.
///
/// # Errors
/// [`AppError::Internal`] when the database cannot be read.
pub async fn own_address(state: &AppState) -> Result<Arc<Option<OwnAddress>>, AppError> {
    // Before it is read: a change meanwhile makes the cached one outdated.
    let generation = state.db.generation();
    let cached = state.extensions.get::<Cached<Option<OwnAddress>>>();
    if let Some(address) = cached.get(generation, UnixMillis(0)) {
        return Ok(address);
    }
    let address = OwnAddress::parse(&store::address(state.db.reader()).await?);
    Ok(cached.put(Validity { generation, from: UnixMillis::MIN, until: UnixMillis::MAX }, address))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_of_an_address_are_those_with_and_without_www() {
        let own = OwnAddress::parse("https://www.Exempel.se").unwrap();
        assert!(own.is_https && own.is_at("www.exempel.se") && own.is_at("WWW.EXEMPEL.SE:443"));
        for form in ["exempel.se", "exempel.se:80", "EXEMPEL.se", "www.exempel.se.", "exempel.se."] {
            assert!(own.has_form(form) && !own.is_at(form), "{form}");
        }
        for other in [
            "www.exempel.se",
            "annan.se",
            "www.www.exempel.se",
            "exempel.se:8080",
            "exempel.se.annan.se",
            "",
            ":80",
            "a:b",
        ] {
            assert!(!own.has_form(other), "{other}");
        }
        let bare = OwnAddress::parse("http://exempel.se:8080").unwrap();
        assert!(!bare.is_https && bare.has_form("www.exempel.se:8080") && !bare.has_form("www.exempel.se"));
        assert_eq!(bare.text, "http://exempel.se:8080");
    }

    #[test]
    fn this_machine_alone_is_no_address_of_a_site() {
        for address in [
            "",
            "http://127.0.0.1:3000",
            "http://[::1]:3000",
            "http://localhost",
            "https://guldkorn.localhost",
        ] {
            assert_eq!(OwnAddress::parse(address), None, "{address}");
        }
        assert!(OwnAddress::parse("http://192.168.1.4:3000").is_some());
    }
}
