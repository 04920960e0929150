//! The page with the form for a new edition.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::CreateEdition;
use super::form::{Form, fields};
use crate::admin::flash::Flash;
use crate::calendar::EditionForm;
use crate::paths;
use crate::ui::IdempotencyKey;

/// Shows the form with the given values.
pub(super) fn page(flash: &Flash<Option<EditionForm>>, values: &EditionForm) -> impl IntoView + use<> {
    let fields = fields(&Form { values, errors: &flash.errors, theirs: None });
    view! {
        <p class="kicker"><a href=paths::EDITIONS>"Kalendrar"</a></p>
        <h1>"Ny kalender"</h1>
        {flash.notice(None)}
        <form class="long" method="post" action=CreateEdition::url() novalidate=true>
            <IdempotencyKey/>
            {fields}
            <p class="quiet">"Kalendern blir först ett utkast. Du fyller dagarna och publicerar den sedan."</p>
            <button class="button">"Skapa kalendern"</button>
        </form>
    }
}
