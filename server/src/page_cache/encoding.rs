//! The encodings that a page is kept in, and which of them a browser prefers.

use http::{HeaderMap, header};

/// How the bytes of a page are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    Brotli,
    Gzip,
    Plain,
}

impl Encoding {
    /// The value of `Content-Encoding`.
    pub(crate) const fn name(self) -> Option<&'static str> {
        match self {
            Self::Brotli => Some("br"),
            Self::Gzip => Some("gzip"),
            Self::Plain => None,
        }
    }
}

/// The smallest encoding that the client takes.
pub(crate) fn preferred(headers: &HeaderMap) -> Encoding {
    let takes = |name: &str| {
        headers
            .get_all(header::ACCEPT_ENCODING)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .any(|item| is_taken(item, name))
    };
    if takes("br") {
        Encoding::Brotli
    } else if takes("gzip") {
        Encoding::Gzip
    } else {
        Encoding::Plain
    }
}

/// Whether an item such as `br;q=0.8` names the encoding, and does not refuse it with `q=0`.
fn is_taken(item: &str, name: &str) -> bool {
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
    fn the_smallest_that_is_taken() {
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
            assert_eq!(preferred(&headers), encoding, "{accepted}");
        }
    }
}
