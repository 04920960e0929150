//! A room: the rail beside it, and what it shows once its data has come.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use serde::de::DeserializeOwned;

use crate::error::AppError;
use crate::page_payload::PagePayload;
use crate::paths;
use crate::staff::api::me;
use crate::staff::{Role, Staff};
use crate::ui::{ErrorPage, PageMeta, page_or};

/// Shows a room once its data has come. Who is not logged in, or no longer, goes to the log-in page.
pub(super) fn room<T, View, Load>(
    load: impl Fn(String) -> Load + Send + Sync + 'static,
    show: impl Fn(T) -> View + Send + Sync + 'static,
) -> impl IntoView
where
    T: DeserializeOwned + 'static,
    View: IntoView + 'static,
    Load: Future<Output = Result<PagePayload, AppError>> + Send + 'static,
{
    room_at(String::new, load, show)
}

/// A [`room`] of which a part of the address decides what it shows.
pub(super) fn room_at<T, View, Load>(
    key: impl Fn() -> String + Send + Sync + 'static,
    load: impl Fn(String) -> Load + Send + Sync + 'static,
    show: impl Fn(T) -> View + Send + Sync + 'static,
) -> impl IntoView
where
    T: DeserializeOwned + 'static,
    View: IntoView + 'static,
    Load: Future<Output = Result<PagePayload, AppError>> + Send + 'static,
{
    let room = page_or(key, load, show, |error| match error {
        AppError::LogInFirst => view! { <ToLogIn/> }.into_any(),
        error => view! { <ErrorPage error/> }.into_any(),
    });
    view! {
        <div class="staff">
            <Rail/>
            <main id="innehall" tabindex="-1">{room}</main>
        </div>
    }
}

/// The rooms, those that one needs most first: address, name, and the least role that may enter.
const WAYS: [(&str, &str, Role); 10] = [
    (paths::ADMIN, "Skrivbord", Role::Reviewer),
    (paths::POSTS, "Inlägg", Role::Reviewer),
    (paths::EDITIONS, "Kalendrar", Role::Reviewer),
    (paths::PAGES, "Sidor", Role::Reviewer),
    (paths::TAGS, "Etiketter", Role::Reviewer),
    (paths::STAFF_ACCOUNTS, "Personer", Role::Admin),
    (paths::SETTINGS, "Inställningar", Role::Admin),
    (paths::AUDIT_LOG, "Händelser", Role::Admin),
    (paths::HELP, "Hjälp", Role::Reviewer),
    (paths::ACCOUNT, "Mitt konto", Role::Reviewer),
];

/// How many ways stand side by side on a phone. When there are more, the others are behind a button.
const SIDE_BY_SIDE: usize = 4;

/// Links to the rooms, and one out.
#[component]
fn Rail() -> impl IntoView {
    let ways = page_or(String::new, |_| me(), |staff: Staff| ways(staff.role), |_| ().into_any());
    view! {
        <nav class="rail night" aria-label="Redaktionen">
            <a class="brand" href=paths::START>
                <img src="/logo.svg" alt="" width="34" height="40"/>
                <span><b>"Guldkorn"</b> " " <span class="vision">"Visa webbplatsen"</span></span>
            </a>
            {ways}
        </nav>
    }
}

fn ways(role: Role) -> impl IntoView {
    let mut first: Vec<_> = WAYS.into_iter().filter(|(.., least)| role >= *least).collect();
    let fits = first.len() <= SIDE_BY_SIDE + 1;
    let more = if fits { Vec::new() } else { first.split_off(SIDE_BY_SIDE) };
    let links = |ways: Vec<(&'static str, &'static str, Role)>| {
        ways.into_iter().map(|(to, words, _)| view! { <Way to words/> }).collect_view()
    };
    view! {
        <ul>
            {links(first)}
            {(!more.is_empty()).then(|| view! {
                <li class="more-ways">
                    <details>
                        <summary>"Mer"</summary>
                        <ul>{links(more)}</ul>
                    </details>
                </li>
            })}
        </ul>
    }
}

/// A link to a room, marked when one is there or in a part of it.
#[component]
fn Way(to: &'static str, words: &'static str) -> impl IntoView {
    let here = use_location().pathname;
    let is_within = move |here: &String| {
        here == to || (to != paths::ADMIN && here.strip_prefix(to).is_some_and(|rest| rest.starts_with('/')))
    };
    let current = move || here.with(is_within).then_some("page");
    view! { <li><a href=to aria-current=current>{words}</a></li> }
}

/// The way to the log-in page. On the server the guard has answered with a redirect already.
#[component]
fn ToLogIn() -> impl IntoView {
    let navigate = use_navigate();
    Effect::new(move || navigate(paths::LOG_IN, NavigateOptions { replace: true, ..Default::default() }));
    view! {
        <PageMeta title="Logga in" robots="noindex"/>
        <p><a href=paths::LOG_IN>"Logga in"</a></p>
    }
}
