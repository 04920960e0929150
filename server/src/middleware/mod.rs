//! The middleware that every request passes, one concern a file.

mod address_guard;
mod body_limit;
mod catch_panic;
mod client_limit;
mod csrf;
mod forwarded;
mod host;
pub(crate) mod hsts;
pub(crate) mod request_log;
pub(crate) mod reserves;
pub(crate) mod security_headers;
pub(crate) mod site_address;
mod time_limit;
mod trailing_slash;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};

use crate::error_pages::ErrorPages;

/// Wraps the routes in all middleware that needs nothing of the site. The layer added last is the outermost.
pub fn apply(routes: Router, error_pages: &ErrorPages) -> Router {
    let client_limit = client_limit::ClientLimit::new(error_pages.clone());
    routes
        .layer(from_fn_with_state(error_pages.clone(), body_limit::limit_body))
        .layer(csrf::layer(error_pages.clone()))
        .layer(from_fn_with_state(error_pages.clone(), csrf::check_origin))
        .layer(from_fn(trailing_slash::remove))
        .layer(from_fn_with_state(error_pages.clone(), time_limit::limit_time))
        .layer(from_fn_with_state(error_pages.clone(), address_guard::check_address))
        .layer(from_fn_with_state(error_pages.clone(), host::check_host))
        .layer(from_fn_with_state(client_limit, client_limit::limit_client))
        .layer(catch_panic::layer(error_pages.clone()))
        .layer(from_fn(security_headers::add))
        .layer(from_fn(request_log::record))
}
