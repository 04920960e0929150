//! The emblem of the European Union with its sentence.

use leptos::prelude::*;

use crate::site::EuSupport;

/// Shows the emblem, which is a file of its own so that nothing tints or crops it, and the sentence beside it. The style
/// sheet gives it the size that the rules ask for.
#[component]
pub(crate) fn EuStatement(
    /// What the European Union pays.
    eu: EuSupport,
) -> impl IntoView {
    view! {
        <p class="eu" lang=eu.lang()>
            <img src="/eu-emblem.svg" alt="" width="60" height="40"/>
            " "
            {eu.statement()}
        </p>
    }
}
