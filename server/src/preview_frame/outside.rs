//! What somebody outside sees by a link: one text, and its pictures.

use app::error::AppError;
use app::media::store::any_variant;
use app::preview::{Preview, review_links};
use app::time::{at_home, date_with_year, from_millis};
use axum::extract::{Path, State};
use axum::response::Response;
use http::request::Parts;
use http::{HeaderValue, StatusCode, header};

use super::dress::{Dress, Links};
use super::{answer, for_nobody_else};
use crate::media;
use crate::middleware::security_headers::POLICY_OF_LOOKING;
use crate::pages::{Site, asking_for};
use crate::render::{RenderError, render_once};

/// A picture is asked for each time, so that it ends with the link.
const LIFETIME: &str = "private, no-store";

/// The text. Every link that leads nowhere gets the same answer.
pub(crate) async fn page(State(site): State<Site>, Path(token): Path<String>) -> Response {
    let response = match text(&site, &token).await {
        Ok(response) => response,
        Err(AppError::NotFound) => site.plain.say(
            StatusCode::NOT_FOUND,
            "Länken gäller inte",
            "Den kan ha gått ut, eller så har den avslutats. Be den som skickade länken om en ny.",
        ),
        Err(_) => site.plain.answer(StatusCode::INTERNAL_SERVER_ERROR),
    };
    unseen(response)
}

/// A picture of the text, and no other.
pub(crate) async fn picture(
    State(site): State<Site>,
    Path((token, id, name)): Path<(String, String, String)>,
    asked: Parts,
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
        Ok((id, variant)) => media::file(&site, &asked, id, &variant, LIFETIME).await,
        Err(AppError::NotFound) => site.plain.answer(StatusCode::NOT_FOUND),
        Err(_) => site.plain.answer(StatusCode::INTERNAL_SERVER_ERROR),
    };
    unseen(response)
}

async fn text(site: &Site, token: &str) -> Result<Response, AppError> {
    let (post, until) = review_links::find(&site.state, token).await?.ok_or(AppError::NotFound)?;
    let preview = Preview::for_reviewer(&site.state, post).await?;
    let rendered = match preview.path().parse() {
        Ok(path) => render_once(preview.state(), asking_for(path)).await,
        Err(_) => Err(RenderError::Broken),
    };
    let pictures = preview.pictures().to_vec();
    preview.close().await;
    let rendered = rendered.map_err(|_| AppError::Internal)?;
    if rendered.status != StatusCode::OK {
        tracing::error!(%post, status = rendered.status.as_u16(), "a shared text could not be shown");
        return Err(AppError::Internal);
    }
    let banner = format!(
        "<b>Delad text:</b> någon i redaktionen har delat den här texten med dig. Den kan ändras innan den \
         publiceras. Skicka den inte vidare. Länken gäller till och med {}.",
        date_with_year(at_home(from_millis(until)).date())
    );
    let links = Links::Live { token, pictures: &pictures };
    let page = Dress { label: "Delad text", banner: &banner, links }.put_on(&rendered.bytes)?;
    let policy = format!("{POLICY_OF_LOOKING}; form-action 'self'; frame-ancestors 'none'");
    Ok(answer(&rendered, page, &policy))
}

/// The address is a secret: neither kept nor listed, nor told to the page that a link leads to.
fn unseen(mut response: Response) -> Response {
    for_nobody_else(response.headers_mut());
    response.headers_mut().insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}
