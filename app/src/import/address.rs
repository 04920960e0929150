//! Addresses of the site that is left, in the one spelling by which they are compared.

use std::fmt;

use percent_encoding::percent_decode_str;
use unicode_normalization::UnicodeNormalization as _;
use url::Url;

/// The longest address that is kept, in bytes. Longer ones are no addresses that anybody has linked to.
const LONGEST: usize = 1000;
/// How often an address is decoded: some programs have encoded theirs twice.
const DECODINGS: usize = 3;

/// Path and query of an old address, without its host: decoded, in NFC, without a trailing slash. Two spellings of one
/// address are equal, whatever the case of their hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::FromRow)]
pub struct OldAddress {
    /// Begins with a slash; the slash alone is the front page.
    pub path: String,
    /// Without the question mark, its pairs as they stood; mostly empty. `WordPress` names a post `/?p=123`.
    pub query: String,
}

impl OldAddress {
    /// Parses a whole address, or one that begins with a slash. `None` when it is no address of a page.
    pub fn parse(address: &str) -> Option<Self> {
        let address = address.trim();
        if address.starts_with('/') && !address.starts_with("//") {
            let address = address.split('#').next().unwrap_or_default();
            let (path, query) = address.split_once('?').unwrap_or((address, ""));
            return Self::of(path, query);
        }
        let url = Url::parse(address).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
        Self::of(url.path(), url.query().unwrap_or_default())
    }

    /// Makes an address of a path that may be percent-encoded, with or without its first slash, and a query.
    pub fn of(path: &str, query: &str) -> Option<Self> {
        let path = decode(path);
        let path: Vec<&str> = path.split('/').filter(|step| !step.is_empty() && *step != ".").collect();
        let path = format!("/{}", path.join("/"));
        let query = decode(query);
        let is_sound = |text: &str| text.len() <= LONGEST && !text.contains(char::is_control);
        let has_dots = path.split('/').any(|step| step == "..");
        (is_sound(&path) && is_sound(&query) && !has_dots).then_some(Self { path, query })
    }

    /// Whether it is the front page without a query, from which nothing may lead away.
    pub fn is_front_page(&self) -> bool {
        self.path == "/" && self.query.is_empty()
    }

    /// Returns the queries under which it is looked up, the most exact first: the whole, each pair alone, none. A shared
    /// link often carries more than the site ever asked for.
    pub fn queries(&self) -> Vec<&str> {
        let mut queries = vec![&*self.query];
        if self.query.contains('&') {
            queries.extend(self.query.split('&').filter(|pair| !pair.is_empty()));
        }
        if !self.query.is_empty() && self.path != "/" {
            queries.push("");
        }
        queries
    }
}

impl fmt::Display for OldAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.query.is_empty() { "" } else { "?" };
        write!(f, "{}{sign}{}", self.path, self.query)
    }
}

/// Decodes until nothing changes. Bytes that are no UTF-8 stay as they were written.
fn decode(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..DECODINGS {
        match percent_decode_str(&text).decode_utf8() {
            Ok(decoded) if decoded != text => text = decoded.into_owned(),
            _ => break,
        }
    }
    text.nfc().collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::OldAddress;

    fn parsed(address: &str) -> Option<(String, String)> {
        OldAddress::parse(address).map(|address| (address.path, address.query))
    }

    #[test]
    fn spellings_of_one_address_are_equal() {
        let spellings = [
            "/2020/12/Blåbär",
            "/2020/12/Bl%C3%A5b%c3%a4r/",
            "/2020//12/Bla\u{30a}ba\u{308}r",
            "https://gammal.example/2020/12/Bl%25C3%25A5b%25C3%25A4r#del",
            "http://www.gammal.example/2020/12/./Blåbär/",
        ];
        for spelling in spellings {
            assert_eq!(parsed(spelling), Some(("/2020/12/Blåbär".into(), String::new())), "{spelling}");
        }
    }

    #[test]
    fn a_query_is_part_of_the_address() {
        assert_eq!(parsed("https://gammal.example/?p=123"), Some(("/".into(), "p=123".into())));
        let address = OldAddress::parse("/?utm=x&p=123").unwrap();
        assert_eq!(address.queries(), ["utm=x&p=123", "utm=x", "p=123"]);
        assert_eq!(OldAddress::parse("/a?b=c").unwrap().queries(), ["b=c", ""]);
        assert!(OldAddress::parse("/").unwrap().is_front_page());
    }

    #[test]
    fn what_is_no_address_of_a_page_is_none() {
        for address in
            ["", "mailto:a@b.example", "relativ", "//annan.example/a", "javascript:x", "/a/../b", "/a%00"]
        {
            assert_eq!(parsed(address), None, "{address}");
        }
    }

    proptest! {
        #[test]
        fn an_address_is_its_own_spelling(path in "/[a-zåäö%/ .-]{0,40}") {
            if let Some(address) = OldAddress::parse(&path) {
                prop_assert_eq!(OldAddress::of(&address.path, &address.query), Some(address));
            }
        }
    }
}
