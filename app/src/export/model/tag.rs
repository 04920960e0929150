//! Tags.

use serde::{Deserialize, Serialize};

/// A tag, whether posts have it or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tag {
    /// The last part of its address, unique within the export. A tag of the same address is the same tag on every site.
    pub slug: String,
    /// Its name, by which posts name it; unique within the export.
    pub name: String,
    /// The sentences that begin its page; may be empty.
    pub introduction: String,
    /// Name of the drawing that staff chose; none when it follows from the address.
    pub drawing: Option<String>,
    /// Addresses that it has had, in alphabetical order.
    pub former_slugs: Vec<String>,
}
