//! Sharing a page.

use leptos::prelude::*;
use leptos::task::spawn_local;

/// Shows a button that copies the address of a page of this site. The style sheet hides it without scripts.
#[component]
pub fn ShareButton(
    /// Path of the page.
    path: String,
) -> impl IntoView {
    let status = RwSignal::new(String::new());
    let copy = move |_| {
        let address = format!("{}{path}", window().location().origin().unwrap_or_default());
        spawn_local(async move {
            let written = window().navigator().clipboard().write_text(&address);
            let message = match wasm_bindgen_futures::JsFuture::from(written).await {
                Ok(_) => "Länken är kopierad.",
                Err(_) => "Det gick inte att kopiera. Kopiera adressen i webbläsarens adressfält.",
            };
            status.set(message.to_owned());
        });
    };
    view! {
        <button class="button plain needs-script" type="button" on:click=copy>"Kopiera länk"</button>
        " "
        <span class="quiet" role="status">{status}</span>
    }
}
