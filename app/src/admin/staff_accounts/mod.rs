//! `/admin/personer`: the staff accounts. For admins.
//!
//! The list and its forms come from the server and stay plain forms: each leads back to the page, which says what was done
//! or what to do, with what was typed. Only the link to pass on has a button that needs the client.

mod api;

#[cfg(feature = "ssr")]
mod handlers;
#[cfg(feature = "ssr")]
mod views;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use self::api::staff_accounts;
use super::admin_page::admin_page;
use crate::ui::{PageMeta, ShareButton};

/// The page's data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffAccountsData {
    /// The title of the browser's tab.
    title: String,
    /// The link that was just made.
    link: Option<FreshLink>,
    /// The list and the forms.
    html: String,
}

/// A single-use link, shown once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct FreshLink {
    /// The name of the account's owner.
    name: String,
    /// What became of the letter, and what to do.
    instructions: String,
    address: String,
    path: String,
}

/// Shows the staff accounts.
#[component]
pub(super) fn StaffAccountsPage() -> impl IntoView {
    admin_page(
        |_| staff_accounts(),
        |accounts: StaffAccountsData| {
            view! {
                <PageMeta title=accounts.title robots="noindex"/>
                <h1>"Personer"</h1>
                {accounts.link.map(|link| view! { <LinkToPassOn link/> })}
                <div class="people" inner_html=accounts.html></div>
            }
        },
    )
}

#[component]
fn LinkToPassOn(link: FreshLink) -> impl IntoView {
    view! {
        <section class="notice fresh-link" data-kind="done" aria-labelledby="fresh-link">
            <h2 id="fresh-link">{format!("Länk till {}", link.name)}</h2>
            <p>{link.instructions}</p>
            <p><code>{link.address}</code></p>
            <ShareButton path=link.path/>
        </section>
    }
}
