//! Focus and crop of a picture: a section of its page in the library. What they mean is in `media::crop`.

mod api;

#[cfg(feature = "ssr")]
mod handlers;
#[cfg(feature = "ssr")]
mod previews;
#[cfg(feature = "ssr")]
mod stage;
#[cfg(feature = "ssr")]
mod views;

#[cfg(feature = "ssr")]
pub(super) use handlers::section;
