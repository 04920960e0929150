//! Old addresses that only their query tells apart, such as `/?p=123`.

use app::import::OldAddress;
use percent_encoding::utf8_percent_encode;

use super::super::address::ENCODED;

/// An old address with a query.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::freeze) struct QueryAddress {
    /// Decoded, without a slash at its end; empty for the front page.
    path: String,
    /// Decoded names and values, in their order. What has no value is a name with an empty one.
    pairs: Vec<(String, String)>,
    query: String,
}

impl QueryAddress {
    /// Takes an address. `None` where it has no query.
    pub(in crate::freeze) fn of(address: &OldAddress) -> Option<Self> {
        let pairs = address.query.split('&').filter(|pair| !pair.is_empty());
        let pairs: Vec<_> = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, ""))).collect();
        (!pairs.is_empty()).then(|| Self {
            path: address.path.trim_end_matches('/').to_owned(),
            pairs: pairs.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
            query: address.query.clone(),
        })
    }

    /// Returns the address as it stands in a request.
    pub(in crate::freeze) fn to_request(&self) -> String {
        let path = utf8_percent_encode(&self.path, ENCODED);
        format!("{path}{}?{}", if self.path.is_empty() { "/" } else { "" }, self.encoded())
    }

    /// Returns the decoded paths under which a server may be asked, at a place of its own.
    pub(super) fn paths(&self, base: &str) -> Vec<String> {
        let path = format!("{}{}", base.trim_end_matches('/'), self.path);
        let with_slash = format!("{path}/");
        if self.path.is_empty() { vec![with_slash] } else { vec![path, with_slash] }
    }

    /// Returns the names and values.
    pub(super) fn pairs(&self) -> &[(String, String)] {
        &self.pairs
    }

    /// Returns the query as browsers send it.
    pub(super) fn encoded(&self) -> String {
        let pairs = self.query.split('&').map(|pair| match pair.split_once('=') {
            Some((name, value)) => format!("{}={}", encoded(name), encoded(value)),
            None => encoded(pair),
        });
        pairs.collect::<Vec<_>>().join("&")
    }

    /// Whether every server's map can say it: other signs mean something in one of them.
    pub(super) fn is_plain(&self) -> bool {
        let is_plain = |text: &str, others: &[char]| {
            text.chars().all(|letter| letter.is_alphanumeric() || others.contains(&letter))
        };
        let is_plain_pair = |(name, value): &(String, String)| {
            !name.is_empty() && is_plain(name, &['-', '_']) && is_plain(value, &['-', '_', '.', '~', '/'])
        };
        is_plain(&self.path, &['-', '_', '.', '~', '/']) && self.pairs.iter().all(is_plain_pair)
    }
}

/// Encodes a name or value for a query.
pub(super) fn encoded(text: &str) -> String {
    utf8_percent_encode(text, ENCODED).to_string()
}
