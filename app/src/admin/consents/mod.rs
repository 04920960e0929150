//! `/admin/samtycken` and `/admin/inlagg/{id}/samtycke`: the consent ledger, and its entry of one text. The rules are in
//! `consent` and `posts::consent`; who a text tells of is shown to editors alone.

mod api;
mod erase;
mod handlers;
mod paper;
mod person;
mod views;
mod words;

pub(super) use erase::{confirm, receipt};
pub(super) use handlers::{entry, list};
pub use paper::{consent_paper, receive_consent_paper};
pub(super) use words::in_words;
