//! The scene: doors in a picture, lit as their time comes, and opened where they are.

mod dialog;
mod door_link;
mod history;
mod live;
mod memory;
mod switch;
mod view;

pub(super) use dialog::Opening;
pub(crate) use history::hear_walks;
pub(super) use live::Live;
pub(crate) use live::follow;
pub(super) use memory::{Memory, note_opened};
pub(super) use switch::RememberSwitch;
pub(crate) use view::Scene;
