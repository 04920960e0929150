//! A page's title and what search engines may know of it.
//!
//! On the server the page tells it, and it is put into the head with everything else that machines read. In the
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
    /// What search engines may do, such as `noindex`; empty for everything.
    #[prop(optional, into)]
    robots: String,
) -> impl IntoView {
    tell(&title, &description, &robots);
}

#[cfg(feature = "ssr")]
use crate::page_metadata::tell_meta as tell;

#[cfg(not(feature = "ssr"))]
fn tell(title: &str, _: &str, _: &str) {
    let site = document().query_selector("meta[name=application-name]").ok().flatten();
    let site = site.and_then(|site| site.get_attribute("content")).unwrap_or_default();
    document().set_title(&whole_title(title, &site));
}

/// "Blogg – MIA Vidare"; the start page is called as the site.
pub fn whole_title(title: &str, site: &str) -> String {
    if title.is_empty() { site.to_owned() } else { format!("{title} – {site}") }
}
