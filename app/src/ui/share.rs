//! Sharing a page.

use leptos::prelude::*;

/// Shows a button that copies the address of a page of this site. The style sheet hides it without scripts.
#[component]
pub fn ShareButton(
    /// Path of the page.
    path: String,
) -> impl IntoView {
    view! { <span inner_html=share_button(&path)></span> }
}

/// Returns the HTML of a [`ShareButton`].
pub(crate) fn share_button(path: &str) -> String {
    let [before, after] = [
        r#"<button class="button plain needs-script" type="button" data-share=""#,
        r#"">Kopiera länk</button> <span class="quiet" role="status"></span>"#,
    ];
    [before, path, after].concat()
}

/// Lets the buttons copy, on this page and all that come after it.
#[cfg(not(feature = "ssr"))]
pub fn listen_for_sharing() {
    use crate::browser::{closest, listen};
    use wasm_bindgen_futures::{JsFuture, spawn_local};

    listen(&document(), "click", |event| {
        let Some(button) = closest(event, "[data-share]") else { return };
        let path = button.get_attribute("data-share").unwrap_or_default();
        let address = window().location().origin().unwrap_or_default() + &path;
        spawn_local(async move {
            let written = JsFuture::from(window().navigator().clipboard().write_text(&address)).await;
            let message = match written {
                Ok(_) => "Länken är kopierad.",
                Err(_) => "Det gick inte att kopiera. Kopiera adressen i webbläsarens adressfält.",
            };
            if let Some(status) = button.next_element_sibling() {
                status.set_text_content(Some(message));
            }
        });
    });
}
