//! What the board's page loads, and what its server functions do.

use super::query::{BoardQuery, ask_about_move, ask_about_text, choose_day_for};
use super::{place, views};
use crate::admin::flash::{Flash, redirect_with_flash, take_flash};
use crate::admin::prerendered::PrerenderedAdminPage;
use crate::board::{self, BoardError, Order, Seen, WhenTaken};
use crate::error::AppError;
use crate::ids::{EditionId, PostId};
use crate::paths;
use crate::reserves::reserves;
use crate::staff::Staff;
use crate::state::AppState;
use crate::ui::render_to_string;

/// Key of the page's flash.
pub(in crate::admin) const FLASH: &str = "board";

/// The most days that a form may name; no edition has more.
const MAX_DAYS: usize = 366;

/// Renders the board of the edition in the query, with what the last button said.
pub(in crate::admin) async fn page(
    state: &AppState,
    staff: &Staff,
    query: &str,
) -> Result<PrerenderedAdminPage, AppError> {
    let query = BoardQuery::parse(query);
    let flash: Flash<()> = take_flash(state, FLASH).await?;
    let html = match board::board(state, staff, query.edition).await? {
        Some(board) => {
            let now = state.clock.now_millis();
            let reserves = reserves(state, board.edition.id).await?;
            let script = Some(state.assets.board_js.clone()).filter(|script| !script.is_empty());
            let page =
                views::Page { board: &board, reserves: &reserves, query, role: staff.role, now, script };
            render_to_string(views::page(&page, &flash))
        }
        None => render_to_string(views::without_edition(staff.role)),
    };
    Ok(PrerenderedAdminPage { title: flash.title("Tavlan"), html })
}

/// Puts a text without a day on one. When something lies there, the board asks.
pub(super) async fn put(
    state: &AppState,
    staff: &Staff,
    (edition, post): (EditionId, PostId),
    day: &str,
    when_taken: &str,
) -> Result<(), AppError> {
    let Some(seen) = place::parse(day) else {
        return tell(state, &choose_day_for(edition, post), Err(BoardError::Nothing)).await;
    };
    let order = Order::Put { post, day: seen.day, when_taken: WhenTaken::parse(when_taken) };
    match board::perform(state, staff, edition, &order, &[seen], false).await {
        Err(BoardError::Taken(_)) => ask(state, &ask_about_text(edition, seen.day, post)).await,
        done => tell(state, &paths::board_day(edition, seen.day), done).await,
    }
}

/// Moves the text of a day to another, and leads there. When something lies there, the board asks.
pub(super) async fn move_to(
    state: &AppState,
    staff: &Staff,
    edition: EditionId,
    (from, to): (&str, &str),
    when_taken: &str,
    is_sure: bool,
) -> Result<(), AppError> {
    let from = place::parse(from).ok_or(AppError::Invalid)?;
    let Some(to) = place::parse(to) else {
        return tell(state, &paths::board_day(edition, from.day), Err(BoardError::Nothing)).await;
    };
    let order = Order::Move { from: from.day, to: to.day, when_taken: WhenTaken::parse(when_taken) };
    match board::perform(state, staff, edition, &order, &[from, to], is_sure).await {
        Ok(message) => tell(state, &paths::board_day(edition, to.day), Ok(message)).await,
        Err(BoardError::Taken(_)) => ask(state, &ask_about_move(edition, from.day, to.day)).await,
        Err(error) => tell(state, &paths::board_day(edition, from.day), Err(error)).await,
    }
}

/// Takes the text of a day away from it: to those without a day, or to the reserves.
pub(super) async fn clear(
    state: &AppState,
    staff: &Staff,
    edition: EditionId,
    (day, to): (&str, &str),
    is_sure: bool,
) -> Result<(), AppError> {
    let seen = place::parse(day).ok_or(AppError::Invalid)?;
    let order = match WhenTaken::parse(to) {
        WhenTaken::Reserve => Order::Reserve { day: seen.day },
        _ => Order::Clear { day: seen.day },
    };
    let done = board::perform(state, staff, edition, &order, &[seen], is_sure).await;
    tell(state, &paths::board_day(edition, seen.day), done).await
}

/// Puts texts without a day on the days that were seen as empty, in order.
pub(super) async fn fill(
    state: &AppState,
    staff: &Staff,
    edition: EditionId,
    days: &str,
    posts: Vec<PostId>,
) -> Result<(), AppError> {
    let days: Vec<u16> = days.split(',').filter_map(|day| day.parse().ok()).take(MAX_DAYS).collect();
    let seen: Vec<_> = days.iter().take(posts.len()).map(|day| Seen { day: *day, post: None }).collect();
    let order = Order::Fill { posts, days };
    let done = board::perform(state, staff, edition, &order, &seen, false).await;
    tell(state, &paths::board(edition), done).await
}

/// Undoes what somebody moved last.
pub(super) async fn undo(
    state: &AppState,
    staff: &Staff,
    edition: EditionId,
    is_sure: bool,
) -> Result<(), AppError> {
    let done = board::undo(state, staff, is_sure).await;
    let edition = done.as_ref().map_or(edition, |(edition, _)| *edition);
    tell(state, &paths::board(edition), done.map(|(_, message)| message)).await
}

/// Leads to a page that says what was done, or why not.
async fn tell(state: &AppState, page: &str, done: Result<String, BoardError>) -> Result<(), AppError> {
    let flash = match done {
        Ok(message) => Flash::done(message, ()),
        Err(error) => Flash::refused(error.refusal()?, ()),
    };
    redirect_with_flash(state, FLASH, page, &flash).await
}

/// Leads to the page that asks what is to become of a text.
async fn ask(state: &AppState, page: &str) -> Result<(), AppError> {
    redirect_with_flash(state, FLASH, page, &Flash::done("", ())).await
}
