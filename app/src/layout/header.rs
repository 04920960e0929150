//! The header: name, funding and menu.

use leptos::prelude::*;

use super::eu_statement::EuStatement;
use crate::paths;
use crate::safety::LeaveLink;
use crate::site::brand::{Logo, brand_link};
use crate::site::{Settings, is_elsewhere};

/// The site's name, its funding, the search and the menu.
#[component]
pub(crate) fn Header(
    /// The site's settings.
    settings: Settings,
    /// The site's logo.
    logo: Option<Logo>,
    /// The path of the page shown, which the menu marks.
    path: String,
) -> impl IntoView {
    let items = settings.menu.into_iter().map(|item| {
        let here = path == item.path || path.starts_with(&format!("{}/", item.path));
        // This address redirects. Loaded by the browser itself, it leaves no step in the history.
        let rel = (item.path == paths::CALENDAR || is_elsewhere(&item.path)).then_some("external");
        view! { <li><a href=item.path rel=rel aria-current=here.then_some("page")>{item.label}</a></li> }
    });
    view! {
        <header class="head night">
            // Before all other links.
            <LeaveLink/>
            <div class="wrap">
                {brand_link(logo.as_ref(), &settings.name)}
                {settings.funding.eu.map(|eu| view! { <EuStatement eu/> })}
                <a
                    class="find"
                    href=paths::SEARCH
                    aria-current=(path == paths::SEARCH).then_some("page")
                >
                    <Magnifier/>
                    <span>"Sök"</span>
                </a>
                <nav aria-label="Meny">
                    <details class="menu">
                        <summary>"Meny"</summary>
                        <ul>{items.collect_view()}</ul>
                    </details>
                </nav>
            </div>
        </header>
    }
}

/// The sign beside the word "Sök". It says nothing more, so screen readers skip it.
#[component]
fn Magnifier() -> impl IntoView {
    view! {
        <svg aria-hidden="true" width="20" height="20" viewBox="0 0 20 20">
            <path
                d="M8.5 2.5a6 6 0 1 1 0 12 6 6 0 0 1 0-12M13 13l4.5 4.5"
                fill="none"
                stroke="currentColor"
                stroke-width="2"
                stroke-linecap="round"
            />
        </svg>
    }
}
