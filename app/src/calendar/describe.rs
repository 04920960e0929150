//! An edition as the public may see it at one moment, in Swedish words.

use std::collections::HashMap;

use jiff::Timestamp;
use leptos::prelude::*;

use super::card::More;
use super::door::DoorState;
use super::edition::Edition;
use super::types::{Board, DoorView, EditionLink, EditionView, SceneKind};
use crate::posts::Language;
use crate::time;
use crate::ui::render_to_string;

/// The edition with its doors. `titles` holds what hangs on the open doors, by day.
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
        DoorView { day, window, state, words: words_for(edition, day, state), title, lang }
    });
    EditionView {
        slug: edition.slug.clone(),
        title: edition.title.clone(),
        lead: edition.lead.clone(),
        standing: standing(edition, now),
        scene: edition.scene,
        doors: doors.collect(),
        more_html: render_to_string(view! {
            <More edition=link_to(edition) html=edition.introduction_html.clone() others/>
        }),
    }
}

/// How the doors stand, for a page that has been open for a while.
pub(super) fn board(edition: &Edition, now: Timestamp) -> Board {
    let doors = (1..=edition.schedule.days()).map(|day| {
        let state = edition.state_of(day, now).unwrap_or(DoorState::Locked);
        (state, words_for(edition, day, state))
    });
    Board {
        doors: doors.collect(),
        standing: standing(edition, now),
        next_in: next_change(edition, now).duration_since(now).as_millis().try_into().unwrap_or(i64::MAX),
    }
}

/// A link to the edition.
pub(crate) fn link_to(edition: &Edition) -> EditionLink {
    EditionLink { slug: edition.slug.clone(), title: edition.title.clone() }
}

/// When the picture changes next: a door opens, or "today" becomes yesterday.
fn next_change(edition: &Edition, now: Timestamp) -> Timestamp {
    let opening = edition.schedule.next_opening(now).map_or(Timestamp::MAX, |(_, opening)| opening);
    opening.min(edition.schedule.end_of_today(now))
}

fn words_for(edition: &Edition, day: u16, state: DoorState) -> String {
    match state {
        DoorState::Open => "öppen".to_owned(),
        DoorState::Today => "dagens lucka, öppen".to_owned(),
        DoorState::Locked => format!("öppnas {}", opens(edition, day)),
    }
}

/// When a door opens: "lördag 12 december", with the time of day when it is not midnight.
pub(super) fn opens(edition: &Edition, day: u16) -> String {
    let Some(date) = edition.schedule.date_of(day) else { return String::new() };
    let opens_at = edition.schedule.opens_at();
    if opens_at == jiff::civil::Time::midnight() {
        time::weekday_and_date(date)
    } else {
        time::weekday_date_and_time(date, opens_at)
    }
}

fn standing(edition: &Edition, now: Timestamp) -> String {
    let days = edition.schedule.days();
    let open = (1..=days).take_while(|day| edition.schedule.is_open(*day, now)).count();
    let Some((next, _)) = edition.schedule.next_opening(now) else {
        return match (edition.scene, days) {
            (_, 1) => "Luckan är öppen.".to_owned(),
            (SceneKind::Town, _) => format!("Alla {days} fönster lyser."),
            (SceneKind::Grid, _) => format!("Alla {days} luckor är öppna."),
        };
    };
    let opens = opens(edition, next);
    match (edition.scene, open) {
        (_, 0) => format!("Första luckan öppnas {opens}."),
        (SceneKind::Town, 1) => format!("Ett fönster lyser. Nästa lucka öppnas {opens}."),
        (SceneKind::Grid, 1) => format!("En lucka är öppen. Nästa öppnas {opens}."),
        (SceneKind::Town, _) => format!("{} fönster lyser. Nästa lucka öppnas {opens}.", count(open)),
        (SceneKind::Grid, _) => format!("{} luckor är öppna. Nästa öppnas {opens}.", count(open)),
    }
}

/// Numbers up to twelve in words, as Swedish running text has them; at the start of a sentence.
fn count(number: usize) -> String {
    const WORDS: [&str; 13] =
        ["Noll", "En", "Två", "Tre", "Fyra", "Fem", "Sex", "Sju", "Åtta", "Nio", "Tio", "Elva", "Tolv"];
    WORDS.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

#[cfg(test)]
#[path = "describe_tests.rs"]
mod tests;
