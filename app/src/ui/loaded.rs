//! A page that waits for its data.

use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::ErrorPage;
use crate::error::AppError;

/// Shows a page once its one resource has come, or what went wrong instead. While the next page loads, the old
/// one stays.
pub fn loaded<T, View>(
    resource: Resource<Result<T, AppError>>,
    show: impl Fn(T) -> View + Copy + Send + Sync + 'static,
) -> impl IntoView
where
    T: Clone + Send + Sync + Serialize + DeserializeOwned + 'static,
    View: IntoView + 'static,
{
    view! {
        <Transition>
            {move || Suspend::new(async move {
                match resource.await {
                    Ok(page) => show(page).into_any(),
                    Err(error) => view! { <ErrorPage error/> }.into_any(),
                }
            })}
        </Transition>
    }
}
