//! The server over HTTP, and the binary as somebody at a terminal meets it.
//!
//! Most tests send requests to the router without a network, with a clock that stands where the test puts it.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod addresses;
mod browser;
mod checks;
mod command_line;
mod connections;
mod demo_site;
mod desk;
mod editions;
mod errors;
mod freshness;
mod functions;
mod guard_matrix;
mod guards;
mod headers;
mod hostile;
#[path = "../hostile/texts.rs"]
mod hostile_texts;
mod journal;
mod leaks;
mod leave;
mod letters;
mod lists;
mod machines;
mod openings;
mod people;
mod pictures;
mod post_office;
mod previews;
mod program;
mod protection;
mod reading;
mod safety;
mod schedule;
mod search;
mod settings;
mod static_files;
mod tags;
mod test_app;
mod uploads;
