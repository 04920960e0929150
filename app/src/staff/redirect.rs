//! Where a response may redirect to: our own pages, never another site.

use http::HeaderValue;

/// An address on this site, fit for a `Location` header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LocalPath(HeaderValue);

impl LocalPath {
    /// Returns a path that is known at compile time.
    ///
    /// # Panics
    /// At compile time, when it is no path.
    pub(crate) const fn fixed(path: &'static str) -> Self {
        assert!(is_local(path.as_bytes()), "not a path of this site");
        Self(HeaderValue::from_static(path))
    }

    /// Parses a path with parts that came from outside; `None` unless it stays on this site. Browsers take `//host` and `/\host`
    /// for another host, and drop tabs and line ends before they look.
    pub(crate) fn parse(path: &str) -> Option<Self> {
        if is_local(path.as_bytes()) { HeaderValue::from_str(path).ok().map(Self) } else { None }
    }

    /// Returns the value of the header.
    pub(crate) fn header(&self) -> HeaderValue {
        self.0.clone()
    }
}

const fn is_local(path: &[u8]) -> bool {
    let mut index = 0;
    while index < path.len() {
        if !path[index].is_ascii_graphic() || path[index] == b'\\' {
            return false;
        }
        index += 1;
    }
    matches!(path, [b'/'] | [b'/', b'!'..=b'.' | b'0'..=b'~', ..])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_our_own_pages() {
        for path in ["/", "/admin", "/admin/losenord/abc", "/sok?q=a%20b"] {
            assert!(LocalPath::parse(path).is_some(), "{path}");
        }
        for path in [
            "",
            "admin",
            "//ond.example",
            "/\\ond.example",
            "/\t/ond.example",
            "https://ond.example",
            "/å",
            "/a\r\nb",
        ] {
            assert!(LocalPath::parse(path).is_none(), "{path:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_accepted_is_a_path_and_names_no_host(path in "[/\\\\a:.\\t ]{0,6}") {
            if LocalPath::parse(&path).is_some() {
                let uri: http::Uri = path.parse().expect("an address");
                prop_assert!(uri.authority().is_none() && uri.path() == path);
            }
        }
    }
}
