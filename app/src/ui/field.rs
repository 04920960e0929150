//! A labelled text input.

use leptos::prelude::*;

/// Shows a label, an input and the message about what is wrong with its value. Works without the client.
#[component]
pub fn Field(
    /// Name of the input, and its id, so unique on the page.
    name: &'static str,
    /// Text of the label.
    label: &'static str,
    /// Type of the input, such as `email`.
    #[prop(into)]
    kind: Signal<&'static str>,
    /// Initial value.
    #[prop(optional)]
    value: String,
    /// Value of `autocomplete`.
    autocomplete: &'static str,
    /// A hint under the label; empty for none.
    #[prop(optional)]
    hint: &'static str,
    /// The message about what is wrong and what to do.
    #[prop(into)]
    error: Signal<Option<String>>,
    /// More that belongs to the input, shown below it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let (hint_id, error_id) = (format!("{name}-hint"), format!("{name}-error"));
    let described_by = {
        let (hint_id, error_id) = (hint_id.clone(), error_id.clone());
        move || {
            let hint = (!hint.is_empty()).then(|| hint_id.clone());
            let error = error.with(Option::is_some).then(|| error_id.clone());
            let ids: Vec<_> = hint.into_iter().chain(error).collect();
            (!ids.is_empty()).then(|| ids.join(" "))
        }
    };
    view! {
        <div class="field">
            <label for=name>{label}</label>
            {(!hint.is_empty()).then(|| view! { <p class="hint" id=hint_id>{hint}</p> })}
            {move || error.get().map(|error| view! { <p class="error" id=error_id.clone()>{error}</p> })}
            <input
                id=name
                name=name
                type=move || kind.get()
                value=value
                autocomplete=autocomplete
                autocapitalize="none"
                spellcheck="false"
                required=true
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby=described_by
            />
            {children.map(|children| children())}
        </div>
    }
}
