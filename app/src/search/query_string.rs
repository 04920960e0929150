//! The visitor's words in the query string.

use crate::text_input::normalize;

/// Returns the words in a query string such as `q=sm%C3%A5+steg`, in normal form. Characters that no page may hold become
/// spaces.
pub(crate) fn searched_words(query: &str) -> String {
    let mut values = form_urlencoded::parse(query.trim_start_matches('?').as_bytes());
    let words = values.find(|(name, _)| name == "q").map(|(_, words)| words).unwrap_or_default();
    normalize(&words).replace(char::is_control, " ")
}

#[cfg(test)]
mod tests {
    use super::searched_words;

    #[test]
    fn words_are_decoded_once() {
        assert_eq!(searched_words("sida=2&q=sm%C3%A5+steg"), "små steg");
        assert_eq!(searched_words("?q=100%25+%2541"), "100% %41");
        assert_eq!(searched_words("q=&q=x"), "");
        assert_eq!(searched_words("q=a%00b%09c%ff"), "a b c\u{fffd}");
        assert_eq!(searched_words("x"), "");
        assert_eq!(searched_words("q=till%C2%ADg%61%CC%88ng%C2%ADlig"), "tillgänglig", "as a page shows it");
    }
}
