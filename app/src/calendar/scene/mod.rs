//! The scene: doors in a picture, which light up as their time comes and open over it.

mod dialog;
mod door_link;
mod history;
mod live_doors;
mod open_door;
mod opened_doors;
mod poller;
mod remember_switch;
mod view;

pub(crate) use history::intercept_popstate;
pub(crate) use live_doors::LiveDoors;
pub(super) use open_door::OpenDoor;
pub(super) use opened_doors::{OpenedDoors, remember_opened};
pub(super) use remember_switch::RememberSwitch;
pub(crate) use view::Scene;
