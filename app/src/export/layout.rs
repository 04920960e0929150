//! The files of an export.
//!
//! Lists are JSON Lines, one object a line, in an order that does not change: by `uid`, `id`, `slug` or `path`.

use super::{DocumentId, PictureId, RecordingId};

/// What is in the file, in Swedish, for a person.
pub const README: &str = "LASMIG.txt";
/// The [`Manifest`](super::Manifest). It is written last, and known by its `format`.
pub const MANIFEST: &str = "guldkorn-export.json";
/// The JSON Schema of all JSON in the file.
pub const SCHEMA: &str = "guldkorn-export.schema.json";
/// The [`Settings`](super::Settings): one JSON object.
pub const SETTINGS: &str = "data/settings.json";
/// [`Tag`](super::Tag)s.
pub const TAGS: &str = "data/tags.jsonl";
/// [`Picture`](super::Picture)s.
pub const PICTURES: &str = "data/pictures.jsonl";
/// [`Document`](super::Document)s.
pub const DOCUMENTS: &str = "data/documents.jsonl";
/// [`Recording`](super::Recording)s.
pub const RECORDINGS: &str = "data/recordings.jsonl";
/// [`Post`](super::Post)s.
pub const POSTS: &str = "data/posts.jsonl";
/// [`Edition`](super::Edition)s with their doors.
pub const EDITIONS: &str = "data/editions.jsonl";
/// [`Redirect`](super::Redirect)s.
pub const REDIRECTS: &str = "data/redirects.jsonl";
/// [`GoneSlug`](super::GoneSlug)s.
pub const GONE: &str = "data/gone.jsonl";
/// Folder of the Markdown files. Nothing in it is read back.
pub const MARKDOWN: &str = "markdown/";

/// Returns the path of a picture's file, which is also its address on the site.
pub fn picture_file(id: PictureId, name: &str) -> String {
    format!("media/{id}/{name}")
}

/// Returns the path of a document's file, named so that every system can unpack it. Its real name is in its
/// [`Document`](super::Document).
pub fn document_file(id: DocumentId, format: &str) -> String {
    format!("dokument/{id}/dokument.{format}")
}

/// Returns the path of a recording's file, which is also its address on the site.
pub fn recording_file(id: RecordingId, format: &str) -> String {
    format!("ljud/{id}/inspelning.{format}")
}
