//! Asks this site's server.

use gloo_net::http::Request;
use leptos::server_fn::redirect::REDIRECT_HEADER;

use super::Json;
use crate::error::AppError;

/// A response of the server.
pub(crate) enum Answer {
    /// The body, parsed.
    Data(Json),
    /// It is at another address of this site.
    Redirect(String),
}

/// Asks a server function by its address with the arguments in the query.
///
/// # Errors
/// [`AppError::Unreachable`] without a response, and the error that the server names.
pub(crate) async fn fetch(address: &str) -> Result<Answer, AppError> {
    let request = Request::get(address).header("Accept", "application/json");
    let response = request.send().await.map_err(|_| AppError::Unreachable)?;
    let headers = response.headers();
    if headers.get(REDIRECT_HEADER).is_some() {
        return headers.get("location").map(Answer::Redirect).ok_or(AppError::Internal);
    }
    let body = response.text().await.map_err(|_| AppError::Unreachable)?;
    let data = Json::parse(&body).ok_or(AppError::Internal)?;
    if response.ok() { Ok(Answer::Data(data)) } else { Err(error_of(&data)) }
}

/// Writes a text as a value in a query.
pub(crate) fn encode(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

/// Reads the error in a response by its name.
fn error_of(data: &Json) -> AppError {
    match &*data.text() {
        "NotFound" => AppError::NotFound,
        "Gone" => AppError::Gone,
        "LogInFirst" => AppError::LogInFirst,
        "Forbidden" => AppError::Forbidden,
        "Invalid" => AppError::Invalid,
        _ => AppError::Internal,
    }
}
