//! The light or dark theme, as the visitor likes it.
//!
//! Unless the visitor chooses, the device decides. The switch in the footer works by style alone, as long as the page
//! is shown; `theme_switch.js`, on every page, stores the choice on the device when the visitor asks for it, and
//! `theme.js` within the page applies it before the first paint.

use std::sync::Arc;

use leptos::nonce::Nonce;
use leptos::prelude::*;

use crate::site::colours::{Palette, Scheme, Token};
use crate::ui::inline_script;

/// The themes, each with the medium in which the device asks for it.
const THEMES: [(Scheme, &str); 2] =
    [(Scheme::Day, "(prefers-color-scheme: light)"), (Scheme::Night, "(prefers-color-scheme: dark)")];

/// Applies the theme that the visitor asked to remember. Belongs in the document's head, before anything is shown.
#[component]
pub(crate) fn RememberedTheme(
    /// The nonce of the document's scripts.
    nonce: Nonce,
    /// The colours of the site: browsers colour their own frame like the header.
    palette: Arc<Palette>,
) -> impl IntoView {
    // The view macro does not know that a meta element may have a medium.
    let theme_colours = THEMES.map(|(scheme, media)| {
        let header = palette.theme(scheme).get(Token::Head).to_string();
        leptos::html::meta().name("theme-color").content(header).attr("media", media)
    });
    let script = inline_script(concat!("(", include_str!("theme.js"), ")();"));
    view! {
        {theme_colours.collect_view()}
        <script nonce=nonce>{script}</script>
    }
}

/// The switch between the themes.
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
            <p class="forgotten">"Valet glöms när sidan laddas om."</p>
        </fieldset>
    }
}
