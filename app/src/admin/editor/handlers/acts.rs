//! What the desk's buttons do.

use super::super::Sent;
use super::doors;
use super::flash::{Flash, Undo, redirect_with_flash};
use super::submitted::Pressed;
use crate::admin::relative_time::long_date_and_time;
use crate::calendar::EditionId;
use crate::error::AppError;
use crate::paths;
use crate::posts::{
    DoorForm, PostContent, PostForm, PostId, PostKind, PostStatus, Revision, create as creating, hang,
    publish as publishing, save as saving, trash,
};
use crate::staff::Staff;
use crate::staff::redirect::LocalPath;
use crate::staff::request_context::RequestContext;
use crate::state::AppState;

/// Begins a text.
pub(in crate::admin::editor) async fn begin(
    state: &AppState,
    staff: &Staff,
    kind: &str,
    form: String,
    (edition, day): (EditionId, u16),
) -> Result<(), AppError> {
    let kind = PostKind::parse(kind).unwrap_or(PostKind::Article);
    let text = PostContent::read(kind, PostForm { form, ..PostForm::default() });
    let id = creating::begin(state, staff, kind, &text).await?;
    if edition > EditionId::NONE {
        let hung = hang::hang(state, staff, id, edition, day).await?;
        if let Err(refusal) = hung {
            return redirect_with_flash(state, &paths::edit_post(id), &Flash::refused(refusal.to_string()))
                .await;
        }
    }
    let request = RequestContext::current()?;
    request.redirect(&LocalPath::parse(&paths::edit_post(id)).ok_or(AppError::NotFound)?);
    Ok(())
}

pub(in crate::admin::editor) async fn save(
    state: &AppState,
    staff: &Staff,
    sent: Sent,
    door: &DoorForm,
) -> Result<(), AppError> {
    let desk = Pressed::of(state, staff, sent).await?;
    let Some(moved) = doors::follow(&desk, door).await? else { return Ok(()) };
    let saved = saving::save(state, staff, desk.save()).await?;
    let work = desk.again().await?;
    let mut words = match &work.place {
        Some(place) if door.door != door.hung => format!("Texten är sparad och {}.", doors::on_door(place)),
        _ => "Texten är sparad.".to_owned(),
    };
    words += match doors::for_readers(&desk.work, &work) {
        "" if work.has_changes_to_publish() => {
            " Läsarna ser den förra versionen tills någon publicerar ändringarna."
        }
        sentence => sentence,
    };
    desk.answer(saved, Flash::done(words + &moved.words).with_undo(moved.undo)).await
}

pub(in crate::admin::editor) async fn say_ready(
    state: &AppState,
    staff: &Staff,
    sent: Sent,
    door: &DoorForm,
) -> Result<(), AppError> {
    let desk = Pressed::of(state, staff, sent).await?;
    let Some(moved) = doors::follow(&desk, door).await? else { return Ok(()) };
    let flash = publishing::say_ready(state, staff, desk.save()).await?;
    let words =
        format!("Texten är klar för publicering. En redaktör ser det på sitt skrivbord.{}", moved.words);
    let undo = (desk.work.status == PostStatus::Draft).then_some(Undo::MakeDraft);
    let undo = moved.undo.or(undo);
    desk.answer(flash, Flash::done(words).with_undo(undo)).await
}

pub(in crate::admin::editor) async fn publish(
    state: &AppState,
    staff: &Staff,
    sent: Sent,
    door: &DoorForm,
) -> Result<(), AppError> {
    let desk = Pressed::of(state, staff, sent).await?;
    let Some(moved) = doors::follow(&desk, door).await? else { return Ok(()) };
    let published = publishing::publish(state, staff, desk.save()).await?;
    let work = desk.again().await?;
    let place =
        work.place.as_ref().map(|place| format!(" och {}", doors::on_door(place))).unwrap_or_default();
    let words = match (work.status, work.public_from) {
        (PostStatus::Published, _) => format!("Texten är publicerad{place}."),
        (_, Some(from)) => {
            format!("Texten är schemalagd{place}. Den publiceras {}.", long_date_and_time(from))
        }
        (_, None) => {
            format!(
                "Texten är schemalagd{place}. Den publiceras när kalendern är publicerad och luckan öppnas."
            )
        }
    } + &moved.words;
    // What readers have had since before is mended by the next version.
    let undo = match work.status {
        _ if desk.work.status.is_decided() => moved.undo,
        PostStatus::Published => Some(Undo::Withdraw),
        _ => moved.undo.or(Some(Undo::MakeDraft)),
    };
    desk.answer(published, Flash::done(words).with_undo(undo)).await
}

pub(in crate::admin::editor) async fn look(
    state: &AppState,
    staff: &Staff,
    sent: Sent,
    door: &DoorForm,
) -> Result<(), AppError> {
    let desk = Pressed::of(state, staff, sent).await?;
    let preview = paths::preview_of_text(desk.work.id);
    let Some(flash) = doors::follow_for_a_look(&desk, door).await? else {
        return desk.keep_and_go_to(&preview).await;
    };
    desk.keep().await?;
    redirect_with_flash(state, &preview, &flash).await
}

pub(in crate::admin::editor) async fn compare(
    state: &AppState,
    staff: &Staff,
    sent: Sent,
) -> Result<(), AppError> {
    let desk = Pressed::of(state, staff, sent).await?;
    desk.keep_and_go_to(&paths::compare_post(desk.work.id)).await
}

pub(in crate::admin::editor) async fn make_draft(
    state: &AppState,
    staff: &Staff,
    sent: Sent,
) -> Result<(), AppError> {
    let desk = Pressed::of(state, staff, sent).await?;
    desk.keep().await?;
    let made = publishing::make_draft(state, staff, desk.work.id).await?;
    let undo = match desk.work.status {
        PostStatus::Ready => Some(Undo::SayReady),
        PostStatus::Scheduled => Some(Undo::Publish),
        _ => None,
    };
    desk.answer(made, Flash::done("Texten är ett utkast igen.").with_undo(undo)).await
}

pub(in crate::admin::editor) async fn withdraw(
    state: &AppState,
    staff: &Staff,
    sent: Sent,
) -> Result<(), AppError> {
    let desk = Pressed::of(state, staff, sent).await?;
    desk.keep().await?;
    let withdrawn = publishing::withdraw(state, staff, desk.work.id).await?;
    let flash = Flash::done("Texten är tillbakadragen. Ingen läsare ser den längre.");
    desk.answer(withdrawn, flash.with_undo(Undo::Publish)).await
}

pub(in crate::admin::editor) async fn move_to_trash(
    state: &AppState,
    staff: &Staff,
    sent: Sent,
) -> Result<(), AppError> {
    let desk = Pressed::of(state, staff, sent).await?;
    desk.keep().await?;
    let thrown = trash::throw_in(state, staff, desk.work.id).await?;
    let flash = Flash::done("Texten ligger i papperskorgen. Den raderas om 30 dagar.");
    desk.answer(thrown, flash.with_undo(Undo::TakeFromTrash)).await
}

pub(in crate::admin::editor) async fn take_from_trash(
    state: &AppState,
    staff: &Staff,
    id: PostId,
) -> Result<(), AppError> {
    let flash = match trash::take_out(state, staff, id).await? {
        Ok(()) => Flash::done("Texten är tillbaka."),
        Err(refusal) => Flash::refused(refusal.to_string()),
    };
    redirect_with_flash(state, &paths::edit_post(id), &flash).await
}

pub(in crate::admin::editor) async fn bring_back(
    state: &AppState,
    staff: &Staff,
    id: PostId,
    number: Revision,
    base: Revision,
) -> Result<(), AppError> {
    let flash = match saving::bring_back(state, staff, id, number, base).await? {
        Ok(()) => Flash::done(format!("Version {number} är tillbaka, som den nyaste.")),
        Err(refusal) => Flash::refused(refusal.to_string()),
    };
    redirect_with_flash(state, &paths::edit_post(id), &flash).await
}
