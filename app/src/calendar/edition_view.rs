//! An edition as readers may see it at one instant, with Swedish texts.

use std::collections::HashMap;

use jiff::Timestamp;
use leptos::prelude::*;

use super::door_state::DoorState;
use super::edition::Edition;
use super::types::{DoorStates, DoorView, EditionLink, EditionView, SceneKind};
use super::views::EditionFooter;
use crate::posts::Language;
use crate::time;
use crate::ui::render_to_string;

/// Returns an edition with its doors. `titles` are those of the posts behind open doors, by day.
pub(super) fn edition_view(
    edition: &Edition,
    titles: &HashMap<u16, (String, Language)>,
    others: Vec<EditionLink>,
    now: Timestamp,
) -> EditionView {
    let windows = edition.windows();
    let doors = (1..=edition.schedule.days()).zip(windows).map(|(day, window)| {
        let state = edition.state_of(day, now).unwrap_or(DoorState::Locked);
        let title = titles.get(&day).filter(|_| state.is_open());
        let lang = title.and_then(|(_, language)| language.lang()).map(str::to_owned);
        let title = title.map(|(title, _)| title.clone());
        DoorView { day, window, state, state_text: state_text(edition, day, state), title, lang }
    });
    EditionView {
        slug: edition.slug.clone(),
        title: edition.title.clone(),
        lead: edition.lead.clone(),
        status_text: status_text(edition, now),
        scene: edition.scene,
        doors: doors.collect(),
        footer_html: render_to_string(view! {
            <EditionFooter edition=link_to(edition) html=edition.introduction_html.clone() others/>
        }),
    }
}

/// Returns the states of an edition's doors.
pub(super) fn door_states(edition: &Edition, now: Timestamp) -> DoorStates {
    let doors = (1..=edition.schedule.days()).map(|day| {
        let state = edition.state_of(day, now).unwrap_or(DoorState::Locked);
        (state, state_text(edition, day, state))
    });
    DoorStates {
        doors: doors.collect(),
        status_text: status_text(edition, now),
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

fn state_text(edition: &Edition, day: u16, state: DoorState) -> String {
    match state {
        DoorState::Open => "öppen".to_owned(),
        DoorState::Today => "dagens lucka, öppen".to_owned(),
        DoorState::Locked => format!("öppnas {}", opening_text(edition, day)),
    }
}

/// Returns "lördag 12 december": when a door opens, with the time of day when it is not midnight.
pub(super) fn opening_text(edition: &Edition, day: u16) -> String {
    let Some(date) = edition.schedule.date_of(day) else { return String::new() };
    let opens_at = edition.schedule.opens_at();
    if opens_at == jiff::civil::Time::midnight() {
        time::weekday_and_date(date)
    } else {
        time::weekday_date_and_time(date, opens_at)
    }
}

fn status_text(edition: &Edition, now: Timestamp) -> String {
    let days = edition.schedule.days();
    let open = edition.schedule.open_days(now).len();
    let Some((next, _)) = edition.schedule.next_opening(now) else {
        return match (edition.scene, days) {
            (_, 1) => "Luckan är öppen.".to_owned(),
            (SceneKind::Town, _) => format!("Alla {days} fönster lyser."),
            (SceneKind::Grid, _) => format!("Alla {days} luckor är öppna."),
        };
    };
    let opens = opening_text(edition, next);
    match (edition.scene, open) {
        (_, 0) => format!("Första luckan öppnas {opens}."),
        (SceneKind::Town, 1) => format!("Ett fönster lyser. Nästa lucka öppnas {opens}."),
        (SceneKind::Grid, 1) => format!("En lucka är öppen. Nästa öppnas {opens}."),
        (SceneKind::Town, _) => format!("{} fönster lyser. Nästa lucka öppnas {opens}.", number_text(open)),
        (SceneKind::Grid, _) => format!("{} luckor är öppna. Nästa öppnas {opens}.", number_text(open)),
    }
}

/// Returns a number at the start of a sentence; up to twelve in words, as Swedish running text has it.
fn number_text(number: usize) -> String {
    const WORDS: [&str; 13] =
        ["Noll", "En", "Två", "Tre", "Fyra", "Fem", "Sex", "Sju", "Åtta", "Nio", "Tio", "Elva", "Tolv"];
    WORDS.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

#[cfg(test)]
#[path = "edition_view_tests.rs"]
mod tests;
