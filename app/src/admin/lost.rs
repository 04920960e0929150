//! An address among the staff's rooms where there is none.

use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::room::room;
use crate::error::AppError;
use crate::page_data::PageData;
use crate::paths;
use crate::staff::Staff;
use crate::staff::api::me;
use crate::ui::{PageMeta, answer_with, data};

/// Says so to staff; everybody else is sent to the log-in, as everywhere under `/admin`.
#[derive(Debug, Clone, Copy)]
pub struct LostPage {
    staff: Resource<Result<PageData, AppError>>,
}

#[lazy_route]
impl LazyRoute for LostPage {
    fn data() -> Self {
        Self { staff: data(String::new, |_| me()) }
    }

    fn view(this: Self) -> AnyView {
        room(this.staff, |_: Staff| view! { <Lost/> })
    }
}

#[component]
fn Lost() -> impl IntoView {
    answer_with(AppError::NotFound.status());
    view! {
        <PageMeta title="Sidan finns inte" robots="noindex"/>
        <h1>"Sidan finns inte"</h1>
        <p>"Adressen kan vara felskriven." " " <a href=paths::ADMIN>"Till skrivbordet"</a></p>
    }
}
