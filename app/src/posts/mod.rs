//! Writing: what staff do with texts before and after readers see them.
//!
//! A [`PostContent`] is what somebody writes. While the writing goes on it is kept as the writer's own draft
//! ([`keep`]); saved, it becomes a version ([`save`]); published, it is put into `posts`, where readers get it from
//! ([`publish`]). Whatever is done goes into the journal, in the same transaction.

mod form;

#[cfg(feature = "ssr")]
pub mod autosave;
#[cfg(feature = "ssr")]
pub mod checks;
#[cfg(feature = "ssr")]
mod content;
#[cfg(feature = "ssr")]
pub mod create;
#[cfg(feature = "ssr")]
pub mod diff;
#[cfg(feature = "ssr")]
mod editable;
#[cfg(feature = "ssr")]
mod error;
#[cfg(feature = "ssr")]
mod guldkorn_form;
#[cfg(feature = "ssr")]
pub mod hang;
#[cfg(feature = "ssr")]
mod kind;
#[cfg(feature = "ssr")]
mod presence;
#[cfg(feature = "ssr")]
pub mod publish;
#[cfg(feature = "ssr")]
mod redirects;
#[cfg(feature = "ssr")]
pub mod save;
#[cfg(feature = "ssr")]
mod slug;
#[cfg(feature = "ssr")]
mod status;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(feature = "ssr")]
pub mod tags;
#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests;
#[cfg(feature = "ssr")]
pub mod trash;

pub use crate::ids::{DraftVersion, PostId, Revision, TagId};
pub use form::{DoorForm, PostForm};

#[cfg(feature = "ssr")]
pub use {
    content::PostContent,
    editable::{DoorRef, EditablePost},
    error::PostError,
    guldkorn_form::GuldkornForm,
    kind::PostKind,
    presence::Presence,
    slug::{is_slug, slug_of},
    status::PostStatus,
};
#[cfg(feature = "ssr")]
pub(crate) use {
    presence::OpenEditor,
    redirects::{Redirect, redirect_of},
};
