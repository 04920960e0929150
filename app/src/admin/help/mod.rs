//! `/admin/hjalp`: how to write here, for people who have never done it.

mod api;

use leptos::prelude::*;

use self::api::help_page;
use super::admin_page::admin_page;
use crate::ui::PageMeta;

/// Shows `help.md`.
#[component]
pub(super) fn HelpPage() -> impl IntoView {
    admin_page(
        |_| help_page(),
        |html: String| {
            view! {
                <PageMeta title="Så skriver du här" robots="noindex"/>
                <div inner_html=html></div>
            }
        },
    )
}
