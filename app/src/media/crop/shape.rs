//! The shapes in which places show a picture.

use sqlx::Type;

/// A shape that a place gives a picture.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Type)]
#[sqlx(rename_all = "lowercase")]
pub enum Shape {
    /// What is left of the picture after its crop, in its own proportions: above a text and on a door's card.
    #[default]
    Lead,
    /// The face of a text in a list. Lists show it between 2:1 and 3:2, depending on their width, and cut the difference
    /// off equally at both sides: with proportions in between, hardly anything.
    Teaser,
    /// A square, as some services show what is shared. Nothing of ours does, so it is not stored.
    Square,
    /// The upper part of a social image, which is drawn when it is asked for. It is lower above a title of several lines.
    Banner,
}

impl Shape {
    /// All shapes.
    pub const ALL: [Self; 4] = [Self::Square, Self::Banner, Self::Teaser, Self::Lead];

    /// Returns width divided by height; none for a shape that keeps the proportions of the crop.
    pub const fn ratio(self) -> Option<f64> {
        match self {
            Self::Lead => None,
            Self::Teaser => Some(16.0 / 9.0),
            Self::Square => Some(1.0),
            Self::Banner => Some(1200.0 / 420.0),
        }
    }

    /// Returns the widths in pixels in which the shape is stored; none for one that is drawn when it is asked for.
    pub(super) const fn widths(self) -> &'static [u32] {
        match self {
            Self::Lead => &[480, 960, 1600],
            Self::Teaser => &[480, 960],
            Self::Square | Self::Banner => &[],
        }
    }

    /// Returns the name under which the database knows the shape.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Teaser => "teaser",
            Self::Square => "square",
            Self::Banner => "banner",
        }
    }

    /// Parses a name.
    pub(in crate::media) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|shape| shape.as_str() == name)
    }
}
