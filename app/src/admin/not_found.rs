//! The page at addresses under `/admin` that lead nowhere.

use leptos::prelude::*;

use super::admin_page::admin_page;
use crate::error::AppError;
use crate::paths;
use crate::staff::Staff;
use crate::staff::api::me;
use crate::ui::{PageMeta, set_status};

/// Says so to staff; everybody else is sent to the log-in, as everywhere under `/admin`.
#[component]
pub(super) fn NotFoundPage() -> impl IntoView {
    admin_page(|_| me(), |_: Staff| view! { <NotFound/> })
}

#[component]
fn NotFound() -> impl IntoView {
    set_status(AppError::NotFound.status());
    view! {
        <PageMeta title="Sidan finns inte" robots="noindex"/>
        <h1>"Sidan finns inte"</h1>
        <p>"Adressen kan vara felskriven." " " <a href=paths::ADMIN>"Till skrivbordet"</a></p>
    }
}
