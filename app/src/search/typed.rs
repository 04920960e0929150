//! What somebody searches for, as the address has it. The router's own map of the query decodes twice.

/// The words in an address's query such as `q=sm%C3%A5+steg`. What cannot stand in a page is a space.
#[cfg(feature = "ssr")]
pub(crate) fn words_in(query: &str) -> String {
    let mut values = form_urlencoded::parse(query.trim_start_matches('?').as_bytes());
    let words = values.find(|(name, _)| name == "q").map(|(_, words)| words).unwrap_or_default();
    words.replace(char::is_control, " ")
}

/// The words in an address's query such as `q=sm%C3%A5+steg`.
#[cfg(not(feature = "ssr"))]
pub(crate) fn words_in(query: &str) -> String {
    let values = web_sys::UrlSearchParams::new_with_str(query).ok();
    values.and_then(|values| values.get("q")).unwrap_or_default()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::words_in;

    #[test]
    fn words_are_decoded_once() {
        assert_eq!(words_in("sida=2&q=sm%C3%A5+steg"), "små steg");
        assert_eq!(words_in("?q=100%25+%2541"), "100% %41");
        assert_eq!(words_in("q=&q=x"), "");
        assert_eq!(words_in("q=a%00b%09c%ff"), "a b c\u{fffd}");
        assert_eq!(words_in("x"), "");
    }
}
