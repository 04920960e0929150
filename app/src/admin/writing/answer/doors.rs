//! What the desk's buttons do about doors, and what undoes it.

use super::super::Sent;
use super::pressed::Pressed;
use super::said::{Said, Undo, say};
use crate::admin::moments::moment_with_weekday;
use crate::error::AppError;
use crate::paths;
use crate::staff::Staff;
use crate::state::AppState;
use crate::writing::{Standing, Work, hang as hanging, store::doors};

/// Hangs the text on a door, named as `edition:day`, or takes it down.
pub(in crate::admin::writing) async fn hang(
    state: &AppState,
    staff: &Staff,
    sent: Sent,
    door: &str,
) -> Result<(), AppError> {
    let desk = Pressed::of(state, staff, sent).await?;
    desk.keep().await?;
    let id = desk.work.id;
    let target =
        door.split_once(':').and_then(|(edition, day)| Some((edition.parse().ok()?, day.parse().ok()?)));
    let undo = undo_of_hanging(state, &desk.work, target).await?;
    let done = match target {
        Some((edition, day)) => hanging::hang(state, staff, id, edition, day).await?,
        None => hanging::take_down(state, staff, id).await?,
    };
    let work = desk.again().await?;
    let mut words = match &work.place {
        Some(place) => format!(
            "Texten hänger på lucka {}. Den öppnas {}.",
            place.day,
            moment_with_weekday(place.opens_at)
        ),
        None => "Texten hänger inte på någon lucka.".to_owned(),
    };
    if desk.work.standing == Standing::Scheduled && work.standing == Standing::Ready {
        words += " Den är klar, men inte schemalagd längre.";
    }
    desk.answer(done, Said { undo, ..Said::done(words) }).await
}

/// The text goes back to where it hung. If it hung nowhere, what hung on its door goes back there.
async fn undo_of_hanging(
    state: &AppState,
    work: &Work,
    target: Option<(i64, u16)>,
) -> Result<Option<Undo>, AppError> {
    if let Some(place) = &work.place {
        return Ok(Some(Undo::Hang { post: work.id, edition: place.edition, day: place.day }));
    }
    let Some((edition, day)) = target else { return Ok(None) };
    let mut reader = state.db.reader().acquire().await?;
    let other = doors::find(&mut reader, edition, day).await?.and_then(|door| door.post);
    Ok(Some(match other {
        Some(post) => Undo::Hang { post, edition, day },
        None => Undo::Hang { post: work.id, edition: 0, day: 0 },
    }))
}

pub(in crate::admin::writing) async fn hang_again(
    state: &AppState,
    staff: &Staff,
    id: i64,
    edition: i64,
    day: u16,
) -> Result<(), AppError> {
    let done = if edition > 0 {
        hanging::hang(state, staff, id, edition, day).await?
    } else {
        hanging::take_down(state, staff, id).await?
    };
    let said = match done {
        Ok(()) => Said::done("Luckorna är som de var förut."),
        Err(refusal) => Said::refused(refusal.to_string()),
    };
    say(state, &paths::writing(id), &said).await
}
