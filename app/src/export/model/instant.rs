//! Instants as every program reads them.

use jiff::Timestamp;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::time::{UnixMillis, from_millis};

/// An instant to the millisecond, written in UTC by RFC 3339: "2026-12-07T07:00:00Z".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, sqlx::Type)]
#[sqlx(transparent)]
pub struct Instant(pub UnixMillis);

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&from_millis(self.0))
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let at: Timestamp = text.parse().map_err(D::Error::custom)?;
        Ok(Self(at.into()))
    }
}

impl From<UnixMillis> for Instant {
    fn from(at: UnixMillis) -> Self {
        Self(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_is_written_as_people_read_it_and_read_back() {
        for (millis, text) in [
            (0, "\"1970-01-01T00:00:00Z\""),
            (1_765_090_800_000, "\"2025-12-07T07:00:00Z\""),
            (1_765_090_800_120, "\"2025-12-07T07:00:00.12Z\""),
        ] {
            let at = Instant(UnixMillis(millis));
            assert_eq!(serde_json::to_string(&at).unwrap(), text);
            assert_eq!(serde_json::from_str::<Instant>(text).unwrap(), at);
        }
        let other_zone: Instant = serde_json::from_str("\"2025-12-07T08:00:00+01:00\"").unwrap();
        assert_eq!(other_zone, Instant(UnixMillis(1_765_090_800_000)));
        assert!(serde_json::from_str::<Instant>("\"i går\"").is_err());
    }
}
