//! The scene's picture with the doors laid over it.

use leptos::prelude::*;

use super::dialog::DoorDialog;
use super::door_link::DoorLink;
use super::live_doors::LiveDoors;
use super::open_door::OpenDoor;
use super::opened_doors::OpenedDoors;
use crate::calendar::types::{QUARTER, SceneKind};

/// The town for wide, medium and narrow screens; the widths are those of `style/calendar/slots.css`.
const PICTURE: &str = concat!(
    r#"<picture><source media="(min-width: 64rem)" srcset="/scener/stad-bred.svg">"#,
    r#"<source media="(min-width: 40rem)" srcset="/scener/stad-mellan.svg">"#,
    r#"<img class="quarter-picture" src="/scener/stad-smal.svg" alt=""></picture>"#,
);

/// An edition's doors, in day order, each in its window of the picture.
#[component]
pub(crate) fn Scene(
    /// The edition's doors.
    doors: LiveDoors,
    /// The picture.
    scene: SceneKind,
    /// The opened ones, where the page also has the switch for remembering them.
    #[prop(optional)]
    opened: Option<OpenedDoors>,
) -> impl IntoView {
    let open_door = OpenDoor::new(doors, opened.unwrap_or_else(|| OpenedDoors::load(&doors.slug())));
    let picture = match scene {
        SceneKind::Town => view! { <Town doors open_door/> }.into_any(),
        SceneKind::Grid => view! { <Grid doors open_door/> }.into_any(),
    };
    view! {
        {picture}
        <DoorDialog open_door/>
    }
}

#[component]
fn Town(doors: LiveDoors, open_door: OpenDoor) -> impl IntoView {
    let quarter = |days: &[u16]| {
        let links = days.iter().map(|&day| {
            let slot = format!("slot-{}", doors.window(day) % QUARTER + 1);
            view! { <li class=slot><DoorLink day doors open_door/></li> }
        });
        view! {
            <div class="quarter">
                <div inner_html=PICTURE></div>
                <ol class="doors">{links.collect_view()}</ol>
            </div>
        }
    };
    let days = doors.days();
    let quarters = days.chunks(usize::from(QUARTER)).map(quarter);
    view! { <section class="town" aria-label="Luckorna">{quarters.collect_view()}</section> }
}

#[component]
fn Grid(doors: LiveDoors, open_door: OpenDoor) -> impl IntoView {
    let links = doors.days().into_iter().map(|day| view! { <li><DoorLink day doors open_door/></li> });
    view! {
        <section class="grid-scene" aria-label="Luckorna"><ol class="doors">{links.collect_view()}</ol></section>
    }
}
