//! What the board looks like.

mod ahead;
mod loose;
mod panel;
mod question;
mod review;
mod small;
mod text;
mod windows;

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::UndoMove;
use super::query::BoardQuery;
use super::reserves;
use crate::admin::editions::{missing_message, visibility_form};
use crate::admin::flash::Flash;
use crate::board::{Board, BoardDay, Progress};
use crate::calendar::editing::date_range;
use crate::paths;
use crate::posts::PostStatus;
use crate::reserves::Reserves;
use crate::staff::Role;
use crate::time::{UnixMillis, from_millis};
use crate::ui::IdempotencyKey;

pub(in crate::admin) use small::small_board;
pub(super) use text::way as way_to_day;

/// What the board's page shows, and to whom.
pub(super) struct Page<'a> {
    pub(super) board: &'a Board,
    pub(super) reserves: &'a Reserves,
    pub(super) query: BoardQuery,
    pub(super) role: Role,
    pub(super) now: UnixMillis,
    /// Address of the script that lets texts be dragged, if it was built.
    pub(super) script: Option<String>,
}

impl Page<'_> {
    /// Returns a day of the edition.
    fn day(&self, number: u16) -> Option<&BoardDay> {
        self.board.days.iter().find(|day| day.day.number == number)
    }

    /// Whether whoever looks may move a text that has come so far.
    fn may_move(&self, status: PostStatus) -> bool {
        self.role >= if status.is_decided() { Role::Editor } else { Role::Writer }
    }
}

/// Shows the board: its days, and beside them the chosen day or the texts without one.
pub(super) fn page(page: &Page<'_>, flash: &Flash<()>) -> impl IntoView + use<> {
    let edition = &page.board.edition;
    let state = if edition.is_published() { "publicerad" } else { "utkast" };
    let writes = page.role >= Role::Writer;
    view! {
        <div
            class="board"
            data-board
            data-edition=edition.id
            data-version=page.board.version.clone()
            data-stream=paths::board_presence(edition.id)
            data-staff-script=page.script.clone()
        >
            <header class="board-head">
                <h1>"Tavlan"</h1>
                <p class="quiet">
                    <a href=paths::edit_edition(edition.id)>{edition.title.clone()}</a> ", "
                    {date_range(&edition.schedule)} " · " {state} " · "
                    <a href=paths::preview_of_edition(edition.id) rel="external">"Förhandsgranska"</a> " · "
                    <a href=paths::rehearsal(edition.id)>"Genrep"</a>
                </p>
                {other_editions(page.board)}
                {(page.role >= Role::Editor).then(|| visibility(page))}
            </header>
            {flash.notice(None)}
            <div class="board-head">
                <p class="count"><b>{count(&page.board.days)}</b></p>
                {only_missing(&page.board.days)}
                {writes.then(|| undo_form(page.board))}
            </div>
            {ahead::section(page)}
            <div class="board-parts">
                {panel::section(page)}
                {text::section(page)}
                {windows::section(page)}
                {loose::section(page)}
                {reserves::section(edition.id, page.reserves, &page.board.loose, page.role)}
            </div>
        </div>
    }
}

/// The button that publishes the edition, or makes it a draft again.
fn visibility(page: &Page<'_>) -> AnyView {
    let missing = missing_message(page.board.days.iter().map(|day| &day.day));
    visibility_form(&page.board.edition, missing, from_millis(page.now), true)
}

/// The page while there is no edition.
pub(super) fn without_edition(role: Role) -> impl IntoView {
    view! {
        <header class="section-head"><h1>"Tavlan"</h1></header>
        <p class="empty">"Här finns ingen kalender än."</p>
        {(role >= Role::Editor).then(|| view! { <p><a class="button" href=paths::NEW_EDITION>"Ny kalender"</a></p> })}
    }
}

/// Says how far the days have come: "18 av 24 dagar är klara. 4 saknar text, 2 väntar på publicering."
fn count(days: &[BoardDay]) -> String {
    let count = |progress| days.iter().filter(|day| day.progress == progress).count();
    let done = format!("{} av {} dagar är klara.", count(Progress::Done), days.len());
    let parts = [
        (count(Progress::Empty), "saknar text"),
        (count(Progress::Begun), "har en text där något saknas"),
        (count(Progress::Whole), "väntar på publicering"),
    ];
    let parts: Vec<_> = parts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    if parts.is_empty() { done } else { format!("{done} {}.", parts.join(", ")) }
}

/// The box that leaves only the days that are not ready. The style sheet does it, so it needs neither script nor reload.
fn only_missing(days: &[BoardDay]) -> Option<impl IntoView + use<>> {
    let is_done = |day: &BoardDay| day.progress == Progress::Done;
    (days.iter().any(is_done) && !days.iter().all(is_done)).then(|| {
        view! {
            <p class="tick only-missing">
                <input id="only-missing" type="checkbox"/>
                <label for="only-missing">"Bara det som saknas"</label>
            </p>
        }
    })
}

/// Links to the boards of the other editions.
fn other_editions(board: &Board) -> Option<impl IntoView + use<>> {
    let others: Vec<_> = board
        .editions
        .iter()
        .filter(|(id, _)| *id != board.edition.id)
        .map(|(id, title)| view! { <li><a href=paths::board(*id)>{title.clone()}</a></li> })
        .collect();
    (!others.is_empty()).then(|| {
        view! { <details class="other-editions"><summary>"Andra kalendrar"</summary> <ul>{others}</ul></details> }
    })
}

/// The button that undoes the last move.
fn undo_form(board: &Board) -> Option<impl IntoView + use<>> {
    let undo = board.undo.as_ref()?;
    let sure = undo.concerns_readers.then(|| sure_field("undo-sure"));
    Some(view! {
        <form class="undo" method="post" action=UndoMove::url()>
            <IdempotencyKey/>
            <input type="hidden" name="edition" value=board.edition.id/>
            <p id="last-move">{undo.what.clone()}</p>
            {sure}
            <button class="button plain" aria-describedby="last-move">"Ångra"</button>
        </form>
    })
}

/// The checkbox that confirms that readers notice.
fn sure_field(id: &'static str) -> impl IntoView {
    view! {
        <p class="tick">
            <input id=id type="checkbox" name="sure" value="1"/>
            <label for=id>"Jag vet att läsarna märker det direkt"</label>
        </p>
    }
}
