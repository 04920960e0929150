//! The picture with its doors laid over it.

use leptos::prelude::*;

use super::dialog::{DoorDialog, Opening};
use super::door_link::DoorLink;
use super::live::Live;
use super::memory::Memory;
use crate::calendar::types::{QUARTER, SceneKind};

/// The town as wide, medium and narrow screens see it; the widths are those of `style/calendar/slots.css`.
const PICTURE: &str = concat!(
    r#"<picture><source media="(min-width: 64rem)" srcset="/scener/stad-bred.svg">"#,
    r#"<source media="(min-width: 40rem)" srcset="/scener/stad-mellan.svg">"#,
    r#"<img class="quarter-picture" src="/scener/stad-smal.svg" alt=""></picture>"#,
);

/// An edition's doors, in day order, each in its place in the picture.
#[component]
pub(crate) fn Scene(
    /// The doors.
    live: Live,
    /// How the edition looks.
    scene: SceneKind,
    /// Which of them the visitor has opened, where the page has the switch for remembering it.
    #[prop(optional)]
    memory: Option<Memory>,
) -> impl IntoView {
    let opening = Opening::new(live, memory.unwrap_or_else(|| Memory::of(&live.slug())));
    let doors = match scene {
        SceneKind::Town => view! { <Town live opening/> }.into_any(),
        SceneKind::Grid => view! { <Grid live opening/> }.into_any(),
    };
    view! {
        {doors}
        <DoorDialog opening/>
    }
}

#[component]
fn Town(live: Live, opening: Opening) -> impl IntoView {
    let quarter = |days: &[u16]| {
        let doors = days.iter().map(|&day| {
            let slot = format!("slot-{}", live.window(day) % QUARTER + 1);
            view! { <li class=slot><DoorLink day live opening/></li> }
        });
        view! {
            <div class="quarter">
                <div inner_html=PICTURE></div>
                <ol class="doors">{doors.collect_view()}</ol>
            </div>
        }
    };
    let days = live.days();
    let quarters = days.chunks(usize::from(QUARTER)).map(quarter);
    view! { <section class="town" aria-label="Luckorna">{quarters.collect_view()}</section> }
}

#[component]
fn Grid(live: Live, opening: Opening) -> impl IntoView {
    let doors = live.days().into_iter().map(|day| view! { <li><DoorLink day live opening/></li> });
    view! {
        <section class="grid-scene" aria-label="Luckorna"><ol class="doors">{doors.collect_view()}</ol></section>
    }
}
