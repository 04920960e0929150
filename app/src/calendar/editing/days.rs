//! What hangs on the days of an edition, and what is missing there.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};

use super::EditionRecord;
use super::store::{self, DayRow};
use crate::error::AppError;
use crate::posts::checks::{self, LeadPicture};
use crate::posts::store::texts::on_doors;
use crate::posts::{EditablePost, GuldkornForm, Language, PostId, PostStatus};
use crate::state::AppState;
use crate::time::{UnixMillis, from_millis, weekday_and_date};

/// A day that opens within so long should have its text.
const SOON: SignedDuration = SignedDuration::from_hours(7 * 24);

/// What is missing on a day on which nothing hangs that readers could get.
const NO_TEXT: &str = "ingen text";

/// What is missing on a day that opens soon and whose text nobody has decided on.
const NOT_PUBLISHED: &str = "inte publicerad";

/// A day of an edition, as staff see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Day {
    /// Its number, from 1.
    pub(crate) number: u16,
    /// "måndag 7 december"
    pub(crate) date: String,
    /// What staff call it, such as "Lucia"; empty for most.
    pub(crate) label: String,
    /// When its door opens.
    pub(crate) opens_at: UnixMillis,
    /// What hangs there.
    pub(crate) hung: Option<Hung>,
    /// What readers would miss; empty when all is there.
    pub(crate) missing: Vec<&'static str>,
    /// Whether the door opens within a week, or is open, and something is missing.
    pub(crate) is_urgent: bool,
}

impl Day {
    /// Whether somebody has written something for it that can still come to readers.
    pub(crate) fn has_text(&self) -> bool {
        self.hung.as_ref().is_some_and(|hung| !hung.is_gone && !hung.is_empty)
    }

    /// Whether a text that can still come to readers hangs there, with words in it or not.
    pub(crate) fn is_taken(&self) -> bool {
        self.hung.as_ref().is_some_and(|hung| !hung.is_gone)
    }
}

/// A text on a door.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hung {
    /// The post that the days' forms name.
    pub(crate) post: PostId,
    /// The title of its newest words.
    pub(crate) title: String,
    /// The language of its newest words.
    pub(crate) language: Language,
    /// "citat", "berättelse", "tanke", "bild"
    pub(crate) form: &'static str,
    /// "utkast", "klar", "schemalagd", "publicerad"
    pub(crate) state: &'static str,
    /// Who wrote the newest words and when, if they are not saved as a version.
    pub(crate) draft: Option<(String, UnixMillis)>,
    /// Whether it is in the trash or withdrawn, so that the day needs another text.
    pub(crate) is_gone: bool,
    /// Whether it says nothing yet, whatever its title is.
    pub(crate) is_empty: bool,
}

/// Returns the days of an edition, in order. The texts are checked on a thread for blocking work.
pub(crate) async fn days(state: &AppState, edition: &EditionRecord) -> Result<Vec<Day>, AppError> {
    let rows = store::days(state.db.reader(), edition.id).await?;
    let now = state.clock.now();
    let posts = on_doors(state.db.reader(), edition.id, now.into()).await?;
    let mut checked_posts = Vec::with_capacity(posts.len());
    for post in posts {
        let lead = checks::lead_picture(state, post.id, post.words_for_readers()).await?;
        checked_posts.push((post, lead));
    }
    let edition = edition.clone();
    let days = tokio::task::spawn_blocking(move || checked(rows, checked_posts, &edition, now));
    days.await.map_err(|_| AppError::Internal)
}

fn checked(
    rows: Vec<DayRow>,
    posts: Vec<(EditablePost, LeadPicture)>,
    edition: &EditionRecord,
    now: Timestamp,
) -> Vec<Day> {
    let mut posts: HashMap<u16, (EditablePost, LeadPicture)> =
        posts.into_iter().filter_map(|post| Some((post.0.door.as_ref()?.day, post))).collect();
    let day = |row: DayRow| {
        let opens = from_millis(row.opens_at);
        let date = edition.schedule.date_of(row.day).map(weekday_and_date).unwrap_or_default();
        let is_soon = opens <= now + SOON;
        let (hung, missing) = match posts.remove(&row.day) {
            Some((post, lead)) => {
                let (hung, missing) = hung(post, &lead, edition.is_published(), is_soon);
                (Some(hung), missing)
            }
            None => (None, vec![NO_TEXT]),
        };
        let is_urgent = !missing.is_empty() && is_soon;
        Day { number: row.day, date, label: row.label, opens_at: row.opens_at, hung, missing, is_urgent }
    };
    rows.into_iter().map(day).collect()
}

fn hung(post: EditablePost, lead: &LeadPicture, is_public: bool, is_soon: bool) -> (Hung, Vec<&'static str>) {
    let state = match post.status {
        PostStatus::Draft => "utkast",
        PostStatus::Ready => "klar",
        PostStatus::Scheduled if is_public => "schemalagd",
        PostStatus::Scheduled => "väntar på kalendern",
        PostStatus::Published => "publicerad",
        PostStatus::Withdrawn => "tillbakadragen",
        PostStatus::Trash => "i papperskorgen",
    };
    let words = post.newest_words();
    let form = match words.form {
        Some(GuldkornForm::Quote) => "citat",
        Some(GuldkornForm::Thought) => "tanke",
        Some(GuldkornForm::Photo) => "bild",
        Some(GuldkornForm::Story) | None => "berättelse",
    };
    let remarks = checks::missing(post.kind, post.words_for_readers(), lead);
    let is_gone = matches!(post.status, PostStatus::Withdrawn | PostStatus::Trash);
    let mut missing: Vec<_> = remarks.iter().map(|remark| remark.in_words).collect();
    missing.dedup();
    if is_gone {
        missing = vec![NO_TEXT];
    } else if is_soon && !post.status.is_decided() {
        missing.push(NOT_PUBLISHED);
    }
    let hung = Hung {
        post: post.id,
        title: words.title_or_untitled().to_owned(),
        language: words.language,
        form,
        state,
        draft: post.draft.as_ref().map(|draft| (draft.name.clone(), draft.version.saved_at())),
        is_gone,
        is_empty: remarks.iter().any(|remark| remark.in_words == checks::EMPTY),
    };
    (hung, missing)
}
