//! Who else is in the text.

use leptos::task::spawn_local;

use super::super::Company;
use super::super::api::present;
use super::{fields, form, news};

/// Asks who else is there and what they did.
pub(super) fn meet() {
    let Some(form) = form() else { return };
    let sent = fields::read(&form);
    spawn_local(async move {
        if let Ok(company) = present(sent.id, sent.base).await.and_then(|data| data.unpack::<Company>()) {
            show(&company);
        }
    });
}

/// Shows it.
pub(super) fn show(company: &Company) {
    news::put("company", &company.here, false);
    let is_news = leptos::prelude::document()
        .get_element_by_id("newer")
        .is_some_and(|place| place.text_content().unwrap_or_default().is_empty() != company.newer.is_empty());
    if is_news {
        news::put("newer", &company.newer, true);
    }
}
