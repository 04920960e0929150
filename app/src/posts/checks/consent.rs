//! A text that tells of somebody is not published without consent.

use super::{Field, Remark};
use crate::consent::{Consent, ConsentStatus};
use crate::time::UnixMillis;

/// Why consent does not let readers have a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoConsent {
    /// Nobody has asked the person.
    Unknown,
    /// The person has not answered.
    Asked,
    /// It has ended.
    Expired,
    /// It ends before readers would have the text.
    TooShort,
    /// The person has taken it back.
    Withdrawn,
    /// It is for something else than the site.
    NotForSite,
}

impl NoConsent {
    /// Returns why an entry does not let readers have its text, which comes to them at an instant.
    pub(super) fn of(consent: &Consent, now: UnixMillis, from: UnixMillis) -> Option<Self> {
        match consent.status(now) {
            ConsentStatus::Unknown => Some(Self::Unknown),
            ConsentStatus::Asked => Some(Self::Asked),
            ConsentStatus::Expired => Some(Self::Expired),
            ConsentStatus::Withdrawn => Some(Self::Withdrawn),
            ConsentStatus::Given if !consent.scope.on_site => Some(Self::NotForSite),
            ConsentStatus::Given if !consent.lets_readers(from) => Some(Self::TooShort),
            ConsentStatus::Given => None,
        }
    }

    const fn sentence(self) -> &'static str {
        match self {
            Self::Unknown => "Texten berättar om någon. Fråga personen om lov innan texten publiceras.",
            Self::Asked => {
                "Texten berättar om någon som inte har svarat än. Vänta på svaret innan texten publiceras."
            }
            Self::Expired => "Samtycket har gått ut. Fråga personen igen innan texten publiceras.",
            Self::TooShort => {
                "Samtycket går ut innan texten ska visas. Fråga personen igen, eller välj en tidigare dag."
            }
            Self::Withdrawn => "Personen har tagit tillbaka sitt samtycke. Texten kan inte publiceras.",
            Self::NotForSite => "Samtycket gäller inte webbplatsen. Fråga personen om texten får visas här.",
        }
    }
}

/// Returns what is missing.
pub(super) fn missing(no_consent: Option<NoConsent>) -> Option<Remark> {
    no_consent.map(|why| Remark::on(Field::Consent, why.sentence()).missing("inget samtycke"))
}
