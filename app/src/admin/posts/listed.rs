//! A text in the staff's lists.

use crate::admin::post_kinds::kind_in_words;
use crate::admin::relative_time::{ago, upcoming};
use crate::paths;
use crate::posts::GuldkornForm;
use crate::posts::{PostId, PostKind, PostStatus, trash};
use crate::time::{UnixMillis, at_home, countdown, date_with_year, from_millis};

const DAY: i64 = 24 * 60 * 60_000;

/// A text as the database has it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct Listed {
    pub(crate) id: PostId,
    pub(crate) kind: String,
    pub(crate) form: Option<String>,
    pub(crate) slug: String,
    pub(crate) title: String,
    pub(crate) state: String,
    pub(crate) public_from: Option<UnixMillis>,
    pub(crate) trashed_at: Option<UnixMillis>,
    pub(crate) sensitive: bool,
    /// When somebody last did something with it.
    pub(crate) changed_at: UnixMillis,
    /// Who.
    pub(crate) changed_by: Option<String>,
    /// The names of its subjects, with commas between.
    pub(crate) tags: String,
    /// The door on which it hangs.
    pub(crate) day: Option<u16>,
    /// When that opens.
    pub(crate) opens_at: Option<UnixMillis>,
    /// Whether there is a version that readers do not have.
    pub(crate) has_newer_version: bool,
    /// The names of those who have written something there and not saved it.
    pub(crate) writers: Option<String>,
}

impl Listed {
    /// How far it has come.
    pub(crate) fn status(&self, now: UnixMillis) -> PostStatus {
        PostStatus::of(&self.state, self.public_from, now)
    }

    /// Where its title leads: writers to its desk, others to the page as it will be.
    pub(crate) fn way(&self, writes: bool) -> String {
        if writes { paths::edit_post(self.id) } else { paths::preview_of_text(self.id) }
    }

    /// "Guldkorn: citat"
    pub(crate) fn kind_in_words(&self) -> &'static str {
        let form = self.form.as_deref().and_then(GuldkornForm::parse);
        PostKind::parse(&self.kind).map_or("Text", |kind| kind_in_words(kind, form))
    }

    /// "Schemalagd till måndag 7 december kl. 08.00"
    pub(crate) fn standing_in_words(&self, now: UnixMillis) -> String {
        let status = self.status(now);
        match (status, self.public_from) {
            (PostStatus::Scheduled, Some(from)) => format!("Schemalagd till {}", upcoming(from, now)),
            (PostStatus::Scheduled, None) if self.day.is_some() => {
                "Schemalagd, men kalendern är inte publicerad".into()
            }
            (PostStatus::Published, Some(from)) => {
                format!("Publicerad {}", date_with_year(at_home(from_millis(from)).date()))
            }
            _ => status.in_words().into(),
        }
    }

    /// "Raderas för gott om 12 dagar", for what is in the trash.
    pub(crate) fn end_in_words(&self, now: UnixMillis) -> Option<String> {
        let end = self.trashed_at? + trash::DAYS * DAY;
        Some(format!("Raderas för gott {}", countdown(from_millis(now), from_millis(end)).words))
    }

    /// "Ändrad för 2 timmar sedan av Bo"
    pub(crate) fn change_in_words(&self, now: UnixMillis) -> String {
        let when = ago(self.changed_at, now);
        match &self.changed_by {
            Some(name) => format!("Ändrad {when} av {name}"),
            None => format!("Ändrad {when}"),
        }
    }

    /// Whether there are changes that somebody could publish.
    pub(crate) fn has_changes_to_publish(&self, now: UnixMillis) -> bool {
        self.has_newer_version && self.status(now).is_decided()
    }
}
