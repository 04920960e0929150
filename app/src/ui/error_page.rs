//! What a visitor sees instead of the page.

use leptos::prelude::*;

use super::{PageMeta, answer_with};
use crate::error::AppError;
use crate::paths;

/// Search, and what most people look for. Needs nothing but the page it stands on.
#[cfg(feature = "ssr")]
pub const WAYS_ON: &str = include_str!("ways_on.html");

/// A page that the client shows instead of another one is followed by a page that the server makes.
#[cfg(not(feature = "ssr"))]
const WAYS_ON: &str = "";

/// Says what happened and shows a way on. On the server it sets the answer's status.
#[component]
pub fn ErrorPage(
    /// What happened.
    error: AppError,
) -> impl IntoView {
    answer_with(error.status());
    let (title, words) = match error {
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
    let (way, way_words) = match error {
        AppError::Unreachable => ("", "Försök igen"),
        _ => (paths::START, "Till startsidan"),
    };
    view! {
        <PageMeta title=title robots="noindex"/>
        <div class="wrap error-page">
            <h1>{title}</h1>
            <p class="intro">{words}</p>
            // Asks the server: what the client shows instead of a page is not all that there is.
            <p><a class="button" href=way rel="external">{way_words}</a></p>
            <div inner_html=WAYS_ON></div>
        </div>
    }
}
