//! Exports: all content of a site in one zip file, in the open, for this program and for any other.
//!
//! `model` is the published form, version [`FORMAT`], described for everybody in `docs/export/guldkorn-export.schema.json`;
//! `layout` names the files of the zip file, `store` reads them from the database. `guldkorn export` (`server/src/export`) writes them, `guldkorn import` reads
//! them. JSON is complete and is what is read back; the Markdown files beside it are for people and other programs.
//!
//! How things refer to each other:
//!
//! - A post and an edition are known by their `uid`, which stays through export and import; a picture and a document by
//!   their `id`, which also stands in their addresses within texts, `/media/{id}/…` and `/dokument/{id}/…`. So a text is
//!   the same on every site that has it.
//! - A recording names its post by `uid`: [`Recording::post`].
//! - A door names its post by `uid`: [`Door::post`]. A post does not name its door.
//! - A post names its tags by their names, in its writer's order. [`Tag::name`] is unique within an export; the tag's
//!   address is [`Tag::slug`].
//! - A former address is told by what had it: [`Post::former_slugs`], [`Edition::former_slugs`], [`Tag::former_slugs`].
//!   Addresses of a site that was left are [`Redirect`]s, those of posts that were deleted [`GoneSlug`]s.
//! - Settings name pictures by their `id`.
//! - Every file but the [`Manifest`] is listed in it with its SHA-256. Files that should have been there stand under
//!   [`Manifest::missing`].
//!
//! What follows from other fields is not in it: HTML, openings of doors, smaller cuts and colours of pictures, the search
//! index.

pub mod layout;
mod model;
pub mod store;

pub use model::*;
