//! What doors do in the browser: they light up as their time comes, open over their page, and are remembered.

#[cfg(not(feature = "ssr"))]
mod doors;
#[cfg(not(feature = "ssr"))]
mod history;
#[cfg(not(feature = "ssr"))]
mod open_door;
#[cfg(not(feature = "ssr"))]
mod opened_doors;
mod opened_entry;
#[cfg(not(feature = "ssr"))]
mod page;
#[cfg(not(feature = "ssr"))]
mod poller;

#[cfg(not(feature = "ssr"))]
pub(crate) use page::{enter, handle_popstate, listen};
