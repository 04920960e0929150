//! What hangs on the days of an edition, and what is missing there.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};

use super::EditionRecord;
use super::store::{self, DayRow, WrittenBy};
use crate::comments::{self, ReadBy};
use crate::consent::near_last_day;
use crate::error::AppError;
use crate::posts::checks::{self, PostFacts, Remark};
use crate::posts::copy::{CopiedFrom, copied_from};
use crate::posts::store::renditions::told_in_plain_words;
use crate::posts::store::texts::on_doors;
use crate::posts::{EditablePost, GuldkornForm, Language, PostId, PostState, PostStatus};
use crate::state::AppState;
use crate::time::{UnixMillis, date_with_year, from_millis, weekday_and_date};

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
    /// How far it has come.
    pub(crate) status: PostStatus,
    /// Id of its lead picture.
    pub(crate) picture: Option<String>,
    /// Whoever wrote its newest words; empty when nobody did here.
    pub(crate) writer: String,
    /// Who has read it, and what is said about it.
    pub(crate) read_by: ReadBy,
    /// Of which text it was made, in words; empty for most.
    pub(crate) copied_from: String,
    /// Until when the consent stands of whom it tells, in words, once that is near; empty for most.
    pub(crate) consent_ends: String,
    /// Whether nobody has told it in plain words, on a site where that is done.
    pub(crate) lacks_easy_read: bool,
    /// What has to be mended before it can be published.
    pub(crate) to_mend: Vec<Remark>,
}

/// A post on a door, with what its check needs.
struct ToCheck {
    post: EditablePost,
    facts: PostFacts,
    by: WrittenBy,
    read_by: ReadBy,
    source: Option<CopiedFrom>,
    lacks_easy_read: bool,
}

/// Returns the days of an edition, in order. The texts are checked on a thread for blocking work.
pub(crate) async fn days(state: &AppState, edition: &EditionRecord) -> Result<Vec<Day>, AppError> {
    let rows = store::days(state.db.reader(), edition.id).await?;
    let now = state.clock.now();
    let posts = on_doors(state.db.reader(), edition.id, now.into()).await?;
    let words: Vec<_> = posts.iter().map(|post| (post.id, post.words_for_readers())).collect();
    let facts = checks::facts_of(state, &words).await?;
    let written = store::written_by(state.db.reader(), edition.id).await?;
    let mut written: HashMap<PostId, WrittenBy> = written.into_iter().map(|by| (by.post, by)).collect();
    let read = comments::read_by(state.db.reader(), edition.id).await?;
    let mut read: HashMap<PostId, ReadBy> = read.into_iter().map(|by| (by.post, by)).collect();
    let sources = copied_from(state.db.reader(), edition.id).await?;
    let mut sources: HashMap<PostId, CopiedFrom> =
        sources.into_iter().map(|source| (source.post, source)).collect();
    let plain = told_in_plain_words(state.db.reader()).await?;
    let to_check = posts
        .into_iter()
        .zip(facts)
        .map(|(post, facts)| {
            let by = written.remove(&post.id).unwrap_or_default();
            let source = sources.remove(&post.id);
            let read_by = read.remove(&post.id).unwrap_or_default();
            let lacks_easy_read = !plain.is_empty() && !plain.contains(&post.id);
            ToCheck { post, facts, by, read_by, source, lacks_easy_read }
        })
        .collect();
    let edition = edition.clone();
    let days = tokio::task::spawn_blocking(move || checked(rows, to_check, &edition, now));
    days.await.map_err(|_| AppError::Internal)
}

fn checked(rows: Vec<DayRow>, posts: Vec<ToCheck>, edition: &EditionRecord, now: Timestamp) -> Vec<Day> {
    let mut posts: HashMap<u16, ToCheck> =
        posts.into_iter().filter_map(|checked| Some((checked.post.door.as_ref()?.day, checked))).collect();
    let day = |row: DayRow| {
        let opens = from_millis(row.opens_at);
        let date = edition.schedule.date_of(row.day).map(weekday_and_date).unwrap_or_default();
        let is_soon = opens <= now + SOON;
        let (hung, missing) = match posts.remove(&row.day) {
            Some(to_check) => {
                let (hung, missing) = hung(to_check, edition.is_published(), is_soon, now.into());
                (Some(hung), missing)
            }
            None => (None, vec![NO_TEXT]),
        };
        let is_urgent = !missing.is_empty() && is_soon;
        Day { number: row.day, date, label: row.label, opens_at: row.opens_at, hung, missing, is_urgent }
    };
    rows.into_iter().map(day).collect()
}

fn hung(to_check: ToCheck, is_public: bool, is_soon: bool, now: UnixMillis) -> (Hung, Vec<&'static str>) {
    let ToCheck { post, facts, by, read_by, source, lacks_easy_read } = to_check;
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
    let remarks = checks::missing(post.kind, post.words_for_readers(), &facts);
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
        status: post.status,
        picture: words.picture.clone(),
        writer: post.draft.as_ref().map_or(by.writer, |draft| draft.name.clone()),
        read_by,
        is_empty: remarks.iter().any(|remark| remark.in_words == checks::EMPTY),
        copied_from: source.map(source_in_words).unwrap_or_default(),
        consent_ends: near_last_day(post.public_until, now)
            .map(|day| format!("Samtycket gäller till och med {}.", date_with_year(day)))
            .unwrap_or_default(),
        lacks_easy_read,
        to_mend: remarks,
    };
    (hung, missing)
}

/// Says of which text one was made. A story that was taken away is named by nobody, and asked about again.
fn source_in_words(source: CopiedFrom) -> String {
    let is_gone = matches!(source.state, None | Some(PostState::Withdrawn | PostState::Trash));
    match (source.title, source.edition, source.day) {
        (Some(title), Some(edition), Some(day)) if !is_gone => {
            format!("Kopia av ”{title}”, lucka {day} i {edition}.")
        }
        (Some(title), ..) if !is_gone => format!("Kopia av ”{title}”."),
        _ => "Kopia av en text som är borttagen. Fråga innan ni publicerar den.".to_owned(),
    }
}
