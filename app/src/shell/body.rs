//! What is inside `<body>`: the app, and on public pages header and footer.

use leptos::prelude::*;

use crate::admin::AdminApp;
use crate::app::App;
use crate::layout::{Footer, Header, Layout};
use crate::paths;

/// Shows the page at the request's address. Needs [`Layout`] and the request's parts in the context.
///
/// The staff's pages and the public ones are apps of their own; every way between them loads a new document.
pub fn body() -> impl IntoView {
    let path =
        use_context::<http::request::Parts>().map(|parts| parts.uri.path().to_owned()).unwrap_or_default();
    let public = use_context::<Layout>().filter(|_| !paths::is_admin(&path));
    view! {
        <a class="skip" href="#innehall">"Hoppa till innehållet"</a>
        {match public {
            Some(layout) => view! {
                <Header settings=layout.settings.clone() logo=layout.brand.logo.clone() path/>
                <main id="innehall" tabindex="-1" data-app><App/></main>
                <Footer layout/>
            }
            .into_any(),
            None => view! { <div data-app><AdminApp/></div> }.into_any(),
        }}
    }
}
