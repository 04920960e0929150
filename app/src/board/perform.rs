//! Carrying out what somebody wants done, in one transaction.

use super::arrangement::{Arrangement, Seen, Shift};
use super::order::Order;
use super::undo::{LastMove, Shifted};
use super::{BoardError, store, words};
use crate::ids::EditionId;
use crate::posts::rearrange::{Decision, Placement, rearrange};
use crate::posts::store::doors::Door;
use crate::posts::{Act, EditablePost, PostStatus};
use crate::reserves;
use crate::staff::Staff;
use crate::state::AppState;
use crate::time::UnixMillis;

/// Carries out an order and says what was done. What was seen must still be so. `is_sure` says that somebody has confirmed
/// that readers notice.
pub(crate) async fn perform(
    state: &AppState,
    by: &Staff,
    edition: EditionId,
    order: &Order,
    seen: &[Seen],
    is_sure: bool,
) -> Result<String, BoardError> {
    let mut act = Act::begin(state, by).await?;
    let doors = act.doors(edition).await?;
    let arrangement = Arrangement::of(&doors);
    arrangement.check(seen)?;
    let shifts = arrangement.shifts(order)?;
    let mut posts = Vec::with_capacity(shifts.len());
    for shift in &shifts {
        let post = act.post(shift.post).await?;
        if shift.from.is_none() && !is_loose(&post) {
            return Err(BoardError::HasDay);
        }
        posts.push(post);
    }
    let now = state.clock.now_millis();
    check_readers(&doors, &shifts, &posts, is_sure, now)?;
    let placements: Vec<_> =
        shifts.iter().map(|shift| Placement { post: shift.post, day: shift.to, decision: None }).collect();
    rearrange(&mut act, edition, &placements).await?;
    if order.makes_reserve() {
        for shift in shifts.iter().filter(|shift| shift.to.is_none()) {
            reserves::add_displaced(state, act.connection(), by, edition, shift.post).await?;
        }
    }
    let shifted = shifts.iter().zip(&posts).map(|(shift, post)| Shifted {
        post: shift.post,
        from: shift.from,
        to: shift.to,
        decision: Decision::about(post),
    });
    let last = LastMove { edition, shifts: shifted.collect() };
    store::save_last_move(act.connection(), by.id, &last, now).await?;
    act.commit().await?;
    Ok(words::done(&shifts, &posts, order.makes_reserve()))
}

/// Whether a text can be put on a day: it lies on none, and nobody has decided when readers get it.
fn is_loose(post: &EditablePost) -> bool {
    post.door.is_none() && matches!(post.status, PostStatus::Draft | PostStatus::Ready)
}

/// Refuses what readers would notice at once, unless somebody has confirmed it: a text that they have goes away or gets
/// another day, or a text that is decided comes on an open door.
pub(super) fn check_readers(
    doors: &[Door],
    shifts: &[Shift],
    posts: &[EditablePost],
    is_sure: bool,
    now: UnixMillis,
) -> Result<(), BoardError> {
    let is_open = |day: Option<u16>| {
        doors.iter().any(|door| Some(door.day) == day && door.is_published && door.opens_at <= now)
    };
    let is_noticed = shifts.iter().zip(posts).any(|(shift, post)| {
        post.status == PostStatus::Published || (post.status.is_decided() && is_open(shift.to))
    });
    if is_noticed && !is_sure { Err(BoardError::NotSure) } else { Ok(()) }
}
