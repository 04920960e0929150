//! The calendar: editions, their doors, and the moment one opens.
//!
//! A door is a number, a state and the time it opens. What hangs behind it does not leave the server before.

mod api;
mod card;
mod door;
mod pages;
mod scene;
mod types;

#[cfg(feature = "ssr")]
mod describe;
#[cfg(feature = "ssr")]
mod edition;
#[cfg(feature = "ssr")]
mod opening;
#[cfg(feature = "ssr")]
mod order;
#[cfg(feature = "ssr")]
mod season;
#[cfg(feature = "ssr")]
pub mod store;

pub(crate) use card::QuoteView;
pub use door::DoorState;
pub use pages::{CurrentEditionPage, DoorPage, EditionPage};
pub use scene::StartScene;
pub use types::{EditionLink, EditionView, Nugget, NuggetForm, SceneKind};

#[cfg(feature = "ssr")]
pub use edition::{DoorOrder, Edition, EditionState, NewEdition};
#[cfg(feature = "ssr")]
pub use opening::{Schedule, ScheduleError};
#[cfg(feature = "ssr")]
pub use season::{Season, season};
#[cfg(feature = "ssr")]
pub(crate) use api::{nugget_of, view_of};
#[cfg(feature = "ssr")]
pub(crate) use describe::link_to;
