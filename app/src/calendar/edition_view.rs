//! An edition as readers may see it at one instant, with Swedish texts.

use std::collections::HashMap;

use jiff::Timestamp;
use leptos::prelude::*;

use super::door_state::DoorState;
use super::edition::Edition;
use super::opening_text::{opening_phrase, opening_text};
use super::types::{DoorStates, DoorView, EditionLink, EditionView};
use super::views::{EditionFooter, TodayLink};
use crate::posts::Language;
use crate::ui::render_to_string;

/// Returns an edition with its doors. `titles` are those of the posts behind open doors, by day.
pub(super) fn edition_view(
    edition: &Edition,
    titles: &HashMap<u16, (String, Language)>,
    others: Vec<EditionLink>,
    now: Timestamp,
) -> EditionView {
    let windows = edition.windows();
    let has_reminders = edition.schedule.next_opening(now).is_some();
    let has_text = edition.open_today(now).is_some_and(|day| titles.contains_key(&day));
    let doors = (1..=edition.schedule.days()).zip(windows).map(|(day, window)| {
        let state = edition.state_of(day, now).unwrap_or(DoorState::Locked);
        let title = titles.get(&day).filter(|_| state.is_open());
        let lang = title.and_then(|(_, language)| language.lang()).map(str::to_owned);
        let title = title.map(|(title, _)| title.clone());
        DoorView { day, window, state, state_text: state_text(edition, day, state, now), title, lang }
    });
    EditionView {
        slug: edition.slug.clone(),
        title: edition.title.clone(),
        lead: edition.lead_at(now).to_owned(),
        status_text: status_text(edition, now),
        today_html: today_html(edition, has_text, now),
        scene: edition.scene,
        doors: doors.collect(),
        footer_html: render_to_string(view! {
            <EditionFooter edition=link_to(edition) html=edition.introduction_html.clone() others has_reminders/>
        }),
    }
}

/// Returns the states of an edition's doors; `has_text`: whether today's door has a public text.
pub(super) fn door_states(edition: &Edition, has_text: bool, now: Timestamp) -> DoorStates {
    let doors = (1..=edition.schedule.days()).map(|day| {
        let state = edition.state_of(day, now).unwrap_or(DoorState::Locked);
        (state, state_text(edition, day, state, now))
    });
    DoorStates {
        doors: doors.collect(),
        status_text: status_text(edition, now),
        today_html: today_html(edition, has_text, now),
        next_change_in: next_change(edition, now)
            .duration_since(now)
            .as_millis()
            .try_into()
            .unwrap_or(i64::MAX),
    }
}

/// Returns what a link to an edition needs.
pub(crate) fn link_to(edition: &Edition) -> EditionLink {
    EditionLink { slug: edition.slug.clone(), title: edition.title.clone() }
}

/// Returns when door states change next: a door opens, or today's door becomes yesterday's.
fn next_change(edition: &Edition, now: Timestamp) -> Timestamp {
    let opening = edition.schedule.next_opening(now).map_or(Timestamp::MAX, |(_, opening)| opening);
    opening.min(edition.schedule.end_of_today(now))
}

/// Shows the link to today's door. One without a text gets none: it would promise a guldkorn.
fn today_html(edition: &Edition, has_text: bool, now: Timestamp) -> String {
    let today = edition.open_today(now).filter(|_| has_text);
    render_to_string(today.map(|day| view! { <TodayLink edition=edition.slug.clone() day/> }))
}

fn state_text(edition: &Edition, day: u16, state: DoorState, now: Timestamp) -> String {
    match state {
        DoorState::Open => "öppen".to_owned(),
        DoorState::Today => "dagens lucka, öppen".to_owned(),
        DoorState::Locked => format!("öppnas {}", opening_text(edition, day, now)),
    }
}

fn status_text(edition: &Edition, now: Timestamp) -> String {
    let days = edition.schedule.days();
    let open = edition.schedule.open_days(now).len();
    let Some((next, _)) = edition.schedule.next_opening(now) else {
        return if days == 1 {
            "Luckan är öppen.".to_owned()
        } else {
            format!("Alla {days} luckor är öppna.")
        };
    };
    let opens = opening_phrase(edition, next, now);
    match open {
        0 => format!("Första luckan öppnas {opens}."),
        1 => format!("En lucka är öppen. Nästa öppnas {opens}."),
        _ => format!("{} luckor är öppna. Nästa öppnas {opens}.", number_text(open)),
    }
}

/// Returns a number at the start of a sentence; up to twelve in words, as Swedish running text has it.
fn number_text(number: usize) -> String {
    const WORDS: [&str; 13] =
        ["Noll", "En", "Två", "Tre", "Fyra", "Fem", "Sex", "Sju", "Åtta", "Nio", "Tio", "Elva", "Tolv"];
    WORDS.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// Editions for tests.
#[cfg(test)]
pub(super) mod testing {
    use super::Edition;
    use crate::calendar::{DoorOrder, EditionId, ReminderTime, SceneKind, Schedule, ShuffleSeed};

    /// Returns an edition of four days from the first of December 2026.
    pub(in crate::calendar) fn edition(opens_at: &str) -> Edition {
        Edition {
            id: EditionId(1),
            slug: "2026".into(),
            title: "Kalendern".into(),
            lead: String::new(),
            lead_before: String::new(),
            lead_after: String::new(),
            introduction_html: String::new(),
            schedule: Schedule::parse("2026-12-01", 4, opens_at, "Europe/Stockholm").expect("a schedule"),
            scene: SceneKind::Town,
            order: DoorOrder::Fixed,
            seed: ShuffleSeed::default(),
            reminds_at: ReminderTime::default(),
            reschedulings: 0,
            rescheduled_at: None,
        }
    }
}

#[cfg(test)]
#[path = "edition_view_tests.rs"]
mod tests;
