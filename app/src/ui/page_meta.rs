//! A page's title and what search engines may know of it.

use leptos::prelude::*;
use leptos_meta::{Meta, Title};

#[cfg(feature = "ssr")]
use crate::page_facts::tell_meta as tell;

/// The name of the site, for titles. On the server it comes from the settings, in the browser from the page.
#[derive(Debug, Clone)]
pub struct SiteName(pub String);

fn site_name() -> String {
    use_context::<SiteName>().map_or_else(name_in_page, |name| name.0)
}

#[cfg(feature = "ssr")]
const fn name_in_page() -> String {
    String::new()
}

#[cfg(not(feature = "ssr"))]
fn name_in_page() -> String {
    let meta = document().query_selector("meta[name=application-name]").ok().flatten();
    meta.and_then(|meta| meta.get_attribute("content")).unwrap_or_default()
}

/// Sets the page's title ("Guldkornen i MIA 2026 – MIA Vidare") and description.
///
/// The only place that writes a `<title>`: `leptos_meta` 0.8 puts it into the page as it is, so a title from a
/// form or an address could carry a script. On the server it is escaped here.
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
    let name = site_name();
    let whole = if title.is_empty() { name } else { format!("{title} – {name}") };
    let meta =
        |name: &'static str, content: String| (!content.is_empty()).then(|| view! { <Meta name content/> });
    view! {
        <Title text=escaped(whole)/>
        {meta("description", description)}
        {meta("robots", robots)}
    }
}

#[cfg(not(feature = "ssr"))]
const fn tell(_: &str, _: &str, _: &str) {}

#[cfg(feature = "ssr")]
fn escaped(text: String) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(not(feature = "ssr"))]
const fn escaped(text: String) -> String {
    text
}
