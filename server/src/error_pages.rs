//! Error pages that need no database, no rendering and no client: a heading, a sentence and links, in the site's own
//! style.

use std::sync::Arc;

use app::ui::OTHER_WAYS;
use axum::body::Body;
use axum::response::Response;
use http::{HeaderValue, StatusCode, header};

use crate::page_cache::etag_of;

/// Writes error pages. Cheap to clone.
#[derive(Debug, Clone)]
pub struct ErrorPages {
    css: Arc<str>,
}

impl ErrorPages {
    /// Takes the address of the site's style sheet.
    pub fn new(css: &str) -> Self {
        Self { css: css.into() }
    }

    /// Returns the error page of a status.
    pub fn response(&self, status: StatusCode) -> Response {
        let (heading, sentence) = texts(status);
        self.response_with(status, heading, sentence)
    }

    /// Returns an error page with other texts. They are trusted: nothing in them is escaped.
    pub(crate) fn response_with(&self, status: StatusCode, heading: &str, sentence: &str) -> Response {
        let page = self.page(heading, sentence);
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

    fn page(&self, heading: &str, sentence: &str) -> String {
        format!(
            include_str!("error_page.html"),
            heading = heading,
            sentence = sentence,
            css = self.css,
            links = OTHER_WAYS
        )
    }
}

const fn texts(status: StatusCode) -> (&'static str, &'static str) {
    match status {
        StatusCode::BAD_REQUEST => (
            "Adressen går inte att läsa",
            "Kontrollera att du skrev den rätt, eller börja om från startsidan.",
        ),
        StatusCode::FORBIDDEN => {
            ("Det gick inte att skicka", "Gå tillbaka till sidan, ladda om den och försök en gång till.")
        }
        StatusCode::NOT_FOUND => {
            ("Sidan finns inte", "Kontrollera adressen, eller börja om från startsidan.")
        }
        StatusCode::METHOD_NOT_ALLOWED => {
            ("Så kan du inte använda adressen", "Öppna sidan på nytt, eller börja om från startsidan.")
        }
        StatusCode::REQUEST_TIMEOUT => {
            ("Det tog för lång tid", "Kontrollera din uppkoppling och försök igen.")
        }
        StatusCode::PAYLOAD_TOO_LARGE => ("Det du skickade är för stort", "Korta texten och försök igen."),
        StatusCode::URI_TOO_LONG => {
            ("Adressen är för lång", "Korta adressen, eller börja om från startsidan.")
        }
        StatusCode::TOO_MANY_REQUESTS => (
            "Det kom för mycket på en gång",
            "Många hämtar sidor från samma nät som du just nu. Vänta en liten stund och ladda om sidan.",
        ),
        StatusCode::SERVICE_UNAVAILABLE => {
            ("Vi hinner inte svara just nu", "Vänta en liten stund och ladda om sidan.")
        }
        _ => ("Något gick fel hos oss", "Det är inte ditt fel. Försök igen om en liten stund."),
    }
}
