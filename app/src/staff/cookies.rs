//! The cookies of staff: the session, and those that find flashes and late submissions again.
//!
//! Visitors get none. On a real host a cookie is `Secure` and its name starts with `__Host-`, so that no
//! neighbour on another subdomain can plant one; browsers refuse both over plain HTTP, so on the developer's
//! own machine it goes without.

use cookie::{Cookie, SameSite, time::Duration};
use http::header::{COOKIE, HOST, HeaderMap, HeaderValue};
use http::request::Parts;

use super::token::Token;
use crate::time::{HOUR, MINUTE};

/// What a cookie is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// A log-in. Lives as long as the browser is open; the server ends it earlier.
    Session,
    /// A form's message to the next page.
    Flash,
    /// A form that was sent after its sender's session had ended.
    Submission,
}

impl Purpose {
    const fn name(self, secure: bool) -> &'static str {
        match (self, secure) {
            (Self::Session, true) => "__Host-guldkorn",
            (Self::Session, false) => "guldkorn",
            (Self::Flash, true) => "__Host-guldkorn-flash",
            (Self::Flash, false) => "guldkorn-flash",
            (Self::Submission, true) => "__Host-guldkorn-text",
            (Self::Submission, false) => "guldkorn-text",
        }
    }

    /// Returns how long the content that the cookie finds is stored, in milliseconds. A session has limits of its own.
    pub(super) const fn lifetime(self) -> i64 {
        match self {
            Self::Session | Self::Flash => 5 * MINUTE,
            Self::Submission => HOUR,
        }
    }

    const fn max_age(self) -> Option<Duration> {
        match self {
            Self::Session => None,
            Self::Flash | Self::Submission => Some(Duration::milliseconds(self.lifetime())),
        }
    }
}

/// Returns the hash of the session's token in a request, which tells its requests from those of others; empty without one.
pub fn session_hash(request: &Parts) -> Vec<u8> {
    read(request, Purpose::Session).map(|token| token.hash().into_bytes()).unwrap_or_default()
}

/// Returns the token in a request's cookie.
pub(super) fn read(request: &Parts, purpose: Purpose) -> Option<Token> {
    let name = purpose.name(is_secure(request));
    sent(&request.headers)
        .filter(|cookie| cookie.name() == name)
        .find_map(|cookie| Token::parse(cookie.value()))
}

/// Builds the header that sets a cookie.
pub(super) fn set(request: &Parts, purpose: Purpose, token: &Token) -> Option<HeaderValue> {
    header(request, purpose, token.text(), purpose.max_age())
}

/// Builds the header that deletes a cookie.
pub(super) fn clear(request: &Parts, purpose: Purpose) -> Option<HeaderValue> {
    header(request, purpose, String::new(), Some(Duration::ZERO))
}

fn header(
    request: &Parts,
    purpose: Purpose,
    value: String,
    max_age: Option<Duration>,
) -> Option<HeaderValue> {
    let secure = is_secure(request);
    let mut cookie = Cookie::build((purpose.name(secure), value))
        .path("/")
        .secure(secure)
        .http_only(true)
        .same_site(SameSite::Lax)
        .build();
    cookie.set_max_age(max_age);
    HeaderValue::from_str(&cookie.to_string()).ok()
}

fn sent(headers: &HeaderMap) -> impl Iterator<Item = Cookie<'_>> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| Cookie::split_parse(value).filter_map(Result::ok))
}

/// Whether cookies must be `Secure`: for all but plain HTTP to the machine itself. A proxy that ends TLS and calls us by a
/// local name adds `X-Forwarded-Proto`; a client that forges that header only loses its own cookie.
fn is_secure(request: &Parts) -> bool {
    let over_tls = request.headers.get("x-forwarded-proto").is_some_and(|scheme| scheme == "https");
    let host = request.headers.get(HOST).and_then(|host| host.to_str().ok());
    let host = host.or_else(|| request.uri.authority().map(http::uri::Authority::as_str)).unwrap_or_default();
    let name = host.rsplit_once(':').filter(|(_, port)| !port.contains(']')).map_or(host, |(name, _)| name);
    over_tls || !matches!(name, "localhost" | "127.0.0.1" | "[::1]")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(headers: &[(&str, &str)]) -> Parts {
        let request = headers
            .iter()
            .fold(http::Request::builder(), |request, (name, value)| request.header(*name, *value));
        request.body(()).expect("a request").into_parts().0
    }

    #[test]
    fn only_the_machine_itself_goes_without_the_prefix() {
        for host in ["localhost", "localhost:3000", "127.0.0.1:3000", "[::1]:3000", "[::1]"] {
            assert!(!is_secure(&request(&[("host", host)])), "{host}");
            assert!(is_secure(&request(&[("host", host), ("x-forwarded-proto", "https")])), "{host}");
        }
        for host in ["mia.example", "localhost.mia.example:3000", "127.0.0.1.mia.example", "[::2]:3000", ""] {
            assert!(is_secure(&request(&[("host", host)])), "{host}");
        }
    }

    #[test]
    fn a_cookie_is_read_back_and_only_under_its_own_name() {
        let token = Token::new().expect("random");
        let real = request(&[("host", "mia.example")]);
        let value = set(&real, Purpose::Session, &token).expect("a header");
        let text = value.to_str().expect("text");
        for part in ["__Host-guldkorn=", "HttpOnly", "SameSite=Lax", "Secure", "Path=/"] {
            assert!(text.contains(part), "{part} in {text}");
        }
        assert!(!text.contains("Max-Age") && !text.contains("Domain"));
        let sent = format!("a=b; __Host-guldkorn={}", token.text());
        let back = request(&[("host", "mia.example"), ("cookie", &sent)]);
        assert!(read(&back, Purpose::Session) == Some(token.clone()));
        assert!(read(&back, Purpose::Flash).is_none());
        let planted = format!("guldkorn={}", token.text());
        assert!(read(&request(&[("host", "mia.example"), ("cookie", &planted)]), Purpose::Session).is_none());
    }
}
