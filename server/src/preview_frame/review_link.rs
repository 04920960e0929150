//! The page behind a review link: one text and its pictures, for readers without an account.

use app::documents::store::any_file;
use app::error::AppError;
use app::media::store::any_variant;
use app::preview::{Preview, review_links};
use app::time::{at_home, date_with_year, from_millis, weekday_date_and_time};
use app::ui::{ErrorText, Light};
use axum::extract::{Path, State};
use axum::response::Response;
use http::request::Parts;
use http::{HeaderValue, StatusCode, header};

use super::rewrite::{Links, Rewrite};
use super::{REVIEWERS_TURNS, respond, set_private};
use crate::middleware::security_headers::SCRIPTLESS_POLICY;
use crate::pages::{Site, anonymous_request};
use crate::render::{RenderError, render};
use crate::{documents, media};

/// Asked for each time, so that access ends with the link.
const CACHE_CONTROL: &str = "private, no-store";

/// Serves the text. Every invalid link gets the same response.
pub(crate) async fn page(State(site): State<Site>, Path(token): Path<String>) -> Response {
    let response = match text(&site, &token).await {
        Ok(response) => response,
        Err(AppError::NotFound) => site.error_pages.response_with(
            StatusCode::NOT_FOUND,
            ErrorText {
                light: Light::Curtain,
                heading: "Länken gäller inte",
                sentence: "Den kan ha gått ut, eller så har den avslutats. Be den som skickade länken om en ny.",
            },
            "",
        ),
        Err(AppError::Unreachable) => site.error_pages.response(StatusCode::SERVICE_UNAVAILABLE),
        Err(_) => site.error_pages.response(StatusCode::INTERNAL_SERVER_ERROR),
    };
    without_referrer(response)
}

/// Serves a picture of the text, and no other.
pub(crate) async fn picture(
    State(site): State<Site>,
    Path((token, id, name)): Path<(String, String, String)>,
    request: Parts,
) -> Response {
    let reader = site.state.db.reader();
    let found = async {
        let id = id.parse().map_err(|_| AppError::NotFound)?;
        let (post, _) = review_links::find(&site.state, &token).await?.ok_or(AppError::NotFound)?;
        let shown = review_links::store::shows(reader, post, id).await?;
        let variant = if shown { any_variant(reader, id, &name).await? } else { None };
        variant.map(|variant| (id, variant)).ok_or(AppError::NotFound)
    };
    let response = match found.await {
        Ok((id, variant)) => media::file(&site, &request, id, &variant, CACHE_CONTROL).await,
        Err(error) => no_file(&site, error),
    };
    without_referrer(response)
}

/// Serves a document that the text links to, and no other.
pub(crate) async fn document(
    State(site): State<Site>,
    Path((token, id, _)): Path<(String, String, String)>,
    request: Parts,
) -> Response {
    let reader = site.state.db.reader();
    let found = async {
        let id = id.parse().map_err(|_| AppError::NotFound)?;
        let (post, _) = review_links::find(&site.state, &token).await?.ok_or(AppError::NotFound)?;
        let linked = review_links::store::links_to(reader, post, id).await?;
        let document = if linked { any_file(reader, id).await? } else { None };
        document.ok_or(AppError::NotFound)
    };
    let response = match found.await {
        Ok(document) => documents::file(&site, &request, &document, CACHE_CONTROL).await,
        Err(error) => no_file(&site, error),
    };
    without_referrer(response)
}

/// Answers for a file that the link does not open, or that could not be looked up.
fn no_file(site: &Site, error: AppError) -> Response {
    let is_missing = matches!(error, AppError::NotFound);
    let status = if is_missing { StatusCode::NOT_FOUND } else { StatusCode::INTERNAL_SERVER_ERROR };
    site.error_pages.response(status)
}

async fn text(site: &Site, token: &str) -> Result<Response, AppError> {
    let (post, until) = review_links::find(&site.state, token).await?.ok_or(AppError::NotFound)?;
    let _turn = REVIEWERS_TURNS.next().await?;
    let preview = Preview::for_reviewer(&site.state, post).await?;
    let rendered = match preview.path().parse() {
        Ok(path) => render(preview.state(), anonymous_request(path)).await,
        Err(_) => Err(RenderError::Broken),
    };
    let pictures = preview.pictures().to_vec();
    let unsaved = preview.unsaved_at().map(|at| {
        let at = at_home(from_millis(at));
        let when = weekday_date_and_time(at.date(), at.time());
        format!(" Texten är från {when} och är ett utkast som inte är sparat som version än.")
    });
    preview.close().await;
    let rendered = rendered.map_err(|_| AppError::Internal)?;
    if rendered.status != StatusCode::OK {
        tracing::error!(
            %post,
            status = rendered.status.as_u16(),
            "a text could not be shown by its review link"
        );
        return Err(AppError::Internal);
    }
    let banner = format!(
        "<b>Delad text:</b> någon i redaktionen har delat den här texten med dig. Den kan ändras innan den \
         publiceras.{} Skicka den inte vidare. Länken gäller till och med {}.",
        unsaved.unwrap_or_default(),
        date_with_year(at_home(from_millis(until)).date())
    );
    let links = Links::Live { token, pictures: &pictures };
    let page = Rewrite { label: "Delad text", banner: &banner, links }.apply(&rendered.body)?;
    let policy = format!("{SCRIPTLESS_POLICY}; form-action 'self'; frame-ancestors 'none'");
    Ok(respond(rendered.status, page, &policy))
}

/// Protects the secret in the address: no cache, no search engine and no page that a link leads to learns it.
fn without_referrer(mut response: Response) -> Response {
    set_private(response.headers_mut());
    response.headers_mut().insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}
