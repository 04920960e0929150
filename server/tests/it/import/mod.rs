//! `guldkorn import` as somebody at a terminal meets it, on the cases of `tests/cases/import`.

mod csv;
mod ghost;
mod hostile;
mod imported_site;
mod markdown;
mod running;
mod wordpress;
pub(crate) mod zipped;
