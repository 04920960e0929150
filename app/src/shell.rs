//! The HTML document around the app.

use std::sync::Arc;

use leptos::nonce::use_nonce;
use leptos::prelude::*;

use crate::admin::Rooms;
use crate::app::App;
use crate::paths;
use crate::site::{Foot, Frame, Head, RememberedTheme};
use crate::state::{AppState, Assets};

/// The whole page. Needs [`AppState`], [`Frame`] and the request's parts in the context.
pub fn shell() -> impl IntoView {
    let path =
        use_context::<http::request::Parts>().map(|parts| parts.uri.path().to_owned()).unwrap_or_default();
    let frame = use_context::<Frame>();
    let name = frame.as_ref().map(|frame| frame.settings.name.clone()).unwrap_or_default();
    let assets = use_context::<AppState>().map(|state| state.assets).unwrap_or_default();
    let public = frame.filter(|_| !paths::is_staff_room(&path));
    // Between the staff's pages and others every way is a new document, so the head can decide.
    let admin_css = Some(assets.admin_css.clone()).filter(|css| public.is_none() && !css.is_empty());
    view! {
        <!DOCTYPE html>
        <html lang="sv">
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <link rel="manifest" href=paths::MANIFEST/>
                <meta name="application-name" content=name/>
                <meta name="color-scheme" content="light dark"/>
                <RememberedTheme/>
                <link rel="preload" href="/fonts/atkinson.woff2" r#as="font" r#type="font/woff2" crossorigin="anonymous"/>
                <link rel="stylesheet" href=assets.css.clone()/>
                {admin_css.map(|css| view! { <link rel="stylesheet" href=css/> })}
                <link rel="icon" href="/favicon.svg" r#type="image/svg+xml"/>
                <link rel="apple-touch-icon" href="/apple-touch-icon.png"/>
                <ClientLoader assets eager=wants_client_early(&path)/>
            </head>
            <body>
                <a class="skip" href="#innehall">"Hoppa till innehållet"</a>
                {match public {
                    Some(frame) => view! {
                        <Head settings=frame.settings.clone() path/>
                        <main id="innehall" tabindex="-1" data-app><App/></main>
                        <Foot frame/>
                    }
                    .into_any(),
                    None => view! { <div data-app><Rooms/></div> }.into_any(),
                }}
            </body>
        </html>
    }
}

/// Where somebody is about to open a door or to write, the client comes as soon as the browser is idle.
fn wants_client_early(path: &str) -> bool {
    path == paths::START
        || path == paths::SEARCH
        || path.starts_with(paths::CALENDAR)
        || paths::is_staff_room(path)
}

/// Loads the client late: when the browser is idle on pages with doors, elsewhere at the first sign of use or when
/// it has been idle for long, and never where the visitor saves data. Until then, and without it, links and forms
/// work as links and forms.
///
/// Stands in for Leptos' `HydrationScripts`, which loads at once and makes Firefox fetch the client twice
/// (leptos issue 4843).
#[component]
fn ClientLoader(assets: Arc<Assets>, eager: bool) -> impl IntoView {
    let script = include_str!("loader.js");
    let call = format!("({script})({:?}, {:?}, {eager});", assets.js, assets.wasm);
    view! { <script nonce=use_nonce()>{call}</script> }
}
