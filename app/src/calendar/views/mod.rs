//! Parts of the calendar's pages whose HTML comes whole from the server.

mod about;
mod card_head;
mod catch_up;
mod closed_door_card;
mod door_card;
mod door_nav;
mod edition_footer;
mod guldkorn_body;
mod highlights;
mod printed_edition;
mod quote;
mod reads;
mod save_as_picture;
mod season_head;

pub(super) use about::About;
pub(super) use card_head::CardHead;
pub(super) use catch_up::{CatchUp, CatchUpDay, catch_up};
pub(super) use closed_door_card::ClosedDoorCard;
pub(super) use door_card::{DoorCard, OpenCard};
pub(super) use door_nav::{DoorNav, NextDoor};
pub(super) use edition_footer::EditionFooter;
pub(crate) use highlights::{BestDoorsList, GuldkornOfTheWeek};
pub(super) use printed_edition::printed_edition;
pub(crate) use quote::QuoteView;
pub(super) use reads::{Reads, reads};
pub(crate) use save_as_picture::SaveAsPicture;
pub(super) use season_head::{edition_heading, season_head};
