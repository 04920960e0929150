//! What hangs on the days of an edition, and what is missing there.

use std::collections::HashMap;

use jiff::SignedDuration;

use super::EditionRecord;
use super::store::{self, DayRow};
use crate::error::AppError;
use crate::posts::checks::{self, Field};
use crate::posts::store::texts::on_doors;
use crate::posts::{EditablePost, GuldkornForm, PostId, PostStatus};
use crate::state::AppState;
use crate::time::{from_millis, weekday_and_date};

/// A day that opens within so long should have its text.
const SOON: SignedDuration = SignedDuration::from_hours(7 * 24);

/// What is missing on a day on which nothing hangs that readers could get.
const NO_TEXT: &str = "ingen text";

/// A day of an edition, as staff see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Day {
    /// Its number, from 1.
    pub(crate) number: u16,
    /// "måndag 7 december"
    pub(crate) date: String,
    /// What staff call it, such as "Lucia"; empty for most.
    pub(crate) label: String,
    /// What hangs there.
    pub(crate) hung: Option<Hung>,
    /// What readers would miss; empty when all is there.
    pub(crate) missing: Vec<&'static str>,
    /// Whether the door opens within a week, or is open, and something is missing.
    pub(crate) is_urgent: bool,
}

/// A text on a door.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hung {
    /// Its number.
    pub(crate) post: PostId,
    /// Its title, in the newest version.
    pub(crate) title: String,
    /// "citat", "berättelse", "tanke", "bild"
    pub(crate) form: &'static str,
    /// "utkast", "klar", "schemalagd", "publicerad"
    pub(crate) state: &'static str,
}

/// The days of an edition, in order.
pub(crate) async fn days(state: &AppState, edition: &EditionRecord) -> Result<Vec<Day>, AppError> {
    let rows = store::days(state.db.reader(), edition.id).await?;
    let now = state.clock.now();
    let mut posts: HashMap<u16, EditablePost> = on_doors(state.db.reader(), edition.id, now.into())
        .await?
        .into_iter()
        .filter_map(|post| Some((post.door.as_ref()?.day, post)))
        .collect();
    let day = |row: DayRow| {
        let opens = from_millis(row.opens_at);
        let date = edition.schedule.date_of(row.day).map(weekday_and_date).unwrap_or_default();
        let (hung, missing) = match posts.remove(&row.day) {
            Some(post) => {
                let (hung, missing) = hung(post, edition.is_published());
                (Some(hung), missing)
            }
            None => (None, vec![NO_TEXT]),
        };
        let is_urgent = !missing.is_empty() && opens <= now + SOON;
        Day { number: row.day, date, label: row.label, hung, missing, is_urgent }
    };
    Ok(rows.into_iter().map(day).collect())
}

fn hung(post: EditablePost, is_public: bool) -> (Hung, Vec<&'static str>) {
    let state = match post.status {
        PostStatus::Draft => "utkast",
        PostStatus::Ready => "klar",
        PostStatus::Scheduled if is_public => "schemalagd",
        PostStatus::Scheduled => "väntar på kalendern",
        PostStatus::Published => "publicerad",
        PostStatus::Withdrawn => "tillbakadragen",
        PostStatus::Trash => "i papperskorgen",
    };
    let form = match post.content.form {
        Some(GuldkornForm::Quote) => "citat",
        Some(GuldkornForm::Thought) => "tanke",
        Some(GuldkornForm::Photo) => "bild",
        Some(GuldkornForm::Story) | None => "berättelse",
    };
    let missing = match post.status {
        PostStatus::Withdrawn | PostStatus::Trash => vec![NO_TEXT],
        _ => missing(&post),
    };
    let title = post.content.title_or_untitled().to_owned();
    (Hung { post: post.id, title, form, state }, missing)
}

/// Returns what [`checks::missing`] finds, each in two words.
fn missing(post: &EditablePost) -> Vec<&'static str> {
    let mut missing: Vec<_> =
        checks::missing(post.kind, &post.content).into_iter().map(|remark| in_words(remark.field)).collect();
    missing.dedup();
    missing
}

const fn in_words(field: Field) -> &'static str {
    match field {
        Field::Title => "ingen egen rubrik",
        Field::Quote | Field::Body => "tomt",
        Field::Source => "ingen källa",
        Field::Picture => "ingen bild",
        Field::PictureAlt => "ingen alternativtext",
        Field::PublishAt => "oläslig tid",
        Field::Tags => "för lång etikett",
        Field::PictureCaption | Field::Teaser => "brist",
    }
}
