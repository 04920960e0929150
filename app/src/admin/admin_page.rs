//! The layout of every admin page: navigation beside the content, which is shown once its data has come.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use serde::de::DeserializeOwned;

use super::rail::{RailContent, rail};
use crate::error::AppError;
use crate::page_payload::PagePayload;
use crate::paths;
use crate::staff::Role;
use crate::ui::{ErrorPage, PageMeta, page_or};

/// Loads the data of a page and shows it in the admin layout. A reader without a session is sent to the log-in page.
pub(super) fn admin_page<T, View, Load>(
    load: impl Fn(String) -> Load + Send + Sync + 'static,
    show: impl Fn(T) -> View + Send + Sync + 'static,
) -> impl IntoView
where
    T: DeserializeOwned + 'static,
    View: IntoView + 'static,
    Load: Future<Output = Result<PagePayload, AppError>> + Send + 'static,
{
    admin_page_at(String::new, load, show)
}

/// Shows an [`admin_page`] whose data depends on `key`, a part of the address, and is loaded again when it changes.
pub(super) fn admin_page_at<T, View, Load>(
    key: impl Fn() -> String + Send + Sync + 'static,
    load: impl Fn(String) -> Load + Send + Sync + 'static,
    show: impl Fn(T) -> View + Send + Sync + 'static,
) -> impl IntoView
where
    T: DeserializeOwned + 'static,
    View: IntoView + 'static,
    Load: Future<Output = Result<PagePayload, AppError>> + Send + 'static,
{
    let content = page_or(key, load, show, |error| match error {
        AppError::LogInFirst => view! { <RedirectToLogIn/> }.into_any(),
        error => view! { <ErrorPage error/> }.into_any(),
    });
    view! {
        <div class="staff">
            <Navigation/>
            <main id="innehall" tabindex="-1">{content}</main>
        </div>
    }
}

/// The admin pages, the most needed first: address, name, and the least role that may see it.
const LINKS: [(&str, &str, Role); 16] = [
    (paths::ADMIN, "Skrivbord", Role::Reviewer),
    (paths::POSTS, "Inlägg", Role::Reviewer),
    (paths::BOARD, "Tavla", Role::Reviewer),
    (paths::EDITIONS, "Kalendrar", Role::Reviewer),
    (paths::PAGES, "Sidor", Role::Reviewer),
    (paths::PICTURES, "Bilder", Role::Reviewer),
    (paths::STAFF_DOCUMENTS, "Dokument", Role::Reviewer),
    (paths::TAGS, "Etiketter", Role::Reviewer),
    (paths::CONSENTS, "Samtycken", Role::Writer),
    (paths::STATISTICS, "Statistik", Role::Reviewer),
    (paths::MESSAGES, "Meddelanden", Role::Editor),
    (paths::STAFF_ACCOUNTS, "Personer", Role::Admin),
    (paths::SETTINGS, "Inställningar", Role::Admin),
    (paths::AUDIT_LOG, "Händelser", Role::Admin),
    (paths::HELP, "Hjälp", Role::Reviewer),
    (paths::ACCOUNT, "Mitt konto", Role::Reviewer),
];

/// How many links stand side by side on a phone. When there are more, the others are behind a button.
const SIDE_BY_SIDE: usize = 4;

/// Links to the admin pages, and one to the site.
#[component]
fn Navigation() -> impl IntoView {
    let content = page_or(String::new, |_| rail(), contents, |_| brand(String::new()).into_any());
    view! { <nav class="rail night" aria-label="Redaktionen">{content}</nav> }
}

fn contents(rail: RailContent) -> impl IntoView {
    view! { {brand(rail.site)} {links_for(rail.role, rail.unanswered)} }
}

/// The link to the site, with its name.
fn brand(site: String) -> impl IntoView {
    view! {
        <a class="brand" href=paths::START>
            <img src=paths::ICON_192 alt="" width="40" height="40"/>
            <span><b>{site}</b> " " <span class="vision">"Visa webbplatsen"</span></span>
        </a>
    }
}

fn links_for(role: Role, unanswered: i64) -> impl IntoView {
    let mut first: Vec<_> = LINKS.into_iter().filter(|(.., least)| role >= *least).collect();
    let fits = first.len() <= SIDE_BY_SIDE + 1;
    let more = if fits { Vec::new() } else { first.split_off(SIDE_BY_SIDE) };
    let items = |links: Vec<(&'static str, &'static str, Role)>| {
        links
            .into_iter()
            .map(|(to, label, _)| {
                let count = if to == paths::MESSAGES { unanswered } else { 0 };
                view! { <NavigationLink to label count/> }
            })
            .collect_view()
    };
    view! {
        <ul>
            {items(first)}
            {(!more.is_empty()).then(|| view! {
                <li class="more-ways">
                    <details>
                        <summary>"Mer"</summary>
                        <ul>{items(more)}</ul>
                    </details>
                </li>
            })}
        </ul>
    }
}

/// A link to a page, marked when it or a page below it is shown.
#[component]
fn NavigationLink(
    to: &'static str,
    label: &'static str,
    /// How many things wait there.
    count: i64,
) -> impl IntoView {
    let path = use_location().pathname;
    let is_within = move |path: &String| {
        path == to || (to != paths::ADMIN && path.strip_prefix(to).is_some_and(|rest| rest.starts_with('/')))
    };
    let current = move || path.with(is_within).then_some("page");
    let count = (count > 0).then(|| {
        view! { " " <span class="count">{count} <span class="visually-hidden">" obesvarade"</span></span> }
    });
    view! { <li><a href=to aria-current=current>{label} {count}</a></li> }
}

/// Leads to the log-in page. On the server the guard has answered with a redirect already.
#[component]
fn RedirectToLogIn() -> impl IntoView {
    let navigate = use_navigate();
    Effect::new(move || navigate(paths::LOG_IN, NavigateOptions { replace: true, ..Default::default() }));
    view! {
        <PageMeta title="Logga in" robots="noindex"/>
        <p><a href=paths::LOG_IN>"Logga in"</a></p>
    }
}
