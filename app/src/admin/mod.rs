//! The staff's rooms. Their code comes to the browser only when somebody enters one.
//!
//! `entry` is what lies before the door: log-in, and the page behind a single-use link. Everything else shows
//! itself through `room`, which sends those without a session to the log-in.

mod desk;
mod entry;
mod lost;
mod room;

pub use desk::DeskPage;
pub use entry::{LogInPage, PasswordPage};
pub use lost::LostPage;
