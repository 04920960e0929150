//! The app: which page belongs to which address. Rendered by the server, taken over in the browser.

use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::components::{ParentRoute, Route, Router, Routes};
use leptos_router::hooks::use_location;
use leptos_router::{Lazy, path};

use crate::admin::{DeskPage, Layout, LogInPage, LostPage, PasswordPage};
use crate::blog::{BlogPage, PostPage};
use crate::calendar::{CurrentEditionPage, DoorPage, EditionPage};
use crate::error::AppError;
use crate::site::{PlainPage, StartPage};
use crate::ui::ErrorPage;
use crate::voices::{VoicePage, VoicesPage};

/// What is inside the frame of every page.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    view! {
        <Router>
            <MarkMenu/>
            <Routes fallback=|| view! { <ErrorPage error=AppError::NotFound/> }>
                <Route path=path!("/") view=StartPage/>
                <Route path=path!("/kalender") view=CurrentEditionPage/>
                <Route path=path!("/kalender/:edition") view=EditionPage/>
                <Route path=path!("/kalender/:edition/lucka/:day") view=DoorPage/>
                <Route path=path!("/blogg") view=BlogPage/>
                <Route path=path!("/inlagg/:slug") view=PostPage/>
                <Route path=path!("/roster") view=VoicesPage/>
                <Route path=path!("/roster/:slug") view=VoicePage/>
                <Route path=path!("/admin/logga-in") view={Lazy::<LogInPage>::new()}/>
                <Route path=path!("/admin/losenord/:token") view={Lazy::<PasswordPage>::new()}/>
                <ParentRoute path=path!("/admin") view={Lazy::<Layout>::new()}>
                    <Route path=path!("") view={Lazy::<DeskPage>::new()}/>
                    // Every other address there, so that none is without a guard.
                    <Route path=path!("/*any") view={Lazy::<LostPage>::new()}/>
                </ParentRoute>
                // The first match counts, so the one that takes any word comes last.
                <Route path=path!("/:slug") view=PlainPage/>
            </Routes>
        </Router>
    }
}

/// Keeps the menu's mark on the page shown. The menu belongs to the frame, which the server alone renders.
#[component]
fn MarkMenu() -> impl IntoView {
    let path = use_location().pathname;
    Effect::new(move || {
        let here = path.get();
        let Ok(links) = document().query_selector_all(".menu a") else { return };
        for link in (0..links.length()).filter_map(|n| links.item(n)) {
            let Ok(link) = wasm_bindgen::JsCast::dyn_into::<web_sys::Element>(link) else { continue };
            let Some(target) = link.get_attribute("href") else { continue };
            _ = if here == target || here.starts_with(&format!("{target}/")) {
                link.set_attribute("aria-current", "page")
            } else {
                link.remove_attribute("aria-current")
            };
        }
    });
}
