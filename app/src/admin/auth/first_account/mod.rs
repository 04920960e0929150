//! `/admin/forsta?kod=…`: the first account of a site, by the single-use link that the log shows.

mod api;

#[cfg(feature = "ssr")]
mod handlers;
#[cfg(feature = "ssr")]
mod views;

use leptos::prelude::*;

use self::api::first_account_page;
use super::header::Header;
use crate::ui::{Document, PageMeta, page, query};

/// The page on which the first account is made.
#[component]
pub(in crate::admin) fn FirstAccountPage() -> impl IntoView {
    let form = page(query("kod"), first_account_page, |page: Document| {
        view! {
            <PageMeta title=page.title robots="noindex"/>
            <div inner_html=page.html></div>
        }
    });
    view! {
        <Header/>
        <main id="innehall" tabindex="-1" class="wrap">{form}</main>
    }
}
