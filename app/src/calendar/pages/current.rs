//! `/kalender`: leads to the current edition.

use leptos::prelude::*;
use leptos_router::components::Redirect;

use crate::calendar::api::current_edition;
use crate::paths;
use crate::ui::{PageMeta, page};

/// Leads to the current edition, or says that there is none yet.
#[component]
pub fn CurrentEditionPage() -> impl IntoView {
    page(
        String::new,
        |_| current_edition(),
        |current: Option<String>| match current {
            Some(slug) => view! { <Redirect path=paths::edition(&slug)/> }.into_any(),
            None => view! {
                <PageMeta title="Kalendern"/>
                <div class="wrap page">
                    <h1>"Kalendern"</h1>
                    <p class="intro">"Här finns ingen kalender än."</p>
                    <p><a href=paths::BLOG>"Läs bloggen så länge"</a></p>
                </div>
            }
            .into_any(),
        },
    )
}
