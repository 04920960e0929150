//! Versions of sections.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Version of a section, increased each time it is saved; 0 before the first time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::Type), sqlx(transparent))]
#[serde(transparent)]
pub struct SectionVersion(pub i64);

impl fmt::Display for SectionVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
