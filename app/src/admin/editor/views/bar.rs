//! The bar that stays in sight: how far the post has come, whether it is saved, and the next step.

use leptos::prelude::*;

use super::EditorView;
use crate::admin::editor::action::EditorAction;
use crate::admin::relative_time::time_today_or_date;
use crate::posts::PostStatus;
use crate::staff::Role;

/// The bar. Its first button is the one that Enter presses: it saves.
pub(super) fn bar(editor: &EditorView<'_>) -> impl IntoView + use<> {
    let status = editor.post.status;
    let saved = if editor.is_draft {
        format!("Sparad {}", time_today_or_date(editor.draft_version.saved_at(), editor.now))
    } else {
        String::new()
    };
    view! {
        <div class="bar" id="bar">
            <p class="status" data-status=status.as_str()>{status_in_words(editor)}</p>
            <p class="quiet" id="kept" role="status">{saved}</p>
            <p class="quiet" id="company" role="status">{editor.company.here.clone()}</p>
            <div class="row">
                {if status == PostStatus::Trash { restore(editor).into_any() } else { steps(editor).into_any() }}
            </div>
        </div>
    }
}

/// Returns how far the post has come. What waits for its calendar does not open by itself.
fn status_in_words(editor: &EditorView<'_>) -> &'static str {
    match (editor.post.status, editor.post.public_from) {
        (PostStatus::Scheduled, None) if editor.post.original.is_some() => "Schemalagd, väntar på originalet",
        (PostStatus::Scheduled, None) => "Schemalagd, väntar på kalendern",
        _ if editor.post.has_lost_consent() => "Visas inte, väntar på samtycke",
        (status, _) => status.in_words(),
    }
}

/// The next steps once more, where the text ends.
pub(super) fn steps_below(editor: &EditorView<'_>) -> impl IntoView + use<> {
    (editor.post.status != PostStatus::Trash)
        .then(|| view! { <div class="row steps-below" id="steps-below">{save_steps(editor)}</div> })
}

/// A button of the editor's form.
pub(super) fn button(
    action: EditorAction,
    class: &'static str,
    words: &'static str,
) -> impl IntoView + use<> {
    view! { <button class=class name="action" value=action.as_str()>{words}</button> }
}

fn restore(editor: &EditorView<'_>) -> impl IntoView + use<> {
    let is_own = editor.post.begun_by == Some(editor.staff.id);
    (is_own || editor.staff.role >= Role::Editor)
        .then(|| button(EditorAction::RestoreFromTrash, "button", "Ta tillbaka"))
}

fn steps(editor: &EditorView<'_>) -> impl IntoView + use<> {
    view! {
        {button(EditorAction::Save, "button plain", "Spara")}
        {button(EditorAction::Preview, "button plain", "Förhandsgranska")}
        {decide(editor)}
    }
}

fn save_steps(editor: &EditorView<'_>) -> impl IntoView + use<> {
    view! { {button(EditorAction::Save, "button plain", "Spara")} {decide(editor)} }
}

/// The step by which the post comes to readers, or to somebody who may publish.
fn decide(editor: &EditorView<'_>) -> impl IntoView + use<> {
    let status = editor.post.status;
    let may_publish = editor.staff.role >= Role::Editor;
    let publish = match status {
        PostStatus::Draft | PostStatus::Ready => Some("Publicera"),
        PostStatus::Withdrawn => Some("Publicera igen"),
        PostStatus::Scheduled | PostStatus::Published => Some("Publicera ändringarna"),
        PostStatus::Trash => None,
    };
    view! {
        {(status == PostStatus::Draft && !may_publish)
            .then(|| button(EditorAction::MarkReady, "button", "Klar för publicering"))}
        {publish.filter(|_| may_publish).map(|words| button(EditorAction::Publish, "button", words))}
    }
}
