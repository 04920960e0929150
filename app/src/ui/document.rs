//! Pages that are only read.
//!
//! Nothing on them waits for a click, so the server finishes them and the client only puts them in their place:
//! neither their components nor their types have to be sent to the browser.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::PageMeta;

/// A finished page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The title of the browser's tab.
    pub title: String,
    /// One or two sentences for search engines; empty for none.
    pub description: String,
    /// The page.
    pub html: String,
}

#[cfg(feature = "ssr")]
impl Document {
    /// Finishes a page.
    pub fn of(title: impl Into<String>, description: impl Into<String>, view: impl IntoView) -> Self {
        Self { title: title.into(), description: description.into(), html: finished(view) }
    }
}

/// A part of a page as HTML.
#[cfg(feature = "ssr")]
pub fn finished(view: impl IntoView) -> String {
    view.into_view().to_html()
}

/// Puts a finished page in its place.
pub fn placed(document: Document) -> impl IntoView {
    view! {
        <PageMeta title=document.title description=document.description/>
        <div inner_html=document.html></div>
    }
}
