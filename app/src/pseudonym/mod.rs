//! Another name for a person in everything that a text shows: its words and address, the words of its pictures, the titles
//! and names of its documents.
//!
//! `spelling` knows the forms that a name is written in, `hit` finds them in words, `subject` gathers the places, `occurrence`
//! finds the name there, and `exchange` writes what somebody has chosen among them, in one transaction.

mod error;
mod exchange;
mod hit;
mod occurrence;
mod spelling;
mod subject;

pub(crate) use error::PseudonymError;
pub(crate) use exchange::{Chosen, exchange};
pub(crate) use occurrence::{Occurrence, occurrences};
pub(crate) use spelling::{LONGEST_NAME, Names};
pub(crate) use subject::{DocumentField, PictureField, Place, Subject};
