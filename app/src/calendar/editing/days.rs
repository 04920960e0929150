//! What hangs on the days of an edition, and what is missing there.

use crate::posts::PostId;
use jiff::{SignedDuration, Timestamp};

use super::EditionRecord;
use super::store::{self, DayRow};
use crate::error::AppError;
use crate::posts::PostContent;
use crate::state::AppState;
use crate::time::{from_millis, weekday_and_date};

/// A day that opens within so long should have its text.
const SOON: SignedDuration = SignedDuration::from_hours(7 * 24);

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
    let day = |row: DayRow| {
        let opens = from_millis(row.opens_at);
        let date = edition.schedule.date_of(row.day).map(weekday_and_date).unwrap_or_default();
        let (number, label) = (row.day, row.label.clone());
        let (hung, missing) = hung(row, edition.is_published(), now);
        let is_urgent = !missing.is_empty() && opens <= now + SOON;
        Day { number, date, label, hung, missing, is_urgent }
    };
    Ok(rows.into_iter().map(day).collect())
}

fn hung(row: DayRow, is_public: bool, now: Timestamp) -> (Option<Hung>, Vec<&'static str>) {
    let (Some(post), Some(stored)) = (row.post_id, row.state.as_deref()) else {
        return (None, vec!["ingen text"]);
    };
    let state = match (stored, row.public_from) {
        ("draft", _) => "utkast",
        ("ready", _) => "klar",
        ("withdrawn", _) => "tillbakadragen",
        ("trash", _) => "i papperskorgen",
        (_, Some(from)) if from <= now.into() => "publicerad",
        _ if is_public => "schemalagd",
        _ => "väntar på kalendern",
    };
    let gone = matches!(stored, "withdrawn" | "trash");
    let text = newest(row);
    let form = match text.form.as_deref() {
        Some("quote") => "citat",
        Some("thought") => "tanke",
        Some("photo") => "bild",
        _ => "berättelse",
    };
    let missing = if gone { vec!["ingen text"] } else { text.missing() };
    (Some(Hung { post, title: text.title, form, state }), missing)
}

/// A text as far as readers could miss something in it.
struct Text {
    title: String,
    form: Option<String>,
    quote: String,
    source: String,
    body: String,
    has_picture: bool,
    needs_words: bool,
}

impl Text {
    fn missing(&self) -> Vec<&'static str> {
        let is_quote = self.form.as_deref() == Some("quote");
        let has_text = !self.body.trim().is_empty();
        let is_there = match self.form.as_deref() {
            Some("quote") => !self.quote.trim().is_empty(),
            Some("photo") => self.has_picture,
            _ => has_text,
        };
        let mut missing = Vec::new();
        if !is_there {
            missing.push(if self.form.as_deref() == Some("photo") && has_text {
                "ingen bild"
            } else {
                "tomt"
            });
        }
        if is_quote && is_there && self.source.trim().is_empty() {
            missing.push("ingen källa");
        }
        if self.has_picture && self.needs_words {
            missing.push("ingen alternativtext");
        }
        missing
    }
}

/// The version that staff go on with; what readers have, for a text that nobody has saved here.
fn newest(row: DayRow) -> Text {
    let manuscript = row.newest.as_deref().and_then(|json| serde_json::from_str::<PostContent>(json).ok());
    match manuscript {
        Some(text) => Text {
            title: text.title,
            form: text.form.map(|form| form.as_str().to_owned()),
            quote: text.quote,
            source: text.source,
            body: text.body,
            has_picture: text.picture.is_some(),
            needs_words: text.picture_alt.is_empty() && !text.picture_decorative,
        },
        None => Text {
            title: row.title.unwrap_or_default(),
            form: row.form,
            quote: row.quote.unwrap_or_default(),
            source: row.source.unwrap_or_default(),
            body: row.body.unwrap_or_default(),
            has_picture: row.picture_id.is_some(),
            // What readers have without words was meant to be decorative.
            needs_words: false,
        },
    }
}
