//! The field by which the server recognizes a form that is sent twice.

use leptos::prelude::*;

/// Name of the field.
pub const IDEMPOTENCY_KEY: &str = "idempotency_key";

/// A hidden field with a random value, to be put into every form that changes something: what is sent again with the same
/// value is done once, and answered the same (`server/src/idempotency.rs`).
#[component]
pub fn IdempotencyKey(
    /// Whether the form itself says `autocomplete="off"`, as HTML wants it: a hidden field may not.
    #[prop(optional)]
    form_is_off: bool,
) -> impl IntoView {
    // Without `autocomplete`, Firefox puts the old value back when the page is loaded again.
    let autocomplete = (!form_is_off).then_some("off");
    view! { <input type="hidden" name=IDEMPOTENCY_KEY value=random() autocomplete=autocomplete/> }
}

#[cfg(feature = "ssr")]
fn random() -> String {
    let mut bytes = [0; 16];
    // Without randomness the key stays empty, and the form is treated as one without.
    if getrandom::fill(&mut bytes).is_err() {
        return String::new();
    }
    format!("{:032x}", u128::from_ne_bytes(bytes))
}

/// The browser makes a key only for a form that it renders itself: where it hydrates, the server's key stays.
#[cfg(not(feature = "ssr"))]
fn random() -> String {
    js_sys::Number::from(js_sys::Math::random())
        .to_string_with_radix(36)
        .map(String::from)
        .unwrap_or_default()
}
