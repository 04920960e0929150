//! What there is to say above the text.

use crate::posts::{PostId, Revision};
use crate::time::UnixMillis;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::Desk;
use super::remarks::remark;
use crate::admin::editor::acts::{
    Compare, DropDraft, HangAgain, MakeDraft, Publish, SayReady, TakeFromTrash, TakeOver, Withdraw,
};
use crate::admin::editor::handlers::flash::{Flash, Undo};
use crate::admin::relative_time::time_today_or_date;
use crate::posts::store::drafts::DraftOf;
use crate::posts::store::revisions::SavedRevision;
use crate::posts::{PostStatus, checks};

/// What was done or refused, what others have done, and what is not saved.
pub(super) fn notices(desk: &Desk<'_>) -> impl IntoView + use<> {
    let id = desk.work.id;
    let is_open = desk.work.status != PostStatus::Trash;
    let drafts =
        desk.drafts.iter().filter(|_| is_open).map(|draft| of_other(id, draft, desk.now)).collect_view();
    let own = desk.is_draft && is_open && desk.company.newer.is_empty();
    view! {
        {flash(desk)}
        <div id="newer" inner_html=desk.company.newer.clone()></div>
        {own.then(|| view! {
            <form class="notice" method="post" action=DropDraft::url()>
                <input type="hidden" name="id" value=id/>
                <p>
                    {format!("Här är din text från {}. Den är inte sparad som version än. ", time_today_or_date(desk.known.saved_at(), desk.now))}
                    {(desk.work.newest > Revision::NONE).then(|| view! { <button class="link" form="text" formaction=Compare::url()>"Visa ändringarna"</button> " " })}
                    <button class="link">"Ta bort ändringarna"</button>
                </p>
            </form>
        })}
        {drafts}
        // Filled by the client, with what it has to say.
        <div id="news" role="alert"></div>
    }
}

/// What was done, with the way back; or what was refused, with the way to it.
fn flash(desk: &Desk<'_>) -> Option<AnyView> {
    let Flash { sentence, is_error, undo, .. } = desk.flash.clone();
    if sentence.is_empty() {
        return None;
    }
    if is_error {
        return Some(
            view! {
                <div class="notice" data-kind="error" role="alert" tabindex="-1" autofocus=true>
                    <p>{sentence}</p>
                    {missing(desk)}
                </div>
            }
            .into_any(),
        );
    }
    Some(
        view! {
            <div class="notice row" data-kind="done" role="status">
                <p>{sentence}</p>
                {undo.map(|undo| undoing(desk, undo))}
            </div>
        }
        .into_any(),
    )
}

/// What is missing for publication, each with the way to its field.
fn missing(desk: &Desk<'_>) -> Option<AnyView> {
    let missing = checks::missing(desk.work.kind, desk.text);
    (desk.flash.tells_missing && !missing.is_empty())
        .then(|| view! { <ul>{missing.iter().map(remark).collect_view()}</ul> }.into_any())
}

fn undoing(desk: &Desk<'_>, undo: Undo) -> AnyView {
    let id = desk.work.id;
    match undo {
        Undo::TakeFromTrash => view! {
            <form method="post" action=TakeFromTrash::url()>
                <input type="hidden" name="id" value=id/>
                <button class="link">"Ångra"</button>
            </form>
        }
        .into_any(),
        Undo::Hang { post, edition, day, was_decided } => view! {
            <form method="post" action=HangAgain::url()>
                <input type="hidden" name="id" value=post/>
                <input type="hidden" name="edition" value=edition/>
                <input type="hidden" name="day" value=day/>
                <input type="hidden" name="was_decided" value=was_decided.then_some("ja")/>
                <button class="link">"Ångra"</button>
            </form>
        }
        .into_any(),
        Undo::Publish => pressing(Publish::url()),
        Undo::Withdraw => pressing(Withdraw::url()),
        Undo::SayReady => pressing(SayReady::url()),
        Undo::MakeDraft => pressing(MakeDraft::url()),
    }
}

/// Undoes as a button of the text's own form does it, so that what was typed meanwhile goes along.
fn pressing(function: &'static str) -> AnyView {
    view! { <button class="link" form="text" formaction=function>"Ångra"</button> }.into_any()
}

/// Somebody else has written something and not saved it.
fn of_other(id: PostId, draft: &DraftOf, now: UnixMillis) -> impl IntoView + use<> {
    let sentence = format!(
        "{} har text från {} som inte är sparad som version. ",
        draft.name,
        time_today_or_date(draft.version.saved_at(), now)
    );
    view! {
        <form class="notice" method="post" action=TakeOver::url()>
            <input type="hidden" name="id" value=id/>
            <input type="hidden" name="from" value=draft.staff_id/>
            <p>{sentence} <button class="link">{format!("Fortsätt på {}s text", draft.name)}</button></p>
        </form>
    }
}

/// Somebody saved a newer version while the writer was writing.
pub(in crate::admin::editor) fn newer(revision: &SavedRevision, now: UnixMillis) -> impl IntoView + use<> {
    let who = revision.by.clone().unwrap_or_else(|| "Någon".into());
    view! {
        <div class="notice" data-kind="error">
            <p>
                {format!("{who} sparade en nyare version {} medan du skrev. ", time_today_or_date(revision.saved_at, now))}
                <button class="link" form="text" formaction=Compare::url()>"Jämför och välj"</button>
            </p>
        </div>
    }
}
