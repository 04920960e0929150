//! What every request passes on its way in and every answer on its way out. One concern a file.

mod address_guard;
mod body_limit;
mod csrf;
mod panic_barrier;
mod request_log;
pub(crate) mod security_headers;
mod time_limit;
mod trailing_slash;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};

use crate::error_pages::ErrorPages;

/// Puts all of it around routes. The layer added last is the outermost.
pub fn around(routes: Router, plain: &ErrorPages) -> Router {
    routes
        .layer(from_fn_with_state(plain.clone(), body_limit::limit_body))
        .layer(csrf::layer(plain.clone()))
        .layer(from_fn(trailing_slash::remove))
        .layer(from_fn_with_state(plain.clone(), time_limit::limit_time))
        .layer(from_fn_with_state(plain.clone(), address_guard::check_address))
        .layer(panic_barrier::layer(plain.clone()))
        .layer(from_fn(security_headers::add))
        .layer(from_fn(request_log::record))
}
