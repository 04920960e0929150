//! The page at addresses under `/admin` that lead nowhere.

use leptos::prelude::*;

use super::admin_page::admin_page;
use crate::error::AppError;
use crate::staff::Staff;
use crate::staff::api::me;
use crate::ui::ErrorPage;

/// Says so to staff; everybody else is sent to the log-in, as everywhere under `/admin`.
#[component]
pub(super) fn NotFoundPage() -> impl IntoView {
    admin_page(|_| me(), |_: Staff| view! { <ErrorPage error=AppError::NotFound/> })
}
