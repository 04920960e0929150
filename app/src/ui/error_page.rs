//! What a visitor sees instead of a page that cannot be shown.

use leptos::prelude::*;

use super::{PageMeta, set_status};
use crate::error::AppError;
use crate::paths;

/// The search form and links to the most visited pages, as HTML.
#[cfg(feature = "ssr")]
pub const OTHER_WAYS: &str = include_str!("other_ways.html");

/// Empty in the client, which must be small: its error page links to one from the server.
#[cfg(not(feature = "ssr"))]
const OTHER_WAYS: &str = "";

/// Says what happened and links to other pages. On the server it also sets the response's status.
#[component]
pub fn ErrorPage(
    /// The error that is explained.
    error: AppError,
) -> impl IntoView {
    set_status(error.status());
    let (title, explanation) = match error {
        AppError::NotFound => {
            ("Sidan finns inte", "Adressen kan vara felskriven, eller så har sidan flyttat.")
        }
        AppError::Gone => (
            "Texten är borttagen",
            "Den fanns här förut. Vi har tagit bort den, och den kommer inte tillbaka.",
        ),
        AppError::LogInFirst => ("Logga in först", "Den här sidan är för dem som arbetar med webbplatsen."),
        AppError::Forbidden => {
            ("Du kommer inte åt sidan", "Be den som sköter webbplatsen om du behöver den.")
        }
        AppError::Unreachable => ("Sidan kom inte fram", "Kontrollera att du har nät och försök igen."),
        AppError::Invalid | AppError::Internal => {
            ("Något gick fel hos oss", "Försök igen om en stund. Felet är antecknat.")
        }
    };
    // An empty address is that of the page itself.
    let (link, link_text) = match error {
        AppError::Unreachable => ("", "Försök igen"),
        _ => (paths::START, "Till startsidan"),
    };
    view! {
        <PageMeta title=title robots="noindex"/>
        <div class="wrap error-page">
            <h1>{title}</h1>
            <p class="intro">{explanation}</p>
            // An external link asks the server, which may know more than the client.
            <p><a class="button" href=link rel="external">{link_text}</a></p>
            <div inner_html=OTHER_WAYS></div>
        </div>
    }
}
