//! The board in small, for the dashboard while its season is near.

use leptos::prelude::*;

use super::count;
use super::windows::WITHOUT_MONTHS;
use crate::board::{Board, BoardDay, Distance, Progress};
use crate::paths;

/// The windows of the edition that opens next, if its next door opens within a month. Of one with many days, only those of
/// the month to come.
pub(in crate::admin) fn small_board(board: &Board) -> Option<impl IntoView + use<>> {
    let is_near = |day: &&BoardDay| matches!(day.distance, Distance::Week | Distance::Month);
    board.days.iter().find(is_near)?;
    let is_short = board.days.len() <= WITHOUT_MONTHS;
    let shown = board.days.iter().filter(|day| is_short || is_near(day));
    let edition = board.edition.id;
    Some(view! {
        <section class="small-board" aria-labelledby="small-board">
            <h2 id="small-board"><a href=paths::board(edition)>{board.edition.title.clone()}</a></h2>
            <p>{count(&board.days)}</p>
            <ol class="windows">
                {shown
                    .map(|day| {
                        let number = day.day.number;
                        view! {
                            <li data-progress=day.progress.as_str()>
                                <a href=format!("{}#vald", paths::board_day(edition, number))>
                                    <span class="glass">
                                        <b><span class="visually-hidden">"Dag "</span> {number}</b>
                                    </span>
                                    <span class="visually-hidden">{format!(", {}", in_a_word(day))}</span>
                                </a>
                            </li>
                        }
                    })
                    .collect_view()}
            </ol>
        </section>
    })
}

fn in_a_word(day: &BoardDay) -> &'static str {
    match day.progress {
        Progress::Empty => "tom",
        Progress::Begun => "något saknas",
        Progress::Whole => "inte publicerad",
        Progress::Done => "klar",
    }
}
