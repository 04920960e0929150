//! `/admin/kalendrar/{id}/scen`: in which picture an edition's doors are shown, and where they are on a picture of its own.
//!
//! Without script the places are a table of numbers; with it, doors are moved on the picture, which fills in the same table
//! (`frontend/editor/src/scene`). The rules are in `calendar::own_picture`.

mod api;

#[cfg(feature = "ssr")]
mod drawing;
#[cfg(feature = "ssr")]
mod handlers;
#[cfg(feature = "ssr")]
mod load;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod pictures;
#[cfg(feature = "ssr")]
mod places;
#[cfg(feature = "ssr")]
mod query;
#[cfg(feature = "ssr")]
mod table;

#[cfg(feature = "ssr")]
pub(in crate::admin) use load::page;
