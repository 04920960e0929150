//! Which staff page belongs to which address.

use leptos::prelude::*;
use leptos_router::components::{ParentRoute, Route};
use leptos_router::{Lazy, MatchNestedRoutes, SsrMode, path};

use super::desk::DeskPage;
use super::entry::{LogInPage, PasswordPage};
use super::layout::Layout;
use super::lost::LostPage;

/// Everything under `/admin`. The last route takes every other address there, so that none is without a guard.
#[component(transparent)]
pub fn AdminRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/admin/logga-in") view={Lazy::<LogInPage>::new()} ssr=SsrMode::Async/>
        <Route path=path!("/admin/losenord/:token") view={Lazy::<PasswordPage>::new()} ssr=SsrMode::Async/>
        <ParentRoute path=path!("/admin") view={Lazy::<Layout>::new()} ssr=SsrMode::Async>
            <Route path=path!("") view={Lazy::<DeskPage>::new()} ssr=SsrMode::Async/>
            <Route path=path!("/*any") view={Lazy::<LostPage>::new()} ssr=SsrMode::Async/>
        </ParentRoute>
    }
    .into_inner()
}
