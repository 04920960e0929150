//! A line to write in.

use leptos::prelude::*;

/// A label, an input, and what is wrong with what was written in it. Works without the client.
#[component]
pub fn Field(
    /// The input's name in the form. Also its id, so one of a kind on the page.
    name: &'static str,
    /// What to write.
    label: &'static str,
    /// The input's type, such as `email`.
    #[prop(into)]
    kind: Signal<&'static str>,
    /// What stands there from the beginning.
    #[prop(optional)]
    value: String,
    /// What the browser may fill in, in the words of the HTML standard.
    autocomplete: &'static str,
    /// What to know before writing; empty for nothing.
    #[prop(optional)]
    hint: &'static str,
    /// What is wrong, and what to do.
    #[prop(into)]
    error: Signal<Option<String>>,
    /// More that belongs to the input, below it.
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
