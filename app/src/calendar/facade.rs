//! The colours of the town's houses: each door has that of the house in which its window is.

use super::types::QUARTER;

/// The houses by windows of a quarter, as `public/scener/stad-bred.svg` and `style/calendar/slots.css` place them.
const HOUSES: [Facade; QUARTER as usize] = {
    use Facade::{Blue, Brick, Cream, Falu, Ochre, Sage, Spruce};
    [
        Ochre, Brick, Falu, Falu, Ochre, Spruce, Spruce, Spruce, Cream, Blue, Blue, Brick, Falu, Falu, Ochre,
        Spruce, Spruce, Spruce, Cream, Blue, Blue, Brick, Sage, Sage,
    ]
};

/// The colour of a house's wall.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Facade {
    /// Red of the paint from Falun: the gabled house.
    #[default]
    Falu,
    /// Yellow of the house with the stepped gable.
    Ochre,
    /// Green of the house with the mansard roof.
    Spruce,
    /// Plaster of the church.
    Cream,
    /// Grey-blue of the boarded house.
    Blue,
    /// Brick of the narrow house.
    Brick,
    /// Pale green of the cottage.
    Sage,
}

impl Facade {
    /// All of them, in the order of the street.
    pub const ALL: [Self; 7] =
        [Self::Falu, Self::Ochre, Self::Spruce, Self::Cream, Self::Blue, Self::Brick, Self::Sage];

    /// Returns the façade around a window of the scene, counted from 0; the quarters of a long edition are alike.
    pub fn of_window(window: u16) -> Self {
        HOUSES.get(usize::from(window % QUARTER)).copied().unwrap_or_default()
    }

    /// Returns the class that sets the colours of `style/parts/facade.css`.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Falu => "facade-falu",
            Self::Ochre => "facade-ochre",
            Self::Spruce => "facade-spruce",
            Self::Cream => "facade-cream",
            Self::Blue => "facade-blue",
            Self::Brick => "facade-brick",
            Self::Sage => "facade-sage",
        }
    }
}

#[cfg(test)]
#[path = "facade_tests.rs"]
mod tests;
