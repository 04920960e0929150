//! The days that are not ready, before everything else: the nearest first.

use leptos::prelude::*;

use super::Page;
use crate::board::{BoardDay, Distance, Progress};
use crate::calendar::editing::day_list;
use crate::paths;

/// So many days of a group are links; the others are told as ranges.
const LINKED: usize = 31;

/// The list, unless every day is ready.
pub(super) fn section(page: &Page<'_>) -> Option<impl IntoView + use<>> {
    let groups: Vec<_> = Distance::ALL.into_iter().filter_map(|distance| group(page, distance)).collect();
    (!groups.is_empty()).then(|| {
        view! {
            <section class="ahead" aria-labelledby="ahead">
                <h2 id="ahead">"Inte klara"</h2>
                <ul>{groups}</ul>
            </section>
        }
    })
}

fn group(page: &Page<'_>, distance: Distance) -> Option<impl IntoView + use<>> {
    let days: Vec<&BoardDay> = page
        .board
        .days
        .iter()
        .filter(|day| day.distance == distance && day.progress != Progress::Done)
        .collect();
    let edition = page.board.edition.id;
    let words = match distance {
        Distance::Past if page.board.edition.is_published() => "Redan öppna",
        Distance::Past => "Dagen har varit",
        Distance::Week => "Inom en vecka",
        Distance::Month => "Inom en månad",
        Distance::Later => "Senare",
    };
    let link = |day: &&BoardDay| {
        let number = day.day.number;
        view! {
            <li>
                <a href=format!("{}#vald", paths::board_day(edition, number))>
                    <span class="visually-hidden">"Dag "</span> {number}
                </a>
            </li>
        }
    };
    let (linked, told) = days.split_at(days.len().min(LINKED));
    let told: Vec<_> = told.iter().map(|day| day.day.number).collect();
    let told = (!told.is_empty()).then(|| view! { <li>{format!("och {}", day_list(&told))}</li> });
    (!days.is_empty()).then(|| {
        view! {
            <li data-distance=distance.as_str()>
                <b>{words} ":"</b>
                <ul>{linked.iter().map(link).collect_view()} {told}</ul>
            </li>
        }
    })
}
