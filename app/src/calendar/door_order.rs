//! The order in which an edition's doors stand in its scene.

/// How days are assigned to the windows of a scene.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, sqlx::Type)]
#[serde(rename_all = "lowercase")]
#[sqlx(rename_all = "lowercase")]
pub enum DoorOrder {
    /// Day 1 in the first window, day 2 in the second, and so on.
    Fixed,
    /// In the order that the edition's seed decides.
    Shuffled,
}

impl DoorOrder {
    /// Returns the value in forms and in the database.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Fixed => "fixed",
            Self::Shuffled => "shuffled",
        }
    }

    /// Parses [`as_str`](Self::as_str); anything else is shuffled.
    pub(super) fn parse(value: &str) -> Self {
        if value == Self::Fixed.as_str() { Self::Fixed } else { Self::Shuffled }
    }
}

/// The number that decides an edition's shuffled order. It need not be secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, sqlx::Type)]
#[sqlx(transparent)]
pub struct ShuffleSeed(pub i64);

impl ShuffleSeed {
    /// Returns a seed that nobody chose.
    ///
    /// # Errors
    /// When the operating system has no random numbers.
    pub(super) fn random() -> Result<Self, getrandom::Error> {
        let mut bytes = [0; 4];
        getrandom::fill(&mut bytes)?;
        Ok(Self(u32::from_le_bytes(bytes).into()))
    }
}
