//! The calendar: editions, their doors, and when a door opens.
//!
//! A closed door is a number, a state and the time it opens. What hangs behind it does not leave the server before.

mod card;
mod edition_form;
#[cfg(any(test, not(feature = "ssr")))]
mod live;

#[cfg(feature = "ssr")]
mod api;
#[cfg(feature = "ssr")]
mod best_doors;
#[cfg(feature = "ssr")]
mod catch_up;
#[cfg(feature = "ssr")]
mod current;
#[cfg(feature = "ssr")]
mod door_content;
#[cfg(feature = "ssr")]
mod door_order;
#[cfg(feature = "ssr")]
mod door_state;
#[cfg(feature = "ssr")]
mod drawn_picture;
#[cfg(feature = "ssr")]
pub(crate) mod editing;
#[cfg(feature = "ssr")]
mod edition;
#[cfg(feature = "ssr")]
mod edition_view;
#[cfg(feature = "ssr")]
mod facade;
#[cfg(feature = "ssr")]
mod guldkorn;
#[cfg(feature = "ssr")]
mod handlers;
#[cfg(feature = "ssr")]
mod highlight;
#[cfg(feature = "ssr")]
mod latest_door;
#[cfg(feature = "ssr")]
mod light;
#[cfg(feature = "ssr")]
mod moment;
#[cfg(feature = "ssr")]
mod opening_text;
#[cfg(feature = "ssr")]
pub(crate) mod own_picture;
#[cfg(feature = "ssr")]
mod pages;
#[cfg(feature = "ssr")]
mod path_picture;
#[cfg(feature = "ssr")]
mod reads;
#[cfg(feature = "ssr")]
mod reminder;
#[cfg(feature = "ssr")]
mod scene;
#[cfg(feature = "ssr")]
mod scene_kind;
#[cfg(feature = "ssr")]
mod schedule;
#[cfg(feature = "ssr")]
mod season;
#[cfg(feature = "ssr")]
mod season_text;
#[cfg(feature = "ssr")]
mod shuffle;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(feature = "ssr")]
mod todays_door;
#[cfg(feature = "ssr")]
mod town_picture;
#[cfg(feature = "ssr")]
mod types;
#[cfg(feature = "ssr")]
mod views;

pub use crate::ids::{EditionId, EditionVersion};
pub use edition_form::EditionForm;
#[cfg(not(feature = "ssr"))]
pub(crate) use live::{enter, handle_popstate, listen};

#[cfg(feature = "ssr")]
pub use crate::posts::GuldkornForm;
#[cfg(feature = "ssr")]
pub use {
    best_doors::BestDoors,
    door_order::{DoorOrder, ShuffleSeed},
    door_state::DoorState,
    editing::{former_slugs, redirect_from},
    edition::{Edition, EditionState, NewEdition},
    facade::Facade,
    guldkorn::Guldkorn,
    own_picture::{SceneStyle, style_sheet as scene_style_sheet},
    reminder::ReminderTime,
    scene_kind::SceneKind,
    schedule::{Schedule, ScheduleError},
    season::{Season, season, season_edges},
    types::{EditionLink, EditionView},
};
#[cfg(feature = "ssr")]
pub(crate) use {
    catch_up::catch_up_page,
    current::{current_edition_slug, door_to_open, no_edition_page},
    edition_view::link_to,
    handlers::{published_edition, view_of_edition},
    highlight::{Highlight, best_of, guldkorn_of_the_week},
    latest_door::{LatestDoor, latest_door},
    opening_text::{days_left, days_left_text},
    pages::{door_page, edition_page},
    reads::reads_page,
    scene::{DoorArea, Scene, SeasonHead},
    schedule::MAX_DAYS,
    season_text::{SeasonWords, season_words},
    views::{BestDoorsList, GuldkornOfTheWeek, QuoteView, SaveAsPicture},
};
