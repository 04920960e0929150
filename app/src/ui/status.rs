//! The HTTP status of the page under way.

/// Sets the answer's status. In the browser there is none to set.
#[cfg(feature = "ssr")]
pub fn answer_with(status: u16) {
    use leptos::prelude::use_context;
    if let (Some(response), Ok(status)) =
        (use_context::<leptos_axum::ResponseOptions>(), http::StatusCode::from_u16(status))
    {
        response.set_status(status);
    }
}

/// Sets the answer's status. In the browser there is none to set.
#[cfg(not(feature = "ssr"))]
pub const fn answer_with(_: u16) {}
