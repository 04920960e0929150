//! Passing a page on.

use leptos::prelude::*;
use leptos::task::spawn_local;

/// A button that copies the address of a page of this site, and says so. Shown only where it works.
#[component]
pub fn ShareButton(
    /// The page's path.
    path: String,
) -> impl IntoView {
    let done = RwSignal::new(String::new());
    let copy = move |_| {
        let address = format!("{}{path}", window().location().origin().unwrap_or_default());
        spawn_local(async move {
            let written = window().navigator().clipboard().write_text(&address);
            let words = match wasm_bindgen_futures::JsFuture::from(written).await {
                Ok(_) => "Länken är kopierad.",
                Err(_) => "Det gick inte att kopiera. Kopiera adressen i webbläsarens adressfält.",
            };
            done.set(words.to_owned());
        });
    };
    view! {
        <button class="button plain needs-script" type="button" on:click=copy>"Kopiera länk"</button>
        " "
        <span class="quiet" role="status">{done}</span>
    }
}
