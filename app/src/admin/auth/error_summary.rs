//! The summary of a refused form, above its fields.

use leptos::html::Div;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

/// Why a form is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::admin) struct Problem {
    /// What is wrong, and what to do.
    pub(in crate::admin) sentence: String,
    /// The id of the field that it is about.
    pub(in crate::admin) field: Option<&'static str>,
}

/// Shows the problem with a link to its field. It takes the focus when the page is loaded with it; later the form moves
/// the focus here.
#[component]
pub(in crate::admin) fn ErrorSummary(
    /// What is wrong, if anything.
    #[prop(into)]
    problem: Signal<Option<Problem>>,
    /// The summary, for moving the focus to it.
    node_ref: NodeRef<Div>,
) -> impl IntoView {
    let at_first = problem.with_untracked(Option::is_some);
    move || {
        problem.get().map(|problem| {
            let sentence = match problem.field {
                Some(field) => view! { <FieldLink field sentence=problem.sentence/> }.into_any(),
                None => problem.sentence.into_any(),
            };
            view! {
                <div class="notice" data-kind="error" role="alert" tabindex="-1" autofocus=at_first node_ref=node_ref>
                    <p>{sentence}</p>
                </div>
            }
        })
    }
}

/// A link to a field. The router would take the click and scroll; the focus is what matters.
#[component]
fn FieldLink(field: &'static str, sentence: String) -> impl IntoView {
    let focus = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        let input = document().get_element_by_id(field);
        if let Some(input) = input.and_then(|input| input.dyn_into::<leptos::web_sys::HtmlElement>().ok()) {
            let _ = input.focus();
        }
    };
    view! { <a href=format!("#{field}") on:click=focus>{sentence}</a> }
}
