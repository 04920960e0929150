//! Imports: content of another site or a folder becomes posts, as often as its file is read.
//!
//! - A format is a [`Reader`] (in the server's room of the same name): a first pass tells what there is
//!   ([`IndexEntry`]), a second one yields whole [`Item`]s, one at a time.
//! - Between the passes `plan` decides under which address each item comes to lie. [`Links`] knows the answer, so that links
//!   between items lead on whatever their order, and [`References`] is that knowledge for one item. What converts HTML or
//!   Markdown asks a [`Resolver`], and so does not care where its text comes from.
//! - `apply` writes an item through `posts`, in a transaction of its own; `store` remembers which post it became. A post that
//!   somebody has edited here is never overwritten.
//! - What could not come along is a [`Finding`]; the [`Report`] groups findings by [`Cause`].
//! - `redirects` leads on from old addresses, those of items and those of a table that somebody gives
//!   ([`import_redirects`]).
//!
//! Nothing is fetched from the net. Only what was plainly public becomes public.

mod address;
mod apply;
mod content_hash;
mod dates;
mod document;
mod documents;
mod edits;
mod finding;
mod item;
mod links;
mod media_folder;
mod picture;
mod pictures;
mod plan;
mod post_content;
mod progress;
mod reader;
mod redirect_faults;
mod redirect_table;
mod redirects;
mod report;
mod report_summary;
mod report_text;
mod rewrite;
mod run;
mod status;
mod store;
#[cfg(test)]
mod tests;

pub use address::OldAddress;
pub use apply::visible_characters;
pub use dates::{ItemDates, SourceDate};
pub use document::{DocumentList, ItemDocument};
pub use edits::escaped;
pub use finding::{Cause, Finding, Findings, Group, Weight};
pub use item::{DraftReason, IndexEntry, Item, ItemStatus};
pub use links::{Link, Links, References, Resolver};
pub use media_folder::{Match, MediaFolder};
pub use picture::{ItemPicture, PictureFile, PictureList};
pub use progress::Progress;
pub use reader::{ReadError, Reader, Source, Yield};
pub use redirect_faults::{RedirectFaults, delete_redirects, redirect_faults};
pub use redirect_table::{TableRow, import_redirects};
pub(crate) use redirects::{Target, add as add_redirect};
pub use redirects::{redirect_from, redirect_from_query};
pub use report::{Counts, Outcome, Report};
pub(crate) use report_summary::{ReportSummary, SummaryGroup, SummarySection};
pub use rewrite::{Change, Part, code_ranges, rewrite, visible_in_markdown};
pub use run::{ImportError, Options, run};
pub use store::old_addresses;
pub(crate) use store::{Known, add_erased, known, remember, stored as stored_redirect};
