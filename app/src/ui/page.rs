//! A page that waits for its data.
//!
//! The parts that wait, hydrate and fetch are the same type for every page, so the client holds them once.

use std::pin::Pin;
use std::sync::Arc;

use leptos::prelude::*;
use serde::de::DeserializeOwned;

use super::ErrorPage;
use crate::error::AppError;
use crate::page_payload::{PagePayload, PayloadCodec};

type Answer = Result<PagePayload, AppError>;
type Loading = Pin<Box<dyn Future<Output = Answer> + Send>>;

/// A page: what of its address decides its data, where the data comes from, and how it is shown. While the next
/// page loads, the old one stays; what goes wrong is shown instead.
pub fn page<T, View, Load>(
    key: impl Fn() -> String + Send + Sync + 'static,
    load: impl Fn(String) -> Load + Send + Sync + 'static,
    show: impl Fn(T) -> View + Send + Sync + 'static,
) -> AnyView
where
    T: DeserializeOwned + 'static,
    View: IntoView + 'static,
    Load: Future<Output = Answer> + Send + 'static,
{
    page_or(key, load, show, |error| view! { <ErrorPage error/> }.into_any())
}

/// A [`page`] that knows what to show when something goes wrong.
pub fn page_or<T, View, Load>(
    key: impl Fn() -> String + Send + Sync + 'static,
    load: impl Fn(String) -> Load + Send + Sync + 'static,
    show: impl Fn(T) -> View + Send + Sync + 'static,
    otherwise: fn(AppError) -> AnyView,
) -> AnyView
where
    T: DeserializeOwned + 'static,
    View: IntoView + 'static,
    Load: Future<Output = Answer> + Send + 'static,
{
    let data = resource(Box::new(key), Box::new(move |key| Box::pin(load(key))));
    let show = move |answer: Answer| match answer.and_then(|data| data.unpack()) {
        Ok(page) => show(page).into_any(),
        Err(error) => otherwise(error),
    };
    waiting(data, Arc::new(show))
}

fn resource(
    key: Box<dyn Fn() -> String + Send + Sync>,
    load: Box<dyn Fn(String) -> Loading + Send + Sync>,
) -> Resource<Answer, PayloadCodec> {
    Resource::new_with_options(key, load, false)
}

fn waiting(
    data: Resource<Answer, PayloadCodec>,
    show: Arc<dyn Fn(Answer) -> AnyView + Send + Sync>,
) -> AnyView {
    view! {
        <Transition>
            {move || {
                let show = Arc::clone(&show);
                Suspend::new(async move { show(data.await) })
            }}
        </Transition>
    }
    .into_any()
}
