//! A comment with its answers, and what can be done with it.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::Page;
use super::form::answer_form;
use crate::admin::comments::api::ChangeComment;
use crate::admin::relative_time::{ago, date_and_time};
use crate::comments::{AnchorState, Author, Change, Comment, Commented, Place, Thread};
use crate::ids::CommentId;
use crate::markdown::beginning;
use crate::staff::Role;
use crate::ui::IdempotencyKey;

/// How much of a quotation a heading shows.
const SHOWN: usize = 80;

/// A thread with its number among the open ones; none when it is resolved.
pub(super) struct Numbered<'a> {
    pub(super) number: Option<usize>,
    pub(super) thread: &'a Thread,
}

impl Numbered<'_> {
    /// Returns where the words stand that it is about.
    pub(super) const fn place(&self) -> Option<Place> {
        self.thread.first.anchor.place
    }

    /// Returns the paragraph in which they stand.
    pub(super) fn block(&self) -> Option<usize> {
        self.place().map(|place| place.block)
    }

    /// Returns what became of them.
    pub(super) const fn state(&self) -> AnchorState {
        self.thread.first.anchor.state
    }

    /// Returns what it is called: "kommentar 2 av 5, av Bo".
    pub(super) fn in_words(&self, all: usize) -> String {
        let by = self.thread.first.author.in_words();
        match self.number {
            Some(number) => format!("kommentar {number} av {all}, av {by}"),
            None => format!("kommentar av {by}"),
        }
    }
}

/// Numbers the open threads in the order of the page: along the text, then about all of it, then about what has changed.
pub(super) fn numbered(commented: &Commented) -> Vec<Numbered<'_>> {
    let mut open: Vec<&Thread> = commented.threads.iter().filter(|thread| thread.is_open()).collect();
    open.sort_by_key(|thread| {
        let anchor = &thread.first.anchor;
        let part = match anchor.state {
            AnchorState::There => 0,
            AnchorState::Whole => 1,
            AnchorState::Changed | AnchorState::Gone | AnchorState::Doubtful => 2,
        };
        (part, anchor.place.map(|place| (place.block, place.start)), thread.first.id)
    });
    open.into_iter().enumerate().map(|(place, thread)| Numbered { number: Some(place + 1), thread }).collect()
}

/// Shows a thread.
pub(super) fn thread(page: &Page<'_>, numbered: &Numbered<'_>, all: usize) -> impl IntoView + use<> {
    let first = &numbered.thread.first;
    let name = numbered.in_words(all);
    let heading = capitalized(&name);
    let quote = (!first.anchor.quote.is_empty()).then(|| {
        view! { ", om: " <q dir="auto">{beginning(&first.anchor.quote, SHOWN)}</q> }
    });
    let way = (numbered.state() == AnchorState::There && numbered.number.is_some()).then(|| {
        view! { <a href=format!("#ord-{}", first.id)>"Visa i texten" <span class="visually-hidden">{format!(": {name}")}</span></a> }
    });
    let answers: Vec<_> = numbered
        .thread
        .answers
        .iter()
        .map(|answer| {
            let by = answer.author.in_words();
            view! {
                <li id=format!("kommentar-{}", answer.id)>
                    <p><b>{by.clone()}</b> <span class="quiet">{format!(" svarade {}", ago(answer.written_at, page.now))}</span></p>
                    <div class="comment-body" dir="auto">{answer.body.clone()}</div>
                    {acts(page, answer, &format!("svar av {by}"), &[(Change::Delete, "Ta bort")])}
                </li>
            }
        })
        .collect();
    let answers = (!answers.is_empty()).then(|| view! { <ul class="answers">{answers}</ul> });
    let resolved = first.resolved.as_ref().map(|(at, by)| {
        view! { <p class="quiet">{format!("{by} sa att den är klar {}.", ago(*at, page.now))}</p> }
    });
    let changes: &[_] = match (&first.resolved, page.is_gone()) {
        (_, true) => &[],
        (Some(_), _) => &[(Change::Reopen, "Öppna igen"), (Change::Delete, "Ta bort")],
        (None, _) => &[(Change::Resolve, "Klar"), (Change::Delete, "Ta bort")],
    };
    let answer = (!page.is_gone()).then(|| answer_form(page, first.id, name.clone()));
    let id = format!("kommentar-{}", first.id);
    let heading_id = format!("{id}-rubrik");
    let labelled_by = heading_id.clone();
    view! {
        <article class="comment" id=id aria-labelledby=labelled_by tabindex="-1">
            <h3 id=heading_id>{heading} {quote}</h3>
            <p class="quiet">{ago(first.written_at, page.now)} " " {way}</p>
            {fate(numbered.state()).map(|words| view! { <p class="fate">{words}</p> })}
            <div class="comment-body" dir="auto">{first.body.clone()}</div>
            {resolved}
            {answers}
            {answer}
            {acts(page, first, &name, changes)}
        </article>
    }
}

/// Says what became of the words that a comment is about.
const fn fate(state: AnchorState) -> Option<&'static str> {
    match state {
        AnchorState::Whole | AnchorState::There => None,
        AnchorState::Changed | AnchorState::Doubtful => Some("Kommentaren hör till en text som har ändrats."),
        AnchorState::Gone => Some("Stycket som kommentaren gäller är borttaget."),
    }
}

/// The buttons that change a comment, without those that somebody may not press.
fn acts(
    page: &Page<'_>,
    comment: &Comment,
    name: &str,
    changes: &[(Change, &'static str)],
) -> Option<impl IntoView + use<>> {
    let is_own = matches!(&comment.author, Author::Staff(id, _) if *id == page.staff.id);
    let may_delete = is_own || page.staff.role >= Role::Editor;
    let changes = changes.iter().filter(|(change, _)| {
        !page.is_gone() && (may_delete || !matches!(change, Change::Delete | Change::TakeBack))
    });
    let buttons: Vec<_> = changes.map(|(change, words)| button(*change, words, name)).collect();
    (!buttons.is_empty()).then(|| buttons_form(page, comment.id, buttons))
}

fn button(change: Change, words: &'static str, name: &str) -> AnyView {
    view! {
        <button class="button plain" name="action" value=change.as_str()>
            {words} <span class="visually-hidden">{format!(": {name}")}</span>
        </button>
    }
    .into_any()
}

fn buttons_form(page: &Page<'_>, id: CommentId, buttons: Vec<AnyView>) -> impl IntoView + use<> {
    view! {
        <form class="row" method="post" action=ChangeComment::url()>
            <IdempotencyKey/>
            <input type="hidden" name="post" value=page.commented.post.id/>
            <input type="hidden" name="id" value=id/>
            {buttons}
        </form>
    }
}

/// What was deleted and can be taken back.
pub(super) fn deleted(page: &Page<'_>) -> Option<impl IntoView + use<>> {
    let rows: Vec<_> = page
        .commented
        .deleted
        .iter()
        .map(|comment| {
            let by = comment.author.in_words();
            let when = comment.deleted_at.map(date_and_time).unwrap_or_default();
            view! {
                <li>
                    <p><b>{by.clone()}</b> <span class="quiet">{format!(" · borttagen {when}")}</span></p>
                    <div class="comment-body" dir="auto">{comment.body.clone()}</div>
                    {acts(page, comment, &format!("kommentar av {by}"), &[(Change::TakeBack, "Ta tillbaka")])}
                </li>
            }
        })
        .collect();
    let words = format!("Borttagna kommentarer ({})", rows.len());
    (!rows.is_empty()).then(|| {
        view! {
            <details class="resolved">
                <summary>{words}</summary>
                <p class="quiet">"De går att ta tillbaka i 30 dagar."</p>
                <ul class="answers">{rows}</ul>
            </details>
        }
    })
}

fn capitalized(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
