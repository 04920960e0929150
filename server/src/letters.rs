//! `/admin/brev/{code}`: the page that a link in each letter leads to, and which ends these letters.
//!
//! A page that asks, since scanners of mail follow links; mail programs that know RFC 8058 send the form themselves. It needs
//! no log-in, no cookie and no client.

use app::error::AppError;
use app::foresight::{self, Known};
use app::state::AppState;
use app::ui::{ErrorText, Light};
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use http::{HeaderName, HeaderValue, StatusCode, header};

use crate::error_pages::ErrorPages;
use crate::pages::Site;

const FORM: &str = r#"<form method="post"><button class="button">Sluta skicka brev till mig</button></form>"#;

const GONE: ErrorText<'static> = ErrorText {
    light: Light::Window,
    heading: "Du får inga sådana brev",
    sentence: "Breven är avslutade, eller så är länken gammal. I ditt konto väljer du om du vill få brev.",
};

/// Returns the route.
pub(crate) fn route() -> MethodRouter<Site> {
    get(ask).post(end)
}

async fn ask(State(site): State<Site>, Path(code): Path<String>) -> Response {
    answer(&site.error_pages, foresight::is_known(&site.state, &code).await, || {
        let text = ErrorText {
            light: Light::DoorLamp,
            heading: "Vill du sluta få brev?",
            sentence: "Då får du inga fler brev om det som saknas, väntar och har öppnats. Du kan ändra dig i ditt konto.",
        };
        (text, FORM)
    })
}

async fn end(State(site): State<Site>, Path(code): Path<String>) -> Response {
    answer(&site.error_pages, ended(&site.state, &code).await, || {
        let text = ErrorText {
            light: Light::Window,
            heading: "Du får inga fler brev",
            sentence: "I ditt konto kan du välja att få brev igen.",
        };
        (text, "")
    })
}

async fn ended(state: &AppState, code: &str) -> Result<Known, AppError> {
    foresight::end(state, code).await
}

fn answer(
    pages: &ErrorPages,
    known: Result<Known, AppError>,
    page: impl FnOnce() -> (ErrorText<'static>, &'static str),
) -> Response {
    let mut response = match known {
        Ok(Known::Yes) => {
            let (text, below) = page();
            pages.response_with(StatusCode::OK, text, below)
        }
        Ok(Known::No) => pages.response_with(StatusCode::NOT_FOUND, GONE, ""),
        Err(_) => pages.response(StatusCode::INTERNAL_SERVER_ERROR),
    };
    let headers = response.headers_mut();
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex, nofollow"));
    response
}
