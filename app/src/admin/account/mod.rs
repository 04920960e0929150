//! `/admin/konto`: one's own account, its sessions and its password.

mod api;
mod password;

#[cfg(feature = "ssr")]
mod handlers;
#[cfg(feature = "ssr")]
mod letters;
#[cfg(feature = "ssr")]
mod views;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use self::api::own_account;
use self::password::ChangePassword;
use super::admin_page::admin_page;
use crate::staff::PasswordChangeError;
use crate::ui::PageMeta;

/// The page's data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountData {
    /// The title of the browser's tab.
    title: String,
    /// The address to log in with.
    email: String,
    /// Why the password was not changed.
    error: Option<PasswordChangeError>,
    /// What was done, the account, and the list of sessions.
    html: String,
}

/// Shows one's own account.
#[component]
pub(super) fn AccountPage() -> impl IntoView {
    admin_page(
        |_| own_account(),
        |account: AccountData| {
            view! {
                <PageMeta title=account.title robots="noindex"/>
                <h1>"Mitt konto"</h1>
                <div class="own" inner_html=account.html></div>
                <section class="own" aria-labelledby="change-password">
                    <h2 id="change-password">"Byt lösenord"</h2>
                    <ChangePassword email=account.email error=account.error/>
                </section>
            }
        },
    )
}
