//! The site itself: what its owner set, the frame around every page, the start page and the plain pages.

mod api;
mod pages;
pub mod sections;

#[cfg(feature = "ssr")]
mod frame;
#[cfg(feature = "ssr")]
mod fresh;
#[cfg(feature = "ssr")]
mod identity;
#[cfg(feature = "ssr")]
mod network;
#[cfg(feature = "ssr")]
mod plain;
#[cfg(feature = "ssr")]
mod settings;
#[cfg(feature = "ssr")]
mod start;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(feature = "ssr")]
mod theme;
#[cfg(feature = "ssr")]
mod views;

pub use pages::StartPage;

#[cfg(feature = "ssr")]
pub(crate) use frame::{Foot, Head};
#[cfg(feature = "ssr")]
pub use frame::{Frame, load_frame};
#[cfg(feature = "ssr")]
pub use fresh::next_change;
#[cfg(feature = "ssr")]
pub use identity::{Names, address, names};
#[cfg(feature = "ssr")]
pub(crate) use plain::plain_page;
#[cfg(feature = "ssr")]
pub(crate) use sections::Section;
#[cfg(feature = "ssr")]
pub use settings::{Contact, Funder, MenuItem, Settings};
#[cfg(feature = "ssr")]
pub(crate) use theme::RememberedTheme;
