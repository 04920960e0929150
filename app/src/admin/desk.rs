//! The desk: where somebody of the staff comes in.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::room::room;
use crate::paths;
use crate::staff::Staff;
use crate::staff::api::{LogOut, me};
use crate::ui::PageMeta;

/// `/admin`: a greeting, who one is, and the ways on.
#[component]
pub(super) fn DeskPage() -> impl IntoView {
    room(|_| me(), |staff: Staff| view! { <Desk staff/> })
}

#[component]
fn Desk(staff: Staff) -> impl IntoView {
    view! {
        <PageMeta title="Skrivbordet" robots="noindex"/>
        <header class="section-head">
            <h1>{format!("Hej, {}", staff.name)}</h1>
            <LogOutButton/>
        </header>
        <div class="desk">
            <section aria-labelledby="account">
                <h2 id="account">"Ditt konto"</h2>
                <p>{format!("Du är inloggad som {}.", staff.role.in_words())}</p>
                <p class="quiet">{staff.email}</p>
            </section>
            <section aria-labelledby="site">
                <h2 id="site">"Webbplatsen"</h2>
                <p><a href=paths::START>"Visa startsidan"</a></p>
                <p><a href=paths::CALENDAR>"Visa kalendern"</a></p>
            </section>
        </div>
    }
}

/// A form of its own, never taken over by the client: logging out loads the next page anew, and nothing that
/// the client had in memory is left.
#[component]
fn LogOutButton() -> impl IntoView {
    view! {
        <form method="post" action=LogOut::url()>
            <button class="button plain">"Logga ut"</button>
        </form>
    }
}
