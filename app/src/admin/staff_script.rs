//! Loads the script of the staff's pages, which finds by itself what it improves on a page.

use leptos::prelude::*;

use super::text_editor;

/// Adds the script that the page that is shown names in `data-staff-script`: only once the client has taken over, so that
/// it finds the page as the server sent it.
pub(super) fn load_if_named() {
    Effect::new(|| {
        request_animation_frame(|| {
            let named = document().query_selector("[data-staff-script]").ok().flatten();
            if let Some(script) = named.and_then(|named| named.get_attribute("data-staff-script")) {
                text_editor::load(&script, "");
            }
        });
    });
}
