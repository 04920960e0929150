//! The product: every rule, page, server function and query of Guldkorn.
//!
//! The same components are rendered by the server (feature `ssr`) and taken over in the browser
//! (feature `hydrate`). A domain folder holds its rules and types, its server functions (`api`), its SQL
//! (`store`, server only) and its pages. `ARCHITECTURE.md` lists the rooms from the lowest to the highest: each imports
//! only from those below it, which `tests/direction.rs` proves.

#![recursion_limit = "512"]

pub mod admin;
#[cfg(not(feature = "ssr"))]
mod browser;
pub mod calendar;
pub mod error;
pub mod field_errors;
pub mod ids;
pub mod media;
#[cfg(not(feature = "ssr"))]
pub mod navigation;
pub mod page_payload;
pub mod paths;
pub mod posts;
pub mod safety;
pub mod search;
pub mod staff;
pub mod time;
pub mod ui;

#[cfg(feature = "ssr")]
pub mod audit_log;
#[cfg(feature = "ssr")]
pub mod backups;
#[cfg(feature = "ssr")]
pub mod blog;
#[cfg(feature = "ssr")]
mod board;
#[cfg(feature = "ssr")]
pub mod cache;
#[cfg(feature = "ssr")]
pub mod comments;
#[cfg(feature = "ssr")]
pub mod consent;
#[cfg(feature = "ssr")]
pub mod db;
#[cfg(feature = "ssr")]
pub mod documents;
#[cfg(feature = "ssr")]
pub mod embed;
#[cfg(feature = "ssr")]
pub mod erasure;
#[cfg(feature = "ssr")]
pub mod export;
#[cfg(feature = "ssr")]
pub mod feedback;
#[cfg(feature = "ssr")]
pub(crate) mod first_hour;
#[cfg(feature = "ssr")]
pub mod foresight;
#[cfg(feature = "ssr")]
pub mod import;
#[cfg(feature = "ssr")]
pub mod language;
#[cfg(feature = "ssr")]
pub mod layout;
#[cfg(feature = "ssr")]
pub mod mail;
#[cfg(feature = "ssr")]
pub mod maintenance;
#[cfg(feature = "ssr")]
pub mod markdown;
#[cfg(feature = "ssr")]
pub mod moving_in;
#[cfg(feature = "ssr")]
mod next_change;
#[cfg(feature = "ssr")]
pub mod page_metadata;
#[cfg(feature = "ssr")]
pub mod picture_library;
#[cfg(feature = "ssr")]
mod plain_page;
#[cfg(feature = "ssr")]
pub mod prerendered;
#[cfg(feature = "ssr")]
pub mod preview;
#[cfg(feature = "ssr")]
mod privacy;
#[cfg(feature = "ssr")]
mod pseudonym;
#[cfg(feature = "ssr")]
pub mod recordings;
#[cfg(feature = "ssr")]
pub mod reserves;
#[cfg(feature = "ssr")]
mod retention;
#[cfg(feature = "ssr")]
pub mod search_index;
#[cfg(feature = "ssr")]
pub mod shared_caches;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(feature = "ssr")]
pub mod site;
#[cfg(feature = "ssr")]
pub mod start_page;
#[cfg(feature = "ssr")]
pub mod state;
#[cfg(feature = "ssr")]
mod statement;
#[cfg(feature = "ssr")]
pub mod statistics;
#[cfg(feature = "ssr")]
pub mod take_back;
#[cfg(feature = "ssr")]
pub mod temporary_file;
#[cfg(feature = "ssr")]
pub mod text_input;
#[cfg(feature = "ssr")]
pub mod unpublished;
#[cfg(feature = "ssr")]
pub mod voices;
