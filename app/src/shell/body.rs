//! What is inside `<body>`: the app, and on public pages the frame around it.

use leptos::prelude::*;

use crate::admin::AdminApp;
use crate::app::App;
use crate::paths;
use crate::site::{Foot, Frame, Head};

/// Shows the page at the request's address. Needs [`Frame`] and the request's parts in the context.
///
/// The staff's pages and the public ones are apps of their own; every way between them loads a new document.
pub fn body() -> impl IntoView {
    let path =
        use_context::<http::request::Parts>().map(|parts| parts.uri.path().to_owned()).unwrap_or_default();
    let public = use_context::<Frame>().filter(|_| !paths::is_staff_room(&path));
    view! {
        <a class="skip" href="#innehall">"Hoppa till innehållet"</a>
        {match public {
            Some(frame) => view! {
                <Head settings=frame.settings.clone() path/>
                <main id="innehall" tabindex="-1" data-app><App/></main>
                <Foot frame/>
            }
            .into_any(),
            None => view! { <div data-app><AdminApp/></div> }.into_any(),
        }}
    }
}
