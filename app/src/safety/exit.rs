//! The address of the quick exit.

use http::Uri;

/// The exit when the settings hold no usable address: the weather, which everybody looks at.
pub const DEFAULT_EXIT: &str = "https://www.smhi.se/";

/// Returns the address if it is usable as an exit: an absolute one, over HTTP.
pub fn usable_exit(address: &str) -> Option<&str> {
    let parsed: Uri = address.parse().ok().filter(|_| address.is_ascii())?;
    let is_web = matches!(parsed.scheme_str(), Some("http" | "https"));
    let has_host = parsed.host().is_some_and(|host| !host.is_empty());
    (is_web && has_host).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_absolute_http_addresses_are_usable() {
        for good in [DEFAULT_EXIT, "http://example.org", "https://example.org/a/b?c=d"] {
            assert_eq!(usable_exit(good), Some(good));
        }
        for bad in [
            "",
            "/blogg",
            "//example.org",
            "example.org",
            "ftp://example.org/",
            "javascript:alert(1)",
            "data:text/html,hej",
            "https://",
            "https:///blogg",
            "https://example.org/å",
            "https://example.org/\r\nset-cookie: a=b",
        ] {
            assert_eq!(usable_exit(bad), None, "{bad}");
        }
    }
}
