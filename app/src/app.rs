//! The app: which page belongs to which address. Rendered by the server, taken over in the browser.

use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::hooks::use_location;
use leptos_router::{Lazy, path};
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

use crate::admin::{DeskPage, LogInPage, LostPage, PasswordPage};
use crate::blog::{BlogPage, PostPage};
use crate::calendar::{CurrentEditionPage, DoorPage, EditionPage};
use crate::error::AppError;
use crate::paths;
use crate::site::{PlainPage, StartPage};
use crate::ui::ErrorPage;
use crate::voices::{VoicePage, VoicesPage};

/// What is inside the frame of every page.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    view! {
        <Router>
            <FollowAddress/>
            <FlatRoutes fallback=|| view! { <ErrorPage error=AppError::NotFound/> }>
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
                <Route path=path!("/admin") view={Lazy::<DeskPage>::new()}/>
                // Every other address there, so that none is without a guard.
                <Route path=path!("/admin/*any") view={Lazy::<LostPage>::new()}/>
                // The first match counts, so the one that takes any word comes last.
                <Route path=path!("/:slug") view=PlainPage/>
            </FlatRoutes>
        </Router>
    }
}

/// Does what the browser does by itself when it loads a page: the menu's mark is on the page shown, and the focus
/// is at the start of its content. The frame around the app comes from the server alone, so the way between the
/// public pages and the staff's rooms loads the page anew.
#[component]
fn FollowAddress() -> impl IntoView {
    let path = use_location().pathname;
    Effect::new(move |before: Option<String>| {
        let here = path.get();
        mark_menu(&here);
        if let Some(before) = before.filter(|before| *before != here) {
            if paths::is_staff_room(&before) == paths::is_staff_room(&here) {
                request_animation_frame(focus_content);
            } else {
                _ = window().location().assign(&here);
            }
        }
        here
    });
}

fn mark_menu(here: &str) {
    let Ok(links) = document().query_selector_all(".menu a") else { return };
    for link in (0..links.length()).filter_map(|n| links.item(n)?.dyn_into::<Element>().ok()) {
        let Some(target) = link.get_attribute("href") else { continue };
        _ = if here == target || here.starts_with(&format!("{target}/")) {
            link.set_attribute("aria-current", "page")
        } else {
            link.remove_attribute("aria-current")
        };
    }
}

fn focus_content() {
    let content = document().get_element_by_id("innehall").and_then(|main| main.dyn_into::<HtmlElement>().ok());
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Some(content) = content {
        _ = content.focus_with_options(&options);
    }
}
