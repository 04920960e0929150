//! The scene: doors in a picture, which light up as their time comes and open over it.

mod dialog;
mod door_area;
mod door_link;
mod history;
mod live_doors;
mod open_door;
mod opened_doors;
mod poller;
mod remember_switch;
mod season_head;
mod view;

pub(crate) use door_area::DoorArea;
pub(super) use door_link::DoorLink;
pub(crate) use history::intercept_popstate;
pub(super) use history::return_to_door;
pub(crate) use open_door::OpenDoor;
pub(super) use opened_doors::remember_opened;
pub(super) use remember_switch::RememberSwitch;
pub(crate) use season_head::SeasonHead;
pub(crate) use view::Scene;
