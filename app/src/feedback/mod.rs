//! Messages of the public about accessibility: an anonymous form, and the answer by a receipt number.
//!
//! Nothing is stored on the sender's device and nothing about where a message comes from. `form` has what may be sent,
//! `stamp` and `limits` hold floods back, `send` stores a message, `receipt` is the number by which `lookup` finds its
//! answer, `handover` brings that number to the page after the form. `answers` is what staff do, `letters` tells them and
//! the sender.

mod answers;
mod form;
mod handover;
mod letters;
mod limits;
mod lookup;
mod message;
mod pages;
mod receipt;
mod retention;
mod send;
mod stamp;
mod store;

pub(crate) use answers::{Answered, answer, close, delete, message, reopen, restore};
pub(crate) use letters::{notify, tell_sender};
pub use lookup::{Lookup, look_up};
pub(crate) use message::{FeedbackStatus, Message};
pub(crate) use pages::{answer_page, form_page, receipt_page};
pub(crate) use retention::{MONTHS, declared, delete_old};
pub use send::{Outcome, send};
pub(crate) use store::{Counts, counts, list};
