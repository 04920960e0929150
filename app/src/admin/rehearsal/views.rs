//! What the rehearsal looks like: the day in words, the ways to other days, and the frame. The buttons that play it are
//! hidden until the script is there.

use leptos::prelude::*;

use super::query::RehearsalQuery;
use crate::calendar::editing::{Day, EditionRecord};
use crate::paths;
use crate::preview::{PreviewAddress, PreviewTarget};

/// How long all days take together, in milliseconds, as far as each of them can be seen and is not tedious.
const A_MINUTE: u32 = 60_000;
const SHORTEST: u32 = 1_000;
const LONGEST: u32 = 5_000;

pub(super) struct Rehearsal<'a> {
    pub(super) query: RehearsalQuery,
    pub(super) edition: &'a EditionRecord,
    pub(super) days: &'a [Day],
    /// The address of the staff's script.
    pub(super) script: Option<String>,
}

impl Rehearsal<'_> {
    /// Returns what the frame shows of a day: the calendar at the opening of its door, or that door.
    fn frame(&self, day: &Day) -> String {
        let address = PreviewAddress::new(PreviewTarget::Edition(self.edition.id), day.opens_at);
        let door = paths::door(&self.edition.slug, day.number);
        let door = if self.query.shows_doors { address.resolve_link(&door) } else { None };
        door.unwrap_or_else(|| address.path())
    }

    /// Says which day it is, and when nothing hangs there.
    fn words(&self, day: &Day) -> String {
        let label = if day.label.is_empty() { String::new() } else { format!(", {}", day.label) };
        let empty = if day.is_taken() { "" } else { " Luckan är tom." };
        format!("Dag {} av {}: {}{label}.{empty}", day.number, self.days.len(), day.date)
    }
}

/// Shows a day.
pub(super) fn page(rehearsal: &Rehearsal<'_>) -> impl IntoView + use<> {
    let Rehearsal { query, edition, days, script } = rehearsal;
    let number = query.day.unwrap_or(1);
    let shown = days.iter().find(|day| day.number == number).or_else(|| days.first());
    let plays = query.day.is_none().then_some("");
    view! {
        <p class="kicker"><a href=paths::edit_edition(edition.id)>{edition.title.clone()}</a></p>
        <h1>"Genrep"</h1>
        <p class="quiet">
            "Kalendern dag för dag, som läsarna möter den om allt som är skrivet är publicerat. Bara redaktionen ser det här."
        </p>
        {shown.map(|shown| view! {
            <div class="rehearsal" data-rehearsal data-plays=plays data-staff-script=script.clone()>
                <p class="rehearsal-day" role="status" data-words-now>{rehearsal.words(shown)}</p>
                {steps(rehearsal, shown.number)}
                {player(days.len())}
                <div class="stage">
                    <iframe src=rehearsal.frame(shown) title="Kalendern den dagen" sandbox="allow-same-origin"></iframe>
                </div>
                {all_days(rehearsal, shown.number)}
            </div>
        })}
    }
}

/// The links to the days before and after, and to the other view of the same day.
fn steps(rehearsal: &Rehearsal<'_>, number: u16) -> impl IntoView + use<> {
    let query = rehearsal.query;
    let other = |day: Option<u16>| day.filter(|day| rehearsal.days.iter().any(|known| known.number == *day));
    let step = |day: Option<u16>, rel: &'static str, words: &'static str| {
        let there = other(day);
        let way = query.of_day(there.unwrap_or(number));
        view! { <a class="button plain" rel=rel href=way hidden=there.is_none()>{words}</a> }
    };
    let view_words = if query.shows_doors { "Visa hela kalendern" } else { "Visa dagens lucka" };
    view! {
        <p class="row">
            {step(number.checked_sub(1), "prev", "Föregående dag")}
            {step(number.checked_add(1), "next", "Nästa dag")}
            <a href=query.showing(!query.shows_doors)>{view_words}</a>
        </p>
    }
}

/// What plays and pauses it, and how fast.
fn player(days: usize) -> impl IntoView {
    let normal = period(days);
    view! {
        <p class="row player" data-player hidden=true>
            <button type="button" class="button" data-play data-pause-words="Pausa">"Spela"</button>
            <label>
                "Fart "
                <select data-speed>
                    <option value=normal.saturating_mul(2)>"Långsam"</option>
                    <option value=normal selected=true>"Lagom"</option>
                    <option value=normal / 2>"Snabb"</option>
                </select>
            </label>
            <span class="hint">"Vänster och höger piltangent byter dag."</span>
        </p>
    }
}

/// Returns how long each day is shown, so that a December takes a minute.
fn period(days: usize) -> u32 {
    let days = u32::try_from(days).unwrap_or(u32::MAX).max(1);
    (A_MINUTE / days).clamp(SHORTEST, LONGEST)
}

/// Links to all days, with what the script needs of each.
fn all_days(rehearsal: &Rehearsal<'_>, number: u16) -> impl IntoView + use<> {
    let rows = rehearsal.days.iter().map(|day| {
        let current = (day.number == number).then_some("true");
        view! {
            <li>
                <a
                    href=rehearsal.query.of_day(day.number)
                    data-frame=rehearsal.frame(day)
                    data-words=rehearsal.words(day)
                    data-empty=(!day.is_taken()).then_some("")
                    aria-current=current
                >
                    <span class="visually-hidden">"Dag "</span> {day.number}
                </a>
            </li>
        }
    });
    view! { <ul class="moments" aria-label="Alla dagar">{rows.collect_view()}</ul> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_december_takes_a_minute_and_other_calendars_as_long_as_can_be_seen() {
        assert_eq!(period(24) * 24, A_MINUTE);
        assert_eq!((period(366), period(3), period(0)), (SHORTEST, LONGEST, LONGEST));
    }
}
