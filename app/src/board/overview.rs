//! An edition as the board shows it.

use std::collections::HashMap;

use super::arrangement::Shift;
use super::store::{self, LooseText};
use super::undo::LastMove;
use super::words;
use crate::calendar::editing::{self, Day, EditionRecord};
use crate::error::AppError;
use crate::ids::EditionId;
use crate::media::store::thumbnail_addresses;
use crate::posts::store::texts;
use crate::posts::{PostId, PostStatus};
use crate::staff::Staff;
use crate::state::AppState;
use crate::time::{DAY, UnixMillis};

/// What the board of an edition shows.
pub(crate) struct Board {
    pub(crate) edition: EditionRecord,
    /// What [`version`](store::version::version) said before it was loaded.
    pub(crate) version: String,
    /// All editions, newest first.
    pub(crate) editions: Vec<(EditionId, String)>,
    pub(crate) days: Vec<BoardDay>,
    /// Guldkorn without a day.
    pub(crate) loose: Vec<LooseText>,
    /// The last move on this board of whoever looks at it; none after it was undone, or when its text is gone.
    pub(crate) undo: Option<Undoable>,
}

/// A day on the board.
pub(crate) struct BoardDay {
    pub(crate) day: Day,
    pub(crate) progress: Progress,
    pub(crate) distance: Distance,
    /// Address of a small variant of its text's picture.
    pub(crate) thumbnail: Option<String>,
}

/// How far a day has come, in the order in which the light comes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Progress {
    /// Nothing is there to read.
    Empty,
    /// Something is missing in the text.
    Begun,
    /// The text is whole, and nobody has decided that readers may have it.
    Whole,
    /// Nothing more is to be done.
    Done,
}

/// How far away the opening of a day is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Distance {
    /// Zero or less: its door is open, if the edition is published.
    Past,
    /// Within seven days.
    Week,
    /// Within thirty days.
    Month,
    /// Later than that.
    Later,
}

/// The last move of whoever looks at the board.
pub(crate) struct Undoable {
    /// "Du flyttade ”Mod” från dag 7 till dag 12."
    pub(crate) what: String,
    /// Whether one of its days is open for readers.
    pub(crate) concerns_readers: bool,
}

/// Loads the board of an edition: of the one that is asked for, or else of the one that opens next; `None` when there is no
/// edition at all.
pub(crate) async fn board(
    state: &AppState,
    staff: &Staff,
    wanted: Option<EditionId>,
) -> Result<Option<Board>, AppError> {
    let reader = state.db.reader();
    let editions = editing::all(reader).await?;
    let chosen = match wanted {
        Some(id) => Some(editions.iter().find(|edition| edition.id == id).ok_or(AppError::NotFound)?),
        None => nearest(&editions, state),
    };
    let Some(edition) = chosen.cloned() else { return Ok(None) };
    let version = store::version::version(&mut *reader.acquire().await?, edition.id).await?;
    let days = editing::days(state, &edition).await?;
    let pictures: Vec<&str> = days.iter().filter_map(|day| day.hung.as_ref()?.picture.as_deref()).collect();
    let thumbnails = thumbnail_addresses(reader, &pictures).await?;
    let now = state.clock.now_millis();
    let days: Vec<_> = days.into_iter().map(|day| BoardDay::new(day, &thumbnails, now)).collect();
    Ok(Some(Board {
        editions: editions.into_iter().map(|edition| (edition.id, edition.title)).collect(),
        loose: store::loose_texts(reader).await?,
        undo: undoable(state, staff, &edition, &days).await?,
        edition,
        version,
        days,
    }))
}

/// Returns the edition whose next door opens first; when all doors are open, the newest.
fn nearest<'a>(editions: &'a [EditionRecord], state: &AppState) -> Option<&'a EditionRecord> {
    let now = state.clock.now();
    let coming = editions.iter().filter_map(|edition| Some((edition.schedule.next_opening(now)?.1, edition)));
    coming.min_by_key(|(at, _)| *at).map(|(_, edition)| edition).or(editions.first())
}

async fn undoable(
    state: &AppState,
    staff: &Staff,
    edition: &EditionRecord,
    days: &[BoardDay],
) -> Result<Option<Undoable>, AppError> {
    let last: Option<LastMove> = store::last_move(state.db.reader(), staff.id).await?;
    let Some(last) = last.filter(|last| last.edition == edition.id) else { return Ok(None) };
    let Some(first) = last.shifts.first() else { return Ok(None) };
    let title = match texts::find(state.db.reader(), first.post, state.clock.now_millis()).await {
        Ok(post) => post.newest_words().title_or_untitled().to_owned(),
        Err(sqlx::Error::RowNotFound) => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let shift = Shift { post: first.post, from: first.from, to: first.to };
    let is_open = |day: u16| {
        let on_it = days.iter().find(|other| other.day.number == day);
        edition.is_published() && on_it.is_some_and(|day| day.distance == Distance::Past)
    };
    let concerns_readers =
        last.shifts.iter().any(|shift| [shift.from, shift.to].into_iter().flatten().any(is_open));
    Ok(Some(Undoable { what: words::last_move(&shift, &title, last.shifts.len()), concerns_readers }))
}

impl BoardDay {
    fn new(day: Day, thumbnails: &HashMap<String, String>, now: UnixMillis) -> Self {
        let hung = day.hung.as_ref();
        let thumbnail = hung.and_then(|hung| thumbnails.get(hung.picture.as_ref()?).cloned());
        let (progress, distance) = (Progress::of(&day), Distance::of(day.opens_at, now));
        Self { day, progress, distance, thumbnail }
    }

    /// Returns the text that whoever gives an order says to have seen: also one that readers cannot get, but none that is in
    /// the trash.
    pub(crate) fn seen(&self) -> Option<PostId> {
        self.day.hung.as_ref().filter(|hung| hung.status != PostStatus::Trash).map(|hung| hung.post)
    }
}

impl Progress {
    fn of(day: &Day) -> Self {
        match &day.hung {
            Some(hung) if day.has_text() && hung.to_mend.is_empty() && hung.status.is_decided() => Self::Done,
            Some(hung) if day.has_text() && hung.to_mend.is_empty() => Self::Whole,
            Some(_) if day.has_text() => Self::Begun,
            _ => Self::Empty,
        }
    }

    /// Returns its value in the page, by which it is lit.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Begun => "begun",
            Self::Whole => "whole",
            Self::Done => "done",
        }
    }
}

impl Distance {
    /// All of them, the nearest first.
    pub(crate) const ALL: [Self; 4] = [Self::Past, Self::Week, Self::Month, Self::Later];

    fn of(opens_at: UnixMillis, now: UnixMillis) -> Self {
        match opens_at - now {
            ..=0 => Self::Past,
            away if away <= 7 * DAY => Self::Week,
            away if away <= 30 * DAY => Self::Month,
            _ => Self::Later,
        }
    }

    /// Returns its value in the page, by which it is coloured.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Past => "past",
            Self::Week => "week",
            Self::Month => "month",
            Self::Later => "later",
        }
    }
}
