//! An entry of the ledger, without the person.

use jiff::civil::Date;

use super::{ConsentState, ConsentStatus};
use crate::ids::PostId;
use crate::time::{DAY, UnixMillis, at_home, from_millis};

/// How long ahead staff are warned of an end: so many days before, each time more urgently.
const WARNED: [i64; 3] = [7, 30, 60];

/// What the ledger says about a text, except who it tells of.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Consent {
    /// The text, which tells of somebody.
    #[sqlx(rename = "post_id")]
    pub post: PostId,
    /// How far consent has come; whether it stands today depends on `ends_at`, too.
    pub state: ConsentState,
    /// Where the text may be shown while consent stands.
    #[sqlx(flatten)]
    pub scope: Scope,
    /// How consent was given; none until it is.
    #[sqlx(try_from = "String")]
    pub given_how: GivenHow,
    /// On which day, as `yyyy-mm-dd`; empty until it is.
    pub given_on: String,
    /// The first instant at which it does not stand any more; none: it has no end.
    pub ends_at: Option<UnixMillis>,
    /// When it was taken back.
    pub withdrawn_at: Option<UnixMillis>,
    /// Increased with each save; an older one is a conflict.
    pub version: i64,
}

/// The places that the person has agreed to, one by one; all of them, where a text tells of nobody.
#[expect(
    clippy::struct_excessive_bools,
    reason = "boxes of a form, each of which is ticked or not by itself"
)]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Scope {
    /// On this site. Without it readers never see the text.
    pub on_site: bool,
    /// In social media.
    pub in_social_media: bool,
    /// In print.
    pub in_print: bool,
    /// In frames on other sites and on screens.
    pub in_embeds: bool,
}

/// How consent was given.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum GivenHow {
    /// There is no consent yet.
    #[default]
    NotGiven,
    /// On a paper that the person signed.
    Paper,
    /// By e-mail.
    Email,
    /// In words.
    Spoken,
}

impl GivenHow {
    /// The ways in which consent is given.
    pub const WAYS: [Self; 3] = [Self::Paper, Self::Email, Self::Spoken];

    /// Returns the name in the database and in forms.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotGiven => "",
            Self::Paper => "paper",
            Self::Email => "email",
            Self::Spoken => "spoken",
        }
    }

    /// Returns its label.
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::NotGiven => "Välj",
            Self::Paper => "På papper, underskrivet",
            Self::Email => "Med e-post",
            Self::Spoken => "Muntligt",
        }
    }
}

impl From<String> for GivenHow {
    fn from(name: String) -> Self {
        Self::WAYS.into_iter().find(|way| way.as_str() == name).unwrap_or_default()
    }
}

/// Returns the last day of a consent whose end is near enough for a warning, by the first instant at which it does not stand.
pub(crate) fn near_last_day(ends_at: UnixMillis, now: UnixMillis) -> Option<Date> {
    let is_near = ends_at > now && WARNED.iter().any(|days| ends_at <= now + days * DAY);
    is_near.then(|| last_day_before(ends_at))
}

fn last_day_before(end: UnixMillis) -> Date {
    at_home(from_millis(end - 1)).date()
}

impl Consent {
    /// Returns how it stands at an instant.
    pub fn status(&self, now: UnixMillis) -> ConsentStatus {
        ConsentStatus::of(self, now)
    }

    /// Whether readers of the site may have the text at an instant, as far as consent goes.
    pub fn lets_readers(&self, at: UnixMillis) -> bool {
        self.status(at) == ConsentStatus::Given && self.scope.on_site
    }

    /// Returns the last day on which it stands; none when it has no end.
    pub fn last_day(&self) -> Option<Date> {
        self.ends_at.map(last_day_before)
    }

    /// Returns within how many days it ends, 7, 30 or 60, if it is about to; none when it does not stand, or for longer.
    pub fn ends_within(&self, now: UnixMillis) -> Option<i64> {
        let end = self.ends_at.filter(|_| self.status(now) == ConsentStatus::Given)?;
        WARNED.into_iter().find(|days| end - now <= days * DAY)
    }
}
