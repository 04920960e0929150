//! The HTTP status of the page being rendered.

/// Sets the response's status. In the browser there is none to set.
#[cfg(feature = "ssr")]
pub fn set_status(status: u16) {
    use leptos::prelude::use_context;
    if let (Some(response), Ok(status)) =
        (use_context::<leptos_axum::ResponseOptions>(), http::StatusCode::from_u16(status))
    {
        response.set_status(status);
    }
}

/// Does nothing: in the browser there is no status to set.
#[cfg(not(feature = "ssr"))]
pub const fn set_status(_: u16) {}
