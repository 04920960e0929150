//! What an export holds, and what made it.

use serde::{Deserialize, Serialize};

use super::Instant;

/// The version of the form that this program writes, and the newest that it reads. It grows when an older program could
/// not read an export rightly.
pub const FORMAT: u32 = 3;

/// What an export holds, and what made it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Version of the form: [`FORMAT`].
    pub format: u32,
    /// Version of the program that wrote it.
    pub program: String,
    /// When it was written: all that two exports of one site differ in.
    pub made_at: Instant,
    /// The site that it was made of.
    pub site: SiteName,
    /// How much of each there is.
    pub counts: Counts,
    /// Every file in the zip file but this one, in the order of their paths.
    pub files: Vec<FileEntry>,
    /// Paths of files of pictures, documents and recordings that the site should have had, and had not.
    pub missing: Vec<String>,
}

/// What every later form has as well, by which a program tells that it is too old.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ManifestHead {
    /// Version of the form.
    pub format: u32,
    /// Version of the program that wrote it.
    pub program: String,
}

/// The site that an export was made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SiteName {
    /// The site's name.
    pub name: String,
    /// Its address, such as `https://www.example.se`; empty when its owner has not set it.
    pub address: String,
}

/// How many lines each list of an export has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counts {
    /// Posts of every kind and state.
    pub posts: u64,
    /// Tags, also those that no post has.
    pub tags: u64,
    /// Editions of the calendar.
    pub editions: u64,
    /// Pictures that are not in the trash, or that something shows all the same.
    pub pictures: u64,
    /// Documents.
    pub documents: u64,
    /// Recordings of the posts. Exports from before there were any do not count them, and have no list of them.
    #[serde(default)]
    pub recordings: u64,
    /// Addresses of a site that was left, which lead on.
    pub redirects: u64,
    /// Addresses of posts that were deleted.
    pub gone: u64,
}

/// A file of an export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileEntry {
    /// Its name in the zip file.
    pub path: String,
    /// Its size, unpacked.
    pub bytes: u64,
    /// SHA-256 of it, in lower-case hexadecimal digits.
    pub sha256: String,
}
