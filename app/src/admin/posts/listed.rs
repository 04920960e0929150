//! How the staff's lists word what they tell about a post.

use crate::admin::post_kinds::kind_in_words;
use crate::admin::relative_time::{ago, upcoming};
use crate::paths;
use crate::posts::list::ListedPost;
use crate::posts::{PostStatus, trash};
use crate::time::{UnixMillis, at_home, countdown, date_with_year, from_millis};

const DAY: i64 = 24 * 60 * 60_000;

impl ListedPost {
    /// Returns where its title leads: writers to the editor, others to the preview.
    pub(in crate::admin) fn link(&self, writes: bool) -> String {
        if writes { paths::edit_post(self.id) } else { paths::preview_of_text(self.id) }
    }

    /// Returns "Guldkorn: citat"
    pub(in crate::admin) fn kind_in_words(&self) -> &'static str {
        kind_in_words(self.kind, self.form)
    }

    /// Returns "Schemalagd till måndag 7 december kl. 08.00"
    pub(in crate::admin) fn status_in_words(&self, now: UnixMillis) -> String {
        let status = self.status(now);
        match (status, self.public_from) {
            (PostStatus::Scheduled, Some(from)) => format!("Schemalagd till {}", upcoming(from, now)),
            (PostStatus::Scheduled, None) if self.day.is_some() => {
                "Schemalagd, men kalendern är inte publicerad".into()
            }
            (PostStatus::Published, Some(from)) => {
                format!("Publicerad {}", date_with_year(at_home(from_millis(from)).date()))
            }
            (PostStatus::Withdrawn, Some(_)) => "Visas inte, väntar på samtycke".into(),
            _ => status.in_words().into(),
        }
    }

    /// Returns "Inte sparad som version, skriven av Bo för 2 timmar sedan", where the newest words are a draft.
    pub(in crate::admin) fn unsaved_in_words(&self, now: UnixMillis) -> Option<String> {
        let name = self.draft_by.as_ref()?;
        Some(format!("Inte sparad som version, skriven av {name} {}", ago(self.draft_at?, now)))
    }

    /// Returns "Raderas för gott om 12 dagar", for a post in the trash.
    pub(in crate::admin) fn end_in_words(&self, now: UnixMillis) -> Option<String> {
        let end = self.trashed_at? + trash::DAYS * DAY;
        Some(format!("Raderas för gott {}", countdown(from_millis(now), from_millis(end)).words))
    }

    /// Returns "Ändrad för 2 timmar sedan av Bo"
    pub(in crate::admin) fn change_in_words(&self, now: UnixMillis) -> String {
        let when = ago(self.changed_at, now);
        match &self.changed_by {
            Some(name) => format!("Ändrad {when} av {name}"),
            None => format!("Ändrad {when}"),
        }
    }
}
