//! What a visitor sees instead of a page that cannot be shown.

use leptos::prelude::*;

use super::{PageMeta, set_status};
use crate::error::AppError;

/// Says what happened and links to other pages. On the server it also sets the response's status.
#[component]
pub fn ErrorPage(
    /// The error that is explained.
    error: AppError,
) -> impl IntoView {
    set_status(error.status());
    view! {
        <PageMeta title=error.heading() robots="noindex"/>
        <div inner_html=error_html(error)></div>
    }
}

/// Returns the HTML that explains an error.
#[cfg(feature = "ssr")]
pub(crate) fn error_html(error: AppError) -> String {
    use super::error_text::{ErrorText, TodaysDoor, WaysOn};
    use crate::paths;

    let is_admin = use_context::<http::request::Parts>().is_some_and(|head| paths::is_admin(head.uri.path()));
    let ways = match error {
        AppError::LogInFirst => WaysOn::LogIn,
        _ if is_admin => WaysOn::Staff,
        _ => WaysOn::Readers(use_context::<TodaysDoor>().and_then(|door| door.0)),
    };
    ErrorText::of(error).html(ways, "")
}

/// Links to the page itself, which the server then explains: the client must be small, and mostly it is the network that
/// is missing.
#[cfg(not(feature = "ssr"))]
pub(crate) fn error_html(error: AppError) -> String {
    let [before, after] = [
        r#"<section class="dark-house night band"><div><h1>"#,
        r#"</h1><p class="intro">Kontrollera att du har nät och försök igen.</p><p class="row"><a class="button" href="" rel="external">Försök igen</a></p></div><img src="/scener/hus.svg#natet" alt="" width="1600" height="420"></section>"#,
    ];
    [before, error.heading(), after].concat()
}
