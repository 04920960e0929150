//! The scene's picture with the doors laid over it.

use leptos::prelude::*;

use super::door_link::DoorLink;
use super::open_door::OpenDoor;
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
    /// The doors, and the open one.
    open_door: OpenDoor,
    /// The picture.
    scene: SceneKind,
) -> impl IntoView {
    let days = open_door.doors.days();
    let (class, quarter, picture, size) = match scene {
        SceneKind::Town => ("town", "quarter", PICTURE, usize::from(QUARTER)),
        SceneKind::Grid => ("grid-scene", "", "", days.len().max(1)),
    };
    let quarters = days.chunks(size).map(|days| {
        let links = days.iter().map(|&day| {
            let slot = format!("slot-{}", open_door.doors.window(day) % QUARTER + 1);
            view! { <li class=slot><SceneDoor day open_door/></li> }
        });
        view! {
            <div class=quarter>
                <div inner_html=picture></div>
                <ol class="doors">{links.collect_view()}</ol>
            </div>
        }
    });
    view! { <section class=class aria-label="Luckorna">{quarters.collect_view()}</section> }
}

/// A door in the scene: its leaf, its number, and its state in words.
#[component]
fn SceneDoor(day: u16, open_door: OpenDoor) -> impl IntoView {
    let OpenDoor { doors, opened, .. } = open_door;
    view! {
        <DoorLink day open_door class="door">
            <span class="leaf" aria-hidden="true"></span>
            <span class="number" aria-hidden="true">{day}</span>
            <span class="visually-hidden">{move || doors.door(day).accessible_name(opened.contains(day))}</span>
        </DoorLink>
    }
}
