//! Posts: the owner of the table `posts` and of everything that staff do with it. Tags, revisions, drafts and the
//! addresses that posts once had belong to it, too.
//!
//! - [`PostContent`] is what a writer decides, and the one description of its fields. A form sends it as [`PostForm`];
//!   [`PreparedContent`] is checked and rendered, ready to be written.
//! - [`EditablePost`] is a post with its newest revision, as staff work on it.
//! - An [`Act`] is one transaction in which one of the staff does something with posts, in as many steps as it takes:
//!   [`autosave`], [`save`], [`publish`], [`hang`], [`trash`] and [`tags::tagging`] are steps. A refusal is a
//!   [`PostError`]: the act is dropped, and neither posts and doors nor the audit log have changed.
//! - A [rendition] is a post in plain words or in another language: a post of its own, which follows its original.
//! - All SQL is in [`store`] and in `tags/store.rs`. What readers see is read by `blog`, `calendar`, `voices` and
//!   `search`, which ask for it by `public_at!` (`db/publicity.rs`). `admin` only shows posts and calls the functions here.
//!
//! A text comes to readers in three steps. While it is typed it is autosaved as the writer's own draft (table `drafts`).
//! Saved, it becomes a revision (`revisions`); as long as readers do not have the post, `posts` gets the content at once.
//! Published, the content is written to `posts`, where readers get it from at the time that triggers compute as
//! `public_from`, and until consent ends, if it tells of somebody (`public_until`).

mod form;

#[cfg(feature = "ssr")]
mod act;
#[cfg(feature = "ssr")]
mod alt_mode;
#[cfg(feature = "ssr")]
pub(crate) mod attach;
#[cfg(feature = "ssr")]
pub mod autosave;
#[cfg(feature = "ssr")]
pub(crate) mod blank;
#[cfg(feature = "ssr")]
pub mod checks;
#[cfg(feature = "ssr")]
pub(crate) mod consent;
#[cfg(feature = "ssr")]
mod content;
#[cfg(feature = "ssr")]
pub(crate) mod copy;
#[cfg(feature = "ssr")]
pub mod create;
#[cfg(feature = "ssr")]
pub mod diff;
#[cfg(feature = "ssr")]
mod editable;
#[cfg(feature = "ssr")]
pub(crate) mod erase;
#[cfg(feature = "ssr")]
mod error;
#[cfg(feature = "ssr")]
pub(crate) mod exported;
#[cfg(feature = "ssr")]
mod guldkorn_form;
#[cfg(feature = "ssr")]
pub mod hang;
#[cfg(feature = "ssr")]
pub(crate) mod imported;
#[cfg(feature = "ssr")]
mod kind;
#[cfg(feature = "ssr")]
pub(crate) mod list;
#[cfg(feature = "ssr")]
mod prepared;
#[cfg(feature = "ssr")]
mod presence;
#[cfg(feature = "ssr")]
pub mod publish;
#[cfg(feature = "ssr")]
pub mod rearrange;
#[cfg(feature = "ssr")]
pub(crate) mod recording;
#[cfg(feature = "ssr")]
mod redirects;
#[cfg(feature = "ssr")]
pub mod rendition;
#[cfg(feature = "ssr")]
mod retention;
#[cfg(feature = "ssr")]
pub mod save;
#[cfg(feature = "ssr")]
mod slug;
#[cfg(feature = "ssr")]
pub(crate) mod stand_in;
#[cfg(feature = "ssr")]
mod status;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(feature = "ssr")]
pub mod tags;
#[cfg(test)]
#[cfg(feature = "ssr")]
pub(crate) mod testing;
#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests;
#[cfg(feature = "ssr")]
mod titles;
#[cfg(feature = "ssr")]
pub mod trash;

pub use crate::ids::{DraftVersion, PostId, Revision, TagId};
pub use form::{DoorForm, PostForm};

#[cfg(feature = "ssr")]
pub use crate::language::Language;
#[cfg(feature = "ssr")]
pub(crate) use retention::declared;
#[cfg(feature = "ssr")]
pub use {
    act::Act,
    alt_mode::AltMode,
    content::PostContent,
    editable::{DoorRef, EditablePost, NewestDraft},
    error::PostError,
    guldkorn_form::GuldkornForm,
    kind::PostKind,
    prepared::PreparedContent,
    presence::Presence,
    rendition::{OriginalRef, RenditionKind},
    slug::{choose_by_slug, is_slug, slug_of},
    status::{PostState, PostStatus},
};
#[cfg(feature = "ssr")]
pub(crate) use {
    presence::{OpenEditor, Place},
    redirects::{Redirect, redirect_of},
};
