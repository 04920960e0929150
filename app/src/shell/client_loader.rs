//! The script that loads the client.

use std::sync::Arc;

use leptos::nonce::Nonce;
use leptos::prelude::*;

use crate::paths;
use crate::state::Assets;

/// Loads the client late: when the browser is idle on pages with doors, elsewhere at the first sign of use or when
/// it has been idle for long, and never where the visitor saves data. Until then, and without it, links and forms
/// work as links and forms.
///
/// Stands in for Leptos' `HydrationScripts`, which loads at once and makes Firefox fetch the client twice
/// (leptos issue 4843).
#[component]
pub(super) fn ClientLoader(assets: Arc<Assets>, nonce: Nonce, eager: bool) -> impl IntoView {
    let script = include_str!("loader.js");
    let call = format!("({script})({:?}, {:?}, {eager});", assets.js, assets.wasm);
    view! { <script nonce=nonce>{call}</script> }
}

/// Returns whether the client comes as soon as the browser is idle: where somebody is about to open a door, to
/// search or to write.
pub(super) fn is_eager(path: &str) -> bool {
    path == paths::START
        || path == paths::SEARCH
        || path.starts_with(paths::CALENDAR)
        || paths::is_admin(path)
}
