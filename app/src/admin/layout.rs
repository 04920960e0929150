//! What stands around every room: the rail with its links, and the place where the room is.

use leptos::prelude::*;
use leptos_router::components::Outlet;
use leptos_router::hooks::use_location;
use leptos_router::{LazyRoute, lazy_route};

use crate::paths;

/// The rail and the room. It needs no data: each room asks for its own, and its server function says who may.
#[derive(Debug, Clone, Copy)]
pub struct Layout;

#[lazy_route]
impl LazyRoute for Layout {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let Layout = this;
        view! {
            <div class="staff">
                <Rail/>
                <main id="innehall" tabindex="-1"><Outlet/></main>
            </div>
        }
        .into_any()
    }
}

/// Links to the rooms, and one out: that loads the page anew, because the frame of public pages comes from the
/// server alone.
#[component]
fn Rail() -> impl IntoView {
    let here = use_location().pathname;
    let at_desk = move || here.with(|here| here == paths::ADMIN).then_some("page");
    view! {
        <nav class="rail night" aria-label="Redaktionen">
            <a class="brand" href=paths::START rel="external">
                <img src="/logo.svg" alt="" width="34" height="40"/>
                <span><b>"Guldkorn"</b> " " <span class="vision">"Visa webbplatsen"</span></span>
            </a>
            <ul>
                <li><a href=paths::ADMIN aria-current=at_desk>"Skrivbord"</a></li>
            </ul>
        </nav>
    }
}
