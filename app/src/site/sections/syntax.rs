//! The form of what people type into a section: telephone numbers, links, addresses.

use http::Uri;

use crate::site::is_elsewhere;
use crate::staff::redirect::LocalPath;

/// Whether it has the form of a telephone number.
pub(super) fn is_phone(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    (2..=15).contains(&digits)
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | '-' | '–' | '+' | '(' | ')'))
        && text.chars().count() <= 30
}

/// Whether it has the form of a link: a path on this site, or a whole address elsewhere.
pub(super) fn is_link(text: &str) -> bool {
    let is_whole = || {
        let rest = text
            .split_once("://")
            .map(|(_, rest)| rest)
            .or_else(|| text.split_once(':').map(|(_, rest)| rest));
        is_elsewhere(text)
            && rest.is_some_and(|rest| rest.starts_with(char::is_alphanumeric) || rest.starts_with('+'))
            && text.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"<>\\".contains(&byte))
    };
    text.len() <= 200 && (LocalPath::parse(text).is_some() || is_whole())
}

/// Whether the database accepts the address, and it has a host.
pub(super) fn is_address(text: &str) -> bool {
    let uri = text.parse::<Uri>().ok();
    let has_host = uri.as_ref().and_then(Uri::host).is_some_and(|host| !host.is_empty());
    let is_web = uri.as_ref().is_some_and(|uri| matches!(uri.scheme_str(), Some("http" | "https")));
    has_host
        && is_web
        && (text.starts_with("http://") || text.starts_with("https://"))
        && text.len() <= 200
        && text.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"<>\\?#".contains(&byte))
}

/// Whether two addresses are on the same host, with or without `www`.
pub(super) fn is_same_host(one: &str, other: &str) -> bool {
    let host = |address: &str| {
        let host = address.parse::<Uri>().ok()?.host()?.to_lowercase();
        Some(host.trim_start_matches("www.").to_owned())
    };
    host(one).is_some_and(|one| host(other).is_some_and(|other| one == other))
}
