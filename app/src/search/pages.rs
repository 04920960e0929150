//! `/sok`: a form, and under it what it found. While somebody types, the results follow.
//!
//! Without the client the form is a form. With it, a pause in the typing asks for the same page that the form would,
//! and only the results change.

use std::time::Duration;

use leptos::ev::KeyboardEvent;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

use super::typed::words_in;
use crate::error::AppError;
use crate::paths;
use crate::prerendered::read;
use crate::ui::{Document, PageMeta, answer_with, page_or};

/// How long somebody must have stopped typing.
const PAUSE: Duration = Duration::from_millis(250);

/// The form and the results.
#[component]
pub fn SearchPage() -> impl IntoView {
    let query = use_location().search;
    let news = RwSignal::new(String::new());
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let navigate = StoredValue::new(use_navigate());
    let seek = move |words: String| {
        let address = match &*words {
            "" => paths::SEARCH.to_owned(),
            words => format!("{}?q={}", paths::SEARCH, String::from(js_sys::encode_uri_component(words))),
        };
        // The address of the page shown is replaced: a letter is no step that somebody goes back to.
        let options = || NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
        let go = move || _ = navigate.try_with_value(|navigate| navigate(&address, options()));
        if let Some(Some(before)) = waiting.try_update_value(Option::take) {
            before.clear();
        }
        waiting.set_value(set_timeout_with_handle(go, PAUSE).ok());
    };
    // Links and the browser's own buttons change the words, too; whoever is typing is not disturbed.
    Effect::new(move || {
        let words = words_in(&query.get());
        if let Some(input) = input().filter(|input| !has_focus(input)) {
            input.set_value(&words);
        }
    });
    let show = move |document: Document| {
        news.set(document.description);
        view! {
            <PageMeta title=document.title robots="noindex"/>
            <div inner_html=document.html></div>
        }
    };
    let key = move || format!("{}?{}", paths::SEARCH, query.get().trim_start_matches('?'));
    view! {
        <div class="wrap page search-page" on:keydown=move |event| press(&event, seek)>
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
                        value=words_in(&query.get_untracked())
                        on:input=move |event| seek(event_target_value(&event))
                    />
                    <button class="button">"Sök"</button>
                </div>
            </form>
            <p class="visually-hidden" role="status">{news}</p>
            {page_or(key, read, show, unreachable)}
        </div>
    }
}

fn unreachable(error: AppError) -> AnyView {
    answer_with(error.status());
    view! { <p class="notice" data-kind="error">"Sökningen kom inte fram. Försök igen om en stund."</p> }
        .into_any()
}

/// Arrows walk from the words to the hits, one by one, and back; Escape empties the words.
fn press(event: &KeyboardEvent, seek: impl Fn(String)) {
    let way = match &*event.key() {
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        "Escape" => {
            if let Some(input) = input().filter(|input| has_focus(input)) {
                input.set_value("");
                seek(String::new());
            }
            return;
        }
        _ => return,
    };
    let Ok(stops) = document().query_selector_all("#q, .hits h3 a") else { return };
    let stop = |n| stops.item(n)?.dyn_into::<HtmlElement>().ok();
    let here = (0..stops.length()).find(|n| stop(*n).is_some_and(|stop| has_focus(&stop)));
    if let Some(next) = here.and_then(|here| stop(here.checked_add_signed(way)?)) {
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
