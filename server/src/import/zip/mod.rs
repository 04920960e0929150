//! Zip files with what can be imported: people download folders as zips. `contents` judges what one holds before anything is
//! unpacked; [`Unpacked`] is the folder that it becomes for the length of an import.

mod contents;
#[cfg(test)]
mod tests;
mod unpacked;

pub(super) use contents::Contents;
pub(super) use unpacked::{UnpackError, Unpacked};

use crate::archive::Limits;

/// What a zip file with texts and pictures may ask for.
pub(super) const LIMITS: Limits =
    Limits { entries: 10_000, entry_bytes: 500 << 20, total_bytes: 4 << 30, ratio: 200 };
