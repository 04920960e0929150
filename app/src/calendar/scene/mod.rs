//! The scene: doors in a picture, lit as their time comes, and opened where they are.

mod dialog;
mod door_link;
mod history;
mod live;
mod memory;
mod switch;
mod view;

pub(super) use live::{Live, follow};
pub(super) use memory::{Memory, note_opened};
pub(super) use switch::RememberSwitch;
pub use view::{Scene, StartScene};
