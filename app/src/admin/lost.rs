//! An address among the staff's rooms where there is none.

use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::room::room;
use crate::error::AppError;
use crate::page_data::PageData;
use crate::staff::Staff;
use crate::staff::api::me;
use crate::ui::ErrorPage;

/// Says so to staff; everybody else is sent to the log-in, as everywhere under `/admin`.
#[derive(Debug, Clone, Copy)]
pub struct LostPage {
    staff: Resource<Result<PageData, AppError>>,
}

#[lazy_route]
impl LazyRoute for LostPage {
    fn data() -> Self {
        Self { staff: Resource::new(|| (), |()| me()) }
    }

    fn view(this: Self) -> AnyView {
        room(this.staff, |_: Staff| view! { <ErrorPage error=AppError::NotFound/> }).into_any()
    }
}
