//! The messages above the text.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::EditorView;
use super::original::changed;
use super::remarks::remark;
use crate::admin::editor::action::EditorAction;
use crate::admin::editor::acts::{Begin, DiscardDraft, HangBack, TakeOver};
use crate::admin::editor::handlers::message::{NextSteps, Undo};
use crate::admin::relative_time::time_today_or_date;
use crate::paths;
use crate::posts::store::drafts::DraftOf;
use crate::posts::store::revisions::SavedRevision;
use crate::posts::{PostId, PostKind, PostStatus, Revision};
use crate::time::UnixMillis;
use crate::ui::IdempotencyKey;

/// What was done or refused, what others have done, and what is not saved as a revision.
pub(super) fn notices(editor: &EditorView<'_>) -> impl IntoView + use<> {
    let id = editor.post.id;
    let is_open = editor.post.status != PostStatus::Trash;
    let drafts =
        editor.drafts.iter().filter(|_| is_open).map(|draft| of_other(id, draft, editor.now)).collect_view();
    let own = editor.is_draft && is_open && editor.company.newer.is_empty();
    view! {
        {flash(editor)}
        <div id="newer" inner_html=editor.company.newer.clone()></div>
        {own.then(|| view! {
            <form class="notice" method="post" action=DiscardDraft::url()>
                <IdempotencyKey/>
                <input type="hidden" name="id" value=id/>
                <p>
                    {format!("Här är din text från {}. Den är inte sparad som version än. ", time_today_or_date(editor.draft_version.saved_at(), editor.now))}
                    {(editor.post.newest > Revision::NONE).then(|| view! { {link(EditorAction::Compare, "Visa ändringarna")} " " })}
                    <button class="link">"Ta bort ändringarna"</button>
                </p>
            </form>
        })}
        {drafts}
        {editor.original.as_ref().filter(|_| is_open).and_then(changed)}
        // Filled by the client.
        <div id="news" role="alert"></div>
    }
}

/// What was done, with the way back; or what was refused, with the way to it.
fn flash(editor: &EditorView<'_>) -> Option<AnyView> {
    let sentence = editor.flash.message.clone();
    if sentence.is_empty() {
        return None;
    }
    if editor.flash.is_error {
        return Some(
            view! {
                <div class="notice" data-kind="error" role="alert" tabindex="-1" autofocus=true>
                    <p>{sentence}</p>
                    {missing(editor)}
                </div>
            }
            .into_any(),
        );
    }
    Some(
        view! {
            <div class="notice row" data-kind="done" role="status" tabindex="-1" autofocus=true>
                <p>{sentence}</p>
                {editor.flash.more.undo.as_ref().map(undo)}
                {editor.flash.more.next.as_ref().map(next_steps)}
            </div>
        }
        .into_any(),
    )
}

/// The ways on from a guldkorn that is done: its calendar, and the next door without a text.
fn next_steps(next: &NextSteps) -> impl IntoView + use<> {
    let write = next.day.map(|day| {
        view! {
            <form method="post" action=Begin::url()>
                <IdempotencyKey/>
                <input type="hidden" name="kind" value=PostKind::Guldkorn.as_str()/>
                <input type="hidden" name="edition" value=next.edition/>
                <input type="hidden" name="day" value=day/>
                <button class="link">{format!("Nästa tomma lucka: {day}")}</button>
            </form>
        }
    });
    view! { {write} <a href=paths::edit_edition(next.edition)>"Till kalendern"</a> }
}

/// What is missing for publication, each with the way to its field.
fn missing(editor: &EditorView<'_>) -> Option<AnyView> {
    let missing = &editor.review.missing;
    (editor.flash.more.tells_missing && !missing.is_empty())
        .then(|| view! { <ul>{missing.iter().map(remark).collect_view()}</ul> }.into_any())
}

fn undo(undo: &Undo) -> AnyView {
    match *undo {
        Undo::Hang { post, edition, day, was_decided } => view! {
            <form method="post" action=HangBack::url()>
                <IdempotencyKey/>
                <input type="hidden" name="id" value=post/>
                <input type="hidden" name="edition" value=edition/>
                <input type="hidden" name="day" value=day/>
                <input type="hidden" name="was_decided" value=was_decided.then_some("ja")/>
                <button class="link">"Ångra"</button>
            </form>
        }
        .into_any(),
        Undo::RestoreFromTrash => link(EditorAction::RestoreFromTrash, "Ångra").into_any(),
        Undo::Publish => link(EditorAction::Publish, "Ångra").into_any(),
        Undo::Withdraw => link(EditorAction::Withdraw, "Ångra").into_any(),
        Undo::MarkReady => link(EditorAction::MarkReady, "Ångra").into_any(),
        Undo::MakeDraft => link(EditorAction::MakeDraft, "Ångra").into_any(),
    }
}

/// A button of the editor's form that stands outside of it. What was typed meanwhile goes along.
pub(super) fn link(action: EditorAction, words: &'static str) -> impl IntoView + use<> {
    view! { <button class="link" form="text" name="action" value=action.as_str()>{words}</button> }
}

/// Somebody else has a draft.
fn of_other(id: PostId, draft: &DraftOf, now: UnixMillis) -> impl IntoView + use<> {
    let sentence = format!(
        "{} har text från {} som inte är sparad som version. ",
        draft.name,
        time_today_or_date(draft.version.saved_at(), now)
    );
    view! {
        <form class="notice" method="post" action=TakeOver::url()>
            <IdempotencyKey/>
            <input type="hidden" name="id" value=id/>
            <input type="hidden" name="from" value=draft.staff_id/>
            <p>{sentence} <button class="link">{format!("Fortsätt på {}s text", draft.name)}</button></p>
        </form>
    }
}

/// Somebody saved a newer revision while the writer was writing.
pub(in crate::admin::editor) fn newer(revision: &SavedRevision, now: UnixMillis) -> impl IntoView + use<> {
    let who = revision.by.clone().unwrap_or_else(|| "Någon".into());
    view! {
        <div class="notice" data-kind="error">
            <p>
                {format!("{who} sparade en nyare version {} medan du skrev. ", time_today_or_date(revision.saved_at, now))}
                {link(EditorAction::Compare, "Jämför och välj")}
            </p>
        </div>
    }
}
