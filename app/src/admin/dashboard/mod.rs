//! `/admin`, the dashboard: the first page after the log-in, with what matters first.
//!
//! Doors that open soon with nothing behind them come before everything else; then what opens next, and what the
//! member of staff and others are working on.

mod ahead;
mod backups;
mod caches;
mod concerns;
mod consents;
mod letters;
mod messages;
mod proxy;
mod reserves;
mod statement;
#[cfg(test)]
mod tests;
mod views;

use self::ahead::Ahead;
use self::caches::Outdated;
use super::prerendered::PrerenderedAdminPage;
use crate::backups::BackupStatus;
use crate::board::{self, Board};
use crate::calendar::editing::{self, Day};
use crate::comments::{self, Concern};
use crate::consent::store::Ending;
use crate::error::AppError;
use crate::feedback::Counts;
use crate::first_hour::FirstHour;
use crate::ids::EditionId;
use crate::posts::EditablePost;
use crate::posts::checks::{self, PostFacts};
use crate::posts::store::{doors, lists, overview as store, texts};
use crate::reserves::Filling;
use crate::staff::{Role, Staff};
use crate::state::AppState;
use crate::time::UnixMillis;
use crate::ui::render_to_string;

/// What somebody's dashboard shows.
struct Dashboard {
    now: UnixMillis,
    /// Whether nobody has written anything yet.
    is_fresh: bool,
    ahead: Ahead,
    /// Doors to come without a word behind them, by edition.
    empty: Vec<EmptyDoors>,
    /// The board of the calendar that opens next.
    board: Option<Board>,
    /// Doors that reserves have filled lately.
    filled: Vec<Filling>,
    /// Messages of the public that wait for an answer.
    messages: Counts,
    /// Consents that end soon or have ended.
    consents: Ending,
    /// What the accessibility statement needs of its owner.
    statement: Option<&'static str>,
    /// What caches in front may still show.
    outdated: Option<Outdated>,
    /// How the nightly backups went, for its owner, when they fail.
    backups: Option<BackupStatus>,
    /// Since when letters to the staff are refused, for its owner.
    letters: Option<UnixMillis>,
    /// What the site still needs, for its owner.
    first_hour: Option<FirstHour>,
    /// What opens next, if it is a text or has one.
    next: Option<(EditablePost, PostFacts)>,
    /// What waits for them to be read, changed or answered.
    concerns: Vec<Concern>,
    own: Vec<store::DashboardPost>,
    waiting: Vec<store::DashboardPost>,
    scheduled: Vec<store::DashboardPost>,
    recent: Vec<crate::audit_log::AuditEntry>,
}

/// The doors to come of an edition that have no text, beyond those that [`Ahead`] warns of one by one.
struct EmptyDoors {
    edition: EditionId,
    title: String,
    is_published: bool,
    days: Vec<u16>,
}

/// Renders the dashboard.
pub(super) async fn room(state: &AppState, staff: &Staff) -> Result<PrerenderedAdminPage, AppError> {
    let dashboard = Dashboard::of(state, staff).await?;
    let proxy = proxy::missing_headers(state, staff).await?;
    Ok(PrerenderedAdminPage {
        title: "Skrivbordet".into(),
        html: render_to_string(views::dashboard(&dashboard, staff, &proxy)),
    })
}

impl Dashboard {
    async fn of(state: &AppState, staff: &Staff) -> Result<Self, AppError> {
        let (reader, now) = (state.db.reader(), state.clock.now_millis());
        let scheduled = store::scheduled(reader, now).await?;
        let ahead = Ahead::of(&doors::all(reader).await?, scheduled.first(), now);
        let next = match ahead.next.as_ref().and_then(|next| next.post) {
            Some(post) => {
                let post = texts::find(reader, post, now).await?;
                let facts = checks::facts(state, post.id, post.words_for_readers()).await?;
                Some((post, facts))
            }
            None => None,
        };
        let board = board::board(state, staff, None).await?;
        Ok(Self {
            now,
            is_fresh: !lists::is_any(reader).await?,
            empty: empty_doors(state, &ahead, board.as_ref()).await?,
            ahead,
            board,
            filled: reserves::load_filled(state).await?,
            messages: messages::load_waiting(state, staff).await?,
            consents: consents::load_ending(state, staff).await?,
            statement: statement::load_owed(state, staff).await?,
            outdated: caches::load_outdated(state).await?,
            backups: backups::load_failing(state, staff).await?,
            letters: letters::load_failing(state, staff).await?,
            first_hour: first_hour(state, staff).await?,
            next,
            concerns: comments::concerns(state, staff.id).await?,
            own: store::own(reader, staff.id).await?,
            waiting: store::waiting(reader).await?,
            scheduled,
            recent: store::recent(reader).await?,
        })
    }
}

/// Loads what the site still needs, for those who can see to it.
async fn first_hour(state: &AppState, staff: &Staff) -> Result<Option<FirstHour>, AppError> {
    if staff.role < Role::Admin { Ok(None) } else { FirstHour::load(state).await.map(Some) }
}

/// Finds the doors to come that have no text, however far away they are and whether readers know of the edition or not. The
/// days of the board's edition are those that it has loaded.
async fn empty_doors(
    state: &AppState,
    ahead: &Ahead,
    board: Option<&Board>,
) -> Result<Vec<EmptyDoors>, AppError> {
    let now = state.clock.now();
    let mut all = Vec::new();
    for edition in editing::all(state.db.reader()).await? {
        if edition.schedule.next_opening(now).is_none() {
            continue;
        }
        let is_told = |day: u16| ahead.gaps.iter().any(|gap| gap.edition == edition.id && gap.day == day);
        let is_empty = |day: &&Day| day.opens_at > now.into() && !day.has_text() && !is_told(day.number);
        let days: Vec<_> = match board.filter(|board| board.edition.id == edition.id) {
            Some(board) => {
                board.days.iter().map(|day| &day.day).filter(is_empty).map(|day| day.number).collect()
            }
            None => {
                let days = editing::days(state, &edition).await?;
                days.iter().filter(is_empty).map(|day| day.number).collect()
            }
        };
        if !days.is_empty() {
            let is_published = edition.is_published();
            all.push(EmptyDoors { edition: edition.id, title: edition.title, is_published, days });
        }
    }
    Ok(all)
}
