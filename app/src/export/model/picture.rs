//! Pictures.

use serde::{Deserialize, Serialize};

use super::{Instant, PictureId};

/// A picture of the library that is not in its trash, or that something uses all the same.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Picture {
    /// Its id on every site, part of its address.
    pub id: PictureId,
    /// The name by which staff find it; may be empty.
    pub name: String,
    /// Width of what was sent, upright, in pixels. The widest file may have less.
    pub width: u32,
    /// Height of what was sent, upright, in pixels.
    pub height: u32,
    /// Words for those who do not see it; may be empty.
    pub alt: String,
    /// Words to stand under it; may be empty.
    pub caption: String,
    /// Who made it; may be empty.
    pub credit: String,
    /// The point that is kept in sight where it is cut.
    pub focus: Option<Focus>,
    /// The part that is shown; none for all of it.
    pub crop: Option<Crop>,
    /// When it was sent.
    pub created_at: Instant,
    /// SHA-256 of the file that was sent, in lower-case hexadecimal digits. That file itself was not kept: the widest of
    /// `files` is the best there is.
    pub source_sha256: Option<String>,
    /// Its files as they are stored, in the order of their paths. Their SHA-256 are in the manifest.
    pub files: Vec<PictureFile>,
}

/// A point of a picture, in fractions of its width and height from the upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Focus {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// A part of a picture, in fractions of its width and height.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Crop {
    /// Its left edge.
    pub left: f64,
    /// Its upper edge.
    pub top: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

/// A stored file of a picture, in one width and format.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PictureFile {
    /// Its path in the export: `media/{id}/{name}`, which is also its address on the site.
    pub path: String,
    /// Its media type, such as "image/webp".
    pub media_type: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its size.
    pub bytes: u64,
}
