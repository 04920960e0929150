//! What two requests must have in common to get the same response.

use std::hash::{Hash, Hasher};

use http::{HeaderMap, HeaderName, Method, Request, Version, header};
use quick_cache::Equivalent;

use crate::page_cache::Encoding;

/// With one of these a request may get a response of its own.
const LEADS_PAST: [HeaderName; 6] = [
    header::COOKIE,
    header::AUTHORIZATION,
    header::FORWARDED,
    header::CONTENT_LENGTH,
    header::TRANSFER_ENCODING,
    header::RANGE,
];
const FORWARDED_HOST: HeaderName = HeaderName::from_static("x-forwarded-host");
const FORWARDED_SCHEME: HeaderName = HeaderName::from_static("x-forwarded-proto");

/// What the router and its middleware look at in a request for a page: the address as it is written, the host that was
/// asked for, what a proxy says of these, and the encodings that are understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Key<'a> {
    address: &'a str,
    host: &'a [u8],
    forwarded_host: Option<&'a [u8]>,
    is_over_tls: bool,
    encoding: Encoding,
}

impl<'a> Key<'a> {
    /// Returns a request's key; `None` when its response must not be given to others.
    pub(super) fn of<B>(request: &'a Request<B>) -> Option<Self> {
        let headers = request.headers();
        let is_plain = request.method() == Method::GET
            && request.version() == Version::HTTP_11
            && !LEADS_PAST.iter().any(|name| headers.contains_key(name));
        if !is_plain {
            return None;
        }
        let is_over_tls = match the_one(headers, &FORWARDED_SCHEME).ok()? {
            None => false,
            Some(scheme) if scheme.eq_ignore_ascii_case(b"https") => true,
            // Led to the address with TLS, or not, by more than stands in a key.
            Some(_) => return None,
        };
        Some(Self {
            address: request.uri().path_and_query()?.as_str(),
            host: the_one(headers, &header::HOST).ok()??,
            forwarded_host: the_one(headers, &FORWARDED_HOST).ok()?,
            is_over_tls,
            encoding: Encoding::preferred(headers),
        })
    }
}

/// A header is there twice.
struct Repeated;

/// Returns the value of a header that may be there.
fn the_one<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Result<Option<&'a [u8]>, Repeated> {
    let mut values = headers.get_all(name).iter();
    let first = values.next().map(http::HeaderValue::as_bytes);
    if values.next().is_none() { Ok(first) } else { Err(Repeated) }
}

/// A key that is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OwnedKey {
    address: Box<str>,
    host: Box<[u8]>,
    forwarded_host: Option<Box<[u8]>>,
    is_over_tls: bool,
    encoding: Encoding,
}

impl From<Key<'_>> for OwnedKey {
    fn from(Key { address, host, forwarded_host, is_over_tls, encoding }: Key<'_>) -> Self {
        Self {
            address: address.into(),
            host: host.into(),
            forwarded_host: forwarded_host.map(Into::into),
            is_over_tls,
            encoding,
        }
    }
}

impl OwnedKey {
    pub(super) const fn encoding(&self) -> Encoding {
        self.encoding
    }

    pub(super) const fn is_over_tls(&self) -> bool {
        self.is_over_tls
    }

    fn borrowed(&self) -> Key<'_> {
        let Self { address, host, forwarded_host, is_over_tls, encoding } = self;
        Key {
            address,
            host,
            forwarded_host: forwarded_host.as_deref(),
            is_over_tls: *is_over_tls,
            encoding: *encoding,
        }
    }
}

impl Hash for OwnedKey {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.borrowed().hash(state);
    }
}

impl Equivalent<OwnedKey> for Key<'_> {
    fn equivalent(&self, stored: &OwnedKey) -> bool {
        *self == stored.borrowed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(headers: &[(&str, &str)]) -> Option<OwnedKey> {
        let request = Request::get("/blogg?sida=2").header("host", "mia.example");
        let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
        let request = request.body(()).unwrap();
        Key::of(&request).map(OwnedKey::from)
    }

    #[test]
    fn what_changes_a_response_changes_the_key() {
        let plain = key(&[]).unwrap();
        for header in [
            ("accept-encoding", "br"),
            ("accept-encoding", "gzip"),
            ("x-forwarded-proto", "https"),
            ("x-forwarded-host", "mia.example"),
        ] {
            assert_ne!(key(&[header]), Some(plain.clone()), "{header:?}");
        }
        for header in [("user-agent", "x"), ("x-forwarded-for", "192.0.2.1"), ("if-none-match", "\"x\"")] {
            assert_eq!(key(&[header]), Some(plain.clone()), "{header:?}");
        }
    }

    #[test]
    fn requests_that_may_be_somebodys_own_have_none() {
        for headers in [
            &[("cookie", "tema=ljust")][..],
            &[("forwarded", "for=192.0.2.1;proto=http")],
            &[("authorization", "Bearer x")],
            &[("content-length", "1")],
            &[("range", "bytes=0-1")],
            &[("x-forwarded-proto", "http")],
            &[("x-forwarded-proto", "https, http")],
            &[("x-forwarded-proto", "https"), ("x-forwarded-proto", "https")],
            &[("host", "other.example")],
        ] {
            assert_eq!(key(headers), None, "{headers:?}");
        }
        let head = Request::head("/").header("host", "mia.example").body(()).unwrap();
        assert!(Key::of(&head).is_none());
        assert!(Key::of(&Request::get("/").body(()).unwrap()).is_none(), "no host");
    }
}
