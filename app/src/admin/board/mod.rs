//! `/admin/tavla`, the board: a calendar at a glance, and what staff do with the texts on its days.
//!
//! A day is chosen by its address (`?dag=7`), which shows its panel; so does the day to which a text is to go
//! (`?dag=7&till=12`) when something lies there and somebody has to choose, and the text without a day for which one is to be
//! chosen (`?text=55`). Forms name what they were made of: `12:55` is
//! day 12 with text 55 on it, `12:0` the empty day 12.

mod api;
mod reserves;

#[cfg(feature = "ssr")]
mod company;
#[cfg(feature = "ssr")]
mod handlers;
#[cfg(feature = "ssr")]
mod place;
#[cfg(feature = "ssr")]
mod query;
#[cfg(feature = "ssr")]
mod views;

#[cfg(feature = "ssr")]
pub use company::{BoardCompany, BoardNews};
#[cfg(feature = "ssr")]
pub(super) use handlers::{FLASH, page};
#[cfg(feature = "ssr")]
pub(super) use views::small_board;
