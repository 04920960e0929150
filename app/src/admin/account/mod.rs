//! `/admin/konto`: one's own account, where one is logged in, and one's password.

mod api;
mod password;

#[cfg(feature = "ssr")]
mod handlers;
#[cfg(feature = "ssr")]
mod views;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use self::api::own_account;
use self::password::ChangePassword;
use super::room::room;
use crate::staff::PasswordChangeError;
use crate::ui::PageMeta;

/// The room as it is to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountRoom {
    /// The address to log in with.
    email: String,
    /// Why the password was not changed.
    refusal: Option<PasswordChangeError>,
    /// Who one is, what was done, and the list of sessions.
    html: String,
}

/// The room.
#[component]
pub(super) fn OwnPage() -> impl IntoView {
    room(
        |_| own_account(),
        |room: AccountRoom| {
            let title = if room.refusal.is_some() { "Fel: Mitt konto" } else { "Mitt konto" };
            view! {
                <PageMeta title robots="noindex"/>
                <h1>"Mitt konto"</h1>
                <div class="own" inner_html=room.html></div>
                <section class="own" aria-labelledby="change-password">
                    <h2 id="change-password">"Byt lösenord"</h2>
                    <ChangePassword email=room.email refusal=room.refusal/>
                </section>
            }
        },
    )
}
