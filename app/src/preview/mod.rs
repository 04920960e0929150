//! Previews: the real site as it will be, for staff, and for somebody outside who was given a link to one text.
//!
//! A [`Preview`] is a copy of the database in which the drafts are in, with a clock that stands at the chosen moment.
//! The real pages are rendered over it, so the public site knows nothing of previews: its own state never sees the
//! copy. `address` says where previews are, [`review_links`] keeps the links that are given away.

mod address;
mod planned;
mod prepare;
pub mod review_links;
mod store;

pub use address::Address;
pub use planned::{Door, Plan, plan_of_edition, plan_of_text};
pub use prepare::{Preview, Shown};
