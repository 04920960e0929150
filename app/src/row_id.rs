//! Ids of rows as types of their own, so that no table's id is taken for another's.
//!
//! The ids stand here, below every room, because addresses, pictures and sessions name rows of rooms above them. Each
//! room re-exports its own.

/// Defines the id of a table's rows: a whole number that is stored, sent and shown as such.
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
            /// The id that forms send where there is none; no row has it.
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

pub(crate) use row_id;

row_id! {
    /// Id of a post.
    PostId
}

row_id! {
    /// Number of a saved version of a post, from 1; 0 before anybody has saved one here.
    Revision
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
    /// Id of a staff account.
    StaffId
}

row_id! {
    /// Id of a link by which somebody outside reviews a post.
    ReviewLinkId
}
