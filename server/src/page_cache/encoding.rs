//! Content encodings, and which of them a client gets.

use http::{HeaderMap, header};

/// An encoding that cached pages are stored in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Encoding {
    Brotli,
    Gzip,
    Plain,
}

impl Encoding {
    /// Returns the value of `Content-Encoding`; none for the plain body.
    pub(crate) const fn name(self) -> Option<&'static str> {
        match self {
            Self::Brotli => Some("br"),
            Self::Gzip => Some("gzip"),
            Self::Plain => None,
        }
    }

    /// Returns the smallest encoding that the request's `Accept-Encoding` allows.
    pub(crate) fn preferred(request_headers: &HeaderMap) -> Self {
        let accepts = |name: &str| {
            request_headers
                .get_all(header::ACCEPT_ENCODING)
                .iter()
                .filter_map(|value| value.to_str().ok())
                .flat_map(|value| value.split(','))
                .any(|item| is_accepted(item, name))
        };
        if accepts("br") {
            Self::Brotli
        } else if accepts("gzip") {
            Self::Gzip
        } else {
            Self::Plain
        }
    }
}

/// Returns whether an item such as `br;q=0.8` names the encoding, and does not refuse it with `q=0`.
fn is_accepted(item: &str, name: &str) -> bool {
    let mut parts = item.split(';').map(str::trim);
    let named = parts.next().is_some_and(|encoding| encoding.eq_ignore_ascii_case(name));
    let refused = parts
        .filter_map(|part| part.strip_prefix("q=").or(part.strip_prefix("Q=")))
        .any(|weight| weight.trim().parse::<f32>().is_ok_and(|weight| weight <= 0.0));
    named && !refused
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    #[test]
    fn the_smallest_that_is_accepted() {
        for (accepted, encoding) in [
            ("gzip, deflate, br, zstd", Encoding::Brotli),
            ("gzip;q=1.0, br;q=0.5", Encoding::Brotli),
            ("br;q=0, gzip", Encoding::Gzip),
            ("GZIP", Encoding::Gzip),
            ("br; q=0.000", Encoding::Plain),
            ("brotli", Encoding::Plain),
            ("", Encoding::Plain),
        ] {
            let headers =
                HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(accepted))]);
            assert_eq!(Encoding::preferred(&headers), encoding, "{accepted}");
        }
    }
}
