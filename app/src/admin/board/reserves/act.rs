//! The buttons of the reserves.

/// What somebody wants done with the reserves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Act {
    /// A text becomes the last one.
    Add,
    /// A text goes back among those without a day.
    Remove,
    /// A text changes places with the one before.
    Up,
    /// A text changes places with the one after.
    Down,
    /// A text gets the place that was typed.
    Place,
    /// Doors are filled from now on.
    On,
    /// Doors are filled no longer.
    Off,
}

impl Act {
    const ALL: [Self; 7] = [Self::Add, Self::Remove, Self::Up, Self::Down, Self::Place, Self::On, Self::Off];

    /// Returns the value of its button.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Add => "in",
            Self::Remove => "ut",
            Self::Up => "upp",
            Self::Down => "ner",
            Self::Place => "plats",
            Self::On => "pa",
            Self::Off => "av",
        }
    }

    /// Parses the value of a button.
    pub(super) fn parse(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.as_str() == value)
    }
}
