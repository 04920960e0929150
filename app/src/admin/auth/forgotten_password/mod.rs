//! `/admin/glomt`: a link by e-mail for somebody who has forgotten the password.

mod api;

#[cfg(feature = "ssr")]
mod handlers;
#[cfg(feature = "ssr")]
mod views;

use leptos::prelude::*;

use self::api::forgotten_password_page;
use super::header::Header;
use crate::ui::{Document, PageMeta, page};

/// The page on which somebody asks for a link.
#[component]
pub(in crate::admin) fn ForgottenPasswordPage() -> impl IntoView {
    let form = page(
        String::new,
        |_| forgotten_password_page(),
        |page: Document| {
            view! {
                <PageMeta title=page.title robots="noindex"/>
                <div inner_html=page.html></div>
            }
        },
    );
    view! {
        <Header/>
        <main id="innehall" tabindex="-1" class="wrap">{form}</main>
    }
}
