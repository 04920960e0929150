//! Moving in: content from elsewhere becomes posts, as often as its file is read.
//!
//! - A format is a [`Reader`] (in the server's room of the same name): a first pass tells what there is
//!   ([`IndexEntry`]), a second one yields whole [`Item`]s, one at a time.
//! - Between the passes it is decided under which address each item comes to lie. [`Links`] knows the answer, so that links
//!   between items lead on whatever their order, and [`References`] is that knowledge for one item. What converts HTML or
//!   Markdown asks a [`Resolver`], and so does not care where its text comes from.
//! - What could not come along is a [`Finding`]; findings are grouped by [`Cause`].
//!
//! Nothing is fetched from the net. Only what was plainly public becomes public.

mod address;
mod dates;
mod finding;
mod item;
mod links;
mod media_folder;
mod picture;
mod reader;

pub use address::OldAddress;
pub use dates::{ItemDates, SourceDate};
pub use finding::{Cause, Finding, Findings, Group, Weight};
pub use item::{DraftReason, IndexEntry, Item, ItemStatus};
pub use links::{Link, Links, References, Resolver};
pub use media_folder::{Match, MediaFolder};
pub use picture::{ItemPicture, PictureFile, PictureList};
pub use reader::{ReadError, Reader, Source, Yield};
