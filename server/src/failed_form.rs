//! The answer to a form that failed: a sentence, and everything that was typed. It needs no database, so that nothing is
//! lost when that is what fails.
//!
//! Leptos leads a plain form that fails back to its page, with the error in the address: the page then shows what is
//! saved, without a word. Here the form is shown in its place, to be sent once more or copied.

use std::fmt::Write as _;

use app::error::AppError;
use app::ui::{ErrorText, Light};
use axum::response::Response;
use bytes::Bytes;
use html_escape::{encode_double_quoted_attribute, encode_text};
use http::request::Parts;
use http::{StatusCode, header};

use crate::error_pages::ErrorPages;

/// Values of so many bytes are shown to be copied: somebody wrote them. The others are sent again unseen.
const SHOWN_FROM: usize = 12;

/// A plain form as it was sent.
pub(crate) struct PlainForm {
    action: String,
    fields: Vec<(String, String)>,
}

impl PlainForm {
    /// Reads a request; `None` unless it is a plain form, whose sender expects a page.
    pub(crate) fn read(head: &Parts, body: &Bytes) -> Option<Self> {
        let says = |name, part: &str| {
            head.headers
                .get(name)
                .and_then(|value| value.to_str().ok())
                .is_some_and(|value| value.contains(part))
        };
        if !says(header::ACCEPT, "text/html")
            || !says(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        {
            return None;
        }
        let fields = form_urlencoded::parse(body).into_owned().collect();
        Some(Self { action: head.uri.path().to_owned(), fields })
    }

    /// Returns the page that says what went wrong and holds what was typed. A password is not repeated, and then the form
    /// cannot be sent again from here.
    pub(crate) fn failed(&self, pages: &ErrorPages, error: AppError) -> Response {
        let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let has_password = self.fields.iter().any(|(name, _)| is_password(name));
        let may_retry = !has_password && matches!(error, AppError::Internal | AppError::Unreachable);
        let heading = if may_retry { "Det gick inte att spara just nu" } else { "Det gick inte" };
        let sentence = match (may_retry, has_password) {
            (true, _) => {
                "Det är inte ditt fel. Inget du skrev är borta: det står kvar här. Försök igen om en liten stund."
            }
            (false, true) => "Gå tillbaka till sidan och försök igen om en liten stund.",
            (false, false) => {
                "Ladda om sidan du kom från och försök igen. Det du skrev står kvar här, så att du kan kopiera det."
            }
        };
        let text = ErrorText { light: Light::Cellar, heading, sentence };
        pages.response_with(status, text, &self.html(may_retry))
    }

    /// What was typed, and the button that sends it again.
    fn html(&self, may_retry: bool) -> String {
        let mut html = String::new();
        let fields = self.fields.iter().filter(|(name, _)| !is_password(name));
        if may_retry {
            _ = write!(
                html,
                r#"<form method="post" action="{}">"#,
                encode_double_quoted_attribute(&self.action)
            );
        }
        for (name, value) in fields {
            let name = encode_double_quoted_attribute(name);
            if value.len() >= SHOWN_FROM && value.contains(char::is_whitespace) {
                // A line end after the start tag is no part of the value.
                _ = write!(
                    html,
                    "<p><textarea name=\"{name}\" rows=\"6\" aria-label=\"Det du skrev\" dir=\"auto\">\n{}</textarea></p>",
                    encode_text(value)
                );
            } else if may_retry {
                let value = encode_double_quoted_attribute(value);
                _ = write!(html, r#"<input type="hidden" name="{name}" value="{value}">"#);
            }
        }
        if may_retry {
            html.push_str(r#"<p><button class="button">Försök igen</button></p></form>"#);
        }
        html
    }
}

fn is_password(name: &str) -> bool {
    name.contains("password")
}

/// Whether a response leads a failed form back to its page. Whoever has to log in first, or may not do it, is led elsewhere
/// by the guard.
pub(crate) fn leads_back(status: StatusCode, error: AppError) -> bool {
    status.is_redirection() && !matches!(error, AppError::LogInFirst | AppError::Forbidden)
}

#[cfg(test)]
mod tests {
    use axum::body::{Body, to_bytes};
    use http::Request;

    use super::*;

    fn form(accept: &str, body: &'static str) -> Option<PlainForm> {
        let request = Request::post("/api/text/submit")
            .header("accept", accept)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(())
            .unwrap();
        PlainForm::read(&request.into_parts().0, &Bytes::from_static(body.as_bytes()))
    }

    async fn page(body: &'static str, error: AppError) -> String {
        let response = form("text/html", body).unwrap().failed(&ErrorPages::new("/x.css", ""), error);
        assert_eq!(response.status().as_u16(), error.status());
        let body: Body = response.into_body();
        String::from_utf8(to_bytes(body, usize::MAX).await.unwrap().to_vec()).unwrap()
    }

    #[tokio::test]
    async fn what_was_typed_stands_there_and_can_be_sent_again() {
        let page = page("id=7&body=%3Cb%3Emod+och%0D%0Am%C3%B6jligheter%22", AppError::Internal).await;
        assert!(page.contains(r#"<form method="post" action="/api/text/submit">"#), "{page}");
        assert!(page.contains(r#"<input type="hidden" name="id" value="7">"#));
        assert!(page.contains("\n&lt;b&gt;mod och\r\nmöjligheter\"</textarea>"), "{page}");
        assert!(page.contains("Försök igen</button>"));
    }

    #[tokio::test]
    async fn a_password_is_not_repeated_and_what_cannot_succeed_is_not_offered_again() {
        let with_password = page("email=a%40b.se&password=mod+och+hemligheter", AppError::Internal).await;
        assert!(!with_password.contains("hemligheter") && !with_password.contains("/api/"));
        let gone = page("body=En+text+om+mod", AppError::NotFound).await;
        assert!(gone.contains("En text om mod</textarea>") && !gone.contains("Försök igen</button>"));
        assert!(form("application/json", "body=x").is_none(), "our client shows the error itself");
    }
}
