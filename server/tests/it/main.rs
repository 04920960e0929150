//! The server over HTTP, and the binary on the command line.
//!
//! Most tests send requests to the router without a network, with a fixed clock.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod addresses;
mod audit_log;
mod browser;
mod checks;
mod command_line;
mod connections;
mod demo_site;
mod editions;
mod editor;
mod editor_refusals;
mod errors;
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
mod leaks;
mod mail_server;
mod mails;
mod openings;
mod pictures;
mod post_lists;
mod prerendered;
mod presence;
mod preview_frame;
mod program;
mod protection;
mod quick_exit;
mod safety;
mod schedule;
mod search;
mod settings;
mod staff_accounts;
mod static_files;
mod syndication;
mod tags;
mod test_app;
mod uploads;
