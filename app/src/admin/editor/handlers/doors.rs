//! Doors that are chosen in the editor's form, and how that is undone.

use super::message::{self, Flash, More, Undo, done};
use super::submit::Submission;
use crate::error::AppError;
use crate::ids::EditionId;
use crate::paths;
use crate::posts::hang::{self, DoorChange};
use crate::posts::store::texts;
use crate::posts::{Act, DoorRef, EditablePost, PostError, PostId, PostState, PostStatus, PreparedContent};
use crate::staff::Staff;
use crate::state::AppState;

/// A change of doors, as the flash message tells it.
#[derive(Default)]
pub(super) struct Moved {
    /// What became of the post that hung on the door: " ”Mod” hänger nu på lucka 3."
    pub(super) words: String,
    pub(super) undo: Option<Undo>,
}

/// Hangs a post on the door that was chosen, or takes it down.
pub(super) async fn move_to(act: &mut Act<'_>, post: PostId, door: &str) -> Result<Moved, PostError> {
    let change = match parse(door) {
        Some((edition, day)) => hang::hang(act, post, edition, day).await?,
        None => hang::take_down(act, post).await?,
    };
    Ok(Moved { words: of_the_other(&change), undo: undo_of(&change) })
}

/// Hangs a post on the door that was chosen if that is free and readers notice nothing. Else returns what to tell.
pub(super) async fn move_for_preview(
    act: &mut Act<'_>,
    form: &Submission<'_>,
) -> Result<Option<Flash>, PostError> {
    let door = &form.door.door;
    let is_free = match parse(door) {
        Some((edition, day)) => act.door(edition, day).await?.is_some_and(|door| door.post.is_none()),
        None => false,
    };
    if form.before.status.is_decided() || !is_free {
        let sentence = "Luckan är inte bytt, eftersom en förhandsgranskning inte ändrar något för läsarna. Välj luckan \
                        igen och tryck på knappen under den.";
        return Ok(Some(Flash::refused(sentence, More::default())));
    }
    move_to(act, form.basis.post, door).await?;
    Ok(None)
}

/// Returns what another door means for readers.
pub(super) const fn for_readers(before: &EditablePost, now: &EditablePost) -> &'static str {
    match (before.status, now.status) {
        (PostStatus::Published, PostStatus::Scheduled) => " Läsarna ser den inte igen förrän luckan öppnas.",
        (PostStatus::Scheduled, PostStatus::Ready) => " Den är klar, men inte schemalagd längre.",
        _ => "",
    }
}

/// Returns "hänger på lucka 7".
pub(super) fn on_door(door: &DoorRef) -> String {
    format!("hänger på lucka {}", door.day)
}

fn parse(door: &str) -> Option<(EditionId, u16)> {
    let (edition, day) = door.split_once(':')?;
    Some((edition.parse().ok()?, day.parse().ok()?))
}

fn of_the_other(change: &DoorChange) -> String {
    let other = change.door.as_ref().filter(|door| door.post.is_some_and(|post| post != change.before.id));
    let Some(title) = other.and_then(|door| door.title.as_ref()) else { return String::new() };
    match &change.before.door {
        Some(door) => format!(" ”{title}” hänger nu på lucka {}.", door.day),
        None => format!(" ”{title}” hänger inte på någon lucka längre."),
    }
}

/// Hangs the post where it hung. If it hung nowhere, hangs what hung on its door there again.
fn undo_of(change: &DoorChange) -> Option<Undo> {
    let before = &change.before;
    if let Some(door) = &before.door {
        let (post, was_decided) = (before.id, before.status.is_decided());
        return Some(Undo::Hang { post, edition: door.edition, day: door.day, was_decided });
    }
    let door = change.door.as_ref()?;
    Some(match door.post {
        Some(post) => {
            let was_decided = door.state == Some(PostState::Published);
            Undo::Hang { post, edition: door.edition, day: door.day, was_decided }
        }
        None => Undo::Hang { post: before.id, edition: EditionId::NONE, day: 0, was_decided: false },
    })
}

/// Undoes a change of doors.
pub(in crate::admin::editor) async fn hang_back(
    state: &AppState,
    staff: &Staff,
    id: PostId,
    door: (EditionId, u16),
    was_decided: bool,
) -> Result<(), AppError> {
    let post = texts::find(state.db.reader(), id, state.clock.now_millis()).await?;
    let content = PreparedContent::prepare_to_publish(state, id, post.kind, post.content).await?;
    let flash = match undo(state, staff, id, door, was_decided.then_some(&content)).await {
        Ok(()) => done("Luckorna är som de var förut.", None),
        Err(refusal) => message::refused(refusal)?,
    };
    message::redirect(state, &paths::edit_post(id), &flash).await
}

async fn undo(
    state: &AppState,
    staff: &Staff,
    post: PostId,
    (edition, day): (EditionId, u16),
    decided: Option<&PreparedContent>,
) -> Result<(), PostError> {
    let mut act = Act::begin(state, staff).await?;
    if edition > EditionId::NONE {
        hang::hang_back(&mut act, post, edition, day, decided).await?;
    } else {
        hang::take_down(&mut act, post).await?;
    }
    Ok(act.commit().await?)
}
