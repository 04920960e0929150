//! What the pages of documents look like.

mod detail;
mod list;
mod send;

pub(super) use self::detail::{ShownDocument, detail};
pub(super) use self::list::{Shown, list};
