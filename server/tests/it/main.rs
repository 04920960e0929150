//! The server over HTTP, and the binary on the command line.
//!
//! Most tests send requests to the router without a network, with a fixed clock.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod addresses;
mod audit_log;
mod brand;
mod browser;
mod catch_up;
mod checks;
mod clients;
mod colours;
mod command_line;
mod conditional;
mod connections;
mod data_folder;
mod dead_links;
mod demo_site;
mod documents;
mod door_cards;
mod editions;
mod editor;
mod editor_refusals;
mod errors;
mod feedback;
mod first_hour;
mod freshness;
mod functions;
mod guard_matrix;
mod guards;
mod headers;
mod hostile;
#[path = "../hostile/texts.rs"]
mod hostile_texts;
mod idempotency;
mod language;
mod late_forms;
mod leaks;
mod mail_server;
mod mails;
mod memory;
mod metrics;
mod newest_words;
mod openings;
mod picture_cards;
mod picture_crops;
mod picture_library;
mod pictures;
mod pictures_still;
mod post_lists;
mod prerendered;
mod presence;
mod preview_frame;
mod program;
mod protection;
mod proxy;
mod quick_exit;
mod reader_words;
mod readiness;
mod reading;
mod request_log;
mod restart;
mod safety;
mod schedule;
mod search;
mod season;
mod settings;
mod staff_accounts;
mod static_files;
mod syndication;
mod tags;
mod test_app;
mod text;
mod uploads;
