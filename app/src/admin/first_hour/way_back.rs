//! The way back to the list, on pages that were opened from it.

use leptos::prelude::*;

use crate::paths;

/// What the address of such a page has in its query, and its form in a field of that name.
const FIELD: &str = "fran";
/// The value that stands for the list. Never an address, so that nobody is led elsewhere.
const LIST: &str = "borja";

/// From where a page was opened, and so where saving leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::admin) enum OpenedFrom {
    /// From the list of what a new site needs.
    List,
    /// From anywhere else.
    Elsewhere,
}

impl OpenedFrom {
    /// Reads it from the query of a page.
    pub(in crate::admin) fn of(query: &str) -> Self {
        let field = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == FIELD);
        field.map_or(Self::Elsewhere, |(_, value)| Self::of_field(&value))
    }

    /// Reads it from the value of a form's field.
    pub(in crate::admin) fn of_field(value: &str) -> Self {
        if value == LIST { Self::List } else { Self::Elsewhere }
    }

    /// Returns the address of a page that remembers from where it was opened; its fragment stays last.
    pub(in crate::admin) fn mark(self, path: &str) -> String {
        match (self, path.split_once('#')) {
            (Self::Elsewhere, _) => path.to_owned(),
            (Self::List, Some((path, fragment))) => format!("{path}?{FIELD}={LIST}#{fragment}"),
            (Self::List, None) => format!("{path}?{FIELD}={LIST}"),
        }
    }

    /// The field by which a form remembers it.
    pub(in crate::admin) fn field(self) -> Option<impl IntoView> {
        (self == Self::List).then(|| view! { <input type="hidden" name=FIELD value=LIST/> })
    }
}

/// Shows the link back to the list.
pub(in crate::admin) fn way_back() -> impl IntoView {
    view! { <p class="kicker"><a href=paths::FIRST_HOUR>"← Tillbaka till listan"</a></p> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_knows_that_it_was_opened_from_the_list() {
        for path in ["/admin/sidor", "/admin/installningar/webbplatsen#address"] {
            let marked = OpenedFrom::List.mark(path);
            let query = marked.split_once('?').map_or("", |(_, query)| query);
            assert_eq!(
                OpenedFrom::of(query.split('#').next().unwrap_or_default()),
                OpenedFrom::List,
                "{marked}"
            );
            assert_eq!(OpenedFrom::Elsewhere.mark(path), path);
        }
        assert!(OpenedFrom::List.mark("/a#b").ends_with("#b"));
        assert_eq!(OpenedFrom::of(paths::FROM_FIRST_HOUR), OpenedFrom::List);
        for other in ["", "fran=", "fran=//ond.example", "x=borja", "fran=borja2"] {
            assert_eq!(OpenedFrom::of(other), OpenedFrom::Elsewhere, "{other}");
        }
    }
}
