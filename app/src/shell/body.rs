//! What is inside `<body>`: the app of the staff, or a public page between header and footer.

use leptos::prelude::*;

use crate::admin::AdminApp;
use crate::layout::{Footer, Header, Layout};
use crate::paths;
use crate::prerendered::PrerenderedPage;

/// Shows the page at the request's address. Needs [`Layout`] and the request's parts in the context.
///
/// Every way between the staff's pages and the public ones loads a new document.
pub fn body() -> impl IntoView {
    let uri = use_context::<http::request::Parts>().map(|parts| parts.uri).unwrap_or_default();
    let path = uri.path().to_owned();
    let public = use_context::<Layout>().filter(|_| !paths::is_admin(&path));
    view! {
        <a class="skip" href="#innehall">"Hoppa till innehållet"</a>
        {match public {
            Some(layout) => view! {
                <Header settings=layout.settings.clone() logo=layout.brand.logo.clone() path/>
                <PrerenderedPage address=uri.to_string()/>
                <Footer layout/>
            }
            .into_any(),
            None => view! { <div data-app><AdminApp/></div> }.into_any(),
        }}
    }
}
