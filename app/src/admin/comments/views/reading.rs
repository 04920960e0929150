//! Who has read the text, who is asked to, and what somebody can say about it.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::Page;
use crate::admin::comments::api::{AskForReading, CancelRequest, GiveReading};
use crate::admin::relative_time::{ago, days_ago};
use crate::comments::{LONGEST_NOTE, LONGEST_REASON, Reading, ReadingState, Request, is_saved};
use crate::posts::diff::DifferenceView;
use crate::staff::Role;
use crate::ui::{IdempotencyKey, TextArea};

/// The section.
pub(super) fn reading(page: &Page<'_>) -> impl IntoView + use<> {
    let readings: Vec<_> = page.read.readings.iter().map(|reading| said(page, reading)).collect();
    let requests: Vec<_> = page.read.requests.iter().map(|asked| request(page, asked)).collect();
    let none = (readings.is_empty() && requests.is_empty())
        .then(|| view! { <p class="quiet">"Ingen har markerat texten som läst."</p> });
    let rows = (!readings.is_empty() || !requests.is_empty())
        .then(|| view! { <ul class="readings">{readings} {requests}</ul> });
    let is_writer = page.read.writer == Some(page.staff.id);
    let gives = !page.is_gone() && !is_writer && is_saved(&page.commented.post);
    let asks = !page.is_gone() && page.staff.role >= Role::Writer && !page.read.people.is_empty();
    view! {
        <section aria-labelledby="lasning">
            <h2 id="lasning">"Läsning"</h2>
            {none}
            {rows}
            {gives.then(|| give_form(page))}
            {asks.then(|| ask_form(page))}
        </section>
    }
}

/// What somebody has said, and what was changed since.
fn said(page: &Page<'_>, reading: &Reading) -> impl IntoView + use<> {
    let when = ago(reading.read_at, page.now);
    let what = match reading.state {
        ReadingState::Read => format!("{} har läst texten, {when}.", reading.name),
        ReadingState::Changes => format!("{} önskar ändringar, {when}.", reading.name),
    };
    let reason = (!reading.reason.is_empty())
        .then(|| view! { <div class="comment-body" dir="auto">{reading.reason.clone()}</div> });
    let is_older = reading.revision < page.commented.post.newest;
    let fields = page.since.iter().find(|(staff, _)| is_older && *staff == reading.staff);
    let difference = fields.map(|(_, fields)| {
        let fields: Vec<_> = fields
            .iter()
            .map(|field| {
                view! {
                    <section class="changed-field">
                        <h3>{field.label}</h3>
                        <DifferenceView rows=field.rows.clone()/>
                    </section>
                }
            })
            .collect();
        view! {
            <details>
                <summary>"Vad har ändrats?" <span class="visually-hidden">{format!(" Sedan {} läste", reading.name)}</span></summary>
                {fields}
            </details>
        }
    });
    view! {
        <li>
            <p>{what} {is_older.then(|| view! { " " <b class="fate">"Ändrad efter läsningen."</b> })}</p>
            {reason}
            {difference}
        </li>
    }
}

/// Somebody who was asked and has not read the text yet.
fn request(page: &Page<'_>, asked: &Request) -> impl IntoView + use<> {
    let since = days_ago(asked.asked_at, page.now);
    let what = match &asked.asked_by {
        Some(by) if *by == page.staff.id => format!("Du bad {} om läsning {since}.", asked.name),
        _ if asked.asker.is_empty() => format!("{} blev ombedd att läsa {since}.", asked.name),
        _ => format!("{} bad {} om läsning {since}.", asked.asker, asked.name),
    };
    let reminded =
        asked.reminded_at.map(|at| format!(" En påminnelse skickades {}.", days_ago(at, page.now)));
    let note = (!asked.note.is_empty())
        .then(|| view! { <div class="comment-body" dir="auto">{asked.note.clone()}</div> });
    let form = (page.staff.role >= Role::Writer).then(|| {
        view! {
            <form method="post" action=CancelRequest::url()>
                <IdempotencyKey/>
                <input type="hidden" name="post" value=page.commented.post.id/>
                <input type="hidden" name="person" value=asked.staff/>
                <button class="button plain">
                    "Ta tillbaka frågan" <span class="visually-hidden">{format!(" till {}", asked.name)}</span>
                </button>
            </form>
        }
    });
    view! { <li><p>{what} {reminded}</p> {note} {form}</li> }
}

/// The form of somebody who has read the text.
fn give_form(page: &Page<'_>) -> impl IntoView + use<> {
    let reason = page.flash.more.reason.clone();
    let invalid = page.flash.errors.message_for("reason").map(|_| "true");
    let is_open = !reason.is_empty() || invalid.is_some();
    view! {
        <form method="post" action=GiveReading::url() class="give-reading">
            <IdempotencyKey/>
            <input type="hidden" name="post" value=page.commented.post.id/>
            <input type="hidden" name="revision" value=page.commented.post.newest/>
            <button class="button" name="action" value="last">"Läst"</button>
            <details open=is_open>
                <summary>"Önskar ändringar"</summary>
                <div class="field">
                    <label for="reason">"Vad vill du ändra?"</label>
                    <p class="hint" id="reason-hint">
                        {format!("Högst {LONGEST_REASON} tecken. Har du kommenterat texten kan du lämna fältet tomt.")}
                    </p>
                    <TextArea name="reason" text=reason rows=3 attr:dir="auto" attr:aria-describedby="reason-hint" attr:aria-invalid=invalid/>
                </div>
                <button class="button plain" name="action" value="andra">"Be om ändringar"</button>
            </details>
        </form>
    }
}

/// The form that asks somebody to read the text.
fn ask_form(page: &Page<'_>) -> impl IntoView + use<> {
    let people: Vec<_> = page
        .read
        .people
        .iter()
        .map(|person| {
            let words = format!("{}, {}", person.name, person.role.in_words());
            view! { <option value=person.id>{words}</option> }
        })
        .collect();
    let errors = &page.flash.errors;
    let is_open = errors.message_for("person").or(errors.message_for("note")).is_some();
    view! {
        <details open=is_open>
            <summary>"Be om läsning"</summary>
            <form method="post" action=AskForReading::url()>
                <IdempotencyKey/>
                <input type="hidden" name="post" value=page.commented.post.id/>
                <div class="field">
                    <label for="person">"Vem ska läsa?"</label>
                    <select id="person" name="person"><option value="0">"Välj person"</option>{people}</select>
                </div>
                <div class="field">
                    <label for="note">"En rad till personen"</label>
                    <p class="hint" id="note-hint">{format!("Om du vill. Högst {LONGEST_NOTE} tecken.")}</p>
                    <input id="note" name="note" dir="auto" autocomplete="off" value=page.flash.more.note.clone() aria-describedby="note-hint"/>
                </div>
                <button class="button">"Be om läsning"</button>
            </form>
        </details>
    }
}
