//! The scene's picture with the doors laid over it.

use leptos::prelude::*;

use super::door_link::DoorLink;
use crate::calendar::moment::Part;
use crate::calendar::scene_kind::SceneKind;
use crate::calendar::types::{DoorView, EditionView, QUARTER};

/// An edition's doors, in day order, each in its window of the picture.
#[component]
pub(crate) fn Scene(
    /// The edition.
    edition: EditionView,
) -> impl IntoView {
    let EditionView { slug, doors, moment, scene, .. } = edition;
    let (class, quarter, size) = match scene {
        SceneKind::Town => ("town", "quarter", usize::from(QUARTER)),
        SceneKind::Grid | SceneKind::Picture => ("grid-scene", "", doors.len().max(1)),
    };
    let quarters = doors.chunks(size).enumerate().map(|(index, doors)| {
        let links = doors.iter().map(|door| {
            let slot = format!("slot-{}", door.window % QUARTER + 1);
            view! { <li class=slot><SceneDoor slug=slug.clone() door=door.clone()/></li> }
        });
        view! {
            <div class=quarter>
                <div data-moment inner_html=moment.get(Part::Picture(index))></div>
                <ol class="doors">{links.collect_view()}</ol>
            </div>
        }
    });
    view! {
        <section class=class data-light=moment.get(Part::Light) aria-label="Luckorna">
            {quarters.collect_view()}
        </section>
    }
}

/// A door in the scene: its leaf, its number, and its state in words.
#[component]
fn SceneDoor(slug: String, door: DoorView) -> impl IntoView {
    let (day, state_text) = (door.day, door.state_text.clone());
    view! {
        <DoorLink slug door class="door">
            <span class="leaf" aria-hidden="true"></span>
            <span class="number" aria-hidden="true">{day}</span>
            <span class="visually-hidden">"Lucka " {day} ", " <span data-words>{state_text}</span></span>
        </DoorLink>
    }
}
