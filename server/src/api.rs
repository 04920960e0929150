//! `/api/{noun}/{verb}`: the server functions.

use app::error::AppError;
use app::state::AppState;
use app::statistics::{ShownText, day_of};
use axum::body::Body;
use axum::extract::{Request, State};
use axum::response::{IntoResponse as _, Response};
use http::request::Parts;
use http::{HeaderValue, StatusCode, Uri, header};
use leptos::context::provide_context;
use server_fn::axum::server_fn_paths;
use server_fn::error::SERVER_FN_ERROR_HEADER;

use crate::admission::{Lane, Overloaded};
use crate::error_pages::ErrorPages;
use crate::failed_form::{PlainForm, leads_back};
use crate::pages::{Site, is_recognized, refusal};
use crate::readings::is_reader;

/// How the addresses of log-in and accounts begin.
pub(crate) const ACCOUNTS: &str = "/api/staff/";
/// What the client asks for to open a door where it is.
const DOOR: &str = "/api/calendar/door";

/// Calls a server function. Nobody may cache its response.
pub(crate) async fn call(State(site): State<Site>, request: Request) -> Response {
    let path = request.uri().path();
    let Some((_, method)) = server_fn_paths().find(|(function, _)| *function == path) else {
        return site.error_pages.response(StatusCode::NOT_FOUND);
    };
    if method != request.method() {
        let mut response = site.error_pages.response(StatusCode::METHOD_NOT_ALLOWED);
        if let Ok(method) = HeaderValue::from_str(method.as_str()) {
            response.headers_mut().insert(header::ALLOW, method);
        }
        return response;
    }
    if path == DOOR {
        site.metrics.door_shown_in_client();
    }
    let (head, body) = request.into_parts();
    let lane = lane(&site, &head).await;
    let is_read = lane == Some(Lane::Client) && is_reader(&head.headers);
    let _admitted = match lane {
        Some(lane) => match site.admission.admit(lane).await {
            Ok(admitted) => Some(admitted),
            Err(Overloaded) => return refusal(&site.error_pages),
        },
        None => None,
    };
    let request = Request::from_parts(head, body);
    let (state, error_pages) = (site.state, site.error_pages.clone());
    let (shown, now) = (ShownText::default(), state.clock.now_millis());
    let run = {
        let shown = shown.clone();
        |request| run(state, error_pages, shown, request)
    };
    let response = site.idempotency.once(request, run).await;
    let is_shown = response.as_ref().is_some_and(|response| response.status() == StatusCode::OK);
    if let Some(text) = shown.get().filter(|_| is_shown && is_read) {
        site.reads.counter(text, day_of(now)).count();
    }
    response.unwrap_or_else(|| site.error_pages.response(StatusCode::INTERNAL_SERVER_ERROR))
}

/// Returns the lane that a call waits in. What people do to get in has limits of its own, by which a flood keeps no owner of
/// an account out (`app/src/staff/password/queue.rs`).
async fn lane(site: &Site, head: &Parts) -> Option<Lane> {
    if is_recognized(site, head).await {
        return Some(Lane::Staff);
    }
    (!head.uri.path().starts_with(ACCOUNTS)).then_some(Lane::Client)
}

async fn run(state: AppState, error_pages: ErrorPages, shown: ShownText, request: Request) -> Response {
    let (head, body) = request.into_parts();
    // The body has been read within its limit before (`middleware::body_limit`).
    let body = axum::body::to_bytes(body, usize::MAX).await.unwrap_or_default();
    let form = PlainForm::read(&head, &body);
    let request = Request::from_parts(head, Body::from(body));
    let request = with_local_referer(request);
    let context = move || {
        provide_context(state.clone());
        provide_context(shown.clone());
    };
    let mut response = leptos_axum::handle_server_fns_with_context(context, request).await.into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if response.headers().contains_key(SERVER_FN_ERROR_HEADER) {
        return with_error_status(response, form.as_ref(), &error_pages).await;
    }
    response
}

/// Cuts the `Referer` down to a path of ours. Leptos leads browsers back there after a call, wherever that is.
fn with_local_referer(mut request: Request) -> Request {
    let referer = request.headers_mut().remove(header::REFERER);
    let referer = referer.and_then(|referer| referer.to_str().ok()?.parse::<Uri>().ok());
    let path = referer.as_ref().and_then(|referer| referer.path_and_query());
    if let Some(path) = path.filter(|path| is_local(path.as_str()))
        && let Ok(path) = HeaderValue::from_str(path.as_str())
    {
        request.headers_mut().insert(header::REFERER, path);
    }
    request
}

/// Returns whether browsers take a path for one on this site: two slashes would begin another host.
fn is_local(path: &str) -> bool {
    path.starts_with('/') && !path.starts_with("//") && !path.contains('\\')
}

/// Sets the status of the error in the response; Leptos sets 500 for every one. A plain form that it would lead back gets
/// a page with what was typed.
async fn with_error_status(
    response: Response,
    form: Option<&PlainForm>,
    error_pages: &ErrorPages,
) -> Response {
    const MAX_BYTES: usize = 1024;
    let (mut head, body) = response.into_parts();
    let body = axum::body::to_bytes(body, MAX_BYTES).await.unwrap_or_default();
    let error = serde_json::from_slice::<AppError>(&body).unwrap_or(AppError::Internal);
    if let Some(form) = form.filter(|_| leads_back(head.status, error)) {
        return form.failed(error_pages, error);
    }
    if head.status == StatusCode::INTERNAL_SERVER_ERROR {
        head.status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    }
    Response::from_parts(head, body.into())
}
