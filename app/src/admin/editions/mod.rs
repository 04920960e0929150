//! `/admin/kalendrar`: the editions of the calendar, and one of them with its days.
//!
//! All staff see them, editors change them. The rules are in `calendar::editing`.

mod api;
mod scene;

#[cfg(feature = "ssr")]
mod as_of;
#[cfg(feature = "ssr")]
mod days;
#[cfg(feature = "ssr")]
mod detail;
#[cfg(feature = "ssr")]
mod earlier;
#[cfg(feature = "ssr")]
mod elsewhere;
#[cfg(feature = "ssr")]
mod form;
#[cfg(feature = "ssr")]
mod handlers;
#[cfg(feature = "ssr")]
mod list;
#[cfg(feature = "ssr")]
mod messages;
#[cfg(feature = "ssr")]
mod new;
#[cfg(feature = "ssr")]
mod qr_code;
#[cfg(feature = "ssr")]
mod question;
#[cfg(feature = "ssr")]
mod visibility;

#[cfg(feature = "ssr")]
pub(super) use handlers::{detail, list, new};
#[cfg(feature = "ssr")]
pub(super) use messages::missing_message;
#[cfg(feature = "ssr")]
pub(super) use scene::page as scene;
#[cfg(feature = "ssr")]
pub(super) use visibility::form as visibility_form;
