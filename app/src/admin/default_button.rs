//! The button that Enter presses.

use leptos::prelude::*;

/// A save button that nobody sees, to be put before all others of a form: Enter in a field presses the form's first submit
/// button in the order of the page, and that may be one of a message above the form, such as "Ångra". Safari passes over
/// buttons that are `hidden`.
///
/// `form` is the form's id, where the button stands outside of it; `action` the value that stands for saving, where the
/// form has several buttons.
pub(super) fn default_button(form: Option<&'static str>, action: Option<&'static str>) -> impl IntoView {
    let name = action.is_some().then_some("action");
    view! {
        <button class="visually-hidden" form=form name=name value=action tabindex="-1" aria-hidden="true">
            "Spara"
        </button>
    }
}
