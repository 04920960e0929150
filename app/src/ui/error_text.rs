//! The words of an error page, and the ways on from it, as HTML that needs neither database nor client.

use leptos::prelude::*;

use super::dark_house::{DarkHouse, Light};
use super::render_to_string;
use crate::error::AppError;
use crate::paths;

const OTHER_WAYS: &str = include_str!("other_ways.html");

/// Today's door, when it is open and has a text; the server puts it in the context of each page.
#[derive(Debug, Clone, Copy)]
pub struct TodaysDoor(pub Option<u16>);

/// Where the buttons of an error page lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WaysOn {
    /// To today's door, if there is one, and to the start page.
    Readers(Option<u16>),
    /// To the log-in page and the start page.
    LogIn,
    /// To the staff's dashboard.
    Staff,
}

/// What an error page says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ErrorText<'a> {
    /// What is lit in the picture.
    pub light: Light,
    /// What has happened.
    pub heading: &'a str,
    /// What the visitor can do.
    pub sentence: &'a str,
}

impl ErrorText<'static> {
    /// Returns the words for an error.
    pub const fn of(error: AppError) -> Self {
        let (light, sentence) = match error {
            AppError::NotFound => (Light::Attic, "Adressen kan vara felskriven, eller så har sidan flyttat."),
            AppError::Gone => {
                (Light::Curtain, "Den fanns här förut. Vi har tagit bort den, och den kommer inte tillbaka.")
            }
            AppError::LogInFirst => {
                (Light::DoorLamp, "Den här sidan är för dem som arbetar med webbplatsen.")
            }
            AppError::Forbidden => (Light::DoorLamp, "Be den som sköter webbplatsen om du behöver den."),
            AppError::Unreachable => (Light::Candle, "Kontrollera att du har nät och försök igen."),
            AppError::Invalid | AppError::Internal => {
                (Light::Cellar, "Det är inte ditt fel. Vi har antecknat felet. Försök igen om en stund.")
            }
        };
        Self { light, heading: error.heading(), sentence }
    }
}

impl ErrorText<'_> {
    /// Renders the page between header and footer. `below` is trusted HTML, such as a form to send again.
    pub fn html(self, ways: WaysOn, below: &str) -> String {
        let light = self.light;
        let (heading, sentence) = (self.heading.to_owned(), self.sentence.to_owned());
        let other_ways = if ways == WaysOn::Staff { "" } else { OTHER_WAYS };
        let below = (!below.is_empty()).then(|| view! { <div inner_html=below.to_owned()></div> });
        render_to_string(view! {
            <DarkHouse light band=true>
                <h1>{heading}</h1>
                <p class="intro">{sentence}</p>
                <p class="row">{ways.buttons()}</p>
            </DarkHouse>
            <div class="wrap ways-on">
                {below}
                <div inner_html=other_ways></div>
            </div>
        })
    }
}

impl WaysOn {
    fn buttons(self) -> AnyView {
        let main = match self {
            Self::Readers(None) => None,
            Self::Readers(Some(day)) => Some((paths::TODAY, format!("Öppna lucka {day}"))),
            Self::LogIn => Some((paths::LOG_IN, "Logga in".to_owned())),
            Self::Staff => Some((paths::ADMIN, "Till skrivbordet".to_owned())),
        };
        // An external link asks the server, which may know more than the client.
        let start = |class| view! { <a class=class href=paths::START rel="external">"Till startsidan"</a> };
        match main {
            None => start("button").into_any(),
            Some((path, text)) => view! {
                <a class="button" href=path rel="external">{text}</a>
                " "
                {(self != Self::Staff).then(|| start("button plain"))}
            }
            .into_any(),
        }
    }
}
