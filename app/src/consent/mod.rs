//! The consent ledger: of whom a text tells, and whether and where it may be shown.
//!
//! A text is under the ledger's rule once it has an entry. Whether readers see it is decided by the view `publicity`
//! (`migrations/0060_consent.sql`) from the entry's state, scope and end; [`ConsentStatus`] says the same in words. Who the
//! person is stays apart from the text: a [`Person`] is [sealed](seal) with a key that lies beside the database, and editors
//! alone get it, and so is the [`Paper`] that the person has signed. Entries are written by `posts::consent`, in the transaction that takes the text from its readers.

mod entry;
mod form;
mod key;
mod paper;
mod person;
mod retention;
mod same_person;
mod sealed;
mod status;
pub mod store;

pub(crate) use entry::near_last_day;
pub(crate) use retention::declared;
pub use {
    entry::{Consent, GivenHow, Scope},
    form::{ConsentForm, LONGEST_NOTES, LONGEST_WHO, TypedConsent},
    key::{KEY_FILE, Keys},
    paper::{MOST_PAPER_BYTES, Paper, PaperError, PaperFormat},
    person::Person,
    same_person::Identity,
    sealed::{SealError, open, seal},
    status::{ConsentState, ConsentStatus},
};
