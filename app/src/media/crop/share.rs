//! Shares of a picture's width or height.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A share of a whole, from none to all of it, in hundredths of a percent: as fine as anybody can see, and equal when it
/// looks equal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(u16);

/// As a fraction with four decimals.
impl Serialize for Share {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.fraction())
    }
}

impl<'de> Deserialize<'de> for Share {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_fraction(f64::deserialize(deserializer)?)
            .ok_or_else(|| D::Error::custom("no fraction from 0 to 1"))
    }
}

impl Share {
    /// Nothing of it.
    pub const NONE: Self = Self(0);
    /// All of it.
    pub const ALL: Self = Self(10_000);

    /// Returns a whole number of percent as a share.
    #[must_use]
    pub const fn of_percent(percent: u16) -> Option<Self> {
        if percent <= 100 { Some(Self(percent * 100)) } else { None }
    }

    /// Returns so many ten-thousandths of it; none for more than all.
    #[must_use]
    pub const fn of_ten_thousandths(parts: u16) -> Option<Self> {
        if parts <= Self::ALL.0 { Some(Self(parts)) } else { None }
    }

    /// Returns the share in ten-thousandths.
    #[must_use]
    pub const fn ten_thousandths(self) -> u16 {
        self.0
    }

    /// Returns the share as a fraction.
    #[must_use]
    pub fn fraction(self) -> f64 {
        f64::from(self.0) / 10_000.0
    }

    /// Rounds a fraction; none for what is no share.
    #[must_use]
    pub fn from_fraction(fraction: f64) -> Option<Self> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 10 000")]
        (0.0..=1.0).contains(&fraction).then(|| Self((fraction * 10_000.0).round() as u16))
    }

    /// Parses a percentage as somebody typed it: "33", "33,5", "33.5 %".
    #[must_use]
    pub fn parse_percent(typed: &str) -> Option<Self> {
        let number = typed.trim().trim_end_matches('%').trim_end().replace(',', ".");
        let is_plain = number.bytes().all(|sign| sign.is_ascii_digit() || sign == b'.');
        let percent: f64 = number.parse().ok().filter(|_| is_plain)?;
        Self::from_fraction(percent / 100.0)
    }

    /// Returns the percentage as people write it, without a sign: "33,5".
    #[must_use]
    pub fn percent(self) -> String {
        let (whole, rest) = (self.0 / 100, self.0 % 100);
        if rest == 0 {
            whole.to_string()
        } else {
            format!("{whole},{rest:02}").trim_end_matches('0').to_owned()
        }
    }

    /// Adds two shares; none when they are more than all.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        Some(Self(self.0 + other.0)).filter(|sum| *sum <= Self::ALL)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn percentages_are_read_as_people_write_them() {
        for (typed, percent) in [
            ("0", "0"),
            (" 33 % ", "33"),
            ("33,5", "33,5"),
            ("33.25%", "33,25"),
            ("100", "100"),
            ("0,004", "0"),
        ] {
            assert_eq!(Share::parse_percent(typed).map(Share::percent).as_deref(), Some(percent), "{typed}");
        }
        for typed in ["", "%", "-1", "+1", "100,01", "1e1", "NaN", "inf", "1.2.3", "tolv", "1 0"] {
            assert_eq!(Share::parse_percent(typed), None, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn a_share_is_read_back(share in 0_u16..=10_000) {
            let share = Share(share);
            prop_assert_eq!(Share::parse_percent(&share.percent()), Some(share));
            prop_assert_eq!(Share::from_fraction(share.fraction()), Some(share));
            let json = serde_json::to_string(&share).unwrap();
            prop_assert_eq!(serde_json::from_str::<Share>(&json).ok(), Some(share), "{}", json);
            prop_assert_eq!(Share::of_ten_thousandths(share.ten_thousandths()), Some(share));
        }
    }
}
