//! Addresses that no post, edition or tag tells of.

use serde::{Deserialize, Serialize};

use super::{Instant, PostUid};

/// An address of a site that was left. It leads to a post or to a path: one of the two is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, sqlx::FromRow)]
#[serde(deny_unknown_fields)]
pub struct Redirect {
    /// Decoded, in NFC, without a trailing slash.
    pub path: String,
    /// Without the question mark, such as "p=123"; mostly empty.
    pub query: String,
    /// The post to which it leads.
    pub post: Option<PostUid>,
    /// The path on this site to which it leads.
    pub to: Option<String>,
    /// When it was added.
    pub created_at: Instant,
}

/// An address under which readers had a post that was deleted since. They are told that it is gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, sqlx::FromRow)]
#[serde(deny_unknown_fields)]
pub struct GoneSlug {
    /// The last part of the address.
    pub slug: String,
}
