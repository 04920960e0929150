//! `/admin/hjalp`: how to write here, for people who have never done it.

mod api;

use leptos::prelude::*;

use self::api::help_page;
use super::room::room;
use crate::ui::PageMeta;

/// The page.
#[component]
pub(super) fn HelpPage() -> impl IntoView {
    room(
        |_| help_page(),
        |html: String| {
            view! {
                <PageMeta title="Så skriver du här" robots="noindex"/>
                <div inner_html=html></div>
            }
        },
    )
}
