//! Comments on texts, and who has read them: what staff and invited outsiders say before a text is published.
//!
//! `passages` has a text in paragraphs, and `mapping` follows the words that a comment is about from revision to revision,
//! without a database. `follow` does so at each save of the editor; a page that finds comments behind does it for itself, so
//! that no way of saving can forget them. `threads` is what a text's page shows, `write` and `change` what somebody does with
//! comments, `reading` who was asked and who has read, `concerns` what waits for somebody, `outside` the comments that come
//! by a review link. `letters` tell people, and remind once whoever was asked to read a text and has not answered for days.
//!
//! Nothing here is ever asked for by a reader's page, and nothing here keeps a text from being saved or published.

mod change;
mod comment;
mod concerns;
mod error;
mod follow;
mod letters;
mod mapping;
pub mod outside;
mod passages;
mod reading;
mod retention;
mod store;
#[cfg(test)]
mod tests;
mod threads;
mod write;

pub(crate) use change::{Change, change};
pub(crate) use comment::{Author, Comment, LONGEST};
pub(crate) use concerns::{Concern, Why, concerns};
pub(crate) use error::CommentError;
pub(crate) use follow::follow;
pub(crate) use letters::notify;
pub(crate) use mapping::AnchorState;
pub(crate) use passages::{PassageKind, Place};
pub(crate) use reading::{
    LONGEST_NOTE, LONGEST_REASON, Read, Reading, ReadingState, Request, ask, cancel, give, is_saved,
    since_reading, waiting,
};
pub(crate) use retention::{declared, delete_old};
pub(crate) use store::readings::{ReadBy, read_by};
pub(crate) use store::reminders::Waiting;
pub(crate) use threads::{Commented, Thread, open_threads, threads};
pub(crate) use write::{NewComment, write};
