//! Error pages that need no database, no rendering and no client: a heading, a sentence and links, in the site's own
//! style.

use std::sync::Arc;

use app::error::AppError;
use app::paths;
use app::ui::{ErrorText, Light, WaysOn};
use axum::body::Body;
use axum::response::Response;
use http::{HeaderValue, StatusCode, header};

use crate::page_cache::etag_of;

/// Writes error pages. Cheap to clone.
#[derive(Debug, Clone)]
pub struct ErrorPages {
    /// Links to the style sheets.
    css: Arc<str>,
}

impl ErrorPages {
    /// Takes the addresses of the style sheets of every page and of pages without a calendar; the latter may be empty.
    pub fn new(css: &str, reading_css: &str) -> Self {
        let sheets = [css, reading_css].into_iter().filter(|sheet| !sheet.is_empty());
        let links: Vec<_> =
            sheets.map(|sheet| format!("<link rel=\"stylesheet\" href=\"{sheet}\">")).collect();
        Self { css: links.join("\n").into() }
    }

    /// Returns the error page of a status.
    pub fn response(&self, status: StatusCode) -> Response {
        self.response_with(status, text(status), "")
    }

    /// Returns the error page of an error.
    pub(crate) fn response_to(&self, error: AppError) -> Response {
        self.response(StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR))
    }

    /// Returns an error page with other words, and below them trusted HTML.
    pub(crate) fn response_with(&self, status: StatusCode, text: ErrorText<'_>, below: &str) -> Response {
        let page = self.page(text, below);
        let etag = etag_of(page.as_bytes());
        let mut response = Response::new(Body::from(page));
        *response.status_mut() = status;
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Ok(etag) = HeaderValue::from_str(&etag) {
            headers.insert(header::ETAG, etag);
        }
        match status {
            StatusCode::METHOD_NOT_ALLOWED => {
                headers.insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
            }
            StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS => {
                headers.insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
            }
            _ => {}
        }
        response
    }

    fn page(&self, text: ErrorText<'_>, below: &str) -> String {
        format!(
            include_str!("error_page.html"),
            heading = text.heading,
            css = self.css,
            // Without a hash: these pages know nothing of the settings.
            colours = paths::colours("nu"),
            page = text.html(WaysOn::Readers(None), below)
        )
    }
}

const fn text(status: StatusCode) -> ErrorText<'static> {
    let (light, heading, sentence) = match status {
        StatusCode::BAD_REQUEST => (
            Light::Attic,
            "Adressen går inte att läsa",
            "Kontrollera att du skrev den rätt, eller börja om från startsidan.",
        ),
        StatusCode::FORBIDDEN => (
            Light::DoorLamp,
            "Det gick inte att skicka",
            "Gå tillbaka till sidan, ladda om den och försök en gång till.",
        ),
        StatusCode::NOT_FOUND => return ErrorText::of(AppError::NotFound),
        StatusCode::METHOD_NOT_ALLOWED => (
            Light::DoorLamp,
            "Så kan du inte använda adressen",
            "Öppna sidan på nytt, eller börja om från startsidan.",
        ),
        StatusCode::REQUEST_TIMEOUT => {
            (Light::Candle, "Det tog för lång tid", "Kontrollera att du har nät och försök igen.")
        }
        StatusCode::PAYLOAD_TOO_LARGE => {
            (Light::DoorLamp, "Det du skickade är för stort", "Korta texten och försök igen.")
        }
        StatusCode::URI_TOO_LONG => {
            (Light::Attic, "Adressen är för lång", "Korta adressen, eller börja om från startsidan.")
        }
        StatusCode::TOO_MANY_REQUESTS => (
            Light::Window,
            "Det kom för mycket på en gång",
            "Många hämtar sidor från samma nät som du just nu. Vänta en liten stund och ladda om sidan.",
        ),
        StatusCode::SERVICE_UNAVAILABLE => {
            (Light::Cellar, "Vi hinner inte svara just nu", "Vänta en liten stund och ladda om sidan.")
        }
        _ => {
            (Light::Cellar, "Något gick fel hos oss", "Det är inte ditt fel. Försök igen om en liten stund.")
        }
    };
    ErrorText { light, heading, sentence }
}
