//! When a form was made, signed, so that a machine that sends at once is told from a person.
//!
//! Pages are cached, so the stamp is often minutes old when somebody opens the form, and may be days old when it is sent.
//! It may only not be too young. A form that comes too early is shown again with the stamp that it had: sent once more it
//! is old enough.

use crate::error::AppError;
use crate::site::PublicIds;
use crate::state::AppState;
use crate::time::{SECOND, UnixMillis};

/// Nobody reads the form and writes a sentence in less.
const MIN_AGE: i64 = 3 * SECOND;

/// Signs and checks stamps.
pub(super) struct Stamps(PublicIds);

impl Stamps {
    pub(super) async fn load(state: &AppState) -> Result<Self, AppError> {
        Ok(Self(PublicIds::load(state).await?))
    }

    /// Returns the stamp of a form that is made now.
    pub(super) fn at(&self, now: UnixMillis) -> String {
        format!("{now}.{}", self.signature(now))
    }

    /// Whether a stamp is of this site.
    pub(super) fn is_ours(&self, stamp: &str) -> bool {
        self.made_at(stamp).is_some()
    }

    /// Whether the form was made long enough ago. A clock that was set back says nothing about a sender.
    pub(super) fn is_old_enough(&self, stamp: &str, now: UnixMillis) -> bool {
        self.made_at(stamp).is_some_and(|made_at| !(0..MIN_AGE).contains(&(now - made_at)))
    }

    fn made_at(&self, stamp: &str) -> Option<UnixMillis> {
        let (millis, signature) = stamp.split_once('.')?;
        let made_at = UnixMillis(millis.parse().ok()?);
        (signature == self.signature(made_at)).then_some(made_at)
    }

    fn signature(&self, at: UnixMillis) -> String {
        self.0.uuid(&format!("feedback-form/{at}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::DAY;

    #[test]
    fn only_too_young_is_refused() {
        let (stamps, made) = (Stamps(PublicIds::from_key("0123".into())), UnixMillis(1_000_000));
        let stamp = stamps.at(made);
        for (age, fits) in
            [(0, false), (MIN_AGE - 1, false), (MIN_AGE, true), (400 * DAY, true), (-DAY, true)]
        {
            assert_eq!(stamps.is_old_enough(&stamp, made + age), fits, "{age}");
        }
    }

    #[test]
    fn a_made_up_stamp_is_none() {
        let stamps = Stamps(PublicIds::from_key("0123".into()));
        let foreign = Stamps(PublicIds::from_key("0124".into())).at(UnixMillis(0));
        for stamp in ["", ".", "0", "0.", "0.0", "x.y", &foreign] {
            assert!(!stamps.is_ours(stamp) && !stamps.is_old_enough(stamp, UnixMillis(1_000_000)), "{stamp}");
        }
    }
}
