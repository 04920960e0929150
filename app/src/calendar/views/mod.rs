//! Parts of the calendar's pages whose HTML comes whole from the server.

mod about;
mod closed_door_card;
mod door_card;
mod edition_footer;
mod quote;

pub(super) use about::About;
pub(super) use closed_door_card::ClosedDoorCard;
pub(super) use door_card::DoorCard;
pub(super) use edition_footer::EditionFooter;
pub(crate) use quote::QuoteView;
