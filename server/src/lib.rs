//! The binary `guldkorn` as a library, so that tests can send it requests without a network.
//!
//! A request passes the [`router`], the [`middleware`] (one concern a file) and the page cache before it
//! reaches the product in the crate `app`. Around that: the command line, the data folder, the demo site.

mod accept;
mod api;
mod cache;
pub mod cli;
pub mod config;
pub mod data_folder;
pub mod demo;
mod failure;
mod health;
mod leave;
pub mod log;
mod machines;
mod media;
pub mod middleware;
mod moved;
mod pages;
pub mod plain;
mod previews;
mod render;
pub mod router;
pub mod serve;
mod shutdown;
pub mod site_folder;
pub mod staff;
mod start_time;
mod static_files;
mod uploads;

pub use failure::Failure;
