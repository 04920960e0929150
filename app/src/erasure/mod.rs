//! Erasing: a story that its person takes back goes for good, wherever the site holds something of it.
//!
//! `erase` is one transaction. Rows that belong to a text go with it by foreign keys; its addresses become hashes
//! (`posts::erase`); `store` takes out what other rooms hold; pictures and documents that nothing else uses go, too. What cannot be
//! in a transaction comes after it, and again by itself until it is done: the files, and `overwrite`, after which nothing of it
//! is left in the bytes of the database. `pending` keeps a story hidden for an hour first, if the person wants to be able to think
//! again. `spread` tells, before anything is done, what goes, what stays because others use it, and who links to it.
//!
//! What is kept is that on a day so many texts were erased (`Erasure`); nothing of the story, and nothing of the person
//! (`docs/decisions/0041-a-story-is-erased-not-hidden.md`).

mod act;
mod files;
mod leftovers;
mod list;
mod memory;
mod overwrite;
pub(crate) mod pending;
mod spread;
pub(crate) mod store;
#[cfg(test)]
mod tests;

pub(crate) use act::erase;
pub(crate) use leftovers::{Leftovers, leftovers};
pub use list::{LIST_FILE, reconcile};
pub use memory::Forgetting;
pub use overwrite::overwrite;
pub use pending::{erase_due, run};
pub(crate) use spread::{Related, Spread, related, spread};
pub(crate) use store::Erasure;

/// The id of a picture or of a document: in a text the two look alike.
type AnyId = crate::media::PictureId;
