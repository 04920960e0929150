//! The public app: which page belongs to which address. Rendered by the server, taken over in the browser.
//! The staff's rooms are an app of their own, in `admin`.

use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::path;

use crate::calendar::{DoorPage, EditionPage, hear_walks};
use crate::error::AppError;
use crate::prerendered::PrerenderedPage;
use crate::search::SearchPage;
use crate::site::StartPage;
use crate::ui::{ErrorPage, FollowAddress};

/// What is inside the frame of every page.
#[component]
pub fn App() -> impl IntoView {
    hear_walks();
    view! {
        <Router>
            <FollowAddress/>
            <FlatRoutes fallback=|| view! { <ErrorPage error=AppError::NotFound/> }>
                <Route path=path!("/") view=StartPage/>
                <Route path=path!("/kalender/:edition") view=EditionPage/>
                <Route path=path!("/kalender/:edition/lucka/:day") view=DoorPage/>
                <Route path=path!("/sok") view=SearchPage/>
                // Whatever else there is; the first match counts, so this one comes last.
                <Route path=path!("/*rest") view=PrerenderedPage/>
            </FlatRoutes>
        </Router>
    }
}
