//! An edition as readers may see it at one instant, with Swedish texts.

use std::collections::HashMap;

use jiff::Timestamp;
use leptos::prelude::*;

use super::door_state::DoorState;
use super::edition::Edition;
use super::highlight::Highlight;
use super::light::Light;
use super::moment::Moment;
use super::opening_text::opening_text;
use super::path_picture::stretch_pictures;
use super::scene_kind::SceneKind;
use super::todays_door::TodaysDoor;
use super::town_picture::quarter_pictures;
use super::types::{DoorStates, DoorView, EditionLink, EditionView};
use super::views::{BestDoorsList, EditionFooter, edition_heading, season_head};
use crate::posts::Language;
use crate::ui::render_to_string;

/// Returns an edition with its doors. `titles` are those of the posts behind open doors, by day; `today` is the door that
/// opened today. The edition's own picture is left to the caller, and what stands below the doors to the edition's own page: see
/// [`edition_footer`].
pub(super) fn edition_view(
    edition: &Edition,
    titles: &HashMap<u16, (String, Language)>,
    today: Option<TodaysDoor>,
    now: Timestamp,
) -> EditionView {
    let windows = edition.windows();
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
        heading_html: render_to_string(edition_heading(edition, now)),
        moment: moment(edition, today, now),
        scene: edition.scene,
        own_picture: None,
        doors: doors.collect(),
        footer_html: String::new(),
    }
}

/// Returns the HTML below the doors of an edition's page: the doors chosen as the best, the introduction, links.
pub(super) fn edition_footer(
    edition: &Edition,
    best: Vec<Highlight>,
    others: Vec<EditionLink>,
    now: Timestamp,
) -> String {
    let has_begun = now >= edition.schedule.first_opening();
    let shows_reads = edition.shows_reads && has_begun;
    let has_reminders = edition.schedule.next_opening(now).is_some();
    render_to_string(view! {
        <BestDoorsList best/>
        <EditionFooter edition=link_to(edition) html=edition.introduction_html.clone() others has_begun shows_reads has_reminders/>
    })
}

/// Returns the states of an edition's doors; `today` is the door that opened today.
pub(super) fn door_states(edition: &Edition, today: Option<TodaysDoor>, now: Timestamp) -> DoorStates {
    let doors = (1..=edition.schedule.days()).map(|day| {
        let state = edition.state_of(day, now).unwrap_or(DoorState::Locked);
        (state, state_text(edition, day, state, now))
    });
    DoorStates {
        doors: doors.collect(),
        moment: moment(edition, today, now),
        next_change_in: next_change(edition, now)
            .duration_since(now)
            .as_millis()
            .try_into()
            .unwrap_or(i64::MAX),
    }
}

fn moment(edition: &Edition, today: Option<TodaysDoor>, now: Timestamp) -> Moment {
    Moment::new(
        Light::of(&edition.schedule, now).as_str(),
        render_to_string(season_head(edition, today, now)),
        match edition.scene {
            SceneKind::Path => stretch_pictures(edition),
            _ => quarter_pictures(edition, now),
        },
    )
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

fn state_text(edition: &Edition, day: u16, state: DoorState, now: Timestamp) -> String {
    match state {
        DoorState::Open => "öppen".to_owned(),
        DoorState::Today => "dagens lucka, öppen".to_owned(),
        DoorState::Locked => format!("öppnas {}", opening_text(edition, day, now)),
    }
}

/// Editions for tests.
#[cfg(test)]
pub(super) mod testing {
    use super::Edition;
    use crate::calendar::{BestDoors, DoorOrder, EditionId, ReminderTime, SceneKind, Schedule, ShuffleSeed};

    /// Returns an edition of four days from the first of December 2026.
    pub(in crate::calendar) fn edition(opens_at: &str) -> Edition {
        Edition {
            id: EditionId(1),
            slug: "2026".into(),
            title: "Kalendern".into(),
            lead: String::new(),
            lead_before: String::new(),
            lead_last: String::new(),
            lead_after: String::new(),
            best_doors: BestDoors::default(),
            introduction_html: String::new(),
            schedule: Schedule::parse("2026-12-01", 4, opens_at, "Europe/Stockholm").expect("a schedule"),
            scene: SceneKind::Town,
            order: DoorOrder::Fixed,
            seed: ShuffleSeed::default(),
            reminds_at: ReminderTime::default(),
            shows_reads: false,
            reschedulings: 0,
            rescheduled_at: None,
        }
    }
}

#[cfg(test)]
#[path = "edition_view_tests.rs"]
mod tests;
