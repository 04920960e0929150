//! What a page's content may depend on: its path and the few query values that mean something.

use http::Uri;
use percent_encoding::percent_decode_str;

/// An address as the renderer gets it. Two requests with the same one get the same page, whatever else they say.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct PageKey {
    text: String,
    /// Whether there is an end of such addresses. Answers to free questions have none.
    bounded: bool,
}

impl PageKey {
    /// The address of a page that everybody may share; `None` for pages that are made for one asker.
    pub(crate) fn shared(uri: &Uri) -> Option<Self> {
        let path = uri.path();
        let first_step = path.trim_start_matches('/').split('/').next();
        let bounded = first_step != Some("sok");
        let query = match first_step {
            Some("admin") => return None,
            Some("sok") => uri.query().unwrap_or("").to_owned(),
            _ => meaningful(uri.query().unwrap_or("")),
        };
        let text = if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") };
        Some(Self { text, bounded })
    }

    /// An address that the server itself has spelled, where nothing meaningless can be left.
    pub(crate) fn spelled(text: String) -> Self {
        Self { text, bounded: true }
    }

    /// Whether its page may be kept.
    pub(crate) fn is_bounded(&self) -> bool {
        self.bounded
    }

    /// Path and query.
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }
}

/// The query values that pages read, in one spelling and order. All others (campaign marks, nonsense) are dropped,
/// so that nobody can fill the memory with copies of one page.
fn meaningful(query: &str) -> String {
    let value = |name: &str| {
        query.split('&').find_map(|pair| {
            let (key, value) = pair.split_once('=')?;
            (key == name).then(|| percent_decode_str(value).decode_utf8().ok()).flatten()
        })
    };
    let mut kept = Vec::new();
    if let Some(page) = value("sida").and_then(|number| number.parse::<u32>().ok()).filter(|page| *page > 1) {
        kept.push(format!("sida={page}"));
    }
    if value("vy").is_some_and(|view| view == "lista") {
        kept.push("vy=lista".to_owned());
    }
    kept.join("&")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shared(address: &str) -> Option<String> {
        PageKey::shared(&address.parse().unwrap()).map(|address| address.text)
    }

    #[test]
    fn only_meaning_counts() {
        assert_eq!(shared("/blogg?utm_source=x").as_deref(), Some("/blogg"));
        assert_eq!(shared("/blogg?x=1&sida=02").as_deref(), Some("/blogg?sida=2"));
        assert_eq!(shared("/blogg?sida=1").as_deref(), Some("/blogg"));
        assert_eq!(shared("/blogg?sida=-1&sida").as_deref(), Some("/blogg"));
        assert_eq!(
            shared("/kalender/2026?vy=lista&sida=3").as_deref(),
            Some("/kalender/2026?sida=3&vy=lista")
        );
        assert_eq!(shared("/kalender/2026?vy=%6cista").as_deref(), Some("/kalender/2026?vy=lista"));
        assert_eq!(shared("/kalender/2026?vy=annat").as_deref(), Some("/kalender/2026"));
    }

    #[test]
    fn some_pages_are_never_kept() {
        assert_eq!(shared("/admin"), None);
        assert_eq!(shared("/admin/logga-in?sida=2"), None);
        let search = PageKey::shared(&"/sok?q=mod".parse().unwrap()).unwrap();
        assert_eq!((search.as_str(), search.is_bounded()), ("/sok?q=mod", false));
        assert_eq!(shared("/administration").as_deref(), Some("/administration"));
    }
}
