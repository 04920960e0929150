//! Rejects requests that do not say which host they are for, or say so twice.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::uri::Authority;
use http::{HeaderMap, StatusCode, Version, header};

use crate::error_pages::ErrorPages;

/// Passes on requests with exactly one valid `Host` (RFC 9112, section 3.2). Two readers of such a request could take it
/// for different sites. Before HTTP/1.1 there was no such header.
pub(super) async fn check_host(
    State(error_pages): State<ErrorPages>,
    request: Request,
    next: Next,
) -> Response {
    if names_one_host(request.headers(), request.version()) {
        next.run(request).await
    } else {
        error_pages.response(StatusCode::BAD_REQUEST)
    }
}

fn names_one_host(headers: &HeaderMap, version: Version) -> bool {
    let mut hosts = headers.get_all(header::HOST).iter();
    match (hosts.next(), hosts.next()) {
        (None, None) => version < Version::HTTP_11,
        (Some(host), None) => {
            let host = host.to_str().ok().and_then(|host| host.parse::<Authority>().ok());
            host.is_some_and(|host| !host.host().is_empty() && !host.as_str().contains('@'))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn is_accepted(hosts: &[&'static str], version: Version) -> bool {
        let headers = hosts.iter().map(|host| (header::HOST, HeaderValue::from_static(host)));
        let mut map = HeaderMap::new();
        headers.for_each(|(name, value)| _ = map.append(name, value));
        names_one_host(&map, version)
    }

    #[test]
    fn exactly_one_host_is_named() {
        for host in
            ["mia.example", "mia.example:8443", "127.0.0.1:3000", "[::1]:3000", "xn--exempel-bxa.example"]
        {
            assert!(is_accepted(&[host], Version::HTTP_11), "{host}");
        }
        for hosts in [
            &[][..],
            &["a.example", "b.example"],
            &["a.example", "a.example"],
            &[""],
            &["a b"],
            &["a.example/b"],
            &["user@a.example"],
            &[":80"],
        ] {
            assert!(!is_accepted(hosts, Version::HTTP_11), "{hosts:?}");
        }
        assert!(is_accepted(&[], Version::HTTP_10));
    }
}
