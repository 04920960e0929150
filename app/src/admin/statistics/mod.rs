//! `/admin/statistik`: how often texts and doors were read, and the same numbers as a file.

mod file;
mod handlers;
mod period;
mod query;
mod views;

pub use file::{StatisticsFile, statistics_file};
pub(super) use handlers::page;
