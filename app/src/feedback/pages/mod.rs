//! The public pages: the form, its receipt, and the answer.

mod answer;
mod field;
mod form;
mod receipt;

pub(crate) use answer::answer_page;
pub(crate) use form::form_page;
pub(crate) use receipt::receipt_page;

use leptos::prelude::*;

/// Sets the frame of these pages around their content.
fn framed(content: impl IntoView) -> impl IntoView {
    view! { <div class="wrap page"><article class="post column feedback">{content}</article></div> }
}
