//! Versions of posts.

use crate::row_id::row_id;
use crate::time::UnixMillis;

row_id! {
    /// Version of somebody's draft of a post, increased at each autosave; 0 when there is none. It is the instant of
    /// the autosave in milliseconds UTC, made later than the one before.
    DraftVersion
}

impl DraftVersion {
    /// Returns the version that is saved at an instant.
    pub const fn at(saved_at: UnixMillis) -> Self {
        Self(saved_at.0)
    }

    /// Returns when this version was saved.
    pub const fn saved_at(self) -> UnixMillis {
        UnixMillis(self.0)
    }
}
