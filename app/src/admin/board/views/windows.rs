//! The days as windows, which fill with light as their texts come along.

use jiff::civil::Date;
use leptos::prelude::*;

use super::Page;
use crate::admin::board::place;
use crate::admin::relative_time::days_until;
use crate::board::{BoardDay, Distance, Progress};
use crate::calendar::editing::day_list;
use crate::paths;
use crate::time::{capitalized, month_and_year, month_name};

/// An edition with more days than this is shown month by month, each of which can be folded.
pub(super) const WITHOUT_MONTHS: usize = 45;

/// Shows all days, by month when they are many; the month of the chosen day is open.
pub(super) fn section(page: &Page<'_>) -> impl IntoView + use<> {
    let days = &page.board.days;
    let shown = if days.len() <= WITHOUT_MONTHS {
        list(page, days).into_any()
    } else {
        let month_of = |day: &BoardDay| date(page, day).map(|date| (date.year(), date.month()));
        let chosen = page.query.day.and_then(|day| page.day(day)).or_else(|| first_open_question(days));
        let open = chosen.and_then(month_of);
        let months = days.chunk_by(|one, next| month_of(one) == month_of(next));
        months
            .map(|days| month(page, days, days.first().and_then(month_of) == open))
            .collect_view()
            .into_any()
    };
    view! { <section class="days" aria-labelledby="days"><h2 id="days" class="visually-hidden">"Dagarna"</h2> {shown}</section> }
}

/// Returns the next day on which something is to be done, or the first one.
fn first_open_question(days: &[BoardDay]) -> Option<&BoardDay> {
    let waits = |day: &&BoardDay| day.distance != Distance::Past && day.progress != Progress::Done;
    days.iter().find(waits).or(days.first())
}

fn date(page: &Page<'_>, day: &BoardDay) -> Option<Date> {
    page.board.edition.schedule.date_of(day.day.number)
}

fn month(page: &Page<'_>, days: &[BoardDay], is_open: bool) -> impl IntoView + use<> {
    let name = days.first().and_then(|day| date(page, day)).map(month_and_year).unwrap_or_default();
    let not_done: Vec<_> =
        days.iter().filter(|day| day.progress != Progress::Done).map(|day| day.day.number).collect();
    let state = if not_done.is_empty() {
        "allt är klart".to_owned()
    } else {
        format!("inte klara: dag {}", day_list(&not_done))
    };
    view! {
        <details class="month" open=is_open>
            <summary><b>{capitalized(&name)}</b> ", " {state}</summary>
            {list(page, days)}
        </details>
    }
}

fn list(page: &Page<'_>, days: &[BoardDay]) -> impl IntoView + use<> {
    view! { <ol class="windows">{days.iter().map(|day| window(page, day)).collect_view()}</ol> }
}

fn window(page: &Page<'_>, shown: &BoardDay) -> impl IntoView + use<> {
    let day = &shown.day;
    let is_chosen = page.query.day == Some(day.number);
    let hung = day.hung.as_ref().filter(|hung| !hung.is_gone);
    let is_movable = hung.is_some_and(|hung| page.may_move(hung.status));
    let is_open = shown.distance == Distance::Past && page.board.edition.is_published();
    let title = hung.map(|hung| {
        view! { <span class="what" lang=hung.language.lang() dir="auto">{hung.title.clone()}</span> }
    });
    let about = hung.map(|hung| view! { <span class="quiet">{hung.form}</span> });
    let when = (shown.progress != Progress::Done).then(|| {
        let words = match shown.distance {
            Distance::Past => "öppnad".to_owned(),
            _ => days_until(day.opens_at, page.now),
        };
        view! { <span class="when" data-distance=shown.distance.as_str()>{words}</span> }
    });
    view! {
        <li
            data-day=day.number
            data-progress=shown.progress.as_str()
            data-place=place::to_form(day.number, shown.seen())
            data-movable=is_movable
            data-open=is_open
        >
            <a
                href=format!("{}#vald", paths::board_day(page.board.edition.id, day.number))
                aria-current=is_chosen.then_some("true")
            >
                <span class="glass">
                    <b><span class="visually-hidden">"Dag "</span> {day.number} {short_date(page, shown)}</b>
                    {shown.thumbnail.clone().map(|address| view! { <img src=address alt="" loading="lazy" decoding="async"/> })}
                </span>
                <span class="visually-hidden date">{format!("{}. ", day.date)}</span>
                {title}
                {about}
                <span class="state">{state(shown)}</span>
                {when}
            </a>
        </li>
    }
}

/// The date in short, where it is another number than the day's own: "10 dec".
fn short_date(page: &Page<'_>, shown: &BoardDay) -> Option<impl IntoView + use<>> {
    let date = date(page, shown).filter(|date| u16::try_from(date.day()) != Ok(shown.day.number))?;
    let month: String = month_name(date.month()).chars().take(3).collect();
    Some(view! { " " <small aria-hidden="true">{format!("{}\u{a0}{month}", date.day())}</small> })
}

/// What is missing on a day, in a few words after a mark.
fn state(shown: &BoardDay) -> impl IntoView + use<> {
    let (mark, words) = match shown.progress {
        Progress::Empty if shown.day.is_taken() => ("○", "inga ord än".to_owned()),
        Progress::Empty => ("○", "tom".to_owned()),
        Progress::Begun => ("!", shown.day.missing.join(", ")),
        Progress::Whole if is_to_be_read(shown) => ("◐", "väntar på läsning".to_owned()),
        Progress::Whole => ("◐", "inte publicerad".to_owned()),
        Progress::Done => ("✓", "klar".to_owned()),
    };
    view! { <span aria-hidden="true">{mark} " "</span> {words} }
}

/// Whether somebody was asked to read the text of a day and has not.
fn is_to_be_read(shown: &BoardDay) -> bool {
    shown.day.hung.as_ref().is_some_and(|hung| !hung.read_by.waits_for.is_empty())
}
