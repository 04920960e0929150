//! The scene's picture with the doors laid over it.

use leptos::prelude::*;

use super::door_link::DoorLink;
use super::open_door::OpenDoor;
use crate::calendar::moment::Part;
use crate::calendar::types::{QUARTER, SceneKind};

/// An edition's doors, in day order, each in its window of the picture.
#[component]
pub(crate) fn Scene(
    /// The doors, and the open one.
    open_door: OpenDoor,
    /// The picture.
    scene: SceneKind,
) -> impl IntoView {
    let doors = open_door.doors;
    let days = doors.days();
    let (class, quarter, size) = match scene {
        SceneKind::Town => ("town", "quarter", usize::from(QUARTER)),
        SceneKind::Grid => ("grid-scene", "", days.len().max(1)),
    };
    let quarters = days.chunks(size).enumerate().map(|(index, days)| {
        let links = days.iter().map(|&day| {
            let slot = format!("slot-{}", doors.window(day) % QUARTER + 1);
            view! { <li class=slot><SceneDoor day open_door/></li> }
        });
        view! {
            <div class=quarter>
                <div inner_html=doors.part(Part::Picture(index))></div>
                <ol class="doors">{links.collect_view()}</ol>
            </div>
        }
    });
    view! {
        <section class=class data-light=doors.part(Part::Light) aria-label="Luckorna">
            {quarters.collect_view()}
        </section>
    }
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
