//! What there is to tell.

use crate::calendar::editing::{self, Day, EditionRecord};
use crate::comments::{self, Waiting};
use crate::consent::store::{Ending, ending};
use crate::error::AppError;
use crate::feedback;
use crate::ids::EditionId;
use crate::posts::PostStatus;
use crate::posts::list::Filter;
use crate::posts::store::lists;
use crate::state::AppState;
use crate::time::{DAY, UnixMillis};

/// How far ahead a letter looks, in milliseconds.
const AHEAD: i64 = 14 * DAY;

/// What there is to tell, the same for everybody; days and numbers, and nothing of a text.
#[derive(Debug, Default)]
pub(super) struct Content {
    pub(super) editions: Vec<Ahead>,
    /// Texts that somebody has to publish.
    pub(super) ready: u32,
    /// How many texts wait for whom to be read.
    pub(super) waiting: Vec<Waiting>,
    /// Messages of the public without an answer.
    pub(super) messages: i64,
    /// Consents that end soon or have ended.
    pub(super) consents: Ending,
    opened: Vec<Opened>,
}

/// The days of an edition that are not ready.
#[derive(Debug)]
pub(super) struct Ahead {
    pub(super) edition: EditionId,
    pub(super) title: String,
    pub(super) days: Vec<DayAhead>,
}

/// A day that opens soon and is not ready.
#[derive(Debug)]
pub(super) struct DayAhead {
    pub(super) number: u16,
    pub(super) date: String,
    /// What is missing, in words of the program.
    pub(super) missing: Vec<&'static str>,
    /// Whoever writes its text; empty when nobody does.
    pub(super) writer: String,
}

/// A door that has opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Opened {
    pub(super) edition: EditionId,
    pub(super) title: String,
    pub(super) day: u16,
    pub(super) at: UnixMillis,
    pub(super) is_empty: bool,
}

impl Content {
    /// Gathers it as of now; what has opened from an instant on.
    pub(super) async fn gather(state: &AppState, opened_after: UnixMillis) -> Result<Self, AppError> {
        let now = state.clock.now_millis();
        let ready = Filter { status: Some(PostStatus::Ready), ..Filter::default() };
        let mut content = Self {
            ready: lists::count(state.db.reader(), &ready, now).await?,
            waiting: comments::waiting(state).await?,
            consents: ending(state.db.reader(), now).await?,
            messages: feedback::counts(state.db.reader(), now).await?.waiting,
            ..Self::default()
        };
        for edition in editing::all(state.db.reader()).await? {
            let days = editing::days(state, &edition).await?;
            content.add(edition, &days, opened_after, now);
        }
        Ok(content)
    }

    fn add(&mut self, edition: EditionRecord, days: &[Day], opened_after: UnixMillis, now: UnixMillis) {
        if edition.is_published() {
            let opened = days.iter().filter(|day| day.opens_at > opened_after && day.opens_at <= now);
            self.opened.extend(opened.map(|day| Opened {
                edition: edition.id,
                title: edition.title.clone(),
                day: day.number,
                at: day.opens_at,
                is_empty: day.hung.as_ref().is_none_or(|hung| hung.status != PostStatus::Published),
            }));
        }
        let ahead = days.iter().filter(|day| day.opens_at > now && day.opens_at <= now + AHEAD);
        let days: Vec<_> = ahead.filter_map(DayAhead::of).collect();
        if !days.is_empty() {
            self.editions.push(Ahead { edition: edition.id, title: edition.title, days });
        }
    }

    /// Returns what has opened since an instant, the earliest first.
    pub(super) fn opened_since(&self, since: UnixMillis) -> Vec<&Opened> {
        let mut opened: Vec<_> = self.opened.iter().filter(|opened| opened.at > since).collect();
        opened.sort_by_key(|opened| (opened.at, opened.edition, opened.day));
        opened
    }
}

impl DayAhead {
    /// Returns what is to be told of a day; `None` when it is ready.
    fn of(day: &Day) -> Option<Self> {
        let hung = day.hung.as_ref().filter(|hung| !hung.is_gone);
        (!day.missing.is_empty()).then(|| Self {
            number: day.number,
            date: day.date.clone(),
            missing: day.missing.clone(),
            writer: hung.map(|hung| hung.writer.clone()).unwrap_or_default(),
        })
    }
}
