//! What the desk's buttons do about doors, and what undoes it.

use super::super::Sent;
use super::flash::{Flash, Undo, redirect_with_flash};
use super::submitted::Pressed;
use crate::admin::relative_time::long_date_and_time;
use crate::calendar::EditionId;
use crate::error::AppError;
use crate::paths;
use crate::posts::store::doors::{self, Door};
use crate::posts::{DoorForm, DoorRef, EditablePost, PostError, PostId, PostStatus, hang as hanging};
use crate::staff::Staff;
use crate::state::AppState;

/// Hangs the text on the door that is chosen, or takes it down.
pub(in crate::admin::editor) async fn hang(
    state: &AppState,
    staff: &Staff,
    sent: Sent,
    door: &DoorForm,
) -> Result<(), AppError> {
    let desk = Pressed::of(state, staff, sent).await?;
    desk.keep().await?;
    let Some(moved) = move_or_refuse(&desk, &door.door).await? else { return Ok(()) };
    let work = desk.again().await?;
    let mut words = match &work.place {
        Some(place) => {
            format!("Texten {}. Den öppnas {}.", on_door(place), long_date_and_time(place.opens_at))
        }
        None => "Texten hänger inte på någon lucka.".to_owned(),
    };
    words += for_readers(&desk.work, &work);
    words += &moved.words;
    desk.answer(Ok(()), Flash::done(words).with_undo(moved.undo)).await
}

/// What became of the doors.
#[derive(Default)]
pub(super) struct Moved {
    /// What became of the text that hung on the door: " ”Mod” hänger nu på lucka 3."
    pub(super) words: String,
    /// What makes it all as it was.
    pub(super) undo: Option<Undo>,
}

/// Hangs the text where the form says, if somebody has chosen another door there. Nothing: it was refused, and the
/// browser is led back to the desk, which says why.
pub(super) async fn follow(desk: &Pressed<'_>, door: &DoorForm) -> Result<Option<Moved>, AppError> {
    if door.door == door.hung {
        return Ok(Some(Moved::default()));
    }
    move_or_refuse(desk, &door.door).await
}

async fn move_or_refuse(desk: &Pressed<'_>, door: &str) -> Result<Option<Moved>, AppError> {
    match move_to(desk, door).await? {
        Ok(moved) => Ok(Some(moved)),
        Err(refusal) => {
            desk.refuse(refusal).await?;
            Ok(None)
        }
    }
}

/// Hangs the text where the form says, so that it is looked at there, unless that changes what readers get. Then the
/// desk has something to say afterwards.
pub(super) async fn follow_for_a_look(
    desk: &Pressed<'_>,
    door: &DoorForm,
) -> Result<Option<Flash>, AppError> {
    if door.door == door.hung {
        return Ok(None);
    }
    let is_free = find(desk.state, target(&door.door)).await?.is_some_and(|door| door.post.is_none());
    if desk.work.status.is_decided() || !is_free {
        return Ok(Some(Flash::refused(
            "Luckan är inte bytt, eftersom en förhandsgranskning inte ändrar något för läsarna. Välj luckan igen och \
             tryck på knappen under den.",
        )));
    }
    Ok(move_to(desk, &door.door).await?.err().map(|refusal| Flash::refused(refusal.to_string())))
}

/// What another door means for readers.
pub(super) const fn for_readers(before: &EditablePost, now: &EditablePost) -> &'static str {
    match (before.status, now.status) {
        (PostStatus::Published, PostStatus::Scheduled) => " Läsarna ser den inte igen förrän luckan öppnas.",
        (PostStatus::Scheduled, PostStatus::Ready) => " Den är klar, men inte schemalagd längre.",
        _ => "",
    }
}

/// "hänger på lucka 7"
pub(super) fn on_door(place: &DoorRef) -> String {
    format!("hänger på lucka {}", place.day)
}

async fn move_to(desk: &Pressed<'_>, door: &str) -> Result<Result<Moved, PostError>, AppError> {
    let (state, staff, work) = (desk.state, desk.staff, &desk.work);
    let target = target(door);
    let there = find(state, target).await?;
    let done = match target {
        Some((edition, day)) => hanging::hang(state, staff, work.id, edition, day).await?,
        None => hanging::take_down(state, staff, work.id).await?,
    };
    let (words, undo) = (of_the_other(work, there.as_ref()), undo_of_hanging(work, there.as_ref()));
    Ok(done.map(|()| Moved { words, undo }))
}

fn target(door: &str) -> Option<(EditionId, u16)> {
    let (edition, day) = door.split_once(':')?;
    Some((edition.parse().ok()?, day.parse().ok()?))
}

async fn find(state: &AppState, target: Option<(EditionId, u16)>) -> Result<Option<Door>, AppError> {
    let Some((edition, day)) = target else { return Ok(None) };
    Ok(doors::find(&mut *state.db.reader().acquire().await?, edition, day).await?)
}

/// What becomes of the text that hung there: " ”Mod” hänger nu på lucka 3."
fn of_the_other(work: &EditablePost, there: Option<&Door>) -> String {
    let other = there.filter(|door| door.post.is_some_and(|post| post != work.id));
    let Some(title) = other.and_then(|door| door.title.as_ref()) else { return String::new() };
    match &work.place {
        Some(place) => format!(" ”{title}” hänger nu på lucka {}.", place.day),
        None => format!(" ”{title}” hänger inte på någon lucka längre."),
    }
}

/// The text goes back to where it hung. If it hung nowhere, what hung on its door goes back there.
fn undo_of_hanging(work: &EditablePost, there: Option<&Door>) -> Option<Undo> {
    if let Some(place) = &work.place {
        let (post, was_decided) = (work.id, work.status.is_decided());
        return Some(Undo::Hang { post, edition: place.edition, day: place.day, was_decided });
    }
    let door = there?;
    Some(match door.post {
        Some(post) => {
            let was_decided = door.state.as_deref() == Some("published");
            Undo::Hang { post, edition: door.edition, day: door.day, was_decided }
        }
        None => Undo::Hang { post: work.id, edition: EditionId::NONE, day: 0, was_decided: false },
    })
}

pub(in crate::admin::editor) async fn hang_again(
    state: &AppState,
    staff: &Staff,
    id: PostId,
    (edition, day): (EditionId, u16),
    was_decided: bool,
) -> Result<(), AppError> {
    let done = if edition > EditionId::NONE {
        hanging::hang_back(state, staff, id, edition, day, was_decided).await?
    } else {
        hanging::take_down(state, staff, id).await?
    };
    let flash = match done {
        Ok(()) => Flash::done("Luckorna är som de var förut."),
        Err(refusal) => Flash::refused(refusal.to_string()),
    };
    redirect_with_flash(state, &paths::edit_post(id), &flash).await
}
