//! The steps of each button, within one transaction, and what is told afterwards.

use super::doors::{self, Moved};
use super::message::{Flash, NextSteps, Undo, done};
use super::submit::{Outcome, Submission};
use crate::admin::editor::action::EditorAction;
use crate::admin::relative_time::long_date_and_time;
use crate::paths;
use crate::posts::publish::{make_draft, mark_ready, publish, withdraw};
use crate::posts::save::save;
use crate::posts::trash::{Restored, move_to_trash, restore_from_trash};
use crate::posts::{Act, EditablePost, PostError, PostId, PostStatus, rendition};

/// Does what the button says.
///
/// # Errors
/// The refusal of any step: then the whole act is dropped.
pub(super) async fn run(act: &mut Act<'_>, form: &Submission<'_>) -> Result<Outcome, PostError> {
    let post = form.basis.post;
    let moved = if form.action.follows_door() && form.moves_door() {
        doors::move_to(act, post, &form.door.door).await?
    } else {
        Moved::default()
    };
    let flash = match form.action {
        EditorAction::Save => {
            save(act, form.basis, &form.content).await?;
            let sentence = saved(form, &act.post(post).await?);
            done(sentence + &moved.words, moved.undo)
        }
        EditorAction::MarkReady => {
            mark_ready(act, form.basis, &form.content).await?;
            let sentence = "Texten är klar för publicering. En redaktör ser det på sitt skrivbord.";
            let undo = (form.before.status == PostStatus::Draft).then_some(Undo::MakeDraft);
            let flash = done(format!("{sentence}{}", moved.words), moved.undo.or(undo));
            with_next_steps(act, post, flash).await?
        }
        EditorAction::Publish => {
            publish(act, form.basis, &form.content).await?;
            let now = act.post(post).await?;
            let undo = undo_of_publishing(&form.before, &now, moved.undo);
            with_next_steps(act, post, done(published(&now) + &moved.words, undo)).await?
        }
        EditorAction::Preview => return preview(act, form).await,
        EditorAction::Compare => {
            form.autosave(act).await?;
            return Ok(Outcome { page: paths::compare_post(post), flash: None });
        }
        EditorAction::AddDocument => {
            form.autosave(act).await?;
            return Ok(Outcome { page: paths::documents_for(post), flash: None });
        }
        EditorAction::ChoosePicture => {
            form.autosave(act).await?;
            return Ok(Outcome { page: paths::choose_picture(&paths::edit_post(post)), flash: None });
        }
        EditorAction::AddEasyRead | EditorAction::AddTranslation => {
            form.autosave(act).await?;
            let (told, content) = form.rendition.as_ref().ok_or(PostError::NoRendition)?;
            let rendition = rendition::begin(act, post, *told, content).await?;
            return Ok(Outcome { page: paths::edit_post(rendition), flash: None });
        }
        EditorAction::MarkSeen => {
            form.autosave(act).await?;
            rendition::mark_seen(act, post).await?;
            done("Texten stämmer med originalet.", None)
        }
        EditorAction::MakeDraft => {
            form.autosave(act).await?;
            make_draft(act, post, form.newest.clone()).await?;
            let undo = match form.before.status {
                PostStatus::Ready => Some(Undo::MarkReady),
                PostStatus::Scheduled => Some(Undo::Publish),
                _ => None,
            };
            done("Texten är ett utkast igen.", undo)
        }
        EditorAction::Withdraw => {
            form.autosave(act).await?;
            withdraw(act, post, form.newest.clone()).await?;
            done("Texten är tillbakadragen. Ingen läsare ser den längre.", Some(Undo::Publish))
        }
        EditorAction::MoveToTrash => {
            form.autosave(act).await?;
            move_to_trash(act, post).await?;
            let sentence = "Texten ligger i papperskorgen. Den raderas om 30 dagar.";
            done(sentence, Some(Undo::RestoreFromTrash))
        }
        EditorAction::RestoreFromTrash => done(restored(restore_from_trash(act, post).await?), None),
        EditorAction::Hang => {
            form.autosave(act).await?;
            let moved = doors::move_to(act, post, &form.door.door).await?;
            let now = act.post(post).await?;
            done(hung(&form.before, &now) + &moved.words, moved.undo)
        }
    };
    Ok(Outcome { page: paths::edit_post(post), flash: Some(flash) })
}

/// Adds the ways on to the message about a post that hangs on a door.
async fn with_next_steps(act: &mut Act<'_>, post: PostId, mut flash: Flash) -> Result<Flash, PostError> {
    if let Some(door) = act.post(post).await?.door {
        let day = act.next_empty_day(door.edition, door.day).await?;
        flash.more.next = Some(NextSteps { edition: door.edition, day });
    }
    Ok(flash)
}

/// Returns what is told about a post that comes back from the trash.
pub(super) const fn restored(restored: Restored) -> &'static str {
    match restored {
        Restored::AsBefore => "Texten är tillbaka.",
        Restored::WithoutTime => {
            "Texten är tillbaka. En annan text hänger på luckan nu, så texten är klar men inte schemalagd. Välj en \
             lucka och publicera den igen."
        }
    }
}

/// Hangs the post where the form says, so that it is seen there, unless that changes what readers get.
async fn preview(act: &mut Act<'_>, form: &Submission<'_>) -> Result<Outcome, PostError> {
    form.autosave(act).await?;
    let refusal = if form.moves_door() { doors::move_for_preview(act, form).await? } else { None };
    Ok(Outcome { page: paths::preview_of_text(form.basis.post), flash: refusal })
}

fn saved(form: &Submission<'_>, now: &EditablePost) -> String {
    let sentence = match &now.door {
        Some(door) if form.moves_door() => format!("Texten är sparad och {}.", doors::on_door(door)),
        _ => "Texten är sparad.".to_owned(),
    };
    let for_readers = match doors::for_readers(&form.before, now) {
        "" if now.has_changes_to_publish() => {
            " Läsarna ser den förra versionen tills någon publicerar ändringarna."
        }
        for_readers => for_readers,
    };
    sentence + for_readers
}

fn published(now: &EditablePost) -> String {
    let door = now.door.as_ref().map(|door| format!(" och {}", doors::on_door(door))).unwrap_or_default();
    match (now.status, now.public_from) {
        (PostStatus::Published, _) => format!("Texten är publicerad{door}."),
        (_, Some(from)) => {
            format!("Texten är schemalagd{door}. Den publiceras {}.", long_date_and_time(from))
        }
        (_, None) if now.original.is_some() => {
            "Texten är schemalagd. Läsarna får den när de får originalet.".to_owned()
        }
        (_, None) => format!(
            "Texten är schemalagd{door}. Den publiceras när kalendern är publicerad och luckan öppnas."
        ),
    }
}

/// What readers had before is corrected by the next revision, not undone.
fn undo_of_publishing(before: &EditablePost, now: &EditablePost, moved: Option<Undo>) -> Option<Undo> {
    match now.status {
        _ if before.status.is_decided() => moved,
        PostStatus::Published => Some(Undo::Withdraw),
        _ => moved.or(Some(Undo::MakeDraft)),
    }
}

fn hung(before: &EditablePost, now: &EditablePost) -> String {
    let sentence = match &now.door {
        Some(door) => {
            format!("Texten {}. Den öppnas {}.", doors::on_door(door), long_date_and_time(door.opens_at))
        }
        None => "Texten hänger inte på någon lucka.".to_owned(),
    };
    sentence + doors::for_readers(before, now)
}
