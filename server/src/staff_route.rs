//! What the staff's routes that no server function answers have in common: whom they let in, and where they lead.

use app::error::AppError;
use app::paths;
use app::staff::{Role, Staff, guard};
use axum::response::{IntoResponse as _, Redirect, Response};
use http::request::Parts;
use http::{HeaderMap, StatusCode};

use crate::error_pages::ErrorPages;
use crate::pages::Site;

/// Lets staff in who have a role or more. Others get the response that says so.
pub(crate) async fn admit(site: &Site, head: &Parts, role: Role) -> Result<Staff, Response> {
    match guard::authorize(&site.state, head, role).await {
        Ok(staff) => Ok(staff),
        Err(AppError::LogInFirst) => Err(Redirect::to(paths::LOG_IN).into_response()),
        Err(error) => Err(site.error_pages.response_to(error)),
    }
}

/// Returns the redirect that some headers describe, or the page of the error that came instead.
pub(crate) fn redirected(error_pages: &ErrorPages, headers: Result<HeaderMap, AppError>) -> Response {
    match headers {
        Ok(headers) => (StatusCode::SEE_OTHER, headers).into_response(),
        Err(error) => error_pages.response_to(error),
    }
}
