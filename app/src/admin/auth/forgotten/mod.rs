//! `/admin/glomt`: a link by post for somebody who has forgotten the password.

mod api;

#[cfg(feature = "ssr")]
mod handlers;
#[cfg(feature = "ssr")]
mod views;

use leptos::prelude::*;

use self::api::forgotten_page;
use super::way_back::WayBack;
use crate::ui::{Document, PageMeta, page};

/// The page on which one asks for a link.
#[component]
pub(in crate::admin) fn ForgottenPage() -> impl IntoView {
    let form = page(
        String::new,
        |_| forgotten_page(),
        |page: Document| {
            view! {
                <PageMeta title=page.title robots="noindex"/>
                <div inner_html=page.html></div>
            }
        },
    );
    view! {
        <WayBack/>
        <main id="innehall" tabindex="-1" class="wrap">{form}</main>
    }
}
