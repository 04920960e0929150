//! Imports from the admin: `POST /admin/installningar/flytta-in` receives the files, and `…/{id}/{act}` has the buttons of an
//! import's page and its report as a text file. `app::moving_in` has the steps, `app::admin` the page, `crate::import` the
//! formats.

mod acts;
mod files;
mod form;
mod incoming;
mod refusal;
mod run;

use app::error::AppError;
use app::paths;
use app::staff::{Role, Staff, guard};
use axum::body::Body;
use axum::response::Response;
use http::request::Parts;
use http::{HeaderValue, StatusCode, header};

use crate::pages::Site;

pub(crate) use acts::route as acts_route;
pub(crate) use files::route as files_route;

/// Lets admins in. Others get the response that says so.
async fn authorize(site: &Site, head: &Parts) -> Result<Staff, Box<Response>> {
    guard::authorize(&site.state, head, Role::Admin).await.map_err(|error| {
        Box::new(match error {
            AppError::LogInFirst => see_other(paths::LOG_IN),
            error => failed(site, error),
        })
    })
}

fn failed(site: &Site, error: AppError) -> Response {
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    site.error_pages.response(status)
}

fn see_other(path: &str) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::SEE_OTHER;
    if let Ok(path) = HeaderValue::from_str(path) {
        response.headers_mut().insert(header::LOCATION, path);
    }
    response
}
