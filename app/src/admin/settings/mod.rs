//! `/admin/installningar`: what the owner of the site decides about it. For admins.
//!
//! An overview, and a page for each section, so that it stays calm on a phone. `site::sections` lists the
//! fields of each section.

mod api;

#[cfg(feature = "ssr")]
mod brand_preview;
#[cfg(feature = "ssr")]
mod colours;
#[cfg(feature = "ssr")]
mod control;
#[cfg(feature = "ssr")]
mod handlers;
#[cfg(feature = "ssr")]
mod overview;
#[cfg(feature = "ssr")]
mod picture_field;
#[cfg(feature = "ssr")]
mod review;
#[cfg(feature = "ssr")]
mod rows;
#[cfg(feature = "ssr")]
mod views;

#[cfg(feature = "ssr")]
pub(super) use handlers::{overview, section};
