//! What an import looks like, a file for each thing on its page.

mod choices;
mod files;
mod pages;
mod report;
mod running;

pub(super) use pages::{ended, failed, receiving, start, tried};
pub(super) use running::running;
