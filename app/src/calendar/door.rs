//! What the public may know of a door.

use serde::{Deserialize, Serialize};

/// Whether a door can be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DoorState {
    /// Its time has not come.
    Locked,
    /// It can be opened, and stays open.
    Open,
    /// It opened today: the brightest.
    Today,
}

impl DoorState {
    /// As written in the page: `data-state`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Locked => "locked",
            Self::Open => "open",
            Self::Today => "today",
        }
    }

    /// Whether a visitor may go in.
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Locked)
    }
}
