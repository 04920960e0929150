//! Prerendered pages.
//!
//! The server renders them to HTML and the client inserts that: neither their components nor their types have to be sent
//! to the browser.

#[cfg(feature = "ssr")]
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A prerendered page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The page's own title, without the site's name.
    pub title: String,
    /// One or two sentences for search engines; empty for none.
    pub description: String,
    /// The content of the page.
    pub html: String,
}

#[cfg(feature = "ssr")]
impl Document {
    /// Renders a page.
    pub fn new(title: impl Into<String>, description: impl Into<String>, view: impl IntoView) -> Self {
        Self { title: title.into(), description: description.into(), html: render_to_string(view) }
    }
}

/// Renders a view to HTML that is never hydrated, so it goes without the marks `<!>` by which Leptos would find its places.
#[cfg(feature = "ssr")]
pub fn render_to_string(view: impl IntoView) -> String {
    view.into_view().to_html().replace("<!>", "")
}
