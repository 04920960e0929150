//! The page with the form for a new edition.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::CreateEdition;
use super::form::{Form, fields};
use super::handlers::SubmittedNew;
use crate::admin::flash::Flash;
use crate::calendar::EditionForm;
use crate::calendar::editing::EditionRecord;
use crate::paths;
use crate::ui::IdempotencyKey;

/// Shows the form with the given values, and the ways to begin from an earlier edition.
pub(super) fn page(
    flash: &Flash<SubmittedNew>,
    values: &EditionForm,
    editions: &[EditionRecord],
) -> impl IntoView + use<> {
    let fields = fields(&Form { values, errors: &flash.errors, theirs: None });
    view! {
        <p class="kicker"><a href=paths::EDITIONS>"Kalendrar"</a></p>
        <h1>"Ny kalender"</h1>
        {flash.notice(None)}
        {earlier_ones(editions)}
        <form class="long" method="post" action=CreateEdition::url() novalidate=true>
            <IdempotencyKey/>
            {fields}
            <p class="quiet">"Kalendern blir först ett utkast. Du fyller dagarna och publicerar den sedan."</p>
            <button class="button">"Skapa kalendern"</button>
        </form>
    }
}

/// Links to the form that is made from an edition that is here.
fn earlier_ones(editions: &[EditionRecord]) -> Option<AnyView> {
    let link = |edition: &EditionRecord| {
        view! { <li><a href=paths::new_edition_after(edition.id)>{edition.title.clone()}</a></li> }
    };
    (!editions.is_empty()).then(|| {
        view! {
            <section class="earlier" aria-labelledby="tidigare">
                <h2 id="tidigare">"Börja från en tidigare kalender"</h2>
                <p class="quiet">"Dagarna, deras namn och allt annat följer med till ett nytt år. Texterna om du vill."</p>
                <ul>{editions.iter().map(link).collect_view()}</ul>
            </section>
            <h2>"Eller börja från början"</h2>
        }
        .into_any()
    })
}
