//! What staff do with the subjects of texts: name, rename, merge, delete, and take that back.

mod change;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use change::{Deleted, Refusal, add, change, delete, merge, restore};
pub use store::former_address;
pub(crate) use store::{Subject, all};
