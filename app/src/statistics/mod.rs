//! How often each text was read, by day: sums of nobody in particular.
//!
//! A page that shows a text says so while it is rendered (`shown`). The server counts each reading of it in memory
//! (`counter`; what a reading is stands in `server/src/readings.rs`), and every few minutes the sums are written (`write`).
//! Nothing under five is shown, and nothing from which a number under five could be worked out: `store` says how, and why
//! `docs/decisions/0040-what-is-counted-is-sums.md`.

mod bars;
mod counter;
mod days;
mod retention;
mod shown;
pub mod store;
#[cfg(test)]
mod tests;
pub(crate) mod views;
mod write;

pub(crate) use bars::{Bar, bars};
pub use counter::{ReadCounter, ReadCounts};
pub use days::day_of;
pub(crate) use days::{first_open_day, next_shown_at};
pub(crate) use retention::{YEARS, declared, delete_old};
pub use shown::ShownText;
pub(crate) use shown::set_shown_text;
pub use write::{PERIOD, run, write};

/// The least number that is shown, or of which anything shown is made.
pub const LEAST: i64 = 5;
