//! The state of a door.

use serde::{Deserialize, Serialize};

/// Whether readers can open a door.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DoorState {
    /// Its time has not come.
    Locked,
    /// It can be opened, and stays open.
    Open,
    /// It opened today, and is highlighted.
    Today,
}

impl DoorState {
    /// Returns the value of the page's `data-state`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Locked => "locked",
            Self::Open => "open",
            Self::Today => "today",
        }
    }

    /// Whether readers can open it.
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Locked)
    }
}
