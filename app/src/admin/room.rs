//! A room that waits for its data.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use serde::de::DeserializeOwned;

use crate::error::AppError;
use crate::page_data::PageData;
use crate::paths;
use crate::ui::{ErrorPage, PageMeta};

/// Shows a room once its one resource has come. Who is not logged in, or no longer, goes to the log-in page.
pub(super) fn room<T, View>(
    resource: Resource<Result<PageData, AppError>>,
    show: impl Fn(T) -> View + Copy + Send + Sync + 'static,
) -> impl IntoView
where
    T: DeserializeOwned + 'static,
    View: IntoView + 'static,
{
    view! {
        <Transition>
            {move || Suspend::new(async move {
                match resource.await.and_then(|data| data.unpack()) {
                    Ok(content) => show(content).into_any(),
                    Err(AppError::LogInFirst) => view! { <ToLogIn/> }.into_any(),
                    Err(error) => view! { <ErrorPage error/> }.into_any(),
                }
            })}
        </Transition>
    }
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
