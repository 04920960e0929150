//! The two forms for messages about accessibility. They are answered by their page itself: without a cookie there is no
//! flash, and what was typed must not stand in an address.

use app::error::AppError;
use app::feedback::{Outcome, look_up, send};
use app::paths;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use bytes::Bytes;
use http::request::Parts;
use http::{Method, StatusCode, Uri, header};

use crate::failed_form::PlainForm;
use crate::page_cache::private_response;
use crate::pages::{self, Site, anonymous_request};
use crate::render::render;

/// Shows the form, or takes a message and leads to its receipt.
pub(crate) async fn message(State(site): State<Site>, request: Request) -> Response {
    if request.method() != Method::POST {
        return pages::page(State(site), request).await;
    }
    let (idempotency, error_pages) = (site.idempotency.clone(), site.error_pages.clone());
    let response = idempotency.once(request, |request| take(site, request)).await;
    response.unwrap_or_else(|| error_pages.response(StatusCode::INTERNAL_SERVER_ERROR))
}

async fn take(site: Site, request: Request) -> Response {
    let (head, body) = read(request).await;
    match send(&site.state, &head, &body).await {
        // By GET, so that loading it again sends nothing.
        Ok(Outcome::Stored(receipt)) => {
            ([(header::CACHE_CONTROL, "no-store")], Redirect::to(&receipt)).into_response()
        }
        Ok(Outcome::Refused(refused)) => {
            let status = refused.status();
            page(&site, paths::FEEDBACK, refused, status).await
        }
        Err(error) => failed(&site, &head, &body, error),
    }
}

/// Shows the field for a receipt number, and what a number leads to.
pub(crate) async fn answer(State(site): State<Site>, request: Request) -> Response {
    if request.method() != Method::POST {
        return pages::page(State(site), request).await;
    }
    let (head, body) = read(request).await;
    match look_up(&site.state, &head, &body).await {
        Ok(lookup) => {
            let status = lookup.status();
            page(&site, paths::FEEDBACK_ANSWER, lookup, status).await
        }
        Err(error) => failed(&site, &head, &body, error),
    }
}

/// The body has been read within its limit before (`middleware::body_limit`).
async fn read(request: Request) -> (Parts, Bytes) {
    let (head, body) = request.into_parts();
    (head, to_bytes(body, usize::MAX).await.unwrap_or_default())
}

/// Renders a page that finds `beside` among the extensions of its request. Nobody may store it.
async fn page<T>(site: &Site, path: &'static str, beside: T, status: u16) -> Response
where
    T: Clone + Send + Sync + 'static,
{
    let mut request = anonymous_request(Uri::from_static(path));
    request.extensions_mut().insert(beside);
    match render(site.state.clone(), request).await {
        Ok(mut page) => {
            page.status = StatusCode::from_u16(status).unwrap_or(page.status);
            private_response(page)
        }
        Err(error) => site.error_pages.response(error.status()),
    }
}

fn failed(site: &Site, head: &Parts, body: &Bytes, error: AppError) -> Response {
    match PlainForm::read(head, body).filter(|_| error == AppError::Internal) {
        Some(form) => form.failed(&site.error_pages, error),
        None => site.error_pages.response_to(error),
    }
}
