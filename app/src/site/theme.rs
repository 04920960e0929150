//! Light or night, as the visitor likes it.
//!
//! Without a word from the visitor the device decides. The switch at the foot works by style alone, for as long as
//! the page stands; a script keeps the choice on the device when the visitor asks for it, and shows it from the first
//! paint on.

use leptos::nonce::Nonce;
use leptos::prelude::*;

/// The colours of the head's band, for browsers that colour their own frame like the page: by day and by night, as in
/// `style/tokens.css`.
const BANDS: [(&str, &str); 2] =
    [("#0e2433", "(prefers-color-scheme: light)"), ("#0b1b27", "(prefers-color-scheme: dark)")];

/// In the document's head, before anything is shown: the theme that the visitor asked to remember.
#[component]
pub(crate) fn RememberedTheme(
    /// The nonce of the document's scripts.
    nonce: Nonce,
) -> impl IntoView {
    // The view macro does not know that a meta element may have a medium.
    let bands = BANDS.map(|(content, media)| {
        leptos::html::meta().name("theme-color").content(content).attr("media", media)
    });
    let script = concat!("(", include_str!("theme.js"), ")();");
    view! {
        {bands.collect_view()}
        <script nonce=nonce>{script}</script>
    }
}

/// The switch.
#[component]
pub(super) fn ThemeSwitch() -> impl IntoView {
    let choice = |value: &'static str, words: &'static str| {
        view! {
            <label>
                <input type="radio" name="tema" value=value checked=value.is_empty()/>
                " "
                {words}
            </label>
        }
    };
    view! {
        <fieldset class="theme">
            <legend>"Utseende"</legend>
            {choice("", "Som enheten")}
            {choice("light", "Ljust")}
            {choice("dark", "Mörkt")}
            <label class="remember" hidden>
                <input type="checkbox"/>
                " Kom ihåg på den här enheten"
            </label>
        </fieldset>
    }
}
