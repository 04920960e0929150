//! "Inget har ändrats": the yearly look at the accessibility statement, without changing it.

use jiff::civil::Date;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::ConfirmStatement;
use crate::site::Accessibility;
use crate::time::date_with_year;
use crate::ui::IdempotencyKey;

/// Shows when the statement was last looked at, and the button that says that it is still true.
pub(super) fn review_form(accessibility: &Accessibility, today: Date) -> Option<AnyView> {
    let reviewed = accessibility.reviewed_on?;
    let due = accessibility
        .is_review_due(today)
        .then(|| view! { <p class="missing">"Det är snart ett år sedan. Läs igenom redogörelsen."</p> });
    Some(
        view! {
            <form class="review" method="post" action=ConfirmStatement::url()>
                <IdempotencyKey/>
                <p>{format!("Någon såg senast över redogörelsen den {}.", date_with_year(reviewed))}</p>
                {due}
                <p><button class="button plain">"Inget har ändrats"</button></p>
                <p class="quiet">"Knappen ändrar bara dagen då ni senast såg över den."</p>
            </form>
        }
        .into_any(),
    )
}
