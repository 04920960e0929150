//! Writing: what staff do with texts before and after readers see them.
//!
//! A [`Manuscript`] is what somebody writes. While the writing goes on it is kept as the writer's own draft
//! ([`keep`]); saved, it becomes a version ([`save`]); published, it is put into `posts`, where readers get it from
//! ([`publish`]). Whatever is done goes into the journal, in the same transaction.

mod typed;

#[cfg(feature = "ssr")]
pub mod begin;
#[cfg(feature = "ssr")]
pub mod difference;
#[cfg(feature = "ssr")]
pub mod hang;
#[cfg(feature = "ssr")]
pub mod keep;
#[cfg(feature = "ssr")]
mod manuscript;
#[cfg(feature = "ssr")]
mod presence;
#[cfg(feature = "ssr")]
pub mod publish;
#[cfg(feature = "ssr")]
mod refusal;
#[cfg(feature = "ssr")]
pub mod save;
#[cfg(feature = "ssr")]
mod slug;
#[cfg(feature = "ssr")]
mod standing;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(feature = "ssr")]
pub mod tagging;
#[cfg(test)]
#[cfg(feature = "ssr")]
mod tagging_tests;
#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests;
#[cfg(feature = "ssr")]
pub mod trash;
#[cfg(feature = "ssr")]
mod work;

pub use typed::{Typed, TypedDoor};

#[cfg(feature = "ssr")]
pub use {
    manuscript::Manuscript,
    presence::Presence,
    refusal::Refusal,
    slug::{is_slug, slug_of},
    standing::Standing,
    work::{Place, Work},
};
