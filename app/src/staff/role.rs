//! What a staff account may do.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The role of a staff account. Each may do all that those before it may, so they compare: `role >= Role::Editor`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "ssr", derive(sqlx::Type), sqlx(rename_all = "lowercase"))]
pub enum Role {
    /// Reads and previews.
    Reviewer,
    /// Writes, and may not publish.
    Writer,
    /// Writes and publishes.
    Editor,
    /// Also manages staff accounts and settings.
    Admin,
}

impl Role {
    /// Every role, the least first.
    pub const ALL: [Self; 4] = [Self::Reviewer, Self::Writer, Self::Editor, Self::Admin];

    /// Returns the name in the database and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Reviewer => "reviewer",
            Self::Writer => "writer",
            Self::Editor => "editor",
            Self::Admin => "admin",
        }
    }

    /// Returns the Swedish word, as in "Du är inloggad som …".
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::Reviewer => "granskare",
            Self::Writer => "skribent",
            Self::Editor => "redaktör",
            Self::Admin => "administratör",
        }
    }
}

/// The name is no role's.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("det finns ingen roll som heter \"{0}\": välj admin, editor, writer eller reviewer")]
pub struct UnknownRole(String);

impl FromStr for Role {
    type Err = UnknownRole;

    fn from_str(name: &str) -> Result<Self, UnknownRole> {
        Self::ALL.into_iter().find(|role| role.as_str() == name).ok_or_else(|| UnknownRole(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_read_back_from_its_name() {
        for role in Role::ALL {
            assert_eq!(role.as_str().parse(), Ok(role));
        }
        assert!("Admin".parse::<Role>().is_err());
        assert!("".parse::<Role>().is_err());
    }

    #[test]
    fn roles_are_ordered_by_what_they_may() {
        assert!(Role::ALL.is_sorted());
        assert!(Role::Admin > Role::Editor && Role::Writer > Role::Reviewer);
    }
}
