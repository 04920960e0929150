//! The binary `guldkorn` as a library, so that tests can send it requests without a network.
//!
//! A request passes the [`router`], the [`middleware`] (one concern a file) and the page cache before it
//! reaches the product in the crate `app`. Around that: the command line, the data folder, the demo site.

mod api;
pub mod archive;
pub mod backup;
pub mod check;
pub mod cli;
mod colours;
pub mod config;
pub mod data_folder;
pub mod demo;
mod documents;
mod drawing;
pub mod error_pages;
pub mod export;
mod failed_form;
mod failure;
mod feedback;
pub mod freeze;
mod front_matter;
mod generated_files;
mod health;
pub mod heic;
mod held_body;
mod idempotency;
pub mod import;
pub mod leak_audit;
mod listener;
pub mod log;
mod media;
pub mod metrics;
pub mod middleware;
mod missing_files;
mod moving_in;
pub mod open_site;
mod other_writers;
mod page_cache;
mod pages;
mod picture_card;
mod presence;
mod preview_frame;
mod qr_code;
mod quick_exit;
mod redirects;
mod render;
pub mod router;
mod scene_style;
pub mod serve;
mod service_manager;
mod shape;
mod shares;
mod shutdown;
pub mod site_files;
mod site_icons;
mod snapshot;
mod social_image;
pub mod staff;
mod start_time;
pub mod starter;
mod static_files;
mod syndication;
mod temporary_folder;
mod uploads;

pub use failure::Failure;
pub use snapshot::SnapshotError;
