//! A room: the rail beside it, and what it shows once its data has come.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use serde::de::DeserializeOwned;

use crate::error::AppError;
use crate::page_data::PageData;
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
    Load: Future<Output = Result<PageData, AppError>> + Send + 'static,
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
    Load: Future<Output = Result<PageData, AppError>> + Send + 'static,
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

/// Links to the rooms, and one out.
#[component]
fn Rail() -> impl IntoView {
    let for_admins = page_or(
        String::new,
        |_| me(),
        |staff: Staff| {
            (staff.role >= Role::Admin).then(|| view! { <Way to=paths::PEOPLE words="Personer"/> })
        },
        |_| ().into_any(),
    );
    view! {
        <nav class="rail night" aria-label="Redaktionen">
            <a class="brand" href=paths::START>
                <img src="/logo.svg" alt="" width="34" height="40"/>
                <span><b>"Guldkorn"</b> " " <span class="vision">"Visa webbplatsen"</span></span>
            </a>
            <ul>
                <Way to=paths::ADMIN words="Skrivbord"/>
                <Way to=paths::OWN_ACCOUNT words="Mitt konto"/>
                {for_admins}
            </ul>
        </nav>
    }
}

/// A link to a room, marked when one is there.
#[component]
fn Way(to: &'static str, words: &'static str) -> impl IntoView {
    let here = use_location().pathname;
    let current = move || here.with(|here| here == to).then_some("page");
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
