//! The routes of the public app. The pages for staff are an app of their own, in `admin`.

use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::path;

use crate::calendar::{DoorPage, EditionPage, intercept_popstate};
use crate::error::AppError;
use crate::prerendered::{PrerenderedPage, read};
use crate::search::SearchPage;
use crate::start_page::StartPage;
use crate::ui::{ErrorPage, FollowNavigation};

/// Shows the page at the current address, between header and footer.
#[component]
pub fn App() -> impl IntoView {
    intercept_popstate();
    view! {
        <Router>
            <FollowNavigation/>
            <FlatRoutes fallback=|| view! { <ErrorPage error=AppError::NotFound/> }>
                <Route path=path!("/") view=StartPage/>
                <Route path=path!("/kalender/:edition") view=EditionPage/>
                <Route path=path!("/kalender/:edition/lucka/:day") view=DoorPage/>
                <Route path=path!("/sok") view=|| view! { <SearchPage load=read/> }/>
                // All other addresses. The first match counts, so this route comes last.
                <Route path=path!("/*rest") view=PrerenderedPage/>
            </FlatRoutes>
        </Router>
    }
}
