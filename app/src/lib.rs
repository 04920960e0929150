//! The product: every rule, page, server function and query of Guldkorn.
//!
//! The same components are rendered by the server (feature `ssr`) and taken over in the browser
//! (feature `hydrate`). A domain folder holds its rules and types, its server functions (`api`), its SQL
//! (`store`, server only) and its pages. Pages call server functions; server functions ask the guard who
//! may, and call stores; rules know nothing but types.

#![recursion_limit = "512"]

pub mod admin;
pub mod app;
pub mod calendar;
pub mod error;
pub mod media;
pub mod page_payload;
pub mod paths;
pub mod posts;
pub mod prerendered;
mod row_id;
pub mod safety;
pub mod search;
pub mod site;
pub mod staff;
pub mod time;
pub mod ui;

#[cfg(feature = "ssr")]
pub mod audit_log;
#[cfg(feature = "ssr")]
pub mod blog;
#[cfg(feature = "ssr")]
pub mod cache;
#[cfg(feature = "ssr")]
pub mod db;
#[cfg(feature = "ssr")]
pub mod mail;
#[cfg(feature = "ssr")]
pub mod maintenance;
#[cfg(feature = "ssr")]
pub mod markdown;
#[cfg(feature = "ssr")]
pub mod page_metadata;
#[cfg(feature = "ssr")]
pub mod preview;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(feature = "ssr")]
pub mod state;
#[cfg(feature = "ssr")]
pub mod text_input;
#[cfg(feature = "ssr")]
pub mod voices;
