//! `/sok`: a form, and under it the results. While somebody types, the results follow.
//!
//! Without the client the form is a form. With it, a pause in the typing loads the same page that the form would, and
//! only the results change.

use std::time::Duration;

use leptos::ev::KeyboardEvent;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

use super::query_string::searched_words;
use crate::error::AppError;
use crate::page_payload::PagePayload;
use crate::paths;
use crate::ui::{Document, PageMeta, page_or, set_status};

/// How long a pause in the typing is before the results follow.
const PAUSE: Duration = Duration::from_millis(250);

/// Shows the form and the results.
#[component]
pub fn SearchPage<Load>(
    /// Loads the results at an address of the search: a [`Document`].
    load: fn(String) -> Load,
) -> impl IntoView
where
    Load: Future<Output = Result<PagePayload, AppError>> + Send + 'static,
{
    let query = use_location().search;
    let status = RwSignal::new(String::new());
    let timeout = StoredValue::new(None::<TimeoutHandle>);
    let navigate = StoredValue::new(use_navigate());
    let search = move |words: String| {
        let address = match &*words {
            "" => paths::SEARCH.to_owned(),
            words => format!("{}?q={}", paths::SEARCH, String::from(js_sys::encode_uri_component(words))),
        };
        // The address is replaced: nobody wants to go back letter by letter.
        let options = || NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
        let go = move || _ = navigate.try_with_value(|navigate| navigate(&address, options()));
        if let Some(Some(before)) = timeout.try_update_value(Option::take) {
            before.clear();
        }
        timeout.set_value(set_timeout_with_handle(go, PAUSE).ok());
    };
    // Links and the browser's back button change the words, too, but not under the hands of somebody who types.
    Effect::new(move || {
        let words = searched_words(&query.get());
        if let Some(input) = input().filter(|input| !has_focus(input)) {
            input.set_value(&words);
        }
    });
    let show = move |document: Document| {
        status.set(document.description);
        view! {
            <PageMeta title=document.title robots="noindex"/>
            <div inner_html=document.html></div>
        }
    };
    let key = move || format!("{}?{}", paths::SEARCH, query.get().trim_start_matches('?'));
    view! {
        <div class="wrap page search-page" on:keydown=move |event| on_key(&event, search)>
            <h1>"Sök"</h1>
            <form role="search" action=paths::SEARCH>
                <label for="q">"Vad letar du efter?"</label>
                <div class="search">
                    <input
                        id="q"
                        name="q"
                        type="search"
                        enterkeyhint="search"
                        autocomplete="off"
                        maxlength="300"
                        value=searched_words(&query.get_untracked())
                        on:input=move |event| search(event_target_value(&event))
                    />
                    <button class="button">"Sök"</button>
                </div>
            </form>
            <p class="visually-hidden" role="status">{status}</p>
            {page_or(key, load, show, unreachable)}
        </div>
    }
}

fn unreachable(error: AppError) -> AnyView {
    set_status(error.status());
    view! { <p class="notice" data-kind="error">"Sökningen kom inte fram. Försök igen om en stund."</p> }
        .into_any()
}

/// Moves the focus with the arrow keys from the input to the hits, one by one, and back. Escape clears the input.
fn on_key(event: &KeyboardEvent, search: impl Fn(String)) {
    let step = match &*event.key() {
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        "Escape" => {
            if let Some(input) = input().filter(|input| has_focus(input)) {
                input.set_value("");
                search(String::new());
            }
            return;
        }
        _ => return,
    };
    let Ok(targets) = document().query_selector_all("#q, .hits h3 a") else { return };
    let target = |n| targets.item(n)?.dyn_into::<HtmlElement>().ok();
    let current = (0..targets.length()).find(|n| target(*n).is_some_and(|target| has_focus(&target)));
    if let Some(next) = current.and_then(|current| target(current.checked_add_signed(step)?)) {
        event.prevent_default();
        _ = next.focus();
    }
}

fn input() -> Option<HtmlInputElement> {
    document().get_element_by_id("q")?.dyn_into().ok()
}

fn has_focus(element: &HtmlElement) -> bool {
    document().active_element().is_some_and(|active| active == **element)
}
