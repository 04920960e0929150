//! A text in the staff's lists.

use crate::admin::kinds::kind_in_words;
use crate::admin::moments::{ago, coming};
use crate::blog::PostKind;
use crate::calendar::NuggetForm;
use crate::paths;
use crate::time::{at_home, countdown, date_with_year, from_millis};
use crate::writing::{Standing, trash};

const DAY: i64 = 24 * 60 * 60_000;

/// A text as the database has it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(super) struct Listed {
    pub(super) id: i64,
    pub(super) kind: String,
    pub(super) form: Option<String>,
    pub(super) slug: String,
    pub(super) title: String,
    pub(super) state: String,
    pub(super) public_from: Option<i64>,
    pub(super) trashed_at: Option<i64>,
    pub(super) sensitive: bool,
    /// When somebody last did something with it.
    pub(super) changed_at: i64,
    /// Who.
    pub(super) changed_by: Option<String>,
    /// The names of its subjects, with commas between.
    pub(super) tags: String,
    /// The door on which it hangs.
    pub(super) day: Option<u16>,
    /// When that opens.
    pub(super) opens_at: Option<i64>,
    /// Whether there is a version that readers do not have.
    pub(super) has_newer_version: bool,
    /// The names of those who have written something there and not saved it.
    pub(super) writers: Option<String>,
}

impl Listed {
    /// How far it has come.
    pub(super) fn standing(&self, now: i64) -> Standing {
        Standing::of(&self.state, self.public_from, now)
    }

    /// Where its title leads: writers to its desk, others to the page as it will be.
    pub(super) fn way(&self, writes: bool) -> String {
        if writes { paths::writing(self.id) } else { paths::preview_of_text(self.id) }
    }

    /// "Guldkorn: citat"
    pub(super) fn kind_in_words(&self) -> &'static str {
        let form = self.form.as_deref().and_then(NuggetForm::parse);
        PostKind::parse(&self.kind).map_or("Text", |kind| kind_in_words(kind, form))
    }

    /// "Schemalagd till måndag 7 december kl. 08.00"
    pub(super) fn standing_in_words(&self, now: i64) -> String {
        let standing = self.standing(now);
        match (standing, self.public_from) {
            (Standing::Scheduled, Some(from)) => format!("Schemalagd till {}", coming(from, now)),
            (Standing::Scheduled, None) if self.day.is_some() => {
                "Schemalagd, men kalendern är inte publicerad".into()
            }
            (Standing::Published, Some(from)) => {
                format!("Publicerad {}", date_with_year(at_home(from_millis(from)).date()))
            }
            _ => standing.in_words().into(),
        }
    }

    /// "Raderas för gott om 12 dagar", for what is in the trash.
    pub(super) fn end_in_words(&self, now: i64) -> Option<String> {
        let end = self.trashed_at?.saturating_add(trash::DAYS * DAY);
        Some(format!("Raderas för gott {}", countdown(from_millis(now), from_millis(end)).words))
    }

    /// "Ändrad för 2 timmar sedan av Bo"
    pub(super) fn change_in_words(&self, now: i64) -> String {
        let when = ago(self.changed_at, now);
        match &self.changed_by {
            Some(name) => format!("Ändrad {when} av {name}"),
            None => format!("Ändrad {when}"),
        }
    }

    /// Whether there are changes that somebody could publish.
    pub(super) fn has_changes_to_publish(&self, now: i64) -> bool {
        self.has_newer_version && self.standing(now).is_decided()
    }
}
