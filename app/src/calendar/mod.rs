//! The calendar: editions, their doors, and the moment one opens.
//!
//! A door is a number, a state and the time it opens. What hangs behind it does not leave the server before.

mod api;
mod door;
mod form;
mod neighbours;
mod pages;
mod scene;
mod types;

#[cfg(feature = "ssr")]
mod card;
#[cfg(feature = "ssr")]
mod current;
#[cfg(feature = "ssr")]
mod describe;
#[cfg(feature = "ssr")]
pub(crate) mod editing;
#[cfg(feature = "ssr")]
mod edition;
#[cfg(feature = "ssr")]
mod guldkorn;
#[cfg(feature = "ssr")]
mod opening;
#[cfg(feature = "ssr")]
mod order;
#[cfg(feature = "ssr")]
mod public;
#[cfg(feature = "ssr")]
mod season;
#[cfg(feature = "ssr")]
pub mod store;

pub use crate::ids::{EditionId, EditionVersion};
pub use door::DoorState;
pub use form::EditionForm;
pub use pages::{DoorPage, EditionPage};
pub(crate) use scene::{Scene, follow, hear_walks};
pub use types::{EditionLink, EditionView, SceneKind};

#[cfg(feature = "ssr")]
pub(crate) use {
    card::QuoteView,
    current::{current_edition, no_edition_page},
    describe::link_to,
    public::view_of,
};
#[cfg(feature = "ssr")]
pub use {
    editing::redirect_from,
    edition::{DoorOrder, Edition, EditionState, NewEdition},
    guldkorn::Guldkorn,
    opening::{Schedule, ScheduleError},
    season::{Season, season, season_edges},
};
