//! `/api/{noun}/{verb}`: the server functions.

use app::state::AppState;
use axum::extract::{Request, State};
use axum::response::{IntoResponse as _, Response};
use http::{HeaderValue, StatusCode, header};
use leptos::context::provide_context;
use server_fn::axum::server_fn_paths;

use crate::pages::Site;

/// Runs a server function. Its answers are for the asker alone.
pub(crate) async fn call(State(site): State<Site>, request: Request) -> Response {
    let path = request.uri().path();
    let Some((_, method)) = server_fn_paths().find(|(known, _)| *known == path) else {
        return site.plain.answer(StatusCode::NOT_FOUND);
    };
    if method != request.method() {
        let mut response = site.plain.answer(StatusCode::METHOD_NOT_ALLOWED);
        if let Ok(method) = HeaderValue::from_str(method.as_str()) {
            response.headers_mut().insert(header::ALLOW, method);
        }
        return response;
    }
    let state: AppState = site.state.clone();
    let mut response =
        leptos_axum::handle_server_fns_with_context(move || provide_context(state.clone()), request)
            .await
            .into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
