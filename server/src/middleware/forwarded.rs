//! What proxies say about the request that they pass on: `X-Forwarded-Proto`, `X-Forwarded-Host`, and `Forwarded` (RFC
//! 7239). Anybody can write them; who is believed is for the caller to decide.

use http::HeaderMap;

/// Returns whether a proxy says that the visitor came over TLS. Of several, the one that ended it knows.
pub(super) fn says_https(headers: &HeaderMap) -> bool {
    values(headers, "x-forwarded-proto", "proto").any(|scheme| scheme.eq_ignore_ascii_case("https"))
}

/// Returns whether a proxy says that the visitor came without TLS, and none says otherwise.
pub(super) fn says_http(headers: &HeaderMap) -> bool {
    let mut schemes = values(headers, "x-forwarded-proto", "proto").peekable();
    schemes.peek().is_some() && schemes.all(|scheme| scheme.eq_ignore_ascii_case("http"))
}

/// Lists the hosts that proxies say the visitor asked for.
pub(super) fn hosts(headers: &HeaderMap) -> impl Iterator<Item = &str> {
    values(headers, "x-forwarded-host", "host")
}

/// Lists the values of a header with a list, and of a parameter of `Forwarded`.
fn values<'a>(
    headers: &'a HeaderMap,
    name: &'static str,
    parameter: &'static str,
) -> impl Iterator<Item = &'a str> {
    let lists = move |name| {
        headers.get_all(name).iter().filter_map(|line| line.to_str().ok()).flat_map(|line| line.split(','))
    };
    let standard = lists("forwarded").flat_map(|hop| hop.split(';')).filter_map(move |pair| {
        let (key, value) = pair.split_once('=')?;
        key.trim().eq_ignore_ascii_case(parameter).then(|| value.trim().trim_matches('"'))
    });
    lists(name).map(str::trim).chain(standard).filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use http::{HeaderName, HeaderValue};

    use super::*;

    fn headers(lines: &[(&'static str, &'static str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in lines {
            headers.append(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
        headers
    }

    #[test]
    fn the_scheme_is_read_from_both_headers() {
        for (lines, https, http) in [
            (&[][..], false, false),
            (&[("x-forwarded-proto", "https")], true, false),
            (&[("x-forwarded-proto", "http")], false, true),
            (&[("x-forwarded-proto", "https, http")], true, false),
            (&[("x-forwarded-proto", "http"), ("forwarded", "for=192.0.2.1;proto=https")], true, false),
            (
                &[("forwarded", "for=\"[2001:db8::1]\"; Proto=\"HTTP\"; host=a.example, proto=http")],
                false,
                true,
            ),
            (&[("x-forwarded-proto", "ftp")], false, false),
            (&[("forwarded", ";;=,proto,=http")], false, false),
        ] {
            let headers = headers(lines);
            assert_eq!((says_https(&headers), says_http(&headers)), (https, http), "{lines:?}");
        }
    }

    #[test]
    fn every_host_is_listed() {
        let headers = headers(&[
            ("x-forwarded-host", "a.example, b.example"),
            ("forwarded", "host=\"c.example:8443\";proto=https"),
        ]);
        assert_eq!(hosts(&headers).collect::<Vec<_>>(), ["a.example", "b.example", "c.example:8443"]);
    }
}
