//! A page that loads its data.
//!
//! The parts that wait, hydrate and fetch have the same type for every page, so the client holds them once.

use std::pin::Pin;
use std::sync::Arc;

use leptos::prelude::*;
use serde::de::DeserializeOwned;

use super::ErrorPage;
use crate::error::AppError;
use crate::page_payload::{PagePayload, PayloadCodec};

type Loaded = Result<PagePayload, AppError>;
type Loading = Pin<Box<dyn Future<Output = Loaded> + Send>>;

/// Shows a page: `key` is the part of the address that decides its data, `load` fetches the data and `show` renders it.
/// The old page stays until the next one is loaded; an error becomes an [`ErrorPage`].
pub fn page<T, View, Load>(
    key: impl Fn() -> String + Send + Sync + 'static,
    load: impl Fn(String) -> Load + Send + Sync + 'static,
    show: impl Fn(T) -> View + Send + Sync + 'static,
) -> AnyView
where
    T: DeserializeOwned + 'static,
    View: IntoView + 'static,
    Load: Future<Output = Loaded> + Send + 'static,
{
    page_or(key, load, show, |error| view! { <ErrorPage error/> }.into_any())
}

/// Shows a [`page`] that renders its errors itself.
pub fn page_or<T, View, Load>(
    key: impl Fn() -> String + Send + Sync + 'static,
    load: impl Fn(String) -> Load + Send + Sync + 'static,
    show: impl Fn(T) -> View + Send + Sync + 'static,
    show_error: fn(AppError) -> AnyView,
) -> AnyView
where
    T: DeserializeOwned + 'static,
    View: IntoView + 'static,
    Load: Future<Output = Loaded> + Send + 'static,
{
    let data = resource(Box::new(key), Box::new(move |key| Box::pin(load(key))));
    let show = move |answer: Loaded| match answer.and_then(|data| data.unpack()) {
        Ok(page) => show(page).into_any(),
        Err(error) => show_error(error),
    };
    waiting(data, Arc::new(show))
}

fn resource(
    key: Box<dyn Fn() -> String + Send + Sync>,
    load: Box<dyn Fn(String) -> Loading + Send + Sync>,
) -> Resource<Loaded, PayloadCodec> {
    Resource::new_with_options(key, load, false)
}

fn waiting(
    data: Resource<Loaded, PayloadCodec>,
    show: Arc<dyn Fn(Loaded) -> AnyView + Send + Sync>,
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
