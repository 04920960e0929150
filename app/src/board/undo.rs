//! Giving the last move back: each member of staff their own, until they move something else.

use serde::{Deserialize, Serialize};

use super::arrangement::{Arrangement, Seen, Shift};
use super::perform::check_readers;
use super::{BoardError, store};
use crate::ids::EditionId;
use crate::posts::rearrange::{Decision, Placement, rearrange};
use crate::posts::{Act, EditablePost, PostId, PostStatus};
use crate::staff::Staff;
use crate::state::AppState;

/// The last move of one person, kept until their next one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LastMove {
    pub(crate) edition: EditionId,
    pub(super) shifts: Vec<Shifted>,
}

/// A text that was moved, and what was decided about it before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Shifted {
    pub(super) post: PostId,
    pub(super) from: Option<u16>,
    pub(super) to: Option<u16>,
    pub(super) decision: Option<Decision>,
}

impl LastMove {
    /// Returns what the days are like if nobody has changed them since.
    fn expected(&self) -> Vec<Seen> {
        let on = |day: u16| self.shifts.iter().find(|shift| shift.to == Some(day)).map(|shift| shift.post);
        let mut days: Vec<u16> =
            self.shifts.iter().flat_map(|shift| [shift.from, shift.to]).flatten().collect();
        days.sort_unstable();
        days.dedup();
        days.into_iter().map(|day| Seen { day, post: on(day) }).collect()
    }

    /// Returns the texts, with the way back of each.
    fn way_back(&self) -> Vec<Shift> {
        self.shifts.iter().map(|shift| Shift { post: shift.post, from: shift.to, to: shift.from }).collect()
    }
}

/// Puts every text of somebody's last move back to where it was, with what was decided about it, and says so. Returns the
/// edition, too, if there was one.
pub(crate) async fn undo(
    state: &AppState,
    by: &Staff,
    is_sure: bool,
) -> Result<(EditionId, String), BoardError> {
    let mut act = Act::begin(state, by).await?;
    let last = store::last_move(act.connection(), by.id).await?.ok_or(BoardError::NothingToUndo)?;
    let doors = act.doors(last.edition).await?;
    unchanged(&Arrangement::of(&doors), &last)?;
    let shifts = last.way_back();
    let mut posts = Vec::with_capacity(shifts.len());
    for shift in &shifts {
        let post = act.post(shift.post).await?;
        if !is_where_it_was_put(&post, last.edition, shift.from) {
            return Err(BoardError::ChangedSince(shift.to.or(shift.from).unwrap_or_default()));
        }
        posts.push(post);
    }
    check_readers(&doors, &shifts, &posts, is_sure, state.clock.now_millis())?;
    let placements: Vec<_> = last
        .shifts
        .iter()
        .map(|shift| Placement { post: shift.post, day: shift.from, decision: shift.decision })
        .collect();
    rearrange(&mut act, last.edition, &placements).await?;
    store::forget_last_move(act.connection(), by.id).await?;
    act.commit().await?;
    Ok((last.edition, "Det är ångrat. Texterna ligger där de låg förut.".into()))
}

fn unchanged(now: &Arrangement, last: &LastMove) -> Result<(), BoardError> {
    now.check(&last.expected()).map_err(|error| match error {
        BoardError::Changed(day) => BoardError::ChangedSince(day),
        error => error,
    })
}

fn is_where_it_was_put(post: &EditablePost, edition: EditionId, day: Option<u16>) -> bool {
    let on = post.door.as_ref().map(|door| (door.edition, door.day));
    on == day.map(|day| (edition, day)) && post.status != PostStatus::Trash
}
