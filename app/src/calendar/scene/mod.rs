//! The scene: doors in a picture, which light up as their time comes and open over it. What they do in the browser is in
//! `live`, which finds them by their attributes.

mod door_area;
mod door_link;
mod remember_switch;
mod season_head;
mod view;

pub(crate) use door_area::DoorArea;
pub(super) use door_link::DoorLink;
pub(super) use remember_switch::RememberSwitch;
pub(crate) use season_head::SeasonHead;
pub(crate) use view::Scene;
