//! A page's title and description.
//!
//! On the server they are collected and end up in the document's head with the rest of the page's metadata. In the
//! browser only the title matters.

use leptos::prelude::*;

/// Sets the page's title ("Guldkornen i MIA 2026 – MIA Vidare") and description.
#[component]
pub fn PageMeta(
    /// The page's own title; empty for the start page.
    #[prop(into)]
    title: String,
    /// One or two sentences; empty for none.
    #[prop(optional, into)]
    description: String,
    /// The robots directive, such as `noindex`; empty when search engines may do everything.
    #[prop(optional, into)]
    robots: String,
) -> impl IntoView {
    set_page_meta(&title, &description, &robots);
}

#[cfg(feature = "ssr")]
use crate::page_metadata::set_page_meta;

#[cfg(not(feature = "ssr"))]
fn set_page_meta(title: &str, _: &str, _: &str) {
    set_page_title(title);
}

/// Names the page in the browser's tab.
#[cfg(not(feature = "ssr"))]
pub(crate) fn set_page_title(title: &str) {
    let site = document().query_selector("meta[name=application-name]").ok().flatten();
    let site = site.and_then(|site| site.get_attribute("content")).unwrap_or_default();
    document().set_title(&whole_title(title, &site));
}

/// Returns the title of the browser's tab: "Blogg – MIA Vidare", and for the start page the site's name alone.
pub fn whole_title(title: &str, site: &str) -> String {
    if title.is_empty() { site.to_owned() } else { format!("{title} – {site}") }
}
