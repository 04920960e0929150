//! The page behind a review link: one text and its pictures, for readers without an account.

use app::comments::outside::{self, OutsideForm, Told, form_html};
use app::documents::store::any_file;
use app::error::AppError;
use app::media::store::any_variant;
use app::paths;
use app::preview::Preview;
use app::preview::review_links::{self, OpenedLink};
use app::recordings::RecordingId;
use app::recordings::store::of_post;
use app::time::{at_home, date_with_year, from_millis, weekday_date_and_time};
use app::ui::{ErrorText, Light};
use axum::body::to_bytes;
use axum::extract::{Path, Request, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{MethodRouter, get};
use http::request::Parts;
use http::{HeaderValue, StatusCode, header};

use super::rewrite::{Links, Rewrite};
use super::{REVIEWERS_TURNS, respond, set_private};
use crate::middleware::security_headers::SCRIPTLESS_POLICY;
use crate::pages::{self, Site, anonymous_request};
use crate::render::{RenderError, render};
use crate::stored_file::Access;
use crate::{documents, media, recordings};

/// Query of the page after a comment was stored.
const SENT: &str = "tack";

/// Returns the route of a shared text, which also takes comments on it.
pub(super) fn route() -> MethodRouter<Site> {
    get(page).post(comment).fallback(pages::page)
}

/// Serves the text. Every invalid link gets the same response.
async fn page(State(site): State<Site>, Path(token): Path<String>, request: Parts) -> Response {
    let told = if request.uri.query() == Some(SENT) { Told::Sent } else { Told::Nothing };
    let shown = shown(&site, &token, StatusCode::OK, &OutsideForm::default(), told).await;
    respond_with(&site, shown)
}

/// Takes a comment and leads back to the text, or shows it again with what was typed.
async fn comment(State(site): State<Site>, Path(token): Path<String>, request: Request) -> Response {
    let (idempotency, error_pages) = (site.idempotency.clone(), site.error_pages.clone());
    let response = idempotency
        .once(request, |request| async move {
            let response = take(&site, &token, request).await;
            respond_with(&site, response)
        })
        .await;
    response.unwrap_or_else(|| error_pages.response(StatusCode::INTERNAL_SERVER_ERROR))
}

async fn take(site: &Site, token: &str, request: Request) -> Result<Response, AppError> {
    let link = review_links::find(&site.state, token).await?.ok_or(AppError::NotFound)?;
    if !link.allows_comments {
        return Err(AppError::NotFound);
    }
    // The body has been read within its limit before (`middleware::body_limit`).
    let body = to_bytes(request.into_body(), usize::MAX).await.unwrap_or_default();
    let form = OutsideForm::parse(&body);
    match outside::write(&site.state, (link.post, link.id), &form).await? {
        // By GET, so that loading it again sends nothing.
        Ok(()) => {
            let page = format!("{}?{SENT}#kommentera", paths::review_link(token));
            Ok(Redirect::to(&page).into_response())
        }
        Err(why) => shown(site, token, StatusCode::UNPROCESSABLE_ENTITY, &form, Told::Refused(&why)).await,
    }
}

/// Answers with the text, or says why it cannot be shown.
fn respond_with(site: &Site, shown: Result<Response, AppError>) -> Response {
    let response = match shown {
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
        let link = review_links::find(&site.state, &token).await?.ok_or(AppError::NotFound)?;
        let shown = review_links::store::shows(reader, link.post, id).await?;
        let variant = if shown { any_variant(reader, id, &name).await? } else { None };
        variant.map(|variant| (id, variant)).ok_or(AppError::NotFound)
    };
    let response = match found.await {
        Ok((id, variant)) => media::file(&site, &request, id, &variant, Access::Reviewer).await,
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
        let link = review_links::find(&site.state, &token).await?.ok_or(AppError::NotFound)?;
        let linked = review_links::store::links_to(reader, link.post, id).await?;
        let document = if linked { any_file(reader, id).await? } else { None };
        document.ok_or(AppError::NotFound)
    };
    let response = match found.await {
        Ok(document) => documents::file(&site, &request, &document, Access::Reviewer).await,
        Err(error) => no_file(&site, error),
    };
    without_referrer(response)
}

/// Serves the recording of the text, and no other.
pub(crate) async fn recording(
    State(site): State<Site>,
    Path((token, id, _)): Path<(String, String, String)>,
    request: Parts,
) -> Response {
    let found = async {
        let id: RecordingId = id.parse().map_err(|_| AppError::NotFound)?;
        let link = review_links::find(&site.state, &token).await?.ok_or(AppError::NotFound)?;
        let recording = of_post(site.state.db.reader(), link.post).await?;
        recording.filter(|recording| recording.id == id).ok_or(AppError::NotFound)
    };
    let response = match found.await {
        Ok(recording) => recordings::file(&site, &request, &recording, Access::Reviewer).await,
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

/// Renders the text, with the form below it if the link allows comments.
async fn shown(
    site: &Site,
    token: &str,
    status: StatusCode,
    form: &OutsideForm,
    told: Told<'_>,
) -> Result<Response, AppError> {
    let link = review_links::find(&site.state, token).await?.ok_or(AppError::NotFound)?;
    let OpenedLink { post, expires_at: until, .. } = link;
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
    let after = link.allows_comments.then(|| form_html(&paths::review_link(token), form, told));
    let after = after.unwrap_or_default();
    // Pages of guldkorn do without the style sheet that has forms.
    let style = if after.is_empty() { "" } else { site.state.assets.reading_css.as_str() };
    let page = Rewrite { label: "Delad text", banner: &banner, after: &after, style, links }
        .apply(&rendered.body)?;
    let policy = format!("{SCRIPTLESS_POLICY}; form-action 'self'; frame-ancestors 'none'");
    Ok(respond(status, page, &policy))
}

/// Protects the secret in the address: no cache, no search engine and no page that a link leads to learns it.
fn without_referrer(mut response: Response) -> Response {
    set_private(response.headers_mut());
    response.headers_mut().insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}
