//! The picture with its doors laid over it.

use leptos::prelude::*;

use super::dialog::{DoorDialog, Opening};
use super::door_link::DoorLink;
use super::live::{Live, follow};
use super::memory::Memory;
use crate::calendar::types::{EditionView, SceneKind};

/// How many windows a quarter of the town has; a longer edition has more quarters.
const WINDOWS: usize = 24;

/// An edition's doors, in day order, each in its place in the picture.
#[component]
pub fn Scene(
    /// The doors.
    live: Live,
    /// Which of them the visitor has opened, if that is to be remembered.
    memory: Memory,
    /// How the edition looks.
    scene: SceneKind,
) -> impl IntoView {
    let opening = Opening::new(live, memory);
    let doors = match scene {
        SceneKind::Town => view! { <Town live opening/> }.into_any(),
        SceneKind::Grid => view! { <Grid live opening/> }.into_any(),
    };
    view! {
        {doors}
        <DoorDialog opening/>
    }
}

/// The scene on the start page, which has nothing else of the edition to keep up to date than how it stands.
#[component]
pub fn StartScene(
    /// The edition.
    edition: EditionView,
    /// How it stands.
    standing: RwSignal<String>,
) -> impl IntoView {
    let live = follow(&edition);
    let memory = Memory::of(&edition.slug);
    Effect::new(move || standing.set(live.standing.get()));
    view! { <Scene live memory scene=edition.scene/> }
}

#[component]
fn Town(live: Live, opening: Opening) -> impl IntoView {
    let days = live.days();
    let quarters = days.len().div_ceil(WINDOWS);
    let in_quarter = |quarter: usize| {
        days.iter()
            .map(|day| (*day, usize::from(live.window(*day))))
            .filter(move |(_, window)| window / WINDOWS == quarter)
            .map(|(day, window)| {
                view! {
                    <li class=format!("slot-{}", window % WINDOWS + 1)><DoorLink day live opening/></li>
                }
            })
            .collect_view()
    };
    let quarter = |quarter| {
        view! {
            <div class="quarter">
                <picture>
                    <source media="(min-width: 64rem)" srcset="/scener/stad-bred.svg"/>
                    <source media="(min-width: 40rem)" srcset="/scener/stad-mellan.svg"/>
                    <img class="quarter-picture" src="/scener/stad-smal.svg" alt=""/>
                </picture>
                <ol class="doors">{in_quarter(quarter)}</ol>
            </div>
        }
    };
    view! { <section class="town" aria-label="Luckorna">{(0..quarters).map(quarter).collect_view()}</section> }
}

#[component]
fn Grid(live: Live, opening: Opening) -> impl IntoView {
    let doors = live.days().into_iter().map(|day| view! { <li><DoorLink day live opening/></li> });
    view! {
        <section class="grid-scene" aria-label="Luckorna"><ol class="doors">{doors.collect_view()}</ol></section>
    }
}
