//! Ids of rows and numbers of versions as types of their own, so that no table's id is taken for another's.
//!
//! They stand below all rooms, because addresses, links and records name rows of rooms that they know nothing of.

use crate::time::UnixMillis;

/// Defines a newtype of a whole number that is stored, sent and shown as such.
macro_rules! row_id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, serde::Serialize, serde::Deserialize,
        )]
        #[cfg_attr(feature = "ssr", derive(sqlx::Type), sqlx(transparent))]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl $name {
            /// The value that forms send for "none"; no row has it.
            pub const NONE: Self = Self(0);

            /// Returns the next number.
            #[must_use]
            pub const fn next(self) -> Self {
                Self(self.0.saturating_add(1))
            }

            /// Returns the number before.
            #[must_use]
            pub const fn before(self) -> Self {
                Self(self.0.saturating_sub(1))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl leptos::attr::IntoAttributeValue for $name {
            type Output = i64;

            fn into_attribute_value(self) -> i64 {
                self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    };
}

row_id! {
    /// Id of a post.
    PostId
}

row_id! {
    /// Number of a saved version of a post, from 1; 0 before anybody has saved one here.
    Revision
}

row_id! {
    /// Version of somebody's draft of a post, increased at each autosave; 0 when there is none. It is the instant of
    /// the autosave in milliseconds UTC, made later than the one before.
    DraftVersion
}

row_id! {
    /// Id of a tag.
    TagId
}

row_id! {
    /// Id of an edition of the calendar.
    EditionId
}

row_id! {
    /// Version of an edition, increased at each save; a form made of an older one is refused.
    EditionVersion
}

row_id! {
    /// Id of a staff account.
    StaffId
}

row_id! {
    /// Id of a link by which somebody outside reviews a post.
    ReviewLinkId
}

row_id! {
    /// Id of a comment on a post.
    CommentId
}

row_id! {
    /// Id of a message of the public.
    FeedbackId
}

row_id! {
    /// Id of an import that staff have begun.
    MoveInId
}

row_id! {
    /// Id of an erasure, never used again.
    ErasureId
}

row_id! {
    /// Version of a section of the settings, increased at each save.
    SectionVersion
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
