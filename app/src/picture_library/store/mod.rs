//! The library's SQL: its rows (`pictures`), what uses them (`uses`, `settings`), one in another's place (`exchange`).

pub(super) mod exchange;
pub(crate) mod pictures;
mod settings;
pub(crate) mod uses;

pub use settings::missing_in_settings;
pub use uses::all;
