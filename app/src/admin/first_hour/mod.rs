//! `/admin/borja`: the list of what a new site needs, for its owner. `first_hour` knows the steps.

mod api;

#[cfg(feature = "ssr")]
mod handlers;
#[cfg(feature = "ssr")]
mod summary;
#[cfg(feature = "ssr")]
mod views;
#[cfg(feature = "ssr")]
mod way_back;

#[cfg(feature = "ssr")]
pub(super) use {
    handlers::{page, redirect_after_save},
    summary::{for_settings, on_dashboard},
    way_back::{OpenedFrom, way_back},
};
