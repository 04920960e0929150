//! What paper says in place of a text that may not be printed.

use leptos::prelude::*;

/// The value of `data-print` of an element that paper leaves out (`style/print/page.css`); none where it may be printed.
pub(crate) fn print_mark(may_be_printed: bool) -> Option<&'static str> {
    (!may_be_printed).then_some("no")
}

/// Stands beside such an element, and only paper shows it. Shows nothing where the text may be printed.
#[component]
pub(crate) fn PaperNotice(
    /// Whether the text may be printed.
    may_be_printed: bool,
) -> impl IntoView {
    (!may_be_printed).then(|| {
        view! {
            <p class="paper-notice">"Den här texten finns bara på webbplatsen och trycks inte."</p>
        }
    })
}
