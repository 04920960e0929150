//! The key of a cached page: its path and the query values that pages read.

use app::paths;
use http::Uri;
use percent_encoding::percent_decode_str;

/// Path and query as the renderer gets them. Requests with the same key get the same page, whatever their headers.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct PageKey {
    text: String,
    /// Whether the number of such keys is bounded. That of searches is not.
    is_storable: bool,
}

impl PageKey {
    /// Returns the key of a page that is the same for everybody; none for the staff's pages.
    pub(crate) fn cacheable(uri: &Uri) -> Option<Self> {
        let path = uri.path();
        let first_segment = path.trim_start_matches('/').split('/').next();
        let query = match first_segment {
            Some("admin") => return None,
            Some("tillganglighet") if is_private(path) => return None,
            Some("tillganglighet") if path == paths::FEEDBACK => named_page(uri.query().unwrap_or("")),
            Some("sok") => uri.query().unwrap_or("").to_owned(),
            _ => known_query(uri.query().unwrap_or("")),
        };
        let is_storable = first_segment != Some("sok") && (path != paths::FEEDBACK || query.is_empty());
        let text = if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") };
        Some(Self { text, is_storable })
    }

    /// Takes a path that this server has written, so that it is already the only spelling of its page.
    pub(crate) fn canonical(text: String) -> Self {
        Self { text, is_storable: true }
    }

    /// Returns whether the page may be stored; if not, only requests at the same time share it.
    pub(crate) fn is_storable(&self) -> bool {
        self.is_storable
    }

    /// Returns path and query, as in the request line.
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }
}

/// Whether a page shows something of one visitor.
fn is_private(path: &str) -> bool {
    path.starts_with(&paths::feedback_receipt(""))
}

/// Returns the pair of a query that names the page which a message is about.
fn named_page(query: &str) -> String {
    query.split('&').find(|pair| pair.starts_with("sida=")).unwrap_or("").to_owned()
}

/// Returns the query values that pages read, in one spelling and order. All others (campaign marks, nonsense) are
/// dropped, so that nobody can fill the cache with copies of one page.
fn known_query(query: &str) -> String {
    let value = |name: &str| {
        query.split('&').find_map(|pair| {
            let (key, value) = pair.split_once('=')?;
            (key == name).then(|| percent_decode_str(value).decode_utf8().ok()).flatten()
        })
    };
    let mut pairs = Vec::new();
    if let Some(page) = value("sida").and_then(|number| number.parse::<u32>().ok()).filter(|page| *page > 1) {
        pairs.push(format!("sida={page}"));
    }
    if value("vy").is_some_and(|view| view == "lista") {
        pairs.push("vy=lista".to_owned());
    }
    pairs.join("&")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cacheable(address: &str) -> Option<String> {
        PageKey::cacheable(&address.parse().unwrap()).map(|key| key.text)
    }

    #[test]
    fn only_known_query_values_count() {
        assert_eq!(cacheable("/blogg?utm_source=x").as_deref(), Some("/blogg"));
        assert_eq!(cacheable("/blogg?x=1&sida=02").as_deref(), Some("/blogg?sida=2"));
        assert_eq!(cacheable("/blogg?sida=1").as_deref(), Some("/blogg"));
        assert_eq!(cacheable("/blogg?sida=-1&sida").as_deref(), Some("/blogg"));
        assert_eq!(
            cacheable("/kalender/2026?vy=lista&sida=3").as_deref(),
            Some("/kalender/2026?sida=3&vy=lista")
        );
        assert_eq!(cacheable("/kalender/2026?vy=%6cista").as_deref(), Some("/kalender/2026?vy=lista"));
        assert_eq!(cacheable("/kalender/2026?vy=annat").as_deref(), Some("/kalender/2026"));
    }

    #[test]
    fn admin_has_no_key_and_searches_are_not_stored() {
        assert_eq!(cacheable("/admin"), None);
        assert_eq!(cacheable("/admin/logga-in?sida=2"), None);
        let search = PageKey::cacheable(&"/sok?q=mod".parse().unwrap()).unwrap();
        assert_eq!((search.as_str(), search.is_storable()), ("/sok?q=mod", false));
        assert_eq!(cacheable("/administration").as_deref(), Some("/administration"));
    }
}
