//! Exports of this program: verified as a whole, and then taken back by `app::take_back`.

mod command;
mod error;
mod verified;

pub use command::TakeBackError;
pub(super) use command::take_back;
pub use error::ExportFileError;
pub(super) use verified::VerifiedExport;
